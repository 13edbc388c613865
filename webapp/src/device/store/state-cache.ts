/**
 * Keeps the document as it is, to start faster. It never holds anything that is not also kept as a record or in the outbox:
 * a change that were only here would never reach anybody, and what builds on it would never show.
 */

import type { Replica } from '../engine/replica.ts'
import { DeviceError } from '../errors.ts'

const QUIET_MS = 3000
/** New records since the last one. */
const WORTH = 20

export class StateCacheKeeper {
  readonly #replica: Replica
  #written: { readonly applied: number; readonly ownSeq: number }
  #callOff: (() => void) | null = null

  constructor(replica: Replica) {
    this.#replica = replica
    this.#written = { applied: 0, ownSeq: 0 }
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
      const { outbox, ledger, keys, known, parts } = this.#replica
      const { applied } = ledger.value
      const ownSeq = ledger.value.head(keys.id).seq
      if (this.#replica.ahead.isOn) return // what the screen shows is not all in the records yet
      if (this.#replica.doubts.isOver) return // nor any more
      if (outbox.here.value !== 'saved' || (applied === this.#written.applied && ownSeq === this.#written.ownSeq))
        return
      const update = new Uint8Array(parts.document.encodeState())
      await parts.store.write({ state: { applied, ownSeq, clients: [...known.clients], update } })
      this.#written = { applied, ownSeq }
    })
  }

  async #try(): Promise<void> {
    const { ledger, keys } = this.#replica
    const { applied, ownSeq } = this.#written
    if (ledger.value.applied - applied + ledger.value.head(keys.id).seq - ownSeq < WORTH) return
    try {
      await this.write()
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error // the disk is full: it is only a cache
    }
  }
}
