/**
 * The one database on this device that opens without words: which places there are, under labels that say nothing, and
 * the sealed key rings. A place is begun, then kept: a crash in between leaves something to sweep up, never half a place.
 */

import type { DBSchema, IDBPDatabase } from 'idb'
import { within } from '../../within.ts'
import { DeviceError } from '../errors.ts'
import type { KeptMark } from '../kept-mark.ts'
import type { Place } from '../stage.ts'
import { allOrNothing, DatabaseHandle, onlyReads, removeDatabase } from '../store/database-handle.ts'
import { COPY_LIMIT_MS, COPY_READ_LIMIT_MS, NO_SPARE, removeCopy, type Spare } from '../store/spare.ts'
import type { Removal } from './kept-removed.ts'
import type { Told } from './place-names.ts'
import { isNothing, RegistryCopy } from './registry-copy.ts'
import type { SealedValue } from './sealed-value.ts'
import type { RingRecord } from './vault.ts'

export interface PlaceRecord {
  readonly id: string
  readonly ring: string
  readonly label: string
  /** It opens beside another, and is not offered at the lock. */
  readonly isBeside?: boolean
  /** The two names, under the place's own vault key; null until it has been open once. */
  readonly names: SealedValue | null
  /** What is half typed there, in the same way. */
  readonly half?: SealedValue
  /** Whether it has been ended, in the same way: a word or none. */
  readonly ended?: SealedValue
  /** This device no longer belongs to it. Absent while it does; the second also in what an older Kith kept. */
  readonly removedAt?: Removal['removedAt']
  readonly overAt?: Removal['overAt']
}

/** A place whose database is being filled. Its words are still on the screen. */
export interface BegunPlace {
  readonly id: string
  readonly database: string
}

export interface Registered {
  readonly rings: readonly RingRecord[]
  readonly places: readonly PlaceRecord[]
  readonly begun: readonly BegunPlace[]
}

/** Where the places of this device are listed, and their second copies, and what tells that any were. */
export interface ListedIn {
  /** The name of the database. */
  readonly registry: string
  readonly spare: Spare
  readonly mark: Pick<KeptMark, 'since'>
}

/** What is offered at the lock. */
export function listed({ rings, places }: Pick<Registered, 'rings' | 'places'>): readonly Place[] {
  const offered = places.filter(({ isBeside = false }) => !isBeside)
  return offered.map(({ id, label, ring }) => {
    const record = rings.find((one) => one.id === ring)
    const opensWithPasskey = Boolean(record?.passkey)
    return { id, label, opensWithoutWords: record?.lock.kind === 'phone', opensWithPasskey }
  })
}

interface RegistryShelves extends DBSchema {
  rings: { key: string; value: RingRecord }
  places: { key: string; value: PlaceRecord }
  begun: { key: string; value: BegunPlace }
}

const STRICT = { durability: 'strict' } as const

export class Registry {
  readonly #handle: DatabaseHandle<RegistryShelves>
  readonly #spare: Spare
  readonly #copy: RegistryCopy
  /** What was kept is neither on the disk nor read from the copy: nothing is written over that. */
  #isMissed = false

  private constructor(name: string, spare: Spare) {
    this.#spare = spare
    this.#copy = new RegistryCopy(name, spare, () => this.read())
    this.#handle = new DatabaseHandle(name, (database) => {
      for (const shelf of ['rings', 'places', 'begun'] as const) database.createObjectStore(shelf, { keyPath: 'id' })
    })
  }

  /**
   * Where nothing is listed, and `wasKept` or the copy says that something was, it is brought back from that. Raises StorageFull,
   * StorageUnready or StorageGone, as every verb here does but `sweep`.
   */
  static async open(name: string, spare = NO_SPARE, wasKept = false): Promise<Registry> {
    const registry = new Registry(name, spare)
    await registry.#handle.open('where there is none')
    registry.#isMissed = isNothing(await registry.read()) && !(await registry.#isWhole(wasKept))
    if (!registry.#isMissed) void registry.#copy.follow()
    return registry
  }

  read(): Promise<Registered> {
    return this.#handle.run(async (database) => {
      const transaction = onlyReads(database.transaction(['rings', 'places', 'begun']))
      const [rings, places, begun] = await Promise.all([
        transaction.objectStore('rings').getAll(),
        transaction.objectStore('places').getAll(),
        transaction.objectStore('begun').getAll(),
      ])
      return { rings, places, begun }
    })
  }

  /** Before a place's database is made: so that it is found and removed when the rest never comes. */
  async begin(place: BegunPlace): Promise<void> {
    await this.#change(async (database) => {
      const transaction = database.transaction('begun', 'readwrite', STRICT)
      await allOrNothing(transaction, (asked) => asked(transaction.store.put(place)))
    })
  }

  /** The moment from which the place is kept: its database must be complete by now. */
  async keep(place: PlaceRecord, ring: RingRecord): Promise<void> {
    await this.#change(async (database) => {
      const transaction = database.transaction(['rings', 'places', 'begun'], 'readwrite', STRICT)
      await allOrNothing(transaction, (asked) => {
        asked(transaction.objectStore('rings').put(ring))
        asked(transaction.objectStore('places').put(place))
        asked(transaction.objectStore('begun').delete(place.id))
      })
    })
  }

  /** A ring as it is from now on: the one before, or this one, whenever the power goes. */
  async relock(ring: RingRecord): Promise<void> {
    if (!this.#isMissed) await within(COPY_LIMIT_MS, this.#copy.relock(ring), undefined)
    await this.#change(async (database) => {
      const transaction = database.transaction('rings', 'readwrite', STRICT)
      await allOrNothing(transaction, (asked) => asked(transaction.store.put(ring)))
    })
  }

  /** What can be changed in a ring that is not open. */
  async amend(id: string, change: Partial<Pick<RingRecord, 'passkey' | 'settings'>>): Promise<void> {
    await this.#change(async (database) => {
      const transaction = database.transaction('rings', 'readwrite', STRICT)
      await allOrNothing(transaction, async (asked) => {
        const ring = await transaction.store.get(id)
        if (ring) asked(transaction.store.put({ ...ring, ...change }))
      })
    })
  }

  async tell(id: string, told: Partial<Pick<PlaceRecord, Told>>): Promise<void> {
    await this.#change(async (database) => {
      const transaction = database.transaction('places', 'readwrite', STRICT)
      await allOrNothing(transaction, async (asked) => {
        const place = await transaction.store.get(id)
        if (place) asked(transaction.store.put({ ...place, ...told }))
      })
    })
  }

  async setRemoval(id: string, removal: Removal): Promise<void> {
    await this.#change(async (database) => {
      const transaction = database.transaction('places', 'readwrite', STRICT)
      await allOrNothing(transaction, async (asked) => {
        const place = await transaction.store.get(id)
        if (place) asked(transaction.store.put({ ...place, ...removal }))
      })
    })
  }

  /** Takes a place off this device, until it is swept; with the ring as it is without it, or null when the ring goes too. */
  async forget(place: BegunPlace, ringId: string | null, ring: RingRecord | null): Promise<void> {
    // The copy first: whatever comes in between, what was taken off on purpose never comes back from there.
    await this.#copy.forget(place.id)
    await removeCopy(place.database, this.#spare)
    await this.#change(async (database) => {
      const transaction = database.transaction(['rings', 'places', 'begun'], 'readwrite', STRICT)
      const rings = transaction.objectStore('rings')
      await allOrNothing(transaction, (asked) => {
        asked(transaction.objectStore('places').delete(place.id))
        asked(transaction.objectStore('begun').put(place))
        if (ring) asked(rings.put(ring))
        else if (ringId !== null) asked(rings.delete(ringId))
      })
    })
  }

  /** Removes what was begun and never kept, or is forgotten. What cannot go now is found again when Kith next starts. */
  async sweep(place: BegunPlace): Promise<void> {
    try {
      // Before the database, from which nobody can bring it back then; and after it, for whoever was just at it. Where the
      // copy does not answer the place goes without it, and stays listed as begun until that is gone too.
      await removeCopy(place.database, this.#spare)
      if (!(await removeDatabase(place.database))) return
      if (!(await removeCopy(place.database, this.#spare))) return
      await this.#change(async (database) => {
        const transaction = database.transaction('begun', 'readwrite', STRICT)
        await allOrNothing(transaction, (asked) => asked(transaction.store.delete(place.id)))
      })
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
    }
  }

  close(): void {
    this.#handle.close()
    this.#copy.close()
  }

  async #change(step: (database: IDBPDatabase<RegistryShelves>) => Promise<void>): Promise<void> {
    try {
      await this.#handle.run(step)
    } finally {
      if (!this.#isMissed) await within(COPY_LIMIT_MS, this.#copy.follow(), undefined)
    }
  }

  /** Nothing is listed. Whether that is all there was, or all is back: a copy that does not answer may do so another time. */
  async #isWhole(wasKept: boolean): Promise<boolean> {
    const limit_ms = wasKept ? COPY_READ_LIMIT_MS : COPY_LIMIT_MS
    const copy = await within(limit_ms, this.#copy.read().catch(noAnswer), 'no answer' as const)
    if (copy === 'no answer') return false
    // The mark of a browser that was killed may not have been written down yet.
    if (copy === null || (copy.places.length === 0 && !wasKept)) return !wasKept
    await this.#handle.run(async (database) => {
      const transaction = database.transaction(['rings', 'places', 'begun'], 'readwrite', STRICT)
      await allOrNothing(transaction, async (asked) => {
        const shelves = [...transaction.objectStoreNames].map((shelf) => transaction.objectStore(shelf).count())
        if ((await Promise.all(shelves)).some((count) => count > 0)) return // by another tab, meanwhile
        for (const ring of copy.rings) asked(transaction.objectStore('rings').put(ring))
        for (const place of copy.places) asked(transaction.objectStore('places').put(place))
        for (const begun of copy.begun) asked(transaction.objectStore('begun').put(begun))
      })
    })
    return true
  }
}

function noAnswer(error: unknown): 'no answer' {
  if (error instanceof DeviceError) return 'no answer'
  throw error
}
