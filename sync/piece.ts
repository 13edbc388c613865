/**
 * A photograph as pieces, each small enough for one record (P38): README.md section 5, "Photographs".
 * A piece is sealed under a key that the document holds, and travels in an update like any other: it writes the piece, and
 * takes it away again in the same breath. So the log carries it, and no document holds it. Vectors: vectors/pieces.json.
 */

import * as Y from 'yjs'
import { type Bytes, joined, toHex } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { tagged } from './encoding.ts'
import type { By } from './envelope.ts'
import { Damaged } from './errors.ts'
import { LIMITS } from './limits.ts'
import { type Id, read } from './yjs-update.ts'

/** Of the document: what stands there is gone as soon as it was written. */
const ROOT = 'pieces'
const KEY_BYTES = 32
const TAG_BYTES = 16
/** Yjs writes larger numbers in another form. */
const LAST_TIME = 2 ** 31 - 1
/** An item of values at a key of something. */
const VALUES_AT_A_KEY = 0b0010_1000

/** The pieces of a photograph, in order, of nearly one size. `key` is used for nothing else. Throws Damaged TOO_LARGE. */
export async function seal(plain: Bytes, key: Bytes, crypto: Crypto): Promise<readonly Bytes[]> {
  if (plain.length === 0 || plain.length > LIMITS.photograph_bytes) throw new Damaged('TOO_LARGE')
  const most = Math.ceil(plain.length / (LIMITS.photograph_piece_bytes - TAG_BYTES))
  const size = Math.ceil(plain.length / most)
  const count = Math.ceil(plain.length / size)
  const cut = Array.from({ length: count }, (_, index) => plain.slice(index * size, (index + 1) * size))
  return Promise.all(cut.map((piece, index) => crypto.aesSeal(key, nonce(index), piece, bound(index, count))))
}

/** What the document calls a sealed piece by: nothing else has this name. */
export async function nameOf(piece: Bytes, crypto: Crypto): Promise<string> {
  return toHex(await crypto.sha256(tagged('piece-name', [piece])))
}

/** The photograph of the pieces with these names, in this order; null while one has not come. Throws Damaged PIECES_BAD. */
export async function opened(
  found: ReadonlyMap<string, Bytes>,
  names: readonly string[],
  key: Bytes,
  crypto: Crypto,
): Promise<Bytes | null> {
  const come = names.flatMap((name) => found.get(name) ?? [])
  if (come.length < names.length) return null
  const real = await Promise.all(come.map((piece) => nameOf(piece, crypto)))
  if (names.length === 0 || key.length !== KEY_BYTES || real.some((name, at) => name !== names[at])) {
    throw new Damaged('PIECES_BAD', 'other pieces than it says')
  }
  const plain = come.map((piece, at) => crypto.aesOpen(key, nonce(at), piece, bound(at, come.length)))
  try {
    return joined(...(await Promise.all(plain)))
  } catch (error) {
    if (error instanceof Damaged) throw new Damaged('PIECES_BAD', 'another key, or another order')
    throw error
  }
}

export interface Piece {
  /** As `nameOf` gives it: whoever reads checks it. */
  readonly name: string
  readonly piece: Bytes
}

/** The update with this piece in it, and nothing else. Nobody has used the client id from the clock on. */
export function written([client, clock]: Id, { name, piece }: Piece, by: By, at: number): Bytes {
  const encoder = new Y.UpdateEncoderV1()
  encoder.writeLen(1) // one client, with one item
  encoder.writeLen(1)
  encoder.writeClient(client)
  encoder.writeLen(clock)
  encoder.writeInfo(VALUES_AT_A_KEY)
  encoder.writeParentInfo(true)
  encoder.writeString(ROOT)
  encoder.writeString(name)
  encoder.writeLen(1)
  encoder.writeAny([piece, by, Math.min(at, LAST_TIME)])
  encoder.writeLen(1) // of one client, one range is deleted: the same item
  encoder.writeLen(client)
  encoder.writeLen(1)
  encoder.resetDsCurVal()
  encoder.writeDsClock(clock)
  encoder.writeDsLen(1)
  return new Uint8Array(encoder.toUint8Array())
}

/** The pieces that an update brings, under the names that it gives them. Throws Malformed. */
export function piecesIn(update: Bytes): readonly Piece[] {
  const items = read(update).items.filter(({ parent }) => parent === ROOT)
  return items.flatMap(({ key, values }) => {
    const [register] = values
    const piece: unknown = Array.isArray(register) && register.length === 3 ? register[0] : null
    return key !== null && piece instanceof Uint8Array ? [{ name: key, piece: new Uint8Array(piece) }] : []
  })
}

function bound(index: number, count: number): Bytes {
  return tagged('piece', [index, count])
}

function nonce(index: number): Bytes {
  const bytes = new Uint8Array(12)
  new DataView(bytes.buffer).setUint32(8, index)
  return bytes
}
