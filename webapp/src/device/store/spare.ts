/**
 * Where second copies of what is kept lie: in a storage bucket of their own. Chromium keeps each bucket's databases in files
 * apart; what it throws away whole after a kill (webapp/README.md) is then still there once. Browsers without buckets have none.
 */

import { within } from '../../within.ts'
import { DeviceError, StorageUnready } from '../errors.ts'
import { allOrNothing, DatabaseHandle, type Making, removeDatabase } from './database-handle.ts'

export interface Spare {
  /** The databases in it. Null where there is no such place, or, with `never`, where nothing was put there. Raises StorageUnready. */
  databases(making: Making): Promise<IDBFactory | null>
  /** All that is in it goes. */
  clear(): Promise<void>
}

/** The part of the Storage Buckets API that is used. */
interface Buckets {
  keys(): Promise<readonly string[]>
  open(name: string, options: { readonly durability: 'relaxed' }): Promise<{ readonly indexedDB: IDBFactory }>
  delete(name: string): Promise<void>
}

const BUCKET = 'spare'

/** Whoever changes something, or sends what was signed, waits for its copy no longer than this. */
export const COPY_LIMIT_MS = 2000
/** Only whoever has lost everything waits for a copy to be read so long. */
export const COPY_READ_LIMIT_MS = 20_000

export const NO_SPARE: Spare = { databases: async () => null, clear: async () => undefined }

export function browserSpare(): Spare {
  const { storageBuckets } = (globalThis.navigator ?? {}) as { readonly storageBuckets?: Buckets }
  if (!storageBuckets) return NO_SPARE
  return {
    databases: async (making) => {
      try {
        if (making === 'never' && !(await storageBuckets.keys()).includes(BUCKET)) return null
        return (await storageBuckets.open(BUCKET, { durability: 'relaxed' })).indexedDB
      } catch (error) {
        throw new StorageUnready(error) // forbidden, or no room: nobody knows what is in it
      }
    },
    clear: () => storageBuckets.delete(BUCKET).catch(() => undefined), // what stays is found when Kith next starts
  }
}

/** What the copy of a database is called. */
export const copyOf = (database: string): string => `spare ${database}`

/** Whether no copy of this database is there any more. One that cannot go now is empty at least: nobody believes that. */
export async function removeCopy(database: string, spare: Spare): Promise<boolean> {
  try {
    const databases = await spare.databases('never')
    if (databases === null) return true
    await within(COPY_LIMIT_MS, emptied(copyOf(database), spare), undefined)
    return await removeDatabase(copyOf(database), databases)
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error
    return false
  }
}

/**
 * Whether there was a copy of this database, and its room is free now. Chromium gives the room of a bucket back at once, and that
 * of one database in it some day: so all copies go, but not where one of them is all that is left of a place.
 */
export async function givesRoom(database: string, spare: Spare): Promise<boolean> {
  const databases = await spare.databases('never').catch(() => null)
  if (databases === null) return false
  const [copies, kept] = await Promise.all([namesIn(databases), namesIn(indexedDB)])
  const isAllKept = copies?.every((copy) => kept?.some((name) => copyOf(name) === copy))
  if (isAllKept !== true) return removeCopy(database, spare)
  await spare.clear()
  return true
}

/** Null where nobody can tell. */
function namesIn(databases: IDBFactory): Promise<readonly string[] | null> {
  return databases.databases().then(
    (all) => all.map(({ name = '' }) => name),
    () => null,
  )
}

/** Where there is no room even for that, or no such database, nothing happens. */
async function emptied(name: string, spare: Spare): Promise<void> {
  const handle = new DatabaseHandle(
    name,
    () => undefined,
    (making) => spare.databases(making),
  )
  try {
    await handle.run(async (database) => {
      const shelves = [...database.objectStoreNames]
      const transaction = database.transaction(shelves, 'readwrite', { durability: 'relaxed' })
      await allOrNothing(transaction, (asked) => {
        for (const shelf of shelves) asked(transaction.objectStore(shelf).clear())
      })
    })
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error
  } finally {
    handle.close()
  }
}
