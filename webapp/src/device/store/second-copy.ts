/**
 * The second copy of one space's database, in the spare: every row as it lies, sealed. It takes each step once the disk has
 * it, and the next step waits for that, so that no kill comes in the middle of both. A step that does not follow the one before
 * (after a kill, and the first of all) has everything compared. What cannot be kept up is removed: an old copy helps nobody. Where
 * the disk itself cannot be read it stays: it may be all that is left. After a rest it is taken up again, with the next step,
 * as when it is first opened: there may be room by then.
 */

import { type IDBPDatabase, unwrap } from 'idb'
import { within } from '../../within.ts'
import { DeviceError, StorageGone } from '../errors.ts'
import type { SealedValue } from '../unlock/sealed-value.ts'
import { allOrNothing, DatabaseHandle } from './database-handle.ts'
import {
  allRows,
  CLEARED,
  type Done,
  isSameValue,
  makeShelves,
  type SealedRow,
  SHELVES,
  SINGLE,
  type SpaceShelves,
} from './shelves.ts'
import { COPY_READ_LIMIT_MS, copyOf, givesRoom, removeCopy, type Spare } from './spare.ts'

/** One step, as the disk has it. */
export interface Step {
  readonly puts: readonly SealedRow[]
  readonly done: Done
  /** What named the last to write before this step, and since; null where words were appended, behind everybody else's. */
  readonly tenants: { readonly before: SealedValue | undefined; readonly after: SealedValue } | null
}

/** On a disk that stays full everything is written twice so often, and taken away again. */
export const COPY_REST_MS = 10 * 60_000

type Database = IDBPDatabase<SpaceShelves>

export class SecondCopy {
  readonly #name: string
  readonly #spare: Spare
  #handle: DatabaseHandle<SpaceShelves>
  readonly #disk: () => Promise<readonly SealedRow[]>
  #turn: Promise<void> = Promise.resolve()
  /** Steps that were given, and up to which of them the copy was compared. */
  #given = 0
  #compared = 0
  #isComparing = false
  #isOver = false
  /** Until then nothing is put into it, by the time that this page has run; null while it is kept up. */
  #restsUntil_ms: number | null = null

  /** `disk` reads all that it is a copy of. */
  constructor(name: string, spare: Spare, disk: () => Promise<readonly SealedRow[]>) {
    this.#name = name
    this.#spare = spare
    this.#disk = disk
    this.#handle = this.#unopened()
  }

  #unopened(): DatabaseHandle<SpaceShelves> {
    return new DatabaseHandle(copyOf(this.#name), makeShelves, (making) => this.#spare.databases(making))
  }

  /** What the disk has just taken. Resolves when the next step may be written: this one is done, or all is being compared. */
  follow(step: Step): Promise<void> {
    const number = ++this.#given
    const isBusy = this.#isComparing
    return new Promise((free) => {
      if (isBusy) free()
      this.#turn = this.#turn
        .then(() => this.#follow(step, number, free))
        .catch((error: unknown) => this.#giveUp(error))
        .finally(free)
    })
  }

  /** Resolves when everything so far is in it too, or will never be. */
  caughtUp(): Promise<void> {
    return this.#turn
  }

  /** Makes the database anew that it is a copy of. False where there is no whole copy. Raises DeviceError. */
  async isPutBack(): Promise<boolean> {
    const rows = await within(COPY_READ_LIMIT_MS, this.#rows(), null)
    if (rows === null) return false
    const whole = new DatabaseHandle<SpaceShelves>(this.#name, (database, transaction) => {
      makeShelves(database)
      const plain = unwrap(transaction)
      for (const { shelf, key, value } of rows) plain.objectStore(shelf).put(value, key)
    })
    await whole.open('where there is none')
    whole.close()
    return true
  }

  async #rows(): Promise<readonly SealedRow[] | null> {
    await this.#turn
    if (this.#restsUntil_ms !== null) return null // what is left of it may be old
    try {
      await this.#handle.open('never')
      const rows = await this.#handle.run(allRows)
      return rows.some(({ shelf, key }) => shelf === 'single' && key === SINGLE.tenant) ? rows : null
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
      return null
    }
  }

  /** The disk is full, and has the room of the copy first. Whether there was one. */
  async makesRoom(): Promise<boolean> {
    if (this.#isOver || this.#restsUntil_ms !== null) return false
    this.#rest()
    return givesRoom(this.#name, this.#spare)
  }

  close(): void {
    void this.#turn.then(() => this.#stop())
  }

  async #follow(step: Step, number: number, free: () => void): Promise<void> {
    if (this.#isOver || number <= this.#compared) return
    if (this.#restsUntil_ms !== null) {
      if (step.tenants === null || performance.now() < this.#restsUntil_ms) return
      this.#restsUntil_ms = null
    }
    const isNext = await this.#handle.run((database) => taken(database, step)).catch(notThere)
    if (isNext || step.tenants === null) return
    this.#isComparing = true
    free()
    try {
      await this.#compare()
    } finally {
      this.#isComparing = false
    }
  }

  /** Makes it the same as the disk, in one step; once more where another tab wrote in it since the disk was read. */
  async #compare(): Promise<void> {
    await this.#handle.open('where there is none') // first: where there is no spare, nothing is read for it
    for (let isSame = false; !isSame; ) {
      const given = this.#given
      const before = await this.#handle.run(allRows)
      const rows = await this.#disk().catch(unread)
      if (rows === null) return this.#rest()
      isSame = await this.#handle.run((database) => makeSame(database, before, rows))
      if (isSame) this.#compared = given
    }
  }

  #rest(): void {
    this.#restsUntil_ms = performance.now() + COPY_REST_MS
    this.#handle.close()
    this.#handle = this.#unopened()
  }

  #stop(): void {
    this.#isOver = true
    this.#handle.close()
  }

  async #giveUp(error: unknown): Promise<void> {
    if (this.#isOver || this.#restsUntil_ms !== null) return
    this.#rest()
    await removeCopy(this.#name, this.#spare).catch(() => false) // what stays is compared when it is taken up again
    // The words are on the disk all the same: nobody who writes is to be troubled, but a fault of ours is reported.
    if (!(error instanceof DeviceError)) queueMicrotask(() => Promise.reject(error))
  }
}

/** False, and nothing happened, where it does not follow what was taken last. */
async function taken(database: Database, { puts, done, tenants }: Step): Promise<boolean> {
  const transaction = database.transaction([...SHELVES], 'readwrite', { durability: 'relaxed' })
  let isNext = true
  await allOrNothing(transaction, async (asked) => {
    if (tenants !== null) {
      const tenant = await transaction.objectStore('single').get(SINGLE.tenant)
      if (isSameValue(tenant, tenants.after) && !isSameValue(tenants.before, tenants.after)) return // compared since
      isNext = tenant !== undefined && isSameValue(tenant, tenants.before)
      if (!isNext) return
    }
    for (const shelf of CLEARED) for (const key of done[shelf]) asked(transaction.objectStore(shelf).delete(key))
    const plain = unwrap(transaction)
    for (const { shelf, key, value } of puts) plain.objectStore(shelf).put(value, key)
    if (tenants !== null) plain.objectStore('single').put(tenants.after, SINGLE.tenant)
  })
  return isNext
}

/** False, and nothing happened, where it is not as it was `before`: a tab that was frozen may have read the disk long ago. */
async function makeSame(
  database: Database,
  before: readonly SealedRow[],
  rows: readonly SealedRow[],
): Promise<boolean> {
  const nameOf = ({ shelf, key }: Pick<SealedRow, 'shelf' | 'key'>): string => `${shelf} ${key}`
  const gone = new Map(before.map((row) => [nameOf(row), row]))
  const fresh = rows.filter((row) => !isSameValue(gone.get(nameOf(row))?.value, row.value))
  for (const row of rows) gone.delete(nameOf(row))
  const transaction = database.transaction([...SHELVES], 'readwrite', { durability: 'relaxed' })
  let isAsBefore = true
  await allOrNothing(transaction, async () => {
    const tenant = await transaction.objectStore('single').get(SINGLE.tenant)
    // Each step has a tenant of its own, but for appended words, and with these there are more.
    const counts = await Promise.all(APPENDED_TO.map((shelf) => transaction.objectStore(shelf).count()))
    const wasTenant = before.find(({ shelf, key }) => shelf === 'single' && key === SINGLE.tenant)
    const hasMore = APPENDED_TO.some((name, at) => counts[at] !== before.filter(({ shelf }) => shelf === name).length)
    isAsBefore = isSameValue(tenant, wasTenant?.value) && !hasMore
    if (!isAsBefore) return
    const plain = unwrap(transaction)
    for (const { shelf, key } of gone.values()) plain.objectStore(shelf).delete(key)
    for (const { shelf, key, value } of fresh) plain.objectStore(shelf).put(value, key)
  })
  return isAsBefore
}

const APPENDED_TO = ['outbox', 'aside'] as const

function notThere(error: unknown): false {
  if (error instanceof StorageGone) return false
  throw error
}

function unread(error: unknown): null {
  if (error instanceof DeviceError) return null
  throw error
}
