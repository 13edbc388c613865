/**
 * A person's words on their way to the disk. Each change is kept here until it is sealed into a record; it counts as saved
 * once its transaction is complete. When the disk is full or gone the words stay in memory and are tried again.
 */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Bytes } from '../../../../sync/bytes.ts'
import type { Clock } from '../clock.ts'
import { type DeviceError, StorageDamaged, StorageFull, StorageGone, StorageTaken, StorageUnready } from '../errors.ts'
import type { By, SyncState } from '../stage.ts'
import { APPENDED_FROM, type OutboxEntry, type SpaceStore } from '../store/store.ts'

/** What one record takes: one hand's changes, in order. */
export interface Batch {
  readonly by: By
  readonly entries: readonly OutboxEntry[]
}

const TRY_AGAIN_MS = 3000
/** Where the keys of changes begin: below it is room for those that are put back before all others. */
export const FIRST_KEY = 2 ** 40

export class Outbox {
  readonly #store: Pick<SpaceStore, 'write'>
  readonly #clock: Clock
  readonly #here = signal<SyncState['here']>('saved')
  readonly #size = signal(0)
  /** Saved, in order. */
  #kept: OutboxEntry[]
  /** Not saved yet, in order. */
  #fresh: OutboxEntry[] = []
  #nextKey: number
  #firstKey: number
  #saving: Promise<void> = Promise.resolve()
  #isSaving = false
  #callOff: (() => void) | null = null

  constructor(store: Pick<SpaceStore, 'write'>, kept: readonly OutboxEntry[], clock: Clock) {
    this.#store = store
    this.#clock = clock
    this.#kept = [...kept]
    const own = kept.filter(({ key }) => key < APPENDED_FROM)
    this.#nextKey = (own[own.length - 1]?.key ?? FIRST_KEY - 1) + 1
    this.#firstKey = own[0]?.key ?? FIRST_KEY
    this.#size.value = kept.length
  }

  get here(): ReadonlySignal<SyncState['here']> {
    return this.#here
  }

  /** How many changes are not in a record yet. */
  get size(): ReadonlySignal<number> {
    return this.#size
  }

  /** Takes a change at once; saving follows. */
  add(update: Bytes, by: By): void {
    this.#fresh.push({ key: this.#nextKey++, by, update })
    this.#size.value++
    if (this.#here.value === 'saved') this.#here.value = 'saving'
    void this.save()
  }

  /** Something else that had to be written could not be: said until the disk takes something again. */
  trouble(error: DeviceError): void {
    if (!(error instanceof StorageDamaged)) this.#here.value = hereAfter(error)
    this.#callOff ??= this.#clock.after(TRY_AGAIN_MS, () => void this.save())
  }

  /** Resolves when everything so far is saved, or could not be: `here` says which. */
  save(): Promise<void> {
    // A promise that is kept tells of it only later: a change that comes in between would wait for the next one.
    if (this.#isSaving) return this.#saving
    this.#isSaving = true
    this.#saving = this.#saveAll()
    return this.#saving
  }

  /** The key of the change that comes next. */
  get nextKey(): number {
    return this.#nextKey
  }

  /** Saved, and not in a record yet, in order. */
  get saved(): readonly OutboxEntry[] {
    return this.#kept
  }

  /** Every change that is not in a record yet, in order, saved or not. */
  get all(): readonly OutboxEntry[] {
    return [...this.#kept, ...this.#fresh]
  }

  /** The oldest saved changes of one hand, up to this many bytes but at least one; null when there are none. */
  oldest(most_bytes: number): Batch | null {
    const first = this.#kept[0]
    if (!first) return null
    let size = 0
    const isOver = (entry: OutboxEntry): boolean => {
      size += entry.update.length
      return entry !== first && (entry.by !== first.by || size > most_bytes)
    }
    const end = this.#kept.findIndex(isOver)
    return { by: first.by, entries: end < 0 ? [...this.#kept] : this.#kept.slice(0, end) }
  }

  /** These are in a record now, and no longer in the store's outbox. */
  done(entries: readonly OutboxEntry[]): void {
    const keys = new Set(entries.map((entry) => entry.key))
    this.#kept = this.#kept.filter((entry) => !keys.has(entry.key))
    this.#size.value = this.#kept.length + this.#fresh.length
  }

  /**
   * Keys for changes that go back to the front, because their record was never taken: also after a restart they come before
   * what builds on them.
   */
  putBack(changes: readonly { readonly by: By; readonly update: Bytes }[]): OutboxEntry[] {
    this.#firstKey -= changes.length
    return changes.map((change, place) => ({ key: this.#firstKey + place, ...change }))
  }

  /** What another tab has put into the store's outbox; gives back what is new of it. */
  takeAppended(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
    const known = new Set(this.#kept.map(({ key }) => key))
    const fresh = entries.filter(({ key }) => !known.has(key))
    this.#kept.push(...fresh)
    this.#size.value = this.#kept.length + this.#fresh.length
    return fresh
  }

  /** They are in the store's outbox again. */
  returned(entries: readonly OutboxEntry[]): void {
    this.#kept.unshift(...entries)
    this.#size.value = this.#kept.length + this.#fresh.length
  }

  stop(): void {
    this.#callOff?.()
  }

  async #saveAll(): Promise<void> {
    this.#callOff?.()
    this.#callOff = null
    try {
      while (this.#fresh.length > 0) {
        const batch = [...this.#fresh]
        await this.#store.write({ outbox: batch })
        // Changes that came meanwhile are behind these in the same list.
        this.#fresh = this.#fresh.slice(batch.length)
        this.#kept.push(...batch)
      }
      this.#isSaving = false
      this.#here.value = 'saved'
    } catch (error) {
      this.#isSaving = false
      this.#here.value = hereAfter(error)
      this.#callOff = this.#clock.after(TRY_AGAIN_MS, () => void this.save())
    }
  }
}

/** Raises what is not a storage error: a fault of ours. */
export function hereAfter(error: unknown): SyncState['here'] {
  if (error instanceof StorageFull) return 'full'
  const isGone = error instanceof StorageGone || error instanceof StorageUnready || error instanceof StorageTaken
  if (isGone) return 'gone'
  throw error
}
