/** RFC 9180 from the shared secret on: the key schedule and the AEAD are @hpke/core's, single shot. */

import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HpkeError } from '@hpke/core'
import type { Bytes } from './bytes.ts'
import { Damaged } from './errors.ts'

/** The ciphertext of `plaintext`, for the shared secret that `enc` carries. */
export async function seal(enc: Bytes, secret: Bytes, info: Bytes, plaintext: Bytes): Promise<Bytes> {
  const { ct } = await suiteWith(enc, secret).seal({ recipientPublicKey: UNUSED_KEY, info }, plaintext)
  return new Uint8Array(ct)
}

/** What was sealed. Throws Damaged WRAP_BAD. */
export async function open(enc: Bytes, secret: Bytes, info: Bytes, ciphertext: Bytes): Promise<Bytes> {
  try {
    return new Uint8Array(await suiteWith(enc, secret).open({ recipientKey: UNUSED_KEY, enc, info }, ciphertext))
  } catch (error) {
    if (error instanceof HpkeError) throw new Damaged('WRAP_BAD')
    throw error
  }
}

/** What a suite hands to the encapsulation, which already knows its keys. */
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
