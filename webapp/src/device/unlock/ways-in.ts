/**
 * The ways to a ring's key: words, the phone's own lock, and, beside the words, a passkey (P30). Each holds the same key,
 * wrapped in another way, and bound to its ring, so that none can be exchanged.
 */

import { type Bytes, toHex } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { tagged } from '../../../../sync/encoding.ts'
import { normalForm, PARAMETERS } from '../../../../sync/sealed-file.ts'
import { PasskeyWrong, StorageDamaged, WrongPassphrase } from '../errors.ts'
import { type DerivationParameters, type Derive, deriveKey } from './derivation.ts'
import { openValue, type SealedValue, sealValue, vaultKey } from './sealed-value.ts'

export interface PassphraseLock {
  readonly kind: 'passphrase'
  readonly parameters: DerivationParameters
  readonly salt: Bytes
  readonly wrapped: SealedValue
}
/** Whoever can open the phone can open this: by explicit choice, on one's own phone only. */
export interface PhoneLock {
  readonly kind: 'phone'
  readonly key: Bytes
}
export type RingLock = PassphraseLock | PhoneLock

/** Never the only way: passkeys are deleted without a word about what they open. */
export interface PasskeySlot {
  readonly credential: Bytes
  readonly wrapped: SealedValue
}

type Hashing = Pick<Crypto, 'sha256' | 'hkdf'>

export async function lockWithWords(
  ring: string,
  key: Bytes,
  words: string,
  salt: Bytes,
  derive: Derive,
): Promise<PassphraseLock> {
  const wrapping = await vaultKey(await deriveKey(words, salt, PARAMETERS, derive))
  const wrapped = await sealValue(wrapping, ['ring-key', ring], key)
  return { kind: 'passphrase', parameters: PARAMETERS, salt, wrapped }
}

/** Raises WrongPassphrase, UnlockRefused or MemoryShort. */
export async function keyByWords(ring: string, lock: RingLock, words: string, derive: Derive): Promise<Bytes> {
  if (lock.kind === 'phone') return lock.key
  if (normalForm(words) === '') throw new WrongPassphrase()
  const wrapping = await vaultKey(await deriveKey(words, lock.salt, lock.parameters, derive))
  return openedOr(new WrongPassphrase(), openValue(wrapping, ['ring-key', ring], lock.wrapped))
}

/** What the passkey is asked about: the same for one ring on one device for ever, and for no two rings. */
export function passkeySalt(ring: string, crypto: Hashing): Promise<Bytes> {
  return crypto.sha256(tagged('passkey-salt', [ring]))
}

/** `secret` is what the passkey answered to the ring's salt. */
export async function lockWithPasskey(
  ring: string,
  key: Bytes,
  { credential, secret }: { readonly credential: Bytes; readonly secret: Bytes },
  crypto: Hashing,
): Promise<PasskeySlot> {
  const wrapping = await passkeyKey(ring, credential, secret, crypto)
  return { credential, wrapped: await sealValue(wrapping, passkeyPlace(ring, credential), key) }
}

/** Raises PasskeyWrong. */
export async function keyByPasskey(ring: string, slot: PasskeySlot, secret: Bytes, crypto: Hashing): Promise<Bytes> {
  const { credential, wrapped } = slot
  const wrapping = await passkeyKey(ring, credential, secret, crypto)
  return openedOr(new PasskeyWrong(), openValue(wrapping, passkeyPlace(ring, credential), wrapped))
}

async function passkeyKey(ring: string, credential: Bytes, secret: Bytes, crypto: Hashing): Promise<CryptoKey> {
  const salt = await passkeySalt(ring, crypto)
  return vaultKey(await crypto.hkdf(secret, salt, tagged('passkey', [ring, credential]), 32))
}

const passkeyPlace = (ring: string, credential: Bytes) => ['ring-key by passkey', ring, toHex(credential)]

async function openedOr(refusal: WrongPassphrase | PasskeyWrong, opening: Promise<Bytes>): Promise<Bytes> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof StorageDamaged) throw refusal
    throw error
  }
}
