/** A place apart for second copies, in Node: for tests only. */

import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import type { Making } from '../store/database-handle.ts'
import type { Spare } from '../store/spare.ts'

/** Databases apart from all others, as a storage bucket has them. */
export class TestSpare implements Spare {
  #factory: IDBFactory | null = null

  async databases(making: Making): Promise<IDBFactory | null> {
    if (making === 'where there is none') this.#factory ??= new FakeFactory() as IDBFactory
    return this.#factory
  }

  async clear(): Promise<void> {
    const factory = this.#factory
    this.#factory = null
    for (const { name = '' } of (await factory?.databases()) ?? []) factory?.deleteDatabase(name)
  }

  /** What puts back all that is in it now. */
  async asItIs(): Promise<() => void> {
    const kept = new FakeFactory() as IDBFactory
    for (const name of await this.names()) await copyDatabase(name, this.#factory ?? kept, kept)
    return () => {
      this.#factory = kept
    }
  }

  /** What is in it. */
  async names(): Promise<readonly string[]> {
    const all = (await this.#factory?.databases()) ?? []
    return all.map(({ name = '' }) => name).sort()
  }
}

/** Somebody waits until another says that they may go on. */
export class Gate {
  opens: () => void = () => undefined
  readonly isOpen = new Promise<void>((open) => {
    this.opens = open
  })
}

async function copyDatabase(name: string, from: IDBFactory, to: IDBFactory): Promise<void> {
  const open = (factory: IDBFactory, make: (database: IDBDatabase) => void = () => undefined): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const opening = factory.open(name, 1)
      opening.onupgradeneeded = () => make(opening.result)
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
  const before = await open(from)
  const shelves = [...before.objectStoreNames]
  const after = await open(to, (database) => {
    for (const shelf of shelves) database.createObjectStore(shelf)
  })
  const reading = before.transaction(shelves)
  const rows = shelves.map((shelf) => {
    const store = reading.objectStore(shelf)
    return { shelf, keys: store.getAllKeys(), values: store.getAll() }
  })
  await new Promise((resolve) => reading.addEventListener('complete', resolve))
  const writing = after.transaction(shelves, 'readwrite')
  for (const { shelf, keys, values } of rows) {
    for (const [at, value] of values.result.entries()) writing.objectStore(shelf).put(value, keys.result[at])
  }
  await new Promise((resolve) => writing.addEventListener('complete', resolve))
  before.close()
  after.close()
}
