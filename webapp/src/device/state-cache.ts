/**
 * Keeps the document as it is, to start faster. It never holds anything that is not also kept as a record or in the outbox:
 * a change that were only here would never reach anybody, and what builds on it would never show.
 */

import { DeviceError } from './errors.ts'
import type { Replica } from './replica.ts'

const QUIET_MS = 3000
/** New records since the last one. */
const WORTH = 20

export class StateCacheKeeper {
  readonly #replica: Replica
  #written: { readonly cursor: number; readonly ownSeq: number }
  #callOff: (() => void) | null = null

  constructor(replica: Replica) {
    this.#replica = replica
    this.#written = { cursor: 0, ownSeq: 0 }
  }

  /** When it is quiet, if it is worth it. */
  soon(): void {
    this.#callOff?.()
    this.#callOff = this.#replica.parts.clock.after(QUIET_MS, () => void this.#try())
  }

  stop(): void {
    this.#callOff?.()
  }

  /** Now, if there is anything new. Raises DeviceError. */
  async write(): Promise<void> {
    await this.#replica.turns.take(async () => {
      const { outbox, ledger, keys, aside, clients, parts } = this.#replica
      // What was set aside and is used later lies before the cursor: it must be read again from the records.
      const cursor = Math.min(ledger.value.cursor, (aside.earliest ?? Number.MAX_SAFE_INTEGER) - 1)
      const ownSeq = ledger.value.head(keys.id).seq
      if (outbox.here.value !== 'saved' || (cursor === this.#written.cursor && ownSeq === this.#written.ownSeq)) return
      const update = new Uint8Array(parts.document.encodeState())
      await parts.store.write({ state: { cursor, ownSeq, clients: [...clients], update } })
      this.#written = { cursor, ownSeq }
    })
  }

  async #try(): Promise<void> {
    const { ledger, keys } = this.#replica
    const { cursor, ownSeq } = this.#written
    if (ledger.value.cursor - cursor + ledger.value.head(keys.id).seq - ownSeq < WORTH) return
    try {
      await this.write()
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error // the disk is full: it is only a cache
    }
  }
}
