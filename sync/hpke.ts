/**
 * Sealing something for one public key: HPKE base mode, single shot (RFC 9180).
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, empty AAD. The key encapsulation rests on our Crypto, so that it
 * works without native X25519 and draws no randomness of its own; what follows is key-schedule.ts, which comes when it is
 * first needed: a lock screen seals nothing.
 */

import { type Bytes, bytesOf, joined } from './bytes.ts'
import type { BoxKey, Crypto } from './crypto.ts'
import { Damaged, SyncError } from './errors.ts'

const ENC_BYTES = 32
const EAE_PRK = joined(bytesOf('HPKE-v1KEM'), new Uint8Array([0, 0x20]), bytesOf('eae_prk'))
const SHARED_SECRET = joined(
  new Uint8Array([0, 32]),
  bytesOf('HPKE-v1KEM'),
  new Uint8Array([0, 0x20]),
  bytesOf('shared_secret'),
)

/** `enc ‖ ct`: 48 bytes more than `plaintext`. Throws Damaged KEY_WEAK for a public key of small order. */
export async function sealFor(toPublic: Bytes, info: Bytes, plaintext: Bytes, crypto: Crypto): Promise<Bytes> {
  const ephemeral = await crypto.boxKeyFromSeed(crypto.randomBytes(32))
  const secret = await sharedSecret(ephemeral, toPublic, joined(ephemeral.public, toPublic), crypto)
  const schedule = await import('./key-schedule.ts')
  return joined(ephemeral.public, await schedule.seal(ephemeral.public, secret, info, plaintext))
}

/** What was sealed for `key`. Throws Damaged WRAP_BAD. */
export async function openSealed(sealed: Bytes, key: BoxKey, info: Bytes, crypto: Crypto): Promise<Bytes> {
  const enc = sealed.slice(0, ENC_BYTES)
  const schedule = await import('./key-schedule.ts')
  try {
    const secret = await sharedSecret(key, enc, joined(enc, key.public), crypto)
    return await schedule.open(enc, secret, info, sealed.slice(ENC_BYTES))
  } catch (error) {
    if (error instanceof SyncError) throw new Damaged('WRAP_BAD')
    throw error
  }
}

/** RFC 9180 section 4.1, from the exchange on. */
async function sharedSecret(key: BoxKey, other: Bytes, context: Bytes, crypto: Crypto): Promise<Bytes> {
  const exchanged = await crypto.agree(key, other)
  return crypto.hkdf(joined(EAE_PRK, exchanged), new Uint8Array(0), joined(SHARED_SECRET, context), 32)
}
