/** The places kept on this device and the key rings that open them. A place is there from one moment on, whole, or not at all. */

import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Crypto } from '../../../../sync/crypto.ts'
import { StorageGone, UnlockShared, WrongPassphrase } from '../errors.ts'
import type { Keeper } from '../own.ts'
import type { Opening, Place, Proof, Unlock, UnlockNeeded } from '../stage.ts'
import { IndexedDbStore } from '../store/indexed-db-store.ts'
import type { Change, SpaceStore } from '../store/store.ts'
import type { Derive } from './derivation.ts'
import { type Remaining, type Removal, remaining } from './kept-removed.ts'
import { openedByPasskey, openedByWords, ringOf } from './opened-ring.ts'
import type { Passkeys } from './passkeys.ts'
import { newLabel, openTexts, sealTexts, type Told } from './place-names.ts'
import { type ListedIn, listed, type PlaceRecord, type Registered, Registry } from './registry.ts'
import { vaultKey } from './sealed-value.ts'
import { type Settings, sealSettings } from './settings.ts'
import { newId, Ring, type RingPlace, type RingRecord } from './vault.ts'

export interface PlacesParts extends ListedIn {
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
  readonly #known = signal<Pick<Ring, 'id' | 'isOwn' | 'settings' | 'settingsKey'> | null>(null)

  readonly unlockNeeded: ReadonlySignal<UnlockNeeded> = computed(() => {
    const { rings } = this.#registered.value
    if (this.#ring.value !== null) return this.#ring.value.opensWithoutWords ? 'phone' : 'nothing'
    if (this.list.length === 0) return 'new'
    return rings.every(({ lock }) => lock.kind === 'phone') ? 'phone' : 'passphrase'
  })

  readonly isOpen: ReadonlySignal<boolean> = computed(() => this.#ring.value !== null)

  readonly hasPasskey: ReadonlySignal<boolean> = computed(() => this.list.some((place) => place.opensWithPasskey))

  /** What the lock of the ring that was opened last lets be known, also once its keys are let go. */
  readonly opening: ReadonlySignal<Omit<Opening, 'mayHavePasskey'> | null> = computed(() => {
    const known = this.#known.value
    const record = this.#registered.value.rings.find(({ id }) => id === known?.id)
    if (!known || !record) return null
    const way = record.lock.kind === 'phone' ? 'phone' : 'words'
    return { way, hasPasskey: Boolean(record.passkey), isOwn: known.isOwn, ...known.settings }
  })

  private constructor(registry: Registry, parts: PlacesParts) {
    this.#registry = registry
    this.#parts = parts
  }

  /** Raises DeviceError. */
  static async open(parts: PlacesParts): Promise<Places> {
    const places = new Places(await Registry.open(parts.registry, parts.spare, parts.mark.since() !== null), parts)
    await places.#look()
    return places
  }

  get list(): readonly Place[] {
    return listed(this.#registered.value)
  }

  /** Begun by a tab that is no more: removed, or left for the next start. `isFree` says whether no tab is at it now. */
  async sweep(isFree: (database: string) => Promise<boolean>): Promise<void> {
    for (const place of this.#registered.value.begun) {
      if (await isFree(place.database)) await this.#registry.sweep(place)
    }
  }

  /** Opens the ring that these words open, of one place or of any. Raises WrongPassphrase, UnlockRefused or StorageDamaged. */
  async unlock(id: string | null, passphrase: string): Promise<readonly RingPlace[]> {
    const wanted = id === null ? undefined : this.#kept({ id })?.ring
    const asked = this.#registered.value.rings.filter((ring) => wanted === undefined || ring.id === wanted)
    return this.#listed(this.#hold(await openedByWords(asked, passphrase, this.#parts)))
  }

  /** Opens the ring whose passkey answers. Raises PasskeyWrong, PasskeyRefused or StorageDamaged. */
  async unlockByPasskey(passkeys: Passkeys): Promise<readonly RingPlace[]> {
    const ring = await openedByPasskey(this.#registered.value.rings, passkeys, this.#parts.crypto)
    return this.#listed(this.#hold(ring))
  }

  /** The ring of this place, open, for one change of its lock: what is open on this tablet stays as it is. */
  async proven(id: string, proof: Proof, passkeys: Passkeys): Promise<Ring> {
    await this.#look()
    const record = this.#recordOf(id)
    if (proof === 'passkey') return openedByPasskey([record], passkeys, this.#parts.crypto)
    return Ring.open(record, proof.passphrase, this.#parts.crypto, this.#parts.derive)
  }

  /** Writes a ring anew, in one write, as another tab has left it and then as `step` makes it. Raises DeviceError. */
  async rewrite(ring: Ring, step: (ring: Ring) => Promise<Ring>): Promise<void> {
    await this.#parts.alone(async () => {
      await this.#look()
      const changed = await step(await this.#reread(ring))
      await this.#registry.relock(await changed.record())
      this.#know(changed)
      if (this.#ring.value?.id === changed.id) this.#ring.value = changed
    })
    await this.#look()
  }

  async removePasskey(id: string): Promise<void> {
    await this.#registry.amend(this.#recordOf(id).id, { passkey: null })
    await this.#look()
  }

  async setSettings(some: Partial<Settings>): Promise<void> {
    const known = this.#known.value
    if (!known) throw new StorageGone('no ring was opened')
    const changed = { ...known, settings: { ...known.settings, ...some } }
    await this.#registry.amend(known.id, {
      settings: await sealSettings(known.id, changed.settings, known.settingsKey),
    })
    this.#known.value = changed
  }

  /** Whether two write in it here, as its control chain says: a ring of before did not know, and a device can be turned. */
  async tellShared(place: RingPlace, isShared: boolean): Promise<void> {
    const ring = this.#ring.value
    if (!ring || place.isShared === isShared) return
    await this.rewrite(ring, async (now) => now.with({ ...place, isShared }))
  }

  /** The ring that a new place goes into. Raises WrongPassphrase, UnlockShared or UnlockRefused; keeps nothing yet. */
  async ringFor(unlock: Unlock, isShared: boolean): Promise<Ring> {
    const ring = await this.#ringFor(unlock)
    if (isShared && ring.opensWithoutWords) throw new UnlockShared()
    return ring
  }

  /** A place that nobody has yet. */
  newPlace(isShared: boolean, own: Keeper | null = null): RingPlace {
    const { crypto } = this.#parts
    return { id: newId(crypto), database: `kith-${newId(crypto)}`, key: crypto.randomBytes(32), isShared, own }
  }

  /** Keeps a new place with this in it; its store stays open. Raises DeviceError: then nothing is kept. */
  async keep(place: RingPlace, change: Change, ring: Ring): Promise<SpaceStore> {
    await this.#registry.begin({ id: place.id, database: place.database })
    let store: IndexedDbStore | null = null
    try {
      store = await IndexedDbStore.create(place.database, await vaultKey(place.key), this.#parts.spare)
      await store.write(change)
      await this.#parts.alone(async () => {
        await this.#look()
        const grown = (await this.#reread(ring)).with(place)
        if (place.isShared && grown.opensWithoutWords) throw new UnlockShared() // another tab chose so meanwhile
        const label = newLabel(this.list, this.#parts)
        const record = { id: place.id, ring: ring.id, label, names: null, ...(place.own && { isBeside: true }) }
        await this.#registry.keep(record, await grown.record())
        this.#hold(grown)
      })
      await this.#look()
      return store
    } catch (error) {
      store?.close()
      // Removed now if the browser lets us, else when Kith next starts.
      await this.#registry.sweep({ id: place.id, database: place.database })
      throw error
    }
  }

  find(id: string): RingPlace {
    const place = this.#ring.value?.places.find((one) => one.id === id)
    if (!place) throw new StorageGone('no such place in the open ring')
    return place
  }

  /** Whoever's own place in a ring, if it is kept: of one that was taken off the key may still lie there. */
  ownOf(keeper: Keeper, ring: Ring | null = this.#ring.value): RingPlace | null {
    return ring?.places.find((place) => place.own === keeper && this.#kept(place)) ?? null
  }

  /** Which places of two people are kept here, belong to this device still, and have not been ended: their ids. */
  async goingOn(places: readonly RingPlace[]): Promise<readonly string[]> {
    const found = places.filter((place) => {
      const record = place.own === null ? this.#kept(place) : undefined
      return record !== undefined && record.removedAt === undefined
    })
    const ended = await Promise.all(found.map((place) => this.told(place, 'ended')))
    return found.flatMap(({ id }, at) => (ended[at]?.length === 0 ? [id] : []))
  }

  get opened(): readonly RingPlace[] {
    return this.#ring.value?.places ?? []
  }

  labelOf(place: Pick<RingPlace, 'id'>): string {
    return this.#kept(place)?.label ?? ''
  }

  /** Takes a place off this device. Where its ring is not open now its key stays there, sealed, and opens nothing any more. */
  async forget(place: RingPlace): Promise<void> {
    const begun = { id: place.id, database: place.database }
    await this.#parts.alone(async () => {
      await this.#look()
      const ringId = this.#kept(place)?.ring ?? null
      const left = this.#ring.value && (await this.#reread(this.#ring.value)).without(place.id)
      const others = this.#registered.value.places.filter(({ id, ring }) => ring === ringId && id !== place.id)
      const isLast = (left?.places ?? others).length === 0
      const gone = isLast ? (left?.id ?? ringId) : null
      await this.#registry.forget(begun, gone, left && !isLast ? await left.record() : null)
      this.#ring.value = isLast ? null : left
    })
    await this.#look()
    await this.#registry.sweep(begun)
  }

  /** This device no longer belongs there: how long what was not sent stays, sealed. */
  remainingOf(place: RingPlace, now_s: number): Remaining {
    return remaining(this.#kept(place) ?? {}, now_s)
  }

  /** Raises DeviceError: then the time begins when it is next opened. */
  async keepRemoval({ id }: RingPlace, removal: Removal): Promise<void> {
    await this.#registry.setRemoval(id, removal)
    await this.#look()
  }

  async tell(place: RingPlace, what: Told, texts: readonly string[]): Promise<void> {
    await this.#registry.tell(place.id, { [what]: await sealTexts(place, what, texts) })
    await this.#look()
  }

  async told(place: RingPlace, what: Told): Promise<readonly string[]> {
    return openTexts(place, what, this.#kept(place)?.[what] ?? null)
  }

  /** One pair is open at a time: the keys of the others are let go. */
  dropRing(): void {
    this.#ring.value = null
  }

  /** Another tab has changed how this opens, or has locked: nothing here is open, and all is as it lies on the disk. */
  async startAnew(): Promise<void> {
    this.dropRing()
    await this.#look()
  }

  close(): void {
    this.dropRing()
    this.#registry.close()
  }

  /** Of an open ring, what can be chosen. */
  #listed({ places }: Ring): readonly RingPlace[] {
    return places.filter(({ id }) => this.list.some((one) => one.id === id))
  }

  async #ringFor(unlock: Unlock): Promise<Ring> {
    if (unlock !== 'opened') {
      if ('kind' in unlock) return await ringOf(unlock, this.#registered.value, this.#parts)
      await this.#look() // another tab may just have changed the words
      if (unlock.passphrase !== '' || !this.#ring.value) await this.unlock(null, unlock.passphrase)
    }
    if (!this.#ring.value) throw new WrongPassphrase()
    return this.#ring.value
  }

  #hold(ring: Ring): Ring {
    this.#ring.value = ring
    this.#know(ring)
    return ring
  }

  #know({ id, isOwn, settings, settingsKey }: Ring): void {
    this.#known.value = { id, isOwn, settings, settingsKey }
  }

  #kept(place: Pick<RingPlace, 'id'>): PlaceRecord | undefined {
    return this.#registered.value.places.find(({ id }) => id === place.id)
  }

  #recordOf(id: string): RingRecord {
    const wanted = this.#kept({ id })?.ring
    const record = this.#registered.value.rings.find((ring) => ring.id === wanted)
    if (!record) throw new StorageGone('no ring of this place')
    return record
  }

  async #reread(ring: Ring): Promise<Ring> {
    const record = this.#registered.value.rings.find((one) => one.id === ring.id)
    return record ? ring.reread(record) : ring
  }

  async #look(): Promise<void> {
    this.#registered.value = await this.#registry.read()
  }
}
