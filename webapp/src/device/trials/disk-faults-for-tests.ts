/** Browsers whose IndexedDB refuses, dies or forgets to say that it was done, at a given write: for tests only. */

import { forceCloseDatabase, IDBDatabase, IDBObjectStore } from 'fake-indexeddb'

/**
 * `refused`: a request fails for want of room. `aborted`: the transaction does, at its end. `dead`: the handle is dropped
 * before the write. `mute`: it is dropped after the write was done and before anybody heard of it.
 */
export type Fault = 'refused' | 'aborted' | 'dead' | 'mute'

/** The part of fake-indexeddb that a browser does for itself. */
interface Inner extends Omit<IDBTransaction, 'addEventListener' | 'error'> {
  _abort(reason: string): void
  addEventListener(name: string, hear: () => void): void
  error: DOMException | null
}

const faults = new Set<DiskFaults>()
const plain = { transaction: IDBDatabase.prototype.transaction, put: IDBObjectStore.prototype.put }
const refusing = new WeakMap<IDBTransaction, Fault>()

IDBDatabase.prototype.transaction = function (this: IDBDatabase, shelves, mode, options) {
  const fault = mode === 'readwrite' ? faultOf(this.name) : null
  if (fault === 'dead') forceCloseDatabase(this as never)
  const transaction = plain.transaction.call(this, shelves, mode, options)
  if (fault === 'mute') loseTheAnswer(transaction as unknown as Inner, this)
  else if (fault) refusing.set(transaction, fault)
  return transaction
}

IDBObjectStore.prototype.put = function (this: IDBObjectStore, value, key) {
  const fault = refusing.get(this.transaction)
  if (fault === 'refused') throw new DOMException('no room', 'QuotaExceededError')
  const request = plain.put.call(this, value, key)
  if (fault === 'aborted') (this.transaction as unknown as Inner)._abort('QuotaExceededError')
  return request
}

function faultOf(name: string): Fault | null {
  for (const each of faults) if (each.isAbout(name)) return each.next()
  return null
}

/** Who waits for the end is told of an abort instead. */
function loseTheAnswer(transaction: Inner, database: IDBDatabase): void {
  const listen = transaction.addEventListener.bind(transaction)
  const aborted: (() => void)[] = []
  listen('complete', () => {
    transaction.error = new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    for (const hear of aborted) hear()
    forceCloseDatabase(database as never)
  })
  transaction.addEventListener = (name: string, hear: () => void): void => {
    if (name === 'abort') aborted.push(hear)
    if (name !== 'complete') listen(name, hear)
  }
}

/** What is wrong with the databases that `isAbout` names. */
export class DiskFaults {
  readonly isAbout: (database: string) => boolean
  /** Writes so far. */
  writes = 0
  #fault: Fault = 'refused'
  #from = Number.POSITIVE_INFINITY
  #until = 0

  constructor(isAbout: (database: string) => boolean) {
    this.isAbout = isAbout
    faults.add(this)
  }

  /** The `at`th write from now on, and so many after it. */
  set(fault: Fault, at: number, count = Number.POSITIVE_INFINITY): void {
    this.#fault = fault
    this.#from = this.writes + at
    this.#until = this.#from + count
  }

  /** Whether a write has met the fault. */
  get hasStruck(): boolean {
    return this.writes >= this.#from
  }

  isMended(): void {
    this.#until = 0
  }

  next(): Fault | null {
    this.writes++
    return this.writes >= this.#from && this.writes < this.#until ? this.#fault : null
  }

  end(): void {
    faults.delete(this)
  }
}
