/**
 * A store that outlives its disk. What the disk does not take (it is full, the browser has dropped the database, all that
 * was kept is gone) goes on in memory and from there to the server, and `trouble` says so; as soon as the disk takes
 * something again it is all written, in one step. Whoever loses the page before that is left with an old disk, as one
 * that was restored: this device takes up what the server has of it (P22), and what it never sent is gone, as was said.
 */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Clock } from '../clock.ts'
import { StorageFull, StorageGone, StorageTaken, StorageUnready } from '../errors.ts'
import type { Signing } from '../tabs.ts'
import { Hold } from './hold.ts'
import {
  type Appended,
  type AppliedRecord,
  type Change,
  type Kept,
  NOTHING_APART,
  type OwnRecord,
  type SpaceStore,
} from './store.ts'

/** `full`: no room. `gone`: the disk cannot be written, or has lost what was kept. */
export type Trouble = 'full' | 'gone'

/** The part of a Signing that is used here. */
type Signs = Pick<Signing, 'isAnothers' | 'begin' | 'end'>

const TRY_AGAIN_MS = 3000
const NOTHING: Kept = {
  keys: null,
  progress: null,
  control: [],
  outbox: [],
  aside: [],
  journal: [],
  state: null,
  ahead: null,
  apart: NOTHING_APART,
}

export class Lifeboat implements SpaceStore {
  readonly #disk: SpaceStore
  readonly #clock: Clock
  readonly #signing: Signs | null
  readonly #trouble = signal<Trouble | null>(null)
  /** What the disk does not have. */
  #hold: Hold | null = null
  /** The disk has lost everything, this device's keys too: no later life of it can contradict this one. */
  #isSunk = false
  #isTaken = false
  #isClosed = false
  /** One write after another: what could not be written must not end up over what came after it. */
  #turn: Promise<unknown> = Promise.resolve()
  #callOff: (() => void) | null = null

  /** `signing` is shared by all tabs that may have this place; null where there is no other. */
  constructor(disk: SpaceStore, clock: Clock, signing: Signs | null = null) {
    this.#disk = disk
    this.#clock = clock
    this.#signing = signing
  }

  /** Null while the disk has everything. */
  get trouble(): ReadonlySignal<Trouble | null> {
    return this.#trouble
  }

  /** Raises StorageTaken for all but words, and what is a fault of ours; a cache also StorageFull: it is not worth the room in memory. */
  write(change: Change): Promise<void> {
    return this.#inTurn(() => this.#write(change))
  }

  /** Tries the disk again, now. Resolves when it has everything, or still cannot. */
  goAshore(): Promise<void> {
    return this.#inTurn(() => this.#unload())
  }

  async read(): Promise<Kept> {
    const hold = this.#hold
    const kept = await this.#kept(() => this.#disk.read(), NOTHING)
    return hold ? hold.over(kept) : kept
  }

  async ownFrom(seq: number, count: number): Promise<readonly OwnRecord[]> {
    const hold = this.#hold
    const kept = await this.#kept(() => this.#disk.ownFrom(seq, count), [])
    return hold ? hold.ownOver(kept, seq, count) : kept
  }

  async appliedFrom(number: number, count: number): Promise<readonly AppliedRecord[]> {
    const hold = this.#hold
    const kept = await this.#kept(() => this.#disk.appliedFrom(number, count), [])
    return hold ? hold.appliedOver(kept, number, count) : kept
  }

  async appended(): Promise<Appended> {
    const hold = this.#hold
    const kept = this.#isSunk ? undefined : await this.#disk.appended?.()
    if (kept === undefined) return { outbox: [], aside: [] }
    return hold ? hold.appended(kept) : kept
  }

  yields(): void {
    this.#isTaken = true
    this.#disk.yields?.()
  }

  isSignedElsewhere(): Promise<boolean> {
    return this.#signing?.isAnothers() ?? Promise.resolve(false)
  }

  ownInMemoryFrom(): number | null {
    return this.#hold?.firstOwn ?? null
  }

  close(): void {
    this.#isClosed = true
    this.#signing?.end()
    this.#callOff?.()
    this.#disk.close()
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(step)
    this.#turn = done.catch(() => undefined) // said to whoever asked
    return done
  }

  async #write(change: Change): Promise<void> {
    if (this.#hold === null) {
      try {
        return await this.#disk.write(change)
      } catch (error) {
        if (isCache(change) || takesAway(change) || !(await this.#maySign(change))) throw error
        this.#enter(error)
      }
    }
    if (this.#isTaken && !isWords(change)) throw new StorageTaken()
    if (isCache(change) || takesAway(change) || !(await this.#maySign(change))) throw new StorageFull()
    this.#hold?.take(change)
  }

  /** A record of this device's own stays in memory only where no other tab signs meanwhile (P18). */
  async #maySign({ own = [] }: Change): Promise<boolean> {
    return own.length === 0 || this.#signing === null || (await this.#signing.begin())
  }

  async #unload(): Promise<void> {
    this.#callOff?.()
    this.#callOff = null
    if (this.#hold === null || this.#isSunk || this.#isClosed) return
    try {
      await this.#putAshore(this.#hold)
      this.#trouble.value = null
      this.#hold = null
      this.#signing?.end()
    } catch (error) {
      this.#enter(error)
    }
  }

  /** Everything; or, where another tab has the place, the words and what was signed, for that tab to take up. */
  async #putAshore(hold: Hold): Promise<void> {
    if (!this.#isTaken) {
      try {
        return await this.#disk.write(hold.change)
      } catch (error) {
        if (!(error instanceof StorageTaken)) throw error
        this.#isTaken = true
      }
    }
    await this.#disk.write(hold.words)
  }

  /** Raises what memory cannot help: a place that another tab has, a fault of ours. */
  #enter(error: unknown): void {
    if (error instanceof StorageGone) this.#isSunk = true
    else if (!(error instanceof StorageFull || error instanceof StorageUnready)) throw error
    this.#hold ??= new Hold()
    this.#trouble.value = error instanceof StorageFull ? 'full' : 'gone'
    if (this.#isSunk || this.#isClosed) return
    this.#callOff?.()
    this.#callOff = this.#clock.after(TRY_AGAIN_MS, () => void this.goAshore())
  }

  async #kept<Found>(read: () => Promise<Found>, nothing: Found): Promise<Found> {
    if (this.#isSunk) return nothing
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof StorageGone) || this.#hold === null) throw error
      return nothing
    }
  }
}

/** What may follow those in hand also where another tab has the place. */
const isWords = ({ outbox: _, ...more }: Change): boolean => Object.keys(more).length === 0

/** Nothing but what makes the next start faster. */
const isCache = ({ state, ...more }: Change): boolean => state !== undefined && Object.keys(more).length === 0

/** Another history: it happens on the disk whole, or waits until there is room. */
const takesAway = ({ controlFrom }: Change): boolean => controlFrom !== undefined
