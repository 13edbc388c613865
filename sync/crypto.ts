/**
 * The cryptography that Kith rests on, behind one interface: WebCrypto, or WebCrypto with another library's curves
 * where a browser has none (fallback.ts). Private keys are raw, 32 bytes, here and everywhere above.
 */

import { type Bytes, fromBase64Url, joined, toHex } from './bytes.ts'
import { Damaged } from './errors.ts'
import { isWeakEd, isWeakX } from './weakness.ts'

/** An Ed25519 pair. */
export interface SigningKey {
  readonly private: Bytes
  readonly public: Bytes
}

/** An X25519 pair. */
export interface BoxKey {
  readonly private: Bytes
  readonly public: Bytes
}

export interface Crypto {
  randomBytes(size: number): Bytes
  sha256(message: Bytes): Promise<Bytes>
  /** HMAC-SHA256. */
  hmac(key: Bytes, message: Bytes): Promise<Bytes>
  /** HKDF-SHA256, extract and expand. */
  hkdf(ikm: Bytes, salt: Bytes, info: Bytes, size: number): Promise<Bytes>
  /** AES-256-GCM: ciphertext ‖ tag. Quickest when the same `key` object comes again; it must not change meanwhile. */
  aesSeal(key: Bytes, nonce: Bytes, plaintext: Bytes, aad: Bytes): Promise<Bytes>
  /** Throws Damaged DECRYPT_BAD. */
  aesOpen(key: Bytes, nonce: Bytes, sealed: Bytes, aad: Bytes): Promise<Bytes>
  signingKeyFromSeed(seed: Bytes): Promise<SigningKey>
  boxKeyFromSeed(seed: Bytes): Promise<BoxKey>
  sign(key: SigningKey, message: Bytes): Promise<Bytes>
  /** RFC 8032, without the cofactor. False, never an error, for a key or signature of any shape. */
  verify(signer: Bytes, message: Bytes, signature: Bytes): Promise<boolean>
  /** X25519. Throws Damaged KEY_WEAK when `other` is of small order or not in its one encoding. */
  agree(key: BoxKey, other: Bytes): Promise<Bytes>
}

/** What differs between browsers. */
export type Curves = Pick<Crypto, 'signingKeyFromSeed' | 'boxKeyFromSeed' | 'sign' | 'verify' | 'agree'>

/** The part of WebCrypto that is used. `randomBytes` comes from the platform; in tests it may be repeatable. */
export function nativeCrypto(subtle: SubtleCrypto, randomBytes: (size: number) => Bytes): Crypto {
  return joinedWith(nativeCurves(subtle), subtle, randomBytes)
}

/**
 * Whether this browser has both curves, for every key: if not, its Crypto needs `withFallback` of fallback.ts. WebKitGTK
 * refuses private keys that begin with a zero byte, which is one key in 256.
 */
export async function hasCurves(subtle: SubtleCrypto): Promise<boolean> {
  const curves = nativeCurves(subtle)
  const seed = new Uint8Array(32).fill(1, 1)
  try {
    const signing = await curves.signingKeyFromSeed(seed)
    const box = await curves.boxKeyFromSeed(seed)
    const message = new Uint8Array(1)
    await curves.agree(box, box.public)
    return await curves.verify(signing.public, message, await curves.sign(signing, message))
  } catch (error) {
    // NotSupportedError from most; browsers of 2021 throw a TypeError or a SyntaxError for a name they do not know.
    if (error instanceof DOMException || error instanceof TypeError) return false
    throw error
  }
}

/** A whole Crypto from these curves; everything else is WebCrypto, which every browser has. */
export function joinedWith(curves: Curves, subtle: SubtleCrypto, randomBytes: (size: number) => Bytes): Crypto {
  const aesKeys = new WeakMap<Bytes, Promise<CryptoKey>>()
  const aesKey = (key: Bytes) =>
    remembered(aesKeys, key, () => subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']))
  return {
    ...curves,
    randomBytes,
    sha256: async (message) => new Uint8Array(await subtle.digest('SHA-256', message)),
    async hmac(key, message) {
      const imported = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
      return new Uint8Array(await subtle.sign('HMAC', imported, message))
    },
    async hkdf(ikm, salt, info, size) {
      const imported = await subtle.importKey('raw', ikm, 'HKDF', false, ['deriveBits'])
      return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, imported, size * 8))
    },
    async aesSeal(key, nonce, plaintext, aad) {
      const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: aad }
      return new Uint8Array(await subtle.encrypt(algorithm, await aesKey(key), plaintext))
    },
    async aesOpen(key, nonce, sealed, aad) {
      const imported = await aesKey(key)
      try {
        const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: aad }
        return new Uint8Array(await subtle.decrypt(algorithm, imported, sealed))
      } catch (error) {
        if (error instanceof DOMException) throw new Damaged('DECRYPT_BAD')
        throw error
      }
    },
  }
}

/** DER of a PKCS #8 private key, up to the 32 bytes of the seed: the same but for the last byte of the curve's name. */
const PKCS8 = { Ed25519: 0x70, X25519: 0x6e } as const
const MOST_SIGNERS = 1000

function nativeCurves(subtle: SubtleCrypto): Curves {
  const signingKeys = new WeakMap<SigningKey, Promise<CryptoKey>>()
  const boxKeys = new WeakMap<BoxKey, Promise<CryptoKey>>()
  const signers = new Map<string, Promise<CryptoKey | null>>()

  function imported(curve: 'Ed25519' | 'X25519', seed: Bytes, extractable: boolean): Promise<CryptoKey> {
    const prefix = [
      0x30,
      0x2e,
      0x02,
      0x01,
      0x00,
      0x30,
      0x05,
      0x06,
      0x03,
      0x2b,
      0x65,
      PKCS8[curve],
      0x04,
      0x22,
      0x04,
      0x20,
    ]
    const usage: KeyUsage = curve === 'Ed25519' ? 'sign' : 'deriveBits'
    return subtle.importKey('pkcs8', joined(new Uint8Array(prefix), seed), { name: curve }, extractable, [usage])
  }

  async function withPublic(curve: 'Ed25519' | 'X25519', seed: Bytes): Promise<SigningKey & BoxKey> {
    const { x } = await subtle.exportKey('jwk', await imported(curve, seed, true))
    const key = x === undefined ? null : fromBase64Url(x)
    if (key?.length !== 32) throw new TypeError(`no public ${curve} key`)
    return { private: seed, public: key }
  }

  function signerKey(signer: Bytes): Promise<CryptoKey | null> {
    const name = toHex(signer)
    const known = signers.get(name)
    if (known) return known
    if (signers.size >= MOST_SIGNERS) signers.clear()
    const fresh = subtle.importKey('raw', signer, { name: 'Ed25519' }, false, ['verify']).catch((error: unknown) => {
      if (error instanceof DOMException) return null // not a point of the curve
      throw error
    })
    signers.set(name, fresh)
    return fresh
  }

  return {
    signingKeyFromSeed: (seed) => withPublic('Ed25519', seed),
    boxKeyFromSeed: (seed) => withPublic('X25519', seed),
    async sign(key, message) {
      const own = await remembered(signingKeys, key, () => imported('Ed25519', key.private, false))
      return new Uint8Array(await subtle.sign('Ed25519', own, message))
    },
    async verify(signer, message, signature) {
      if (signature.length !== 64 || isWeakEd(signer)) return false
      const key = await signerKey(signer)
      return key !== null && (await subtle.verify('Ed25519', key, signature, message))
    },
    async agree(key, other) {
      if (isWeakX(other)) throw new Damaged('KEY_WEAK')
      const own = await remembered(boxKeys, key, () => imported('X25519', key.private, false))
      const theirs = await subtle.importKey('raw', other, { name: 'X25519' }, false, [])
      return new Uint8Array(await subtle.deriveBits({ name: 'X25519', public: theirs }, own, 256))
    },
  }
}

/** What `make` gave for this object before, kept no longer than the object itself. */
function remembered<Key extends object, Value>(
  known: WeakMap<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const before = known.get(key)
  if (before) return before
  const made = make()
  known.set(key, made)
  return made
}
