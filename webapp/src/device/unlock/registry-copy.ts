/**
 * The second copy, in the spare, of the list of what is kept here: as it lies on the disk, and the same again a moment after
 * each change. It is there for as long as anything is kept, and the last to be taken off takes the whole spare with it.
 */

import type { DBSchema } from 'idb'
import { DeviceError, StorageGone } from '../errors.ts'
import { allOrNothing, DatabaseHandle, onlyReads } from '../store/database-handle.ts'
import { copyOf, removeCopy, type Spare } from '../store/spare.ts'
import type { Registered } from './registry.ts'
import type { RingRecord } from './vault.ts'

interface CopyShelves extends DBSchema {
  registered: { key: number; value: Registered }
}

const ONLY = 0

export class RegistryCopy {
  readonly #name: string
  readonly #spare: Spare
  readonly #handle: DatabaseHandle<CopyShelves>
  readonly #disk: () => Promise<Registered>
  #turn: Promise<void> = Promise.resolve()
  #isOver = false

  /** `disk` reads what it is a copy of. */
  constructor(name: string, spare: Spare, disk: () => Promise<Registered>) {
    this.#name = name
    this.#spare = spare
    this.#disk = disk
    const make = copyOf(name)
    this.#handle = new DatabaseHandle(
      make,
      (database) => void database.createObjectStore('registered'),
      (making) => spare.databases(making),
    )
  }

  /** Null where there is none. Raises DeviceError where nobody knows. */
  async read(): Promise<Registered | null> {
    try {
      await this.#handle.open('never')
      const kept = await this.#handle.run((database) => onlyReads(database.transaction('registered')).store.get(ONLY))
      return kept ?? null
    } catch (error) {
      if (!(error instanceof StorageGone)) throw error
      return null
    }
  }

  /** The disk has changed. Resolves when the copy is the same, or is no more. */
  follow(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#follow()).catch((error: unknown) => this.#giveUp(error))
    return this.#turn
  }

  /** A place is about to be taken off the disk. */
  forget(id: string): Promise<void> {
    return this.#amend((kept) => ({ ...kept, places: kept.places.filter((place) => place.id !== id) }))
  }

  /** A ring is about to be locked in another way on the disk: what opened it before is not to lie here any longer than there. */
  relock(ring: RingRecord): Promise<void> {
    return this.#amend((kept) => ({ ...kept, rings: kept.rings.map((one) => (one.id === ring.id ? ring : one)) }))
  }

  #amend(change: (kept: Registered) => Registered): Promise<void> {
    this.#turn = this.#turn
      .then(async () => {
        // One that follows no more may be there again by now, as it was.
        if (this.#isOver) return void (await removeCopy(this.#name, this.#spare))
        const kept = await this.read()
        if (kept) await this.#write(change(kept))
      })
      .catch((error: unknown) => this.#giveUp(error))
    return this.#turn
  }

  close(): void {
    void this.#turn.then(() => this.#stop())
  }

  /** Until nothing has changed meanwhile: another tab may have written, and its copy must not end up under an older one. */
  async #follow(): Promise<void> {
    for (let before: string | null = null; !this.#isOver; ) {
      const now = await this.#disk().catch(unread)
      if (now === null) return this.#stop()
      if (isNothing(now)) return this.#spare.clear()
      const written = JSON.stringify(now)
      if (written === before) return
      await this.#write(now)
      before = written
    }
  }

  async #write(registered: Registered): Promise<void> {
    await this.#handle.open('where there is none')
    await this.#handle.run(async (database) => {
      const transaction = database.transaction('registered', 'readwrite', { durability: 'relaxed' })
      await allOrNothing(transaction, (asked) => asked(transaction.store.put(registered, ONLY)))
    })
  }

  #stop(): void {
    this.#isOver = true
    this.#handle.close()
  }

  /**
   * What is kept is on the disk all the same; an older copy of the list is worse than none. It alone goes: the copies of places
   * that were not opened since all was lost are all that is left of these.
   */
  async #giveUp(error: unknown): Promise<void> {
    if (this.#isOver) return
    this.#stop()
    await removeCopy(this.#name, this.#spare).catch(() => false) // what stays is written over when Kith next starts
    if (!(error instanceof DeviceError)) queueMicrotask(() => Promise.reject(error))
  }
}

/** What cannot be read just now is no reason to let go of its copy. */
function unread(error: unknown): null {
  if (error instanceof DeviceError) return null
  throw error
}

export const isNothing = ({ rings, places, begun }: Registered): boolean =>
  rings.length + places.length + begun.length === 0
