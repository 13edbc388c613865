/** A SpaceStore that lasts as long as the page: for the conversation before "Keep this?", and for tests. */

import {
  type AppliedRecord,
  type AsideRecord,
  type Change,
  type ControlEntry,
  type JournalLine,
  type Kept,
  NOTHING_APART,
  type OutboxEntry,
  type OwnRecord,
  type Progress,
  type ShownAhead,
  type SpaceKeys,
  type SpaceStore,
  type StateCache,
} from './store.ts'

export class MemoryStore implements SpaceStore {
  readonly #outbox = new Map<number, OutboxEntry>()
  readonly #own = new Map<number, OwnRecord>()
  readonly #applied = new Map<number, AppliedRecord>()
  readonly #aside = new Map<number, AsideRecord>()
  readonly #control = new Map<number, ControlEntry>()
  readonly #journal = new Map<number, JournalLine>()
  #keys: SpaceKeys | null = null
  #progress: Progress | null = null
  #state: StateCache | null = null
  #ahead: ShownAhead | null = null
  #apart = NOTHING_APART

  async write(change: Change): Promise<void> {
    for (const entry of change.outbox ?? []) this.#outbox.set(entry.key, entry)
    for (const key of change.outboxDone ?? []) this.#outbox.delete(key)
    for (const seq of change.ownDone ?? []) this.#own.delete(seq)
    for (const record of change.own ?? []) this.#own.set(record.seq, record)
    for (const number of change.appliedDone ?? []) this.#applied.delete(number)
    for (const record of change.applied ?? []) this.#applied.set(record.number, record)
    for (const record of change.aside ?? []) this.#aside.set(record.position, record)
    for (const position of change.asideDone ?? []) this.#aside.delete(position)
    const { controlFrom = Number.POSITIVE_INFINITY } = change
    for (const n of this.#control.keys()) if (n >= controlFrom) this.#control.delete(n)
    for (const entry of change.control ?? []) this.#control.set(entry.n, entry)
    for (const line of change.journal ?? []) this.#journal.set(line.id, line)
    this.#keys = change.keys ?? this.#keys
    this.#progress = change.progress ?? this.#progress
    this.#state = change.state ?? this.#state
    if (change.ahead !== undefined) this.#ahead = change.ahead
    this.#apart = change.apart ?? this.#apart
  }

  async read(): Promise<Kept> {
    return {
      keys: this.#keys,
      progress: this.#progress,
      control: inOrder(this.#control),
      outbox: inOrder(this.#outbox),
      aside: inOrder(this.#aside),
      journal: inOrder(this.#journal),
      state: this.#state,
      ahead: this.#ahead,
      apart: this.#apart,
    }
  }

  async ownFrom(seq: number, count: number): Promise<readonly OwnRecord[]> {
    return from(this.#own, seq, count)
  }

  async appliedFrom(number: number, count: number): Promise<readonly AppliedRecord[]> {
    return from(this.#applied, number, count)
  }

  /** Nothing to let go of: the words live as long as this object. */
  close(): void {
    this.#state = null
  }
}

function inOrder<Kept>(kept: ReadonlyMap<number, Kept>): Kept[] {
  return [...kept].sort(([left], [right]) => left - right).map(([, value]) => value)
}

function from<Kept>(kept: ReadonlyMap<number, Kept>, first: number, count: number): Kept[] {
  return inOrder(new Map([...kept].filter(([key]) => key >= first))).slice(0, count)
}
