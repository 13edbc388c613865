/**
 * What the screen shows before the log has brought it: a snapshot. The log goes on in a document beside it, and nothing of
 * what is shown here counts as known until that has come up to it and made the same (P28). Words that are written upon it
 * stay unsealed so long.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { digest } from '../../../../sync/digest.ts'
import { Damaged } from '../../../../sync/errors.ts'
import type { SaidAnew, Seen, Written } from '../../document/saying-anew.ts'
import type { ShownAhead } from '../store/store.ts'

/** The part of a SharedDocument that is used here. */
export interface ReplicaDocument {
  onLocal(listen: (update: Uint8Array, by: number | 'both') => void): () => void
  applyRemote(updates: readonly Uint8Array[], fromOutside: boolean): void
  noticeAway(came: Written, unseen: readonly Written[]): void
  caughtUp(): void
  /** What `encodeState` gave, before all else. */
  start(state: Uint8Array): void
  encodeState(): Uint8Array
  /** An empty document that nobody sees. */
  beside(): DocumentBeside
}

export interface DocumentBeside {
  apply(updates: readonly Uint8Array[]): void
  encodeState(): Uint8Array
  sayAnew(seen: Seen, written: readonly Written[], randomness: (size_bytes: number) => Uint8Array): readonly SaidAnew[]
  close(): void
}

export class Ahead {
  readonly #shown: ReplicaDocument
  #beside: DocumentBeside | null = null
  #updates: readonly Bytes[] = []
  #covers: ShownAhead['covers'] = []
  #stop: () => void = () => undefined

  constructor(shown: ReplicaDocument) {
    this.#shown = shown
  }

  /** The log has not come up to what is shown. */
  get isOn(): boolean {
    return this.#beside !== null
  }

  /** What is shown, and is not of the log yet. */
  get updates(): readonly Bytes[] {
    return this.#updates
  }

  /** How much of each device is in what is shown. */
  get covers(): ShownAhead['covers'] {
    return this.#covers
  }

  /** What the log makes. */
  get log(): { encodeState(): Uint8Array } {
    return this.#beside ?? this.#shown
  }

  /** Records have come. */
  apply(updates: readonly Bytes[]): void {
    if (this.#beside) this.#beside.apply(updates)
    else this.#shown.applyRemote(updates, true)
  }

  /** All has been read for now. */
  caughtUp(): void {
    if (!this.isOn) this.#shown.caughtUp()
  }

  /** Words of this device that another tab has put down. */
  applyOwn(updates: readonly Bytes[]): void {
    this.#beside?.apply(updates)
    this.#shown.applyRemote(updates, false)
  }

  /** Shows what is to come. For use inside a turn, or before anybody else is there. */
  show({ updates, covers }: Pick<ShownAhead, 'updates' | 'covers'>): void {
    const beside = this.#shown.beside()
    beside.apply([this.#shown.encodeState()])
    this.#stop = this.#shown.onLocal((update) => beside.apply([update]))
    this.#beside = beside
    this.#updates = updates
    this.#covers = covers
    this.#shown.applyRemote(updates, false)
  }

  /** As far as the log has come, it is shown too. */
  showLog(): void {
    if (this.#beside) this.#shown.applyRemote([this.#beside.encodeState()], true)
  }

  /** The log has come. Whether what was shown is what it makes. For use inside a turn. */
  async isBorneOut(crypto: Crypto): Promise<boolean> {
    const beside = this.#beside
    if (!beside) return true
    this.showLog()
    // Both at one moment: the next touch changes both.
    const states = [this.#shown.encodeState(), beside.encodeState()].map((state) => new Uint8Array(state))
    try {
      const [shown, made] = await Promise.all(states.map((state) => digest(state, crypto)))
      return shown !== undefined && made !== undefined && areEqual(shown, made)
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      return false // something was written about what no log has
    }
  }

  /** What is shown is the log's from now on. */
  end(): void {
    this.#stop()
    this.#beside?.close()
    this.#beside = null
    this.#updates = []
    this.#covers = []
    this.#shown.caughtUp()
  }
}
