/** Ed25519 and X25519 for browsers that have neither, from a library that is passed in (the web app loads it then). */

import { areEqual, type Bytes, joined } from './bytes.ts'
import { type Crypto, type Curves, joinedWith } from './crypto.ts'
import { Damaged } from './errors.ts'
import { isWeakEd, isWeakX } from './weakness.ts'

interface Point {
  add(other: Point): Point
  negate(): Point
  multiplyUnsafe(scalar: bigint): Point
  toBytes(): Uint8Array
}

/** What is used of `@noble/curves/ed25519.js`. */
export interface Noble {
  readonly ed25519: {
    getPublicKey(seed: Uint8Array): Uint8Array
    sign(message: Uint8Array, seed: Uint8Array): Uint8Array
    readonly Point: {
      readonly BASE: Point
      fromBytes(bytes: Uint8Array, zip215?: boolean): Point
    }
  }
  readonly x25519: {
    getPublicKey(seed: Uint8Array): Uint8Array
    getSharedSecret(seed: Uint8Array, other: Uint8Array): Uint8Array
  }
}

/** The order of the group that the base point makes. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

/** A Crypto whose curves are `noble`'s and whose everything else is WebCrypto. */
export function withFallback(noble: Noble, subtle: SubtleCrypto, randomBytes: (size: number) => Bytes): Crypto {
  return joinedWith(nobleCurves(noble, subtle), subtle, randomBytes)
}

function nobleCurves({ ed25519, x25519 }: Noble, subtle: SubtleCrypto): Curves {
  return {
    signingKeyFromSeed: async (seed) => ({ private: seed, public: new Uint8Array(ed25519.getPublicKey(seed)) }),
    boxKeyFromSeed: async (seed) => ({ private: seed, public: new Uint8Array(x25519.getPublicKey(seed)) }),
    sign: async (key, message) => new Uint8Array(ed25519.sign(message, key.private)),

    // Noble's own verify multiplies by the cofactor, which WebCrypto and Python do not: a signer who chose a crooked
    // key could make a record that some devices take and others refuse. So: R = [S]B - [k]A, compared byte for byte.
    async verify(signer, message, signature) {
      if (signature.length !== 64 || isWeakEd(signer)) return false
      const commitment = signature.subarray(0, 32)
      const scalar = numberOf(signature.subarray(32))
      const author = pointOf(ed25519.Point, signer)
      if (scalar >= ORDER || author === null) return false
      const digest = await subtle.digest('SHA-512', joined(commitment, signer, message))
      const challenge = numberOf(new Uint8Array(digest)) % ORDER
      const expected = ed25519.Point.BASE.multiplyUnsafe(scalar).add(author.multiplyUnsafe(challenge).negate())
      return areEqual(expected.toBytes(), commitment)
    },

    async agree(key, other) {
      if (isWeakX(other)) throw new Damaged('KEY_WEAK')
      return new Uint8Array(x25519.getSharedSecret(key.private, other))
    },
  }
}

function pointOf(points: Noble['ed25519']['Point'], encoded: Bytes): Point | null {
  try {
    return points.fromBytes(encoded)
  } catch (error) {
    if (error instanceof Error) return null // not a point of the curve
    throw error
  }
}

function numberOf(littleEndian: Uint8Array): bigint {
  return littleEndian.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n)
}
