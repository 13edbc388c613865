/**
 * What lies on the disk: AES-256-GCM under the vault key, bound to the place where it lies, so that values cannot be
 * exchanged. Sealing happens before any transaction opens, because awaiting WebCrypto ends an IndexedDB transaction.
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import { tagged } from '../../../../sync/encoding.ts'
import { StorageDamaged } from '../errors.ts'

export interface SealedValue {
  readonly iv: Bytes
  readonly ct: Bytes
}

const IV_BYTES = 12

/** A key that seals, from 32 raw bytes; the browser does not give it back. */
export async function vaultKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** `place` is where the value will lie, for example ['outbox', 17]. */
export async function sealValue(
  key: CryptoKey,
  place: readonly (string | number)[],
  value: Bytes,
): Promise<SealedValue> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const additionalData = tagged('at-rest', place)
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, value)
  return { iv, ct: new Uint8Array(ct) }
}

/** Raises StorageDamaged when the value was not sealed under this key for this place. */
export async function openValue(
  key: CryptoKey,
  place: readonly (string | number)[],
  value: SealedValue,
): Promise<Bytes> {
  const additionalData = tagged('at-rest', place)
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: value.iv, additionalData }, key, value.ct))
  } catch (error) {
    throw new StorageDamaged(error)
  }
}
