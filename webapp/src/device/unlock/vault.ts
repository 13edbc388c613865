/**
 * A person's key ring on this device (P30): one unlock opens it, and in it lie the vault keys of their places. The ring's
 * own key is random; a passphrase only wraps it. "My phone locks itself" keeps that key beside the ring, by explicit choice.
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { decode, encode } from '../../../../sync/encoding.ts'
import { array, octets, text } from '../../../../sync/shape.ts'
import { StorageDamaged, WrongPassphrase } from '../errors.ts'
import type { NewUnlock } from '../stage.ts'
import { type DerivationParameters, type Derive, deriveKey, PARAMETERS } from './derivation.ts'
import { openValue, type SealedValue, sealValue, vaultKey } from './sealed-value.ts'

/** How a ring lies on the disk. */
export interface RingRecord {
  readonly id: string
  readonly lock: PassphraseLock | PhoneLock
  readonly places: SealedValue
}
export interface PassphraseLock {
  readonly kind: 'passphrase'
  readonly parameters: DerivationParameters
  readonly salt: Bytes
  readonly wrapped: SealedValue
}
export interface PhoneLock {
  readonly kind: 'phone'
  readonly key: Bytes
}

/** What the ring knows of a place. */
export interface RingPlace {
  readonly id: string
  readonly database: string
  readonly key: Bytes
}

/** An open ring. It never changes: `with` and `without` give another. */
export class Ring {
  readonly id: string
  readonly places: readonly RingPlace[]
  readonly #lock: PassphraseLock | PhoneLock
  readonly #key: CryptoKey

  private constructor(id: string, lock: PassphraseLock | PhoneLock, key: CryptoKey, places: readonly RingPlace[]) {
    this.id = id
    this.#lock = lock
    this.#key = key
    this.places = places
  }

  static async make(unlock: NewUnlock, crypto: Crypto, derive: Derive): Promise<Ring> {
    const id = newId(crypto)
    const raw = crypto.randomBytes(32)
    const key = await vaultKey(raw)
    if (unlock.kind === 'phone') return new Ring(id, { kind: 'phone', key: raw }, key, [])
    const salt = crypto.randomBytes(16)
    const wrapping = await vaultKey(await deriveKey(unlock.passphrase, salt, PARAMETERS, derive))
    const wrapped = await sealValue(wrapping, ['ring-key', id], raw)
    return new Ring(id, { kind: 'passphrase', parameters: PARAMETERS, salt, wrapped }, key, [])
  }

  /** Raises WrongPassphrase, UnlockRefused, or StorageDamaged where the ring does not open under its own key. */
  static async open(record: RingRecord, passphrase: string, derive: Derive): Promise<Ring> {
    const key = await vaultKey(await ringKey(record, passphrase, derive))
    return new Ring(record.id, record.lock, key, await placesIn(record, key))
  }

  /** This ring as another tab has left it: never write one that was read a while ago. */
  async reread(record: RingRecord): Promise<Ring> {
    return new Ring(this.id, this.#lock, this.#key, await placesIn(record, this.#key))
  }

  async record(): Promise<RingRecord> {
    const places = encode(this.places.map(({ id, database, key }) => [id, database, key]))
    return { id: this.id, lock: this.#lock, places: await sealValue(this.#key, ['ring', this.id], places) }
  }

  with(place: RingPlace): Ring {
    return new Ring(this.id, this.#lock, this.#key, [...this.places, place])
  }

  without(id: string): Ring {
    return new Ring(
      this.id,
      this.#lock,
      this.#key,
      this.places.filter((place) => place.id !== id),
    )
  }
}

/** A new name for something on this device, 128 bits. */
export function newId(crypto: Pick<Crypto, 'randomBytes'>): string {
  return Array.from(crypto.randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function placesIn(record: RingRecord, key: CryptoKey): Promise<readonly RingPlace[]> {
  const places = decode(await openValue(key, ['ring', record.id], record.places))
  return array(places).map((item): RingPlace => {
    const [id, database, vault] = array(item)
    return { id: text(id), database: text(database), key: octets(vault, 32) }
  })
}

async function ringKey({ id, lock }: RingRecord, passphrase: string, derive: Derive): Promise<Bytes> {
  if (lock.kind === 'phone') return lock.key
  const wrapping = await vaultKey(await deriveKey(passphrase, lock.salt, lock.parameters, derive))
  try {
    return await openValue(wrapping, ['ring-key', id], lock.wrapped)
  } catch (error) {
    if (error instanceof StorageDamaged) throw new WrongPassphrase()
    throw error
  }
}
