/**
 * The one database on this device that opens without words: which places there are, under labels that say nothing, and
 * the sealed key rings. A place is begun, then kept: a crash in between leaves something to sweep up, never half a place.
 */

import type { DBSchema } from 'idb'
import { DeviceError } from '../errors.ts'
import type { Place } from '../stage.ts'
import { allOrNothing, DatabaseHandle, onlyReads, removeDatabase } from '../store/database-handle.ts'
import type { Removal } from './kept-removed.ts'
import type { Told } from './place-names.ts'
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

  private constructor(name: string) {
    this.#handle = new DatabaseHandle(name, (database) => {
      for (const shelf of ['rings', 'places', 'begun'] as const) database.createObjectStore(shelf, { keyPath: 'id' })
    })
  }

  /** Raises StorageFull, StorageUnready or StorageGone, as every verb here does but `sweep`. */
  static async open(name: string): Promise<Registry> {
    const registry = new Registry(name)
    await registry.#handle.open('where there is none')
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
    await this.#handle.run(async (database) => {
      const transaction = database.transaction('begun', 'readwrite', STRICT)
      await allOrNothing(transaction, (asked) => asked(transaction.store.put(place)))
    })
  }

  /** The moment from which the place is kept: its database must be complete by now. */
  async keep(place: PlaceRecord, ring: RingRecord): Promise<void> {
    await this.#handle.run(async (database) => {
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
    await this.#handle.run(async (database) => {
      const transaction = database.transaction('rings', 'readwrite', STRICT)
      await allOrNothing(transaction, (asked) => asked(transaction.store.put(ring)))
    })
  }

  /** What can be changed in a ring that is not open. */
  async amend(id: string, change: Partial<Pick<RingRecord, 'passkey' | 'settings'>>): Promise<void> {
    await this.#handle.run(async (database) => {
      const transaction = database.transaction('rings', 'readwrite', STRICT)
      await allOrNothing(transaction, async (asked) => {
        const ring = await transaction.store.get(id)
        if (ring) asked(transaction.store.put({ ...ring, ...change }))
      })
    })
  }

  async tell(id: string, told: Partial<Pick<PlaceRecord, Told>>): Promise<void> {
    await this.#handle.run(async (database) => {
      const transaction = database.transaction('places', 'readwrite', STRICT)
      await allOrNothing(transaction, async (asked) => {
        const place = await transaction.store.get(id)
        if (place) asked(transaction.store.put({ ...place, ...told }))
      })
    })
  }

  async setRemoval(id: string, removal: Removal): Promise<void> {
    await this.#handle.run(async (database) => {
      const transaction = database.transaction('places', 'readwrite', STRICT)
      await allOrNothing(transaction, async (asked) => {
        const place = await transaction.store.get(id)
        if (place) asked(transaction.store.put({ ...place, ...removal }))
      })
    })
  }

  /** Takes a place off this device, until it is swept; with the ring as it is without it, or null when the ring goes too. */
  async forget(place: BegunPlace, ringId: string | null, ring: RingRecord | null): Promise<void> {
    await this.#handle.run(async (database) => {
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
      if (!(await removeDatabase(place.database))) return
      await this.#handle.run(async (database) => {
        const transaction = database.transaction('begun', 'readwrite', STRICT)
        await allOrNothing(transaction, (asked) => asked(transaction.store.delete(place.id)))
      })
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
    }
  }

  close(): void {
    this.#handle.close()
  }
}
