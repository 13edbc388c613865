/**
 * An IndexedDB database that comes back when the browser drops it. iOS kills open databases many times a day, and every
 * later use of the dead handle fails: so each step is tried again on a new one, and what went wrong gets a name.
 */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { DeviceError, StorageFull, StorageGone, StorageUnready } from '../errors.ts'

/** Most come back at once, some after a second. */
const REOPEN_AFTER_MS = [0, 50, 250, 1000] as const
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

export class DatabaseHandle<Schema extends DBSchema> {
  readonly #name: string
  readonly #make: (database: IDBPDatabase<Schema>) => void
  #database: IDBPDatabase<Schema> | null = null
  #closed = false

  constructor(name: string, make: (database: IDBPDatabase<Schema>) => void) {
    this.#name = name
    this.#make = make
  }

  /** Raises StorageGone, StorageFull or StorageUnready. */
  async open(making: Making): Promise<void> {
    await this.#retried(() => this.#opened(making))
  }

  /** `step` may run more than once, each time on a whole new handle. */
  run<Answer>(step: (database: IDBPDatabase<Schema>) => Promise<Answer>): Promise<Answer> {
    return this.#retried(async () => step(await this.#opened('never')))
  }

  close(): void {
    this.#closed = true
    this.#forget()
  }

  async #retried<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
    let last: unknown
    for (const wait_ms of REOPEN_AFTER_MS) {
      if (wait_ms > 0) await new Promise((resolve) => setTimeout(resolve, wait_ms))
      try {
        return await attempt()
      } catch (error) {
        last = named(error)
        if (!(last instanceof StorageUnready) || this.#closed) break
        this.#forget()
      }
    }
    throw last
  }

  async #opened(making: Making): Promise<IDBPDatabase<Schema>> {
    if (this.#closed) throw new StorageUnready('closed')
    if (this.#database) return this.#database
    const make = this.#make
    let isMissing = false
    const opening = openDB<Schema>(this.#name, 1, {
      upgrade(database, _from, _to, transaction) {
        if (making === 'where there is none') return make(database)
        isMissing = true
        transaction.done.catch(() => undefined) // said by the opening itself
        transaction.abort()
      },
      blocking: () => this.#forget(),
      terminated: () => this.#forget(),
    })
    try {
      this.#database = await opening
    } catch (error) {
      throw isMissing ? new StorageGone(error) : error
    }
    return this.#database
  }

  #forget(): void {
    this.#database?.close()
    this.#database = null
  }
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
