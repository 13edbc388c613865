/** How a space's database is laid out: shelves of sealed values, each under a number. */

import type { DBSchema, IDBPDatabase } from 'idb'
import { areEqual } from '../../../../sync/bytes.ts'
import type { SealedValue } from '../unlock/sealed-value.ts'
import { onlyReads } from './database-handle.ts'

export type Shelf = 'outbox' | 'own' | 'applied' | 'aside' | 'control' | 'journal' | 'single'
export type SpaceShelves = DBSchema & Record<Shelf, { key: number; value: SealedValue }>

export const SHELVES: readonly Shelf[] = ['outbox', 'own', 'applied', 'aside', 'control', 'journal', 'single']
/** Where something that was kept can be done with. */
export const CLEARED = ['outbox', 'aside', 'own', 'applied', 'control'] as const
/** The values that a space has one of. `tenant` names who opened it or wrote in it last: a sealed nothing, new each time. */
export const SINGLE = { keys: 0, progress: 1, state: 2, tenant: 3, ahead: 4, apart: 5 } as const

export interface SealedRow {
  readonly shelf: Shelf
  readonly key: number
  readonly value: SealedValue
}
export type Done = Readonly<Record<(typeof CLEARED)[number], readonly (number | IDBKeyRange)[]>>

export const NOTHING_DONE: Done = { outbox: [], aside: [], own: [], applied: [], control: [] }

export function makeShelves(database: IDBPDatabase<SpaceShelves>): void {
  for (const shelf of SHELVES) database.createObjectStore(shelf)
}

/** Everything, as it was at one moment. */
export async function allRows(database: IDBPDatabase<SpaceShelves>): Promise<readonly SealedRow[]> {
  const transaction = onlyReads(database.transaction([...SHELVES]))
  const read = SHELVES.map(async (shelf): Promise<SealedRow[]> => {
    const store = transaction.objectStore(shelf)
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
    return values.map((value, at) => ({ shelf, key: keys[at] ?? -1, value }))
  })
  return (await Promise.all(read)).flat()
}

/** No two sealings are the same: what has the same beginning is the same value. */
export function isSameValue(left: SealedValue | undefined, right: SealedValue | undefined): boolean {
  return left === undefined || right === undefined ? left === right : areEqual(left.iv, right.iv)
}
