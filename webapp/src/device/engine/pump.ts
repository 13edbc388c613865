/**
 * When to seal and when to send. A single act, a drop or a tap, goes at once; what follows closely, as letters do, after a
 * short quiet or two seconds at the latest. One PUSH is under way at a time.
 */

import { effect } from '@preact/signals-core'
import { LIMITS } from '../../../../sync/limits.ts'
import { DeviceError } from '../errors.ts'
import type { OwnRecord } from '../store/store.ts'
import type { Channel } from './channel.ts'
import { canSeal } from './epoch-keys.ts'
import type { Replica } from './replica.ts'
import { sealNext } from './sealing.ts'

const ACK_LIMIT_MS = 30_000
const STORAGE_WAIT_MS = 3000
/** Room for the frame around the records. */
const FRAME_SPARE_BYTES = 4096

export class Pump {
  readonly #replica: Replica
  readonly #channel: Channel
  readonly #stopWatching: () => void
  #isStopped = false
  #isBusy = false
  #isAskedAgain = false
  /** The highest of this device's records that has been sent here and not answered. */
  #sent = 0
  #sealed_ms = Number.NEGATIVE_INFINITY
  #callOffQuiet: (() => void) | null = null
  #callOffLatest: (() => void) | null = null
  #callOffLimit: (() => void) | null = null

  constructor(replica: Replica, channel: Channel) {
    this.#replica = replica
    this.#channel = channel
    let before = replica.outbox.size.peek()
    const stops = [
      effect(() => {
        const size = replica.outbox.size.value
        if (size > before) this.#added()
        before = size
      }),
      // What waited for a rotation, or for a space to be opened again, waits no longer.
      effect(() => {
        if (replica.state.value && canSeal(replica)) void this.run()
      }),
    ]
    this.#stopWatching = () => {
      for (const stop of stops) stop()
    }
    void this.run()
  }

  /** Nothing more is sealed or sent. */
  stop(): void {
    this.#isStopped = true
    this.#stopWatching()
    this.#callOff()
    this.#callOffLimit?.()
  }

  /** The server answered for what was sent, with ACK or NACK. */
  answered(): void {
    this.#sent = 0
    this.#callOffLimit?.()
    void this.run()
  }

  /** The server took nothing of what was sent; ask again after this long. */
  later(wait_ms: number): void {
    this.#callOffLimit?.()
    this.#callOffLimit = this.#replica.parts.clock.after(wait_ms, () => this.answered())
  }

  /** Seals what waits and sends it, now. Resolves when that is under way or cannot be. */
  async run(): Promise<void> {
    this.#isAskedAgain = true
    if (this.#isBusy) return
    this.#isBusy = true
    try {
      while (this.#isAskedAgain && !this.#isStopped) {
        this.#isAskedAgain = false
        this.#callOff()
        await this.#sealAll()
        this.#send()
      }
    } finally {
      this.#isBusy = false
    }
  }

  async #sealAll(): Promise<void> {
    try {
      while (!this.#isStopped && bytesOf(this.#replica.unacked.peek()) < LIMITS.push_bytes) {
        if ((await sealNext(this.#replica)) === null) break
        this.#sealed_ms = this.#replica.parts.clock.elapsed()
      }
      // What is not saved yet is not sealed yet: look again.
      if (this.#replica.outbox.size.peek() > 0 && canSeal(this.#replica)) this.#soon()
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      // The words are where they were; the outbox says what is wrong with the disk.
      this.#callOffLatest = this.#replica.parts.clock.after(STORAGE_WAIT_MS, () => void this.run())
    }
  }

  #send(): void {
    if (this.#sent > 0 || this.#isStopped) return
    const records = oneFrame(this.#replica.unacked.peek())
    const last = records[records.length - 1]
    if (!last) return
    this.#sent = last.seq
    this.#channel.send({ type: 'push', records: records.map((record) => record.bytes) })
    this.#callOffLimit = this.#replica.parts.clock.after(ACK_LIMIT_MS, () => this.#channel.close())
  }

  #added(): void {
    const { clock } = this.#replica.parts
    if (clock.elapsed() - this.#sealed_ms < LIMITS.batch_idle_ms || this.#callOffQuiet) return this.#soon()
    this.#soon()
    void this.#replica.outbox.save().then(() => this.run())
  }

  #soon(): void {
    const { clock } = this.#replica.parts
    this.#callOffQuiet?.()
    this.#callOffQuiet = clock.after(LIMITS.batch_idle_ms, () => void this.run())
    this.#callOffLatest ??= clock.after(LIMITS.batch_most_ms, () => void this.run())
  }

  #callOff(): void {
    this.#callOffQuiet?.()
    this.#callOffLatest?.()
    this.#callOffQuiet = null
    this.#callOffLatest = null
  }
}

const bytesOf = (records: readonly OwnRecord[]): number => records.reduce((sum, record) => sum + record.bytes.length, 0)

/** The first records that fit into one PUSH. */
function oneFrame(records: readonly OwnRecord[]): readonly OwnRecord[] {
  let size = FRAME_SPARE_BYTES
  const tooMany = records.findIndex((record, place) => {
    size += record.bytes.length
    return place >= LIMITS.push_records || size > LIMITS.push_bytes
  })
  return tooMany < 0 ? records : records.slice(0, tooMany)
}
