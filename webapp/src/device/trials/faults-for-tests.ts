/** Power cuts, full disks and servers that alter what they pass on: faults at the edges, for tests only. */

import { type Message, parse, toBytes } from '../../../../sync/messages.ts'
import type { Dial } from '../engine/channel.ts'
import { StorageFull } from '../errors.ts'
import type { Change, SpaceStore } from '../store/store.ts'

/** Cut when something says so: from then on nothing is written, nothing is sent, and no promise is kept. */
export class Power {
  #isCut = false
  readonly #cuts: (() => void)[] = []

  get isCut(): boolean {
    return this.#isCut
  }

  cut(): void {
    this.#isCut = true
    for (const cut of this.#cuts) cut()
  }

  onCut(cut: () => void): void {
    if (this.#isCut) cut()
    else this.#cuts.push(cut)
  }
}

const never = new Promise<never>(() => undefined)

/** A disk that loses power at its nth write: just before it, or just after it was complete. */
export class FailingStore implements SpaceStore {
  readonly #store: SpaceStore
  readonly #power: Power
  /** Counts down; the power goes at 0. */
  cutAt = Number.POSITIVE_INFINITY
  cutWhen: 'before' | 'after' = 'before'
  isFull = false
  writes = 0

  constructor(store: SpaceStore, power: Power) {
    this.#store = store
    this.#power = power
  }

  async write(change: Change): Promise<void> {
    if (this.#power.isCut) return never
    if (this.isFull) throw new StorageFull()
    this.writes++
    if (this.writes === this.cutAt && this.cutWhen === 'before') return this.#cut()
    await this.#store.write(change)
    if (this.writes === this.cutAt) return this.#cut()
    if (this.#power.isCut) return never
  }

  read: SpaceStore['read'] = () => this.#store.read()
  ownFrom: SpaceStore['ownFrom'] = (seq, count) => this.#store.ownFrom(seq, count)
  appliedFrom: SpaceStore['appliedFrom'] = (number, count) => this.#store.appliedFrom(number, count)
  appended = async () => (await this.#store.appended?.()) ?? { outbox: [], aside: [] }
  yields = (): void => this.#store.yields?.()
  close = (): void => this.#store.close()

  #cut(): Promise<never> {
    this.#power.cut()
    return never
  }
}

/** A line that goes dead with the power, and that may alter what the server says. */
export function wired(
  dial: Dial,
  power: Power,
  alter: (message: Message) => Message | Uint8Array = (same) => same,
): Dial {
  return (events) => {
    const socket = dial({
      opened: () => power.isCut || events.opened(),
      closed: () => power.isCut || events.closed(),
      received(frame) {
        if (power.isCut) return
        const altered = alter(parse(frame))
        events.received(altered instanceof Uint8Array ? altered : toBytes(altered))
      },
    })
    power.onCut(() => socket.close())
    return {
      send: (frame) => power.isCut || socket.send(frame),
      close: () => socket.close(),
    }
  }
}
