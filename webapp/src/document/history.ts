/**
 * What was done, one entry of the log after another, and how everything stood after each. The log is replayed into a
 * document of its own, page by page from the newest, with a rest between, so that a long one never holds up the screen.
 */

import * as Y from 'yjs'
import type { By, Document } from '../../../sync/document.ts'
import { type Difference, differencesBetween } from './differences.ts'
import { Reading } from './reading.ts'
import { rootsOf } from './roots.ts'
import { emptyDoc, join } from './updates.ts'

/** One entry of a device's log, opened. */
export interface Logged {
  readonly update: Uint8Array
  readonly by: By
  /** Unix seconds, by the clock of whoever wrote it; for display only. */
  readonly at: number
  /** Which device wrote it: the same number for the same one. */
  readonly device: number
  /** Whether several people write on that device. */
  readonly shared: boolean
}

/** One hand's doing, all of it at once. */
export interface Moment extends Omit<Logged, 'update'> {
  /** Its place in the log here, from 0. */
  readonly place: number
  readonly differences: readonly Difference[]
  /** Just before, and just after. */
  readonly before: Document
  readonly after: Document
}

/** However long the log is, so many states at most are held. */
const MOST_CHECKPOINTS = 16
const LEAST_APART = 256
/** So many entries are joined before the screen has its turn. */
const AT_ONCE = 64

type Rest = () => Promise<void>

const aMoment: Rest = () => new Promise((resolve) => setTimeout(resolve))

export class History {
  readonly #log: readonly Logged[]
  readonly #rest: Rest
  readonly #apart: number
  /** States at each multiple of `#apart`, as far as the replay has come. */
  readonly #checkpoints: Uint8Array[] = []

  constructor(log: readonly Logged[], rest: Rest = aMoment) {
    this.#log = log
    this.#rest = rest
    this.#apart = Math.max(LEAST_APART, Math.ceil(log.length / MOST_CHECKPOINTS))
  }

  /** How many entries there are. */
  get length(): number {
    return this.#log.length
  }

  /** The entries from `first` up to, not with, `end`, in order. What changed nothing that can be told is left out. */
  async moments(first: number, end: number): Promise<readonly Moment[]> {
    const start = Math.max(0, first)
    const replay = await this.#at(start)
    const found: Moment[] = []
    let before = replay.read()
    for (let place = start; place < Math.min(end, this.length); place++) {
      const entry = this.#log[place]
      if (entry === undefined) break
      if (place > start && place % AT_ONCE === 0) await this.#rest()
      replay.join([entry.update])
      const after = replay.read()
      const differences = differencesBetween(before, after)
      const { by, at, device, shared } = entry
      if (differences.length > 0) found.push({ place, by, at, device, shared, differences, before, after })
      before = after
    }
    replay.end()
    return found
  }

  /** The document with everything before this place in it. */
  async #at(place: number): Promise<Replay> {
    const wanted = Math.floor(place / this.#apart)
    const known = Math.min(wanted, this.#checkpoints.length)
    const state = known === 0 ? undefined : this.#checkpoints[known - 1]
    const replay = new Replay(state)
    for (let next = known * this.#apart; next < place; ) {
      const end = Math.min(place, next + AT_ONCE, (Math.floor(next / this.#apart) + 1) * this.#apart)
      replay.join(this.#log.slice(next, end).map(({ update }) => update))
      next = end
      if (next % this.#apart === 0) this.#checkpoints[next / this.#apart - 1] ??= replay.state()
      await this.#rest()
    }
    return replay
  }
}

/** A document that only grows. */
class Replay {
  readonly #doc = emptyDoc()
  /** From when it is first read: joining alone is quicker. */
  #reading: Reading | null = null

  constructor(state?: Uint8Array) {
    if (state !== undefined) Y.applyUpdate(this.#doc, state)
  }

  join(updates: readonly Uint8Array[]): void {
    this.#doc.transact(() => {
      for (const update of updates) join(this.#doc, update)
    })
  }

  read(): Document {
    this.#reading ??= new Reading(rootsOf(this.#doc))
    return this.#reading.read()
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  end(): void {
    this.#doc.destroy()
  }
}
