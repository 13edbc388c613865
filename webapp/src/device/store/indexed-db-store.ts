/**
 * A SpaceStore in IndexedDB, one database for each space. Every value is sealed under the vault key before its transaction
 * opens; a write is done when its transaction is complete, with strict durability, and not a moment earlier. Whoever opened
 * it last writes; a tab that was frozen and wakes would put an old place over the present one, and may only append words.
 * Where a full disk let somebody open it and not say so, whoever writes first goes on.
 */

import { deleteDB, type IDBPDatabase, unwrap } from 'idb'
import type { Bytes } from '../../../../sync/bytes.ts'
import { within } from '../../within.ts'
import { StorageFull, StorageGone, StorageTaken, StorageUnready } from '../errors.ts'
import { openValue, type SealedValue, sealValue } from '../unlock/sealed-value.ts'
import { allOrNothing, DatabaseHandle, onlyReads } from './database-handle.ts'
import { type Put, putsOf } from './puts.ts'
import { SecondCopy } from './second-copy.ts'
import {
  allRows,
  CLEARED,
  type Done,
  isSameValue,
  makeShelves,
  NOTHING_DONE,
  type SealedRow,
  type Shelf,
  SINGLE,
  type SpaceShelves,
} from './shelves.ts'
import { COPY_LIMIT_MS, NO_SPARE, type Spare } from './spare.ts'
import {
  APPENDED_FROM,
  type Appended,
  type AppliedRecord,
  type Change,
  type ControlEntry,
  type Kept,
  NOTHING_APART,
  type OwnRecord,
  type SpaceStore,
  type StateCache,
} from './store.ts'
import {
  aheadForm,
  apartForm,
  asideForm,
  journalForm,
  keysForm,
  outboxForm,
  progressForm,
  stateForm,
} from './stored-forms.ts'

/** By one tab: 2^20 of them, from each of 2^32 places, lie below 2^53. */
const APPENDED_AT_MOST = 2 ** 20

export class IndexedDbStore implements SpaceStore {
  readonly #key: CryptoKey
  readonly #copy: SecondCopy
  readonly #handle: DatabaseHandle<SpaceShelves>
  /** Transactions open in the order in which the changes were given, however long each took to seal. */
  #turn: Promise<unknown> = Promise.resolve()
  /** Resolves when the copy lets the next step begin. */
  #copied: Promise<void> = Promise.resolve()
  /** What names the last to write, as far as this one knows. */
  #tenant: SealedValue | undefined
  /** What names this one from its next step on: the same until that is known to have happened. */
  #next: SealedValue | null = null
  /** Another has the place: not a step more. */
  #hasYielded = false
  /** Drawn once for each opening: no two tabs append under the same. */
  #appendKey = APPENDED_FROM + (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) * APPENDED_AT_MOST

  private constructor(name: string, key: CryptoKey, spare: Spare) {
    this.#key = key
    this.#handle = new DatabaseHandle(name, makeShelves)
    this.#copy = new SecondCopy(name, spare, () => this.#handle.run(allRows))
  }

  /** Makes a new, empty database. Raises StorageFull or StorageUnready. */
  static async create(name: string, key: CryptoKey, spare = NO_SPARE): Promise<IndexedDbStore> {
    const store = new IndexedDbStore(name, key, spare)
    await store.#handle.open('where there is none')
    await store.#moveIn()
    return store
  }

  /** Raises StorageGone where nothing of that name is kept, nor a copy of it. */
  static async open(name: string, key: CryptoKey, spare = NO_SPARE): Promise<IndexedDbStore> {
    const store = new IndexedDbStore(name, key, spare)
    await store.#run(async () => undefined)
    await store.#moveIn()
    return store
  }

  write(change: Change): Promise<void> {
    const sealing = Promise.all(putsOf(change).map((put) => this.#sealed(put)))
    const done = Promise.all([sealing, this.#turn]).then(([puts]) =>
      this.#commit(puts, {
        outbox: change.outboxDone ?? [],
        aside: change.asideDone ?? [],
        own: change.ownDone ?? [],
        applied: change.appliedDone ?? [],
        control: change.controlFrom === undefined ? [] : [IDBKeyRange.lowerBound(change.controlFrom)],
      }).catch((error: unknown) => this.#append(change, error)),
    )
    const free = () => within(COPY_LIMIT_MS, this.#copied, undefined)
    this.#turn = done.then(free, free) // a change that failed does not stop the next
    if (change.own === undefined || change.own.length === 0) return done
    // A copy that did not know of it could sign another under its number, and say that by another way than the server (P18).
    return done.then(() => within(COPY_LIMIT_MS, this.isCopied(), undefined))
  }

  async read(): Promise<Kept> {
    return {
      keys: await this.#single(SINGLE.keys, keysForm.read),
      progress: await this.#single(SINGLE.progress, progressForm.read),
      control: (await this.#all('control')).map(([n, bytes]): ControlEntry => ({ n, bytes })),
      outbox: (await this.#all('outbox')).map(([, bytes]) => outboxForm.read(bytes)),
      aside: (await this.#all('aside', Number.NEGATIVE_INFINITY)).map(([, bytes]) => asideForm.read(bytes)),
      journal: (await this.#all('journal')).map(([, bytes]) => journalForm.read(bytes)),
      state: await this.#cached(),
      ahead: await this.#single(SINGLE.ahead, aheadForm.read),
      apart: (await this.#single(SINGLE.apart, apartForm.read)) ?? NOTHING_APART,
    }
  }

  async ownFrom(seq: number, count: number): Promise<readonly OwnRecord[]> {
    return (await this.#all('own', seq, count)).map(([key, bytes]) => ({ seq: key, bytes }))
  }

  async appliedFrom(number: number, count: number): Promise<readonly AppliedRecord[]> {
    return (await this.#all('applied', number, count)).map(([key, bytes]) => ({ number: key, bytes }))
  }

  async appended(): Promise<Appended> {
    const aside = await this.#all('aside', Number.NEGATIVE_INFINITY)
    return {
      outbox: (await this.#all('outbox', APPENDED_FROM)).map(([, bytes]) => outboxForm.read(bytes)),
      aside: aside.filter(([position]) => position <= -APPENDED_FROM).map(([, bytes]) => asideForm.read(bytes)),
    }
  }

  yields(): void {
    this.#hasYielded = true
  }

  /** Resolves when everything so far is in the second copy too, or will never be. */
  isCopied(): Promise<void> {
    return this.#copy.caughtUp()
  }

  close(): void {
    this.#handle.close()
    this.#copy.close()
  }

  /**
   * As the handle does, and where all of it is gone, brings it back from its copy first; where there is no room, the copy goes.
   * Raises StorageGone or StorageFull where there is no copy.
   */
  async #run<Answer>(step: (database: IDBPDatabase<SpaceShelves>) => Promise<Answer>): Promise<Answer> {
    try {
      return await this.#handle.run(step)
    } catch (error) {
      if (!(await this.#isHelped(error))) throw error
      return this.#handle.run(step)
    }
  }

  #isHelped(error: unknown): Promise<boolean> | false {
    if (error instanceof StorageGone) return this.#copy.isPutBack()
    return error instanceof StorageFull && this.#copy.makesRoom()
  }

  /** From now on the store of another tab is refused. On a full disk it is not yet, so that the place can still be read. */
  async #moveIn(): Promise<void> {
    const tenant = await this.#named()
    try {
      const before = await this.#run(async (database) => {
        const transaction = database.transaction('single', 'readwrite', { durability: 'strict' })
        let found: SealedValue | undefined
        await allOrNothing(transaction, async (asked) => {
          found = await transaction.store.get(SINGLE.tenant)
          asked(transaction.store.put(tenant, SINGLE.tenant))
        })
        return found
      })
      this.#isNamed(tenant)
      this.#copied = this.#copy.follow({ puts: [], done: NOTHING_DONE, tenants: { before, after: tenant } })
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error
      this.#tenant = await this.#handle.run((database) =>
        onlyReads(database.transaction('single')).store.get(SINGLE.tenant),
      )
    }
  }

  async #named(): Promise<SealedValue> {
    this.#next ??= await sealValue(this.#key, ['single', SINGLE.tenant], new Uint8Array())
    return this.#next
  }

  #isNamed(tenant: SealedValue): void {
    this.#tenant = tenant
    this.#next = null
  }

  async #sealed({ shelf, key, value }: Put): Promise<SealedRow> {
    return { shelf, key, value: await sealValue(this.#key, [shelf, key], value) }
  }

  async #commit(puts: readonly SealedRow[], done: Done): Promise<void> {
    const shelves = new Set<Shelf>(puts.map((put) => put.shelf))
    const emptied = CLEARED.filter((shelf) => done[shelf].length > 0)
    for (const shelf of emptied) shelves.add(shelf)
    if (shelves.size === 0) return
    const next = await this.#named()
    const before = await this.#run(async (database) => {
      if (this.#hasYielded) throw new StorageTaken()
      const transaction = database.transaction([...shelves.add('single')], 'readwrite', { durability: 'strict' })
      let tenant: SealedValue | undefined
      await allOrNothing(transaction, async (asked) => {
        tenant = await transaction.objectStore('single').get(SINGLE.tenant)
        // `next` where a step that was never answered did happen.
        if (!isSameValue(tenant, this.#tenant) && !isSameValue(tenant, next)) throw new StorageTaken()
        for (const shelf of emptied) {
          for (const key of done[shelf]) asked(transaction.objectStore(shelf).delete(key))
        }
        // A put that fails ends the transaction with its own reason: a promise for each of a whole log would only cost.
        const plain = unwrap(transaction)
        for (const { shelf, key, value } of puts) plain.objectStore(shelf).put(value, key)
        asked(transaction.objectStore('single').put(next, SINGLE.tenant))
      })
      return tenant
    })
    this.#isNamed(next)
    this.#copied = this.#copy.follow({ puts, done, tenants: { before, after: next } })
  }

  /**
   * Another tab has the place: words still go into its outbox, behind its own and under other keys, and records that were
   * signed here are set aside for it, below all positions. Nothing else does.
   */
  async #append(change: Change, error: unknown): Promise<void> {
    const { outbox = [], aside = [], ...more } = change
    if (!(error instanceof StorageTaken) || Object.keys(more).length > 0) throw error
    const entries = outbox.map((entry) => ({ ...entry, key: this.#appendKey++ }))
    const records = aside.map((record) => ({ ...record, position: -this.#appendKey++ }))
    const puts = await Promise.all(putsOf({ outbox: entries, aside: records }).map((put) => this.#sealed(put)))
    await this.#run(async (database) => {
      const shelves: Shelf[] = ['outbox', 'aside']
      const transaction = database.transaction(shelves, 'readwrite', { durability: 'strict' })
      await allOrNothing(transaction, (asked) => {
        for (const { shelf, key, value } of puts) asked(transaction.objectStore(shelf).put(value, key))
      })
    })
    this.#copied = this.#copy.follow({ puts, done: NOTHING_DONE, tenants: null })
  }

  async #single<Value>(key: number, read: (bytes: Bytes) => Value): Promise<Value | null> {
    const value = await this.#run((database) => onlyReads(database.transaction('single')).store.get(key))
    return value === undefined ? null : read(await openValue(this.#key, ['single', key], value))
  }

  async #cached(): Promise<StateCache | null> {
    try {
      return await this.#single(SINGLE.state, stateForm.read)
    } catch (error) {
      if (error instanceof StorageGone || error instanceof StorageUnready) throw error
      return null // a cache that does not open costs time, nothing else
    }
  }

  async #all(shelf: Shelf, first = 0, count?: number): Promise<[number, Bytes][]> {
    const range = IDBKeyRange.lowerBound(first)
    const [keys, values] = await this.#run((database) => {
      const { store } = onlyReads(database.transaction(shelf))
      return Promise.all([store.getAllKeys(range, count), store.getAll(range, count)])
    })
    return Promise.all(
      values.map(async (value, at): Promise<[number, Bytes]> => {
        const key = keys[at] ?? -1
        return [key, await openValue(this.#key, [shelf, key], value)]
      }),
    )
  }
}

/** Removes a space's database. What is in it cannot be read again. */
export async function forgetDatabase(name: string): Promise<void> {
  await deleteDB(name)
}
