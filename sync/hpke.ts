/**
 * Sealing something for one public key: HPKE base mode, single shot (RFC 9180).
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, empty AAD. The key schedule is @hpke/core's; the key
 * encapsulation rests on our Crypto, so that it works without native X25519 and draws no randomness of its own.
 */

import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HpkeError } from '@hpke/core'
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
  const suite = suiteWith(ephemeral.public, secret)
  const { enc, ct } = await suite.seal({ recipientPublicKey: UNUSED_KEY, info }, plaintext)
  return joined(new Uint8Array(enc), new Uint8Array(ct))
}

/** What was sealed for `key`. Throws Damaged WRAP_BAD. */
export async function openSealed(sealed: Bytes, key: BoxKey, info: Bytes, crypto: Crypto): Promise<Bytes> {
  const enc = sealed.slice(0, ENC_BYTES)
  try {
    const secret = await sharedSecret(key, enc, joined(enc, key.public), crypto)
    const suite = suiteWith(enc, secret)
    return new Uint8Array(await suite.open({ recipientKey: UNUSED_KEY, enc, info }, sealed.slice(ENC_BYTES)))
  } catch (error) {
    if (error instanceof HpkeError || error instanceof SyncError) throw new Damaged('WRAP_BAD')
    throw error
  }
}

/** RFC 9180 section 4.1, from the exchange on. */
async function sharedSecret(key: BoxKey, other: Bytes, context: Bytes, crypto: Crypto): Promise<Bytes> {
  const exchanged = await crypto.agree(key, other)
  return crypto.hkdf(joined(EAE_PRK, exchanged), new Uint8Array(0), joined(SHARED_SECRET, context), 32)
}

/** What the suite hands to the encapsulation, which already knows its keys. */
const UNUSED_KEY: CryptoKey = { type: 'public', algorithm: { name: 'X25519' }, extractable: false, usages: [] }

/** An encapsulation that has been made: one suite, one message. */
class Encapsulated extends DhkemX25519HkdfSha256 {
  readonly #enc: Bytes
  readonly #secret: Bytes

  constructor(enc: Bytes, secret: Bytes) {
    super()
    this.#enc = enc
    this.#secret = secret
  }

  override async encap(): Promise<{ sharedSecret: ArrayBuffer; enc: ArrayBuffer }> {
    return { sharedSecret: this.#secret.buffer, enc: this.#enc.buffer }
  }

  override async decap(): Promise<ArrayBuffer> {
    return this.#secret.buffer
  }
}

function suiteWith(enc: Bytes, secret: Bytes): CipherSuite {
  return new CipherSuite({ kem: new Encapsulated(enc, secret), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
}
