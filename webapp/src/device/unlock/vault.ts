/**
 * A person's key ring on this device (P30): one unlock opens it, and in it lie the vault keys of their places. The ring's
 * own key is random; words, a passkey or the phone's own lock only lead to it (ways-in.ts).
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { decode, encode, tagged } from '../../../../sync/encoding.ts'
import { array, flag, octets, text } from '../../../../sync/shape.ts'
import { StorageDamaged, WrongPassphrase } from '../errors.ts'
import { isKeeper, type Keeper } from '../own.ts'
import type { NewUnlock } from '../stage.ts'
import type { Derive } from './derivation.ts'
import { openValue, type SealedValue, sealValue, vaultKey } from './sealed-value.ts'
import { openSettings, type Settings, STANDARD_SETTINGS, sealSettings } from './settings.ts'
import { keyByPasskey, keyByWords, lockWithPasskey, lockWithWords, type PasskeySlot, type RingLock } from './ways-in.ts'

/** How a ring lies on the disk. */
export interface RingRecord {
  readonly id: string
  readonly lock: RingLock
  readonly passkey?: PasskeySlot | null
  readonly places: SealedValue
  readonly settings?: SealedValue
}

/** What the ring knows of a place. */
export interface RingPlace {
  readonly id: string
  readonly database: string
  readonly key: Bytes
  /** On this device two people write in it: then neither a passkey nor the phone's own lock may open it. */
  readonly isShared: boolean
  /** Somebody's own place, and who keeps the device beside whose places it opens (P15). Null: two people's. */
  readonly own: Keeper | null
}

interface RingKey {
  readonly raw: Bytes
  readonly places: CryptoKey
  /** Opens the settings and no place: it may stay while a place is open. */
  readonly settings: CryptoKey
}

interface RingParts {
  readonly id: string
  readonly lock: RingLock
  readonly passkey: PasskeySlot | null
  readonly key: RingKey
  readonly places: readonly RingPlace[]
  readonly settings: Settings
}

/** An open ring. It never changes: its verbs give another. */
export class Ring {
  readonly #parts: RingParts

  private constructor(parts: RingParts) {
    this.#parts = parts
  }

  static async make(unlock: NewUnlock, crypto: Crypto, derive: Derive): Promise<Ring> {
    const id = newId(crypto)
    const key = await ringKey(crypto.randomBytes(32), crypto)
    const lock = await lockOf(id, key.raw, unlock, crypto, derive)
    return new Ring({ id, lock, passkey: null, key, places: [], settings: STANDARD_SETTINGS })
  }

  /** Raises WrongPassphrase, UnlockRefused, MemoryShort, or StorageDamaged where it does not open under its own key. */
  static async open(record: RingRecord, words: string, crypto: Crypto, derive: Derive): Promise<Ring> {
    return Ring.#opened(record, await ringKey(await keyByWords(record.id, record.lock, words, derive), crypto))
  }

  /** `secret` is what the passkey answered. Raises PasskeyWrong, or StorageDamaged as above. */
  static async openByPasskey(record: RingRecord, slot: PasskeySlot, secret: Bytes, crypto: Crypto): Promise<Ring> {
    return Ring.#opened(record, await ringKey(await keyByPasskey(record.id, slot, secret, crypto), crypto))
  }

  static async #opened(record: RingRecord, key: RingKey): Promise<Ring> {
    const { id, lock, passkey = null } = record
    const [places, settings] = [await placesIn(record, key.places), await openSettings(record, key.settings)]
    return new Ring({ id, lock, passkey, key, places, settings })
  }

  get id(): string {
    return this.#parts.id
  }

  get places(): readonly RingPlace[] {
    return this.#parts.places
  }

  get settings(): Settings {
    return this.#parts.settings
  }

  get settingsKey(): CryptoKey {
    return this.#parts.key.settings
  }

  get opensWithoutWords(): boolean {
    return this.#parts.lock.kind === 'phone'
  }

  /** Nothing in it is written in by two people on this device. */
  get isOwn(): boolean {
    return this.places.every((place) => !place.isShared)
  }

  /**
   * This ring as another tab has left it: never write one that was read a while ago. Raises WrongPassphrase when its key
   * has been changed meanwhile.
   */
  async reread(record: RingRecord): Promise<Ring> {
    try {
      return await Ring.#opened(record, this.#parts.key)
    } catch (error) {
      if (error instanceof StorageDamaged) throw new WrongPassphrase()
      throw error
    }
  }

  async record(): Promise<RingRecord> {
    const { id, lock, passkey, key } = this.#parts
    const places = encode(
      this.places.map((place) => [place.id, place.database, place.key, place.isShared, place.own ?? '']),
    )
    return {
      id,
      lock,
      passkey,
      places: await sealValue(key.places, ['ring', id], places),
      settings: await sealSettings(id, this.settings, key.settings),
    }
  }

  /** With a new place, or a known one as it is now. One that two write in takes the passkey away. */
  with(place: RingPlace): Ring {
    const others = this.places.filter(({ id }) => id !== place.id)
    const passkey = place.isShared ? null : this.#parts.passkey
    return new Ring({ ...this.#parts, passkey, places: [...others, place] })
  }

  without(id: string): Ring {
    return new Ring({ ...this.#parts, places: this.places.filter((place) => place.id !== id) })
  }

  /**
   * Opened in another way from now on. New words leave the passkey as it is. Away from the phone's own lock the ring gets
   * a new key: the one before lay open on the disk.
   */
  async lockedBy(unlock: NewUnlock, crypto: Crypto, derive: Derive): Promise<Ring> {
    const key = this.opensWithoutWords ? await ringKey(crypto.randomBytes(32), crypto) : this.#parts.key
    const lock = await lockOf(this.id, key.raw, unlock, crypto, derive)
    const passkey = lock.kind === 'phone' ? null : this.#parts.passkey
    return new Ring({ ...this.#parts, lock, passkey, key })
  }

  async withPasskey(made: { readonly credential: Bytes; readonly secret: Bytes }, crypto: Crypto): Promise<Ring> {
    return new Ring({ ...this.#parts, passkey: await lockWithPasskey(this.id, this.#parts.key.raw, made, crypto) })
  }
}

/** A new name for something on this device, 128 bits. */
export function newId(crypto: Pick<Crypto, 'randomBytes'>): string {
  return Array.from(crypto.randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function placesIn(record: RingRecord, key: CryptoKey): Promise<readonly RingPlace[]> {
  const places = decode(await openValue(key, ['ring', record.id], record.places))
  return array(places).map((item): RingPlace => {
    // A ring of before did not say: until the place is opened it counts as shared.
    const [id, database, vault, isShared = true, own = ''] = array(item)
    const keeper = text(own)
    return {
      id: text(id),
      database: text(database),
      key: octets(vault, 32),
      isShared: flag(isShared),
      own: isKeeper(keeper) ? keeper : null,
    }
  })
}

async function ringKey(raw: Bytes, crypto: Crypto): Promise<RingKey> {
  const settings = await crypto.hkdf(raw, new Uint8Array(0), tagged('ring-settings', []), 32)
  return { raw, places: await vaultKey(raw), settings: await vaultKey(settings) }
}

async function lockOf(id: string, key: Bytes, unlock: NewUnlock, crypto: Crypto, derive: Derive): Promise<RingLock> {
  if (unlock.kind === 'phone') return { kind: 'phone', key }
  return lockWithWords(id, key, unlock.passphrase, crypto.randomBytes(16), derive)
}
