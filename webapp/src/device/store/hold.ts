/** Changes that are not on the disk, as one: a change that follows another takes its place. */

import {
  type Appended,
  type AppliedRecord,
  type AsideRecord,
  type Change,
  type ControlEntry,
  type JournalLine,
  type Kept,
  type OutboxEntry,
  type OwnRecord,
  type Progress,
  type ShownAhead,
  type SpaceKeys,
  type StateCache,
  WAITS,
  type WordsApart,
} from './store.ts'

/** Some of what a shelf has, and what became of it since. */
class Shelf<Value> {
  readonly #keyOf: (value: Value) => number
  readonly #put = new Map<number, Value>()
  readonly #done = new Set<number>()

  constructor(keyOf: (value: Value) => number) {
    this.#keyOf = keyOf
  }

  take(put: readonly Value[] = [], done: readonly number[] = []): void {
    for (const key of done) {
      this.#put.delete(key)
      this.#done.add(key)
    }
    for (const value of put) {
      this.#put.set(this.#keyOf(value), value)
      this.#done.delete(this.#keyOf(value))
    }
  }

  get put(): readonly Value[] {
    return [...this.#put.values()]
  }

  /** Also what the disk may never have had: to take that out is nothing. */
  get done(): readonly number[] {
    return [...this.#done]
  }

  /** What of this on the disk is as it was. */
  left(kept: readonly Value[]): readonly Value[] {
    return kept.filter((value) => !this.#done.has(this.#keyOf(value)) && !this.#put.has(this.#keyOf(value)))
  }

  /** What the disk has, as it would be with this, in order. */
  over(kept: readonly Value[], first = Number.NEGATIVE_INFINITY, count = Number.POSITIVE_INFINITY): readonly Value[] {
    const put = this.put.filter((value) => this.#keyOf(value) >= first)
    return [...this.left(kept), ...put].sort((left, right) => this.#keyOf(left) - this.#keyOf(right)).slice(0, count)
  }
}

export class Hold {
  readonly #outbox = new Shelf<OutboxEntry>(({ key }) => key)
  readonly #own = new Shelf<OwnRecord>(({ seq }) => seq)
  readonly #applied = new Shelf<AppliedRecord>(({ number }) => number)
  readonly #aside = new Shelf<AsideRecord>(({ position }) => position)
  readonly #control = new Shelf<ControlEntry>(({ n }) => n)
  readonly #journal = new Shelf<JournalLine>(({ id }) => id)
  #progress: Progress | null = null
  #keys: SpaceKeys | null = null
  #state: StateCache | null = null
  /** Undefined: as it is on the disk. */
  #ahead: ShownAhead | null | undefined
  #apart: WordsApart | null = null

  take(change: Change): void {
    this.#outbox.take(change.outbox, change.outboxDone)
    this.#own.take(change.own, change.ownDone)
    this.#applied.take(change.applied, change.appliedDone)
    this.#aside.take(change.aside, change.asideDone)
    this.#control.take(change.control)
    this.#journal.take(change.journal)
    this.#progress = change.progress ?? this.#progress
    this.#keys = change.keys ?? this.#keys
    this.#state = change.state ?? this.#state
    if (change.ahead !== undefined) this.#ahead = change.ahead
    this.#apart = change.apart ?? this.#apart
  }

  /** Everything as one step, for a disk that takes something again. */
  get change(): Change {
    return {
      outbox: this.#outbox.put,
      outboxDone: this.#outbox.done,
      own: this.#own.put,
      ownDone: this.#own.done,
      applied: this.#applied.put,
      appliedDone: this.#applied.done,
      aside: this.#aside.put,
      asideDone: this.#aside.done,
      control: this.#control.put,
      journal: this.#journal.put,
      ...(this.#progress && { progress: this.#progress }),
      ...(this.#keys && { keys: this.#keys }),
      ...(this.#state && { state: this.#state }),
      ...(this.#ahead !== undefined && { ahead: this.#ahead }),
      ...(this.#apart && { apart: this.#apart }),
    }
  }

  /** Of everything, what another tab can take up: words, and what was signed here, for it to say as it is (P18). */
  get words(): Pick<Change, 'outbox' | 'aside'> {
    const aside = this.#own.put.map(({ bytes }) => ({ position: 0, bytes, why: WAITS }))
    return { outbox: this.#outbox.put, ...(aside.length > 0 && { aside }) }
  }

  /** Those that are not in a record by now, and are not set aside no more. */
  appended({ outbox, aside }: Appended): Appended {
    return { outbox: this.#outbox.left(outbox), aside: this.#aside.left(aside) }
  }

  over(kept: Kept): Kept {
    return {
      keys: this.#keys ?? kept.keys,
      progress: this.#progress ?? kept.progress,
      control: this.#control.over(kept.control),
      outbox: this.#outbox.over(kept.outbox),
      aside: this.#aside.over(kept.aside),
      journal: this.#journal.over(kept.journal),
      state: this.#state ?? kept.state,
      ahead: this.#ahead === undefined ? kept.ahead : this.#ahead,
      apart: this.#apart ?? kept.apart,
    }
  }

  /** The first of this device's own records that is here. */
  get firstOwn(): number | null {
    const seqs = this.#own.put.map(({ seq }) => seq)
    return seqs.length === 0 ? null : Math.min(...seqs)
  }

  ownOver(kept: readonly OwnRecord[], seq: number, count: number): readonly OwnRecord[] {
    return this.#own.over(kept, seq, count)
  }

  appliedOver(kept: readonly AppliedRecord[], number: number, count: number): readonly AppliedRecord[] {
    return this.#applied.over(kept, number, count)
  }
}
