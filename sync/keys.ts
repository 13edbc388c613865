/**
 * Keys and what is derived from them. Private keys are 32 raw bytes; new ones come from the Crypto's randomness.
 * Vectors: vectors/keys.json.
 */

import { type Bytes, joined, toHex } from './bytes.ts'
import type { BoxKey, Crypto, SigningKey } from './crypto.ts'
import { tagged } from './encoding.ts'
import { Damaged } from './errors.ts'
import { openSealed, sealFor } from './hpke.ts'
import { isWeakX } from './weakness.ts'

export const WRAP_BYTES = 80
const NONCE_BYTES = 12
export const PREV_BOX_BYTES = NONCE_BYTES + 32 + 16

/** The two key pairs of a device or a card, and the name that follows from them. */
export interface DeviceKeys {
  readonly signing: SigningKey
  readonly box: BoxKey
  readonly id: Bytes
}

/** The device that two seeds of 32 bytes stand for. */
export async function deviceKeysFromSeeds(signing: Bytes, box: Bytes, crypto: Crypto): Promise<DeviceKeys> {
  const ed = await crypto.signingKeyFromSeed(signing)
  const x = await crypto.boxKeyFromSeed(box)
  return { signing: ed, box: x, id: await deviceId(ed.public, x.public, crypto) }
}

/** A device that never was before. */
export function newDeviceKeys(crypto: Crypto): Promise<DeviceKeys> {
  return deviceKeysFromSeeds(crypto.randomBytes(32), crypto.randomBytes(32), crypto)
}

/** 16 bytes that name the device with these public keys, and no other. */
export async function deviceId(ed: Bytes, x: Bytes, crypto: Crypto): Promise<Bytes> {
  return (await crypto.sha256(tagged('dev', [ed, x]))).slice(0, 16)
}

/** What a device's records are sealed with in an epoch: the same object again for the same `epochKey` object. */
export function recordKey(epochKey: Bytes, space: Bytes, device: Bytes, crypto: Crypto): Promise<Bytes> {
  const ofEpoch = recordKeys.get(epochKey) ?? new Map<string, Promise<Bytes>>()
  recordKeys.set(epochKey, ofEpoch)
  const name = toHex(space) + toHex(device)
  const known = ofEpoch.get(name) ?? crypto.hkdf(epochKey, space, tagged('rec', [device]), 32)
  ofEpoch.set(name, known)
  return known
}

// Opening 10,000 records must not derive 10,000 keys. Nothing is kept longer than the epoch key itself.
const recordKeys = new WeakMap<Bytes, Map<string, Promise<Bytes>>>()

/** What a device's presence is sealed with in one session. */
export function presenceKey(epochKey: Bytes, session: Bytes, device: Bytes, crypto: Crypto): Promise<Bytes> {
  return crypto.hkdf(epochKey, session, tagged('eph', [device]), 32)
}

/** 32 bytes that bind the control chain to this key without showing it. */
export function commitment(epochKey: Bytes, crypto: Crypto): Promise<Bytes> {
  return crypto.sha256(tagged('kc', [epochKey]))
}

/** What a wrap is bound to: the nonce of genesis, the epoch, the entry before, the device that may open it. */
export function wrapInfo(nonce: Bytes, epoch: number, prev: Bytes, device: Bytes): Bytes {
  return tagged('wrap', [nonce, epoch, prev, device])
}

/** The epoch key for one device, 80 bytes. Throws Damaged KEY_WEAK. */
export async function wrap(epochKey: Bytes, toX: Bytes, info: Bytes, crypto: Crypto): Promise<Bytes> {
  if (isWeakX(toX)) throw new Damaged('KEY_WEAK')
  return sealFor(toX, info, epochKey, crypto)
}

/** The epoch key, 32 bytes. Throws Damaged WRAP_BAD. */
export async function unwrap(wrapped: Bytes, box: BoxKey, info: Bytes, crypto: Crypto): Promise<Bytes> {
  const epochKey = await openSealed(wrapped, box, info, crypto)
  if (epochKey.length !== 32) throw new Damaged('WRAP_BAD')
  return epochKey
}

/**
 * The key of the epoch before, for whoever has the one that begins: 60 bytes. `epoch` is the number of the one that begins,
 * `prev` that of the entry that begins it; `nonce` is 12 fresh bytes.
 */
export async function sealPrev(
  epochKey: Bytes,
  before: Bytes,
  { space, epoch, prev }: PrevPlace,
  nonce: Bytes,
  crypto: Crypto,
): Promise<Bytes> {
  const key = await crypto.hkdf(epochKey, space, tagged('prev', [epoch]), 32)
  return joined(nonce, await crypto.aesSeal(key, nonce, before, prev))
}

/** The key of the epoch before. Throws Damaged WRAP_BAD. */
export async function openPrev(
  box: Bytes,
  epochKey: Bytes,
  { space, epoch, prev }: PrevPlace,
  crypto: Crypto,
): Promise<Bytes> {
  const key = await crypto.hkdf(epochKey, space, tagged('prev', [epoch]), 32)
  try {
    return await crypto.aesOpen(key, box.slice(0, NONCE_BYTES), box.slice(NONCE_BYTES), prev)
  } catch (error) {
    if (error instanceof Damaged) throw new Damaged('WRAP_BAD')
    throw error
  }
}

/** Where a prev box stands. */
export interface PrevPlace {
  readonly space: Bytes
  readonly epoch: number
  readonly prev: Bytes
}

/** What AUTH signs: this origin, this space, this device, this one challenge. */
export function authMessage(origin: string, space: Bytes, device: Bytes, challenge: Bytes): Bytes {
  return tagged('auth', [origin, space, device, challenge])
}
