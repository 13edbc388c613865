/**
 * An IndexedDB database that comes back when the browser drops it. iOS kills open databases many times a day, and every
 * later use of the dead handle fails: so each step is tried again on a new one, and what went wrong gets a name.
 */

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames, wrap } from 'idb'
import { within } from '../../within.ts'
import { DeviceError, StorageFull, StorageGone, StorageUnready } from '../errors.ts'

/** Most come back at once, some after a second. */
const REOPEN_AFTER_MS = [0, 50, 250, 1000] as const
/** A database goes when every tab has let go of it, and a tab that is frozen cannot. */
const REMOVING_LIMIT_MS = 4000
// VersionError: a newer Kith in another tab has the database; it is not lost.
const DEAD = new Set([
  'VersionError',
  'InvalidStateError',
  'UnknownError',
  'TransactionInactiveError',
  'AbortError',
  'TimeoutError',
])

/** `where there is none`: make it. `never`: a kept place that was cleared away must not come back as an empty one. */
export type Making = 'where there is none' | 'never'

/** Where databases are: null where there is no such place. */
export type Databases = (making: Making) => Promise<IDBFactory | null>

const here: Databases = async () => indexedDB

/** While a database is made: all that is put then is there with it, or neither is. */
export type BeingMade<Schema extends DBSchema> = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>

type Make<Schema extends DBSchema> = (database: IDBPDatabase<Schema>, transaction: BeingMade<Schema>) => void

export class DatabaseHandle<Schema extends DBSchema> {
  readonly #name: string
  readonly #make: Make<Schema>
  readonly #databases: Databases
  /** One for all who ask: a handle that nobody knew of would stay open for ever, and be in everybody's way. */
  #opening: Promise<IDBPDatabase<Schema>> | null = null
  #closed = false

  constructor(name: string, make: Make<Schema>, databases = here) {
    this.#name = name
    this.#make = make
    this.#databases = databases
  }

  /** Raises StorageGone, StorageFull or StorageUnready. */
  async open(making: Making): Promise<void> {
    await this.#retried(making, async () => undefined)
  }

  /** `step` may run more than once, each time on a whole new handle. */
  run<Answer>(step: (database: IDBPDatabase<Schema>) => Promise<Answer>): Promise<Answer> {
    return this.#retried('never', step)
  }

  close(): void {
    this.#closed = true
    this.#forget(this.#opening)
  }

  async #retried<Answer>(making: Making, step: (database: IDBPDatabase<Schema>) => Promise<Answer>): Promise<Answer> {
    let last: unknown
    for (const wait_ms of REOPEN_AFTER_MS) {
      if (wait_ms > 0) await new Promise((resolve) => setTimeout(resolve, wait_ms))
      const opening = this.#opened(making)
      try {
        return await step(await opening)
      } catch (error) {
        last = named(error)
        if (!(last instanceof StorageUnready) || this.#closed) break
        this.#forget(opening)
      }
    }
    throw last
  }

  #opened(making: Making): Promise<IDBPDatabase<Schema>> {
    if (this.#closed) return Promise.reject(new StorageUnready('closed'))
    if (this.#opening) return this.#opening
    const make = this.#make
    let isMissing = false
    const open = async (): Promise<IDBPDatabase<Schema>> => {
      const databases = await this.#databases(making)
      if (databases === null) throw new StorageGone('no place for it')
      const request = databases.open(this.#name, 1)
      request.onupgradeneeded = () => {
        const transaction = wrap(plainOf(request.transaction)) as unknown as BeingMade<Schema>
        transaction.done.catch(() => undefined) // said by the opening itself
        if (making === 'where there is none')
          return make(wrap(request.result) as unknown as IDBPDatabase<Schema>, transaction)
        isMissing = true
        transaction.abort()
      }
      const database = await (wrap(request) as unknown as Promise<IDBPDatabase<Schema>>)
      for (const end of ['versionchange', 'close'] as const) database.addEventListener(end, () => this.#forget(opening))
      return database
    }
    const opening = open().catch((error: unknown) => {
      this.#forget(opening)
      throw isMissing ? new StorageGone(error) : error
    })
    this.#opening = opening
    return opening
  }

  /** Not the one that somebody else has opened since. */
  #forget(opening: Promise<IDBPDatabase<Schema>> | null): void {
    if (this.#opening === opening) this.#opening = null
    opening?.then(
      (database) => database.close(),
      () => undefined,
    )
  }
}

/** Whether it is gone now. Where a tab still has it open it goes when that one ends. Raises StorageUnready. */
export async function removeDatabase(name: string, databases: IDBFactory = indexedDB): Promise<boolean> {
  try {
    return await within(
      REMOVING_LIMIT_MS,
      wrap(databases.deleteDatabase(name)).then(() => true),
      false,
    )
  } catch (error) {
    throw named(error)
  }
}

function plainOf(transaction: IDBTransaction | null): IDBTransaction {
  if (transaction === null) throw new Error('a database is made in a transaction')
  return transaction
}

/** A transaction, as far as its end goes. */
interface Ending {
  readonly done: Promise<void>
  abort(): void
}

/** Whatever `ask` puts or takes away through `asked` happens, all of it, or nothing does; then it says why. */
export async function allOrNothing(
  transaction: Ending,
  ask: (asked: (request: Promise<unknown>) => void) => void | Promise<void>,
): Promise<void> {
  transaction.done.catch(() => undefined) // may come before it is awaited below
  const requests: Promise<unknown>[] = [transaction.done]
  try {
    await ask((request) => void requests.push(request))
  } catch (error) {
    abandon(transaction) // else what was put so far would stay, alone
    requests.push(Promise.reject(error))
  }
  const answers = await Promise.allSettled(requests)
  const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  // The others only say that they were aborted with the one that failed.
  if (reasons.length > 0) throw reasons.find((reason) => nameOf(reason) !== 'AbortError') ?? reasons[0]
}

/** For a transaction that only reads: where it is aborted, its requests say so, and nobody waits for its end. */
export function onlyReads<Reading extends Pick<Ending, 'done'>>(transaction: Reading): Reading {
  transaction.done.catch(() => undefined)
  return transaction
}

function abandon(transaction: Ending): void {
  try {
    transaction.abort()
  } catch (error) {
    if (nameOf(error) !== 'InvalidStateError') throw error // it has ended by itself, and `done` says why
  }
}

/** A full disk stays full when asked again; a dead handle may be opened again; anything else is a fault of ours. */
function named(error: unknown): unknown {
  if (error instanceof DeviceError) return error
  const name = nameOf(error)
  if (name === 'QuotaExceededError') return new StorageFull(error)
  if (name === 'NotFoundError') return new StorageGone(error)
  return DEAD.has(name) ? new StorageUnready(error) : error
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '')
