/**
 * What was written here before another device knew of it: so that people are told when something was put away on one of the two
 * while it was worked on at the other (document/away.ts). A record is sealed when its device has heard all there is, so what it
 * had seen is all that its author can have known; whichever of the two knew less finds it.
 */

import { SyncError } from '../../../../sync/errors.ts'
import type { Written } from '../../document/saying-anew.ts'
import { DeviceError } from '../errors.ts'
import type { Ledger } from '../store/ledger.ts'
import { opened } from '../store/restoring.ts'
import type { OwnRecord } from '../store/store.ts'
import type { Said } from './reception.ts'
import type { Replica } from './replica.ts'

/** Older ones that somebody has still not seen are not looked at. */
const MOST_RECORDS = 256
const NOTHING: readonly Written[] = []

export class Meanwhile {
  readonly #replica: Replica
  /** This device's own records, opened, that somebody had not seen when last asked. */
  #own = new Map<number, readonly Written[]>()

  constructor(replica: Replica) {
    this.#replica = replica
  }

  /** These have come and are shown; `before` is what was known of others until then. For use inside a turn. */
  async notice(said: readonly Said[], before: Ledger): Promise<void> {
    const { ahead, self, parts } = this.#replica
    if (ahead.isOn || self === null) return
    const has = new Map<number, number>()
    for (const { author, by, update, seen } of said) {
      const [, told = 0] = seen.find(([ix]) => ix === self.ix) ?? []
      const known = Math.max(told, has.get(author) ?? before.theirs(author))
      has.set(author, known)
      if (update !== null) parts.document.noticeAway({ by, update }, await this.#unseen(known))
    }
  }

  /** Behind this record, or in none yet. */
  async #unseen(known: number): Promise<readonly Written[]> {
    const { ledger, keys, outbox } = this.#replica
    const last = ledger.value.head(keys.id).seq
    const first = Math.max(known, last - MOST_RECORDS) + 1
    const missing = [...Array(Math.max(0, last - first + 1)).keys()].filter((place) => !this.#own.has(first + place))
    if (missing.length > 0) await this.#read(first, last)
    const sealed = [...this.#own].flatMap(([seq, written]) => (seq >= first ? written : []))
    return [...sealed, ...outbox.all]
  }

  async #read(first: number, last: number): Promise<void> {
    const found = await Promise.all((await this.#records(first, last)).map((record) => this.#open(record)))
    const none = Array.from({ length: last - first + 1 }, (_, place) => [first + place, NOTHING] as const)
    this.#own = new Map([...none, ...found])
  }

  /** A disk that does not give them now lets nobody be told: nothing else comes of it. */
  async #records(first: number, last: number): Promise<readonly OwnRecord[]> {
    try {
      return await this.#replica.parts.store.ownFrom(first, last - first + 1)
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      return this.#replica.unacked.value.filter(({ seq }) => first <= seq)
    }
  }

  async #open({ seq, bytes }: OwnRecord): Promise<readonly [number, readonly Written[]]> {
    const { stored, parts } = this.#replica
    try {
      const { by, update } = await opened(bytes, stored, parts.crypto)
      return [seq, update === null ? NOTHING : [{ by, update: new Uint8Array(update) }]]
    } catch (error) {
      if (!(error instanceof SyncError || error instanceof DeviceError)) throw error
      return [seq, NOTHING] // what does not open here has been told of elsewhere
    }
  }
}
