/**
 * Keeps a device connected: dials, greets, hands the socket to the engine, and when it ends tries again, later each time
 * but at once when the person comes back. It never believes `navigator.onLine`.
 */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Crypto } from '../../../../sync/crypto.ts'
import { Damaged, Refused, Suspicious } from '../../../../sync/errors.ts'
import type { Clock } from '../clock.ts'
import type { SyncState } from '../stage.ts'
import { Channel, type Dial, Lost } from './channel.ts'
import { type Greeted, type Greeter, greet } from './greeting.ts'

export interface ConnectionParts {
  readonly dial: Dial
  readonly clock: Clock
  readonly crypto: Crypto
  /** Asked anew each time, because it changes once the server has the space. */
  greeter(): Greeter
  /** Runs the connection until it ends, by raising. `synced` is to be called once everything waiting has been read. */
  converse(channel: Channel, greeted: Greeted, synced: () => void): Promise<never>
}

const FIRST_WAIT_MS = 500
const GROWTH = 1.8
const LONGEST_WAIT_MS = 60_000

/** The server is busy or going down, and says so: nothing is wrong. */
const PASSING = new Set(['DRAIN', 'SLOW', 'INTERNAL', 'RATE', 'STORE_FAILED'])

export class Connection {
  readonly #parts: ConnectionParts
  readonly #server = signal<SyncState['server']>('unreachable')
  readonly #refusal = signal<string | null>(null)
  #channel: Channel | null = null
  #isRunning = false
  #wakeUp: (() => void) | null = null
  #ended: Promise<void> = Promise.resolve()

  constructor(parts: ConnectionParts) {
    this.#parts = parts
  }

  get server(): ReadonlySignal<SyncState['server']> {
    return this.#server
  }

  /** The code of the last refusal, null once connected. */
  get refusal(): ReadonlySignal<string | null> {
    return this.#refusal
  }

  start(): void {
    if (this.#isRunning) return
    this.#isRunning = true
    this.#ended = this.#run()
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#isRunning = false
    this.#channel?.close()
    this.#wakeUp?.()
    await this.#ended
  }

  /** The person is back, or the network says that it is: try now. */
  wake(): void {
    this.#wakeUp?.()
  }

  /** Ends the present socket; another is dialled as after any loss. */
  drop(): void {
    this.#channel?.close()
  }

  async #run(): Promise<void> {
    let wait_ms = FIRST_WAIT_MS
    while (this.#isRunning) {
      let isSynced = false
      const end = await this.#talk(() => {
        isSynced = true
        this.#server.value = 'connected'
        this.#refusal.value = null
      })
      if (isSynced) wait_ms = FIRST_WAIT_MS
      this.#server.value = stateAfter(end)
      this.#refusal.value = end instanceof Lost ? null : end.code
      const asked_ms = end instanceof Refused ? (end.retryAfterMs ?? 0) : 0
      await this.#pause(Math.max(Math.min(asked_ms, LONGEST_WAIT_MS), this.#jittered(wait_ms)))
      wait_ms = Math.min(LONGEST_WAIT_MS, wait_ms * GROWTH)
    }
  }

  async #talk(synced: () => void): Promise<Lost | Refused | Damaged | Suspicious> {
    const { dial, clock, crypto, greeter, converse } = this.#parts
    try {
      const channel = new Channel(dial, clock)
      this.#channel = channel
      await channel.opened()
      const greeted = await greet(channel, greeter(), crypto)
      return await converse(channel, greeted, synced)
    } catch (error) {
      if (error instanceof Lost || error instanceof Refused) return error
      if (error instanceof Damaged || error instanceof Suspicious) return error
      // A fault of ours is told, and does not end all dialling: words that wait here must still go out.
      queueMicrotask(() => {
        throw error
      })
      return new Lost('a fault')
    } finally {
      this.#channel?.close()
      this.#channel = null
    }
  }

  /** Half to one and a half times, so that a room of tablets does not come back all at once. */
  #jittered(wait_ms: number): number {
    const [chance = 128] = this.#parts.crypto.randomBytes(1)
    return wait_ms * (0.5 + chance / 256)
  }

  async #pause(wait_ms: number): Promise<void> {
    if (!this.#isRunning) return
    await new Promise<void>((resolve) => {
      const callOff = this.#parts.clock.after(wait_ms, resolve)
      this.#wakeUp = () => {
        callOff()
        resolve()
      }
    })
    this.#wakeUp = null
  }
}

function stateAfter(end: Lost | Refused | Damaged | Suspicious): SyncState['server'] {
  if (end instanceof Lost) return 'unreachable'
  if (end instanceof Refused) return PASSING.has(end.code) ? 'unreachable' : 'refused'
  return 'lies'
}
