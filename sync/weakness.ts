/**
 * Public keys that no honest device has: of small order, in every encoding (P3), or not in their one encoding.
 * Libraries differ on these, so they are refused before any library sees them.
 */

import type { Bytes } from './bytes.ts'

const FIELD = 2n ** 255n - 19n
const SIGN_BIT = 2n ** 255n
const ON_BOTH = [0n, 1n, FIELD - 1n]
/** The y of every Ed25519 point whose order divides 8. */
const SMALL_Y: ReadonlySet<bigint> = new Set([
  ...ON_BOTH,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
])
/** The u of every X25519 point, on the curve or its twist, whose order divides 8. */
const SMALL_U: ReadonlySet<bigint> = new Set([
  ...ON_BOTH,
  0x00b8495f16056286fdb1329ceb8d09da6ac49ff1fae35616aeb8413b7c7aebe0n,
  0x57119fd0dd4e22d8868e1c58c45c44045bef839c55b1d0b1248c50a3bc959c5fn,
])

/** Whether an Ed25519 public key is of small order or not in its one encoding. */
export function isWeakEd(key: Bytes): boolean {
  const y = numberOf(key) % SIGN_BIT
  return key.length !== 32 || y >= FIELD || SMALL_Y.has(y)
}

/** Whether an X25519 public key is of small order or not in its one encoding. */
export function isWeakX(key: Bytes): boolean {
  const u = numberOf(key)
  return key.length !== 32 || u >= FIELD || SMALL_U.has(u)
}

/** Bytes as a number, least significant first. */
export function numberOf(bytes: Bytes): bigint {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let number = 0n
  for (let at = bytes.length - 8; at >= 0; at -= 8) number = (number << 64n) | words.getBigUint64(at, true)
  return number
}
