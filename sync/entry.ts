/**
 * One entry of the control chain, read into types. What it may do is for membership.ts.
 * `[header bytes, signature]`; the header is read once and its bytes are kept, never encoded again.
 */

import type { Bytes } from './bytes.ts'
import type { Crypto, SigningKey } from './crypto.ts'
import { decode, encode, type Item, tagged } from './encoding.ts'
import { Malformed } from './errors.ts'
import { LIMITS } from './limits.ts'
import { type Operation, parseOperation } from './operation.ts'
import { array, octets, text, whole } from './shape.ts'

const VERSION = 1

/** An entry as it came. */
export interface Entry {
  readonly space: Bytes
  readonly n: number
  readonly prev: Bytes
  readonly author: Bytes
  readonly ts: number
  readonly operation: Operation
  readonly headerBytes: Bytes
  readonly signature: Bytes
  readonly raw: Bytes
  readonly hash: Bytes
}

/** The entry in these bytes. Throws Malformed, also for an operation that is not known here. */
export async function parse(raw: Bytes, crypto: Crypto): Promise<Entry> {
  if (raw.length > LIMITS.entry_bytes) throw new Malformed('an entry too large')
  const parts = array(decode(raw), 2)
  const headerBytes = octets(parts[0])
  const signature = octets(parts[1], 64)
  const [version, space, n, prev, author, ts, op, payload] = array(decode(headerBytes), 8)
  whole(version, VERSION, VERSION)
  return {
    space: octets(space, 16),
    n: whole(n),
    prev: octets(prev, 32),
    author: octets(author, 16),
    ts: whole(ts),
    operation: parseOperation(text(op), payload),
    headerBytes,
    signature,
    raw,
    hash: await crypto.sha256(tagged('control-hash', [headerBytes, signature])),
  }
}

/** What the author of an entry signs. */
export function signed(headerBytes: Bytes): Bytes {
  return tagged('control', headerBytes)
}

/** The entry with this header. Throws Malformed if nobody could read it. */
export async function sign(header: Item, key: SigningKey, crypto: Crypto): Promise<Bytes> {
  const headerBytes = encode(header)
  const raw = encode([headerBytes, await crypto.sign(key, signed(headerBytes))])
  await parse(raw, crypto)
  return raw
}

/** The items of a header, as the control chain has them. */
export function headerOf(
  fields: Pick<Entry, 'space' | 'n' | 'prev' | 'author' | 'ts'>,
  op: Operation['op'],
  payload: Item,
): Item {
  return [VERSION, fields.space, fields.n, fields.prev, fields.author, fields.ts, op, payload]
}

/** The id of the space that this genesis header makes: over the header with its space zeroed (P1). */
export async function spaceId(headerBytes: Bytes, crypto: Crypto): Promise<Bytes> {
  const header = array(decode(headerBytes), 8)
  return (await crypto.sha256(tagged('space', replaced(header, 1, new Uint8Array(16))))).slice(0, 16)
}

/** What a card's proof is made over: the header with every proof zeroed and, in genesis, its space too (P2). */
export function coveredByCard(headerBytes: Bytes): Bytes {
  const header = array(decode(headerBytes), 8)
  const payload = array(header[7])
  const withoutMac = (card: readonly Item[]) => replaced(card, 3, new Uint8Array(32))
  if (header[6] !== 'genesis') return tagged('card-mac', replaced(header, 7, withoutMac(payload)))
  const cards = array(payload[4]).map((card) => withoutMac(array(card, 4)))
  const unnamed = replaced(header, 1, new Uint8Array(16))
  return tagged('card-mac', replaced(unnamed, 7, replaced(payload, 4, cards)))
}

function replaced(items: readonly Item[], place: number, by: Item): readonly Item[] {
  return items.map((item, at) => (at === place ? by : item))
}
