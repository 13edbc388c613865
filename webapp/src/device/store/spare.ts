/**
 * Where second copies of what is kept lie: in a storage bucket of their own. Chromium keeps each bucket's databases in files
 * apart; what it throws away whole after a kill (webapp/README.md) is then still there once. Browsers without buckets have none.
 */

import { DeviceError } from '../errors.ts'
import type { Making } from './database-handle.ts'
import { removeDatabase } from './database-handle.ts'

export interface Spare {
  /** The databases in it. Null where there is no such place, or, with `never`, where nothing was put there. */
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
  const tried = <Answer>(step: () => Promise<Answer>): Promise<Answer | null> =>
    // Forbidden, or no room: then nothing is kept twice, and nothing else is different.
    step().catch(() => null)
  return {
    databases: (making) =>
      tried(async () => {
        if (making === 'never' && !(await storageBuckets.keys()).includes(BUCKET)) return null
        return (await storageBuckets.open(BUCKET, { durability: 'relaxed' })).indexedDB
      }),
    clear: async () => void (await tried(() => storageBuckets.delete(BUCKET))),
  }
}

/** What the copy of a database is called. */
export const copyOf = (database: string): string => `spare ${database}`

/** Whether no copy of this database is there any more. */
export async function removeCopy(database: string, spare: Spare): Promise<boolean> {
  const databases = await spare.databases('never')
  if (databases === null) return true
  try {
    return await removeDatabase(copyOf(database), databases)
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error
    return false
  }
}
