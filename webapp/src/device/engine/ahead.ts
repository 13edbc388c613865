/**
 * What the screen shows before the log has brought it: a snapshot. The log goes on in a document beside it, and nothing of
 * what is shown here counts as known until that has come up to it and made the same (P28).
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { digest } from '../../../../sync/digest.ts'
import type { SaidAnew, Written } from '../../document/saying-anew.ts'
import type { Turns } from '../turns.ts'

/** The part of a SharedDocument that is used here. */
export interface ReplicaDocument {
  onLocal(listen: (update: Uint8Array, by: number | 'both') => void): () => void
  applyRemote(updates: readonly Uint8Array[], fromOutside: boolean): void
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
  sayAnew(
    seen: readonly Uint8Array[],
    written: readonly Written[],
    randomness: (size_bytes: number) => Uint8Array,
  ): readonly SaidAnew[]
  close(): void
}

export class Ahead {
  readonly #shown: ReplicaDocument
  readonly #turns: Turns
  #beside: DocumentBeside | null = null
  #stop: () => void = () => undefined

  constructor(shown: ReplicaDocument, turns: Turns) {
    this.#shown = shown
    this.#turns = turns
  }

  /** The log has not come up to what is shown. */
  get isOn(): boolean {
    return this.#beside !== null
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

  /** Shows what is to come. */
  show(updates: readonly Bytes[]): Promise<void> {
    return this.#turns.take(async () => {
      const beside = this.#shown.beside()
      beside.apply([this.#shown.encodeState()])
      this.#stop = this.#shown.onLocal((update) => beside.apply([update]))
      this.#beside = beside
      this.#shown.applyRemote(updates, false)
    })
  }

  /** The log has come. Whether what was shown is what it makes: if not, all is to be opened anew from the store. */
  join(crypto: Crypto): Promise<boolean> {
    return this.#turns.take(async () => {
      const beside = this.#beside
      if (!beside) return true
      this.#shown.applyRemote([beside.encodeState()], true)
      // Both at one moment: the next touch changes both.
      const states = [this.#shown.encodeState(), beside.encodeState()].map((state) => new Uint8Array(state))
      const [shown, made] = await Promise.all(states.map((state) => digest(state, crypto)))
      if (!shown || !made || !areEqual(shown, made)) return false
      this.#beside = null
      this.#stop()
      beside.close()
      this.#shown.caughtUp()
      return true
    })
  }
}
