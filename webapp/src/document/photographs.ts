/** A photograph on its way into the log: sealed in pieces, each an update of its own, and what the document says of it. */

import { type Bytes, fromHex, toHex } from '../../../sync/bytes.ts'
import { type Crypto, nativeCrypto } from '../../../sync/crypto.ts'
import type { By, Photograph } from '../../../sync/document.ts'
import { nameOf, opened, piecesIn, seal, written } from '../../../sync/piece.ts'
import { randomBytes } from './ids.ts'

/** What the document has to say of it, so that the pieces are found and opened. */
export type Sealing = Pick<Photograph, 'key' | 'size' | 'pieces'>

export interface Carried {
  readonly sealing: Sealing
  readonly updates: readonly Bytes[]
}

/** Where the pieces are that no document holds. Raises Damaged PIECES_BAD, and DeviceError. */
export type PhotographSource = (sealing: Sealing) => Promise<Bytes | 'coming'>

const KEY_BYTES = 32

/** Sealing pieces needs nothing that an old browser lacks. */
export const pieceCrypto = (): Crypto =>
  nativeCrypto(globalThis.crypto.subtle, (size) => new Uint8Array(randomBytes(size)))

/** `client` is a client id that nobody has used. Throws Damaged TOO_LARGE. */
export async function carried(jpeg: Bytes, by: By, at: number, client: number, crypto: Crypto): Promise<Carried> {
  const key = crypto.randomBytes(KEY_BYTES)
  const pieces = await seal(jpeg, key, crypto)
  const named = await Promise.all(pieces.map(async (piece) => ({ name: await nameOf(piece, crypto), piece })))
  const sealing = { key: toHex(key), size: jpeg.length, pieces: named.map(({ name }) => name) }
  return { sealing, updates: named.map((piece, clock) => written([client, clock], piece, by, at)) }
}

/** The smallest that a piece of it can be: they are of one size, but for the last. */
export function leastOf({ size, pieces }: Sealing): number {
  const each = Math.ceil(size / Math.max(1, pieces.length))
  return Math.max(1, size - each * (pieces.length - 1))
}

/** The pieces with these names that an update brings; what is called so and is something else is none. */
export async function namedIn(
  update: Bytes,
  names: ReadonlySet<string>,
  crypto: Crypto,
): Promise<readonly (readonly [name: string, piece: Bytes])[]> {
  const called = piecesIn(update).filter(({ name }) => names.has(name))
  const real = await Promise.all(called.map(({ piece }) => nameOf(piece, crypto)))
  return called.flatMap(({ name, piece }, at) => (real[at] === name ? [[name, piece] as const] : []))
}

/** The photograph; null while a piece of it has not come. Throws Damaged PIECES_BAD. */
export function joinedPieces(
  { key, pieces }: Sealing,
  found: ReadonlyMap<string, Bytes>,
  crypto: Crypto,
): Promise<Bytes | null> {
  return opened(found, pieces, isHex(key) ? fromHex(key) : new Uint8Array(), crypto)
}

const isHex = (text: string): boolean => /^([0-9a-f]{2})*$/.test(text)
