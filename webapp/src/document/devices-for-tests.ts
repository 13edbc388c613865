/** Several devices and a relay, in memory: what tests need to let documents drift apart and meet again. Seeded throughout. */

import * as Y from 'yjs'
import { Authors, check } from '../../../sync/authorship.ts'
import type { By } from '../../../sync/document.ts'
import { current } from './current.ts'
import { SharedDocument } from './shared-document.ts'

/** A repeatable stream of numbers from 0 to 1. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  bytes(size_bytes: number): Uint8Array {
    return Uint8Array.from({ length: size_bytes }, () => this.below(256))
  }
}

/** The relay: every update in the order in which it arrived, each found to be honest work of its device's hand. */
export class Log {
  readonly updates: { readonly from: Device; readonly update: Uint8Array; readonly by: By; readonly had: number }[] = []
  readonly #authors = new Authors()
  readonly #devices: Device[] = []

  append(from: Device, batch: readonly Uint8Array[], by: By, had: number): void {
    const update = new Uint8Array(Y.mergeUpdates([...batch]))
    if (!this.#devices.includes(from)) this.#devices.push(from)
    const id = Uint8Array.of(this.#devices.indexOf(from))
    this.#authors.learn(id, check(update, by, id, this.#authors))
    this.updates.push({ from, update, by, had })
  }
}

export class Device {
  readonly document: SharedDocument
  readonly #log: Log
  readonly #outbox: { readonly update: Uint8Array; readonly by: By }[] = []
  #cursor = 0

  constructor(log: Log, chance: Chance, thisMember: By, state?: Uint8Array) {
    this.#log = log
    const randomness = (size_bytes: number) => chance.bytes(size_bytes)
    const options = { now: () => Date.UTC(2026, 10, 23), thisMember, randomness }
    this.document = new SharedDocument(state === undefined ? options : { ...options, state })
    this.document.onLocal((update, by) => this.#outbox.push({ update, by }))
  }

  /** Acts on this device: `current` is its document meanwhile. */
  do<Answer>(act: () => Answer): Answer {
    current.value = this.document
    try {
      return act()
    } finally {
      current.value = null
    }
  }

  /** Sends at most so many local changes, one update for each stretch in one hand: so does the outbox. */
  push(most = Number.POSITIVE_INFINITY): void {
    let batch = this.#outbox.splice(0, most)
    while (batch[0] !== undefined) {
      const { by } = batch[0]
      const other = batch.findIndex((each) => each.by !== by)
      const stretch = other < 0 ? batch : batch.slice(0, other)
      const updates = stretch.map(({ update }) => update)
      this.#log.append(this, updates, by, this.#cursor)
      batch = batch.slice(stretch.length)
    }
  }

  /** Takes in at most so many updates in the relay's order, and says whether it has all of them. */
  pull(most = Number.POSITIVE_INFINITY): boolean {
    const batch = this.#log.updates.slice(this.#cursor, this.#cursor + most)
    this.#cursor += batch.length
    const others = batch.filter(({ from }) => from !== this).map(({ update }) => update)
    if (others.length > 0) this.document.applyRemote(others, true)
    for (const one of batch.filter(({ from }) => from !== this)) {
      const unseen = this.#log.updates.slice(one.had).filter(({ from }) => from === this)
      this.document.noticeAway(one, [...unseen, ...this.#outbox])
    }
    return this.#cursor === this.#log.updates.length
  }

  get isQuiet(): boolean {
    return this.#outbox.length === 0 && this.#cursor === this.#log.updates.length
  }
}

/** All devices send and receive until nobody has anything to say. */
export function meet(...devices: readonly Device[]): void {
  for (let round = 0; round < 10; round++) {
    for (const device of devices) {
      device.push()
      device.pull()
      device.document.caughtUp()
    }
    if (devices.every((device) => device.isQuiet)) return
  }
  throw new Error('the devices never fell silent')
}

/** Two or more devices of one pair, with the same beginning on all. */
export function startTogether(seed: number, members: readonly By[]): Device[] {
  const chance = new Chance(seed)
  const log = new Log()
  return members.map((member) => new Device(log, chance, member))
}
