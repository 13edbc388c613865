/** The places kept on this device and the key rings that open them. A place is there from one moment on, whole, or not at all. */

import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Crypto } from '../../../../sync/crypto.ts'
import { decode, encode } from '../../../../sync/encoding.ts'
import { array, text } from '../../../../sync/shape.ts'
import { StorageDamaged, StorageGone, WrongPassphrase } from '../errors.ts'
import type { NamedPlace, Place, Unlock, UnlockNeeded } from '../stage.ts'
import { IndexedDbStore } from '../store/indexed-db-store.ts'
import type { Change, SpaceStore } from '../store/store.ts'
import type { Derive } from './derivation.ts'
import { type Registered, Registry } from './registry.ts'
import { openValue, sealValue, vaultKey } from './sealed-value.ts'
import { newId, Ring, type RingPlace } from './vault.ts'

export interface PlacesParts {
  /** The database that lists them. */
  readonly registry: string
  readonly crypto: Crypto
  readonly derive: Derive
  labelFrom(bytes: Uint8Array): string
  /** Runs a step while no other tab of this browser runs one: two tabs that wrote a ring at once would lose a place. */
  alone<Answer>(step: () => Promise<Answer>): Promise<Answer>
}

export class Places {
  readonly #registry: Registry
  readonly #parts: PlacesParts
  readonly #registered = signal<Registered>({ rings: [], places: [], begun: [] })
  readonly #ring = signal<Ring | null>(null)

  readonly unlockNeeded: ReadonlySignal<UnlockNeeded> = computed(() => {
    if (this.#ring.value !== null) return 'nothing'
    return this.#registered.value.rings.length === 0 ? 'new' : 'passphrase'
  })

  private constructor(registry: Registry, parts: PlacesParts) {
    this.#registry = registry
    this.#parts = parts
  }

  /** Raises DeviceError. */
  static async open(parts: PlacesParts): Promise<Places> {
    const places = new Places(await Registry.open(parts.registry), parts)
    await places.#look()
    return places
  }

  get list(): readonly Place[] {
    const { places, rings } = this.#registered.value
    return places.map(({ id, label, ring }) => {
      const lock = rings.find((one) => one.id === ring)?.lock
      return { id, label, opensWithoutWords: lock?.kind === 'phone' }
    })
  }

  /** Begun by a tab that is no more: removed. `isFree` says whether no tab is at it now. */
  async sweep(isFree: (database: string) => Promise<boolean>): Promise<void> {
    for (const place of this.#registered.value.begun) {
      if (await isFree(place.database)) await this.#registry.sweep(place)
    }
    await this.#look()
  }

  /** Opens the ring that these words open, of one place or of any. Raises WrongPassphrase, UnlockRefused or StorageDamaged. */
  async unlock(id: string | null, passphrase: string): Promise<readonly RingPlace[]> {
    const { rings, places } = this.#registered.value
    const wanted = places.find((place) => place.id === id)?.ring
    const asked = rings.filter((ring) => wanted === undefined || ring.id === wanted)
    const isSaid = passphrase !== '' && asked.some(({ lock }) => lock.kind === 'passphrase')
    for (const record of asked) {
      // Words that were said must fit: the ring that opens without any would take whatever is mistyped.
      if (isSaid && record.lock.kind === 'phone') continue
      try {
        this.#ring.value = await Ring.open(record, passphrase, this.#parts.derive)
        return this.#ring.value.places
      } catch (error) {
        if (!(error instanceof WrongPassphrase)) throw error
      }
    }
    throw new WrongPassphrase()
  }

  /** The ring that a new place goes into. Raises WrongPassphrase or UnlockRefused; keeps nothing yet. */
  async ringFor(unlock: Unlock): Promise<Ring> {
    if (unlock !== 'opened') {
      if ('kind' in unlock) return Ring.make(unlock, this.#parts.crypto, this.#parts.derive)
      await this.unlock(null, unlock.passphrase)
    }
    if (!this.#ring.value) throw new WrongPassphrase()
    return this.#ring.value
  }

  /** A place that nobody has yet. */
  newPlace(): RingPlace {
    const { crypto } = this.#parts
    return { id: newId(crypto), database: `kith-${newId(crypto)}`, key: crypto.randomBytes(32) }
  }

  /** Keeps a new place with this in it; its store stays open. Raises DeviceError: then nothing is kept. */
  async keep(place: RingPlace, change: Change, ring: Ring): Promise<SpaceStore> {
    await this.#registry.begin({ id: place.id, database: place.database })
    let store: IndexedDbStore | null = null
    try {
      store = await IndexedDbStore.create(place.database, await vaultKey(place.key))
      await store.write(change)
      await this.#parts.alone(async () => {
        await this.#look()
        const grown = (await this.#reread(ring)).with(place)
        const record = { id: place.id, ring: ring.id, label: this.#newLabel(), names: null }
        await this.#registry.keep(record, await grown.record())
        this.#ring.value = grown
      })
      await this.#look()
      return store
    } catch (error) {
      store?.close()
      // Removed now if the browser lets us, else when Kith next starts.
      await this.#registry.sweep({ id: place.id, database: place.database }).catch(() => undefined)
      throw error
    }
  }

  find(id: string): RingPlace {
    const place = this.#ring.value?.places.find((one) => one.id === id)
    if (!place) throw new StorageGone('no such place in the open ring')
    return place
  }

  labelOf(id: string): string {
    return this.#registered.value.places.find((place) => place.id === id)?.label ?? ''
  }

  /** Takes a place off this device. */
  async forget(place: RingPlace): Promise<void> {
    await this.#parts.alone(async () => {
      await this.#look()
      const left = this.#ring.value && (await this.#reread(this.#ring.value)).without(place.id)
      const isLast = left !== null && left.places.length === 0
      const { id, database } = place
      await this.#registry.forget(
        { id, database },
        isLast ? left.id : null,
        left && !isLast ? await left.record() : null,
      )
      this.#ring.value = isLast ? null : left
    })
    await this.#look()
  }

  /** With the names that the two had when it was last open. */
  async named(): Promise<readonly NamedPlace[]> {
    const ring = this.#ring.value
    const open = (ring?.places ?? []).map(async ({ id, key }): Promise<NamedPlace | null> => {
      const record = this.#registered.value.places.find((place) => place.id === id)
      if (!record) return null
      const opensWithoutWords = this.list.find((place) => place.id === id)?.opensWithoutWords ?? false
      const kept = record.names ? await openValue(await vaultKey(key), ['names', id], record.names).catch(asNone) : null
      const names = kept ? array(decode(kept)).map((name) => text(name)) : []
      return { id, label: record.label, opensWithoutWords, names }
    })
    return (await Promise.all(open)).filter((place) => place !== null)
  }

  async setNames({ id, key }: RingPlace, names: readonly string[]): Promise<void> {
    await this.#registry.setNames(id, await sealValue(await vaultKey(key), ['names', id], encode(names)))
    await this.#look()
  }

  /** One pair is open at a time: the keys of the others are let go. */
  dropRing(): void {
    this.#ring.value = null
  }

  close(): void {
    this.dropRing()
    this.#registry.close()
  }

  #newLabel(): string {
    const taken = new Set(this.list.map((place) => place.label))
    for (let attempt = 0; ; attempt++) {
      const label = this.#parts.labelFrom(this.#parts.crypto.randomBytes(2))
      if (!taken.has(label) || attempt === MOST_LABELS) return label
    }
  }

  async #reread(ring: Ring): Promise<Ring> {
    const record = this.#registered.value.rings.find((one) => one.id === ring.id)
    return record ? ring.reread(record) : ring
  }

  async #look(): Promise<void> {
    this.#registered.value = await this.#registry.read()
  }
}

const MOST_LABELS = 50

function asNone(error: unknown): null {
  if (error instanceof StorageDamaged) return null
  throw error
}
