/**
 * One entry of the control chain, read into types. What it may do is for membership.ts.
 * `[header bytes, signature]`; the header is read once and its bytes are kept, never encoded again.
 */

import type { Bytes } from './bytes.ts'
import type { Crypto, SigningKey } from './crypto.ts'
import { decode, encode, type Item, tagged } from './encoding.ts'
import { Malformed } from './errors.ts'
import { WRAP_BYTES } from './keys.ts'
import { LIMITS } from './limits.ts'
import { array, ascending, octets, octetsOrNull, text, whole } from './shape.ts'

const VERSION = 1
export const SUITE = 1

/** Device index, the epoch key for it. */
export type Wraps = readonly (readonly [ix: number, wrap: Bytes])[]
/** Device index, seq, record hash. */
export type Heads = readonly (readonly [ix: number, seq: number, hash: Bytes])[]

/** Public keys, and who may write on the device. */
export interface NewDevice {
  readonly ed: Bytes
  readonly x: Bytes
  readonly members: readonly number[]
}

/** Public keys of a key card, whose it is, and the proof that whoever holds the secret can check. */
export interface NewCard {
  readonly ed: Bytes
  readonly x: Bytes
  readonly holder: number
  readonly mac: Bytes
}

export interface Genesis {
  readonly op: 'genesis'
  readonly nonce: Bytes
  /** How many. */
  readonly members: number
  readonly devices: readonly NewDevice[]
  readonly cards: readonly NewCard[]
  readonly commitment: Bytes
  readonly wraps: Wraps
}

export interface Invite {
  readonly op: 'invite'
  readonly sign: Bytes
  readonly box: Bytes
  readonly members: readonly number[]
  /** Unix seconds, judged by the server when JOIN arrives. */
  readonly expires: number
}

export interface Admit {
  readonly op: 'admit'
  readonly request: Bytes | null
  readonly device: NewDevice
  readonly wraps: Wraps
  /** What the approver had. */
  readonly heads: Heads
}

export interface AddCard {
  readonly op: 'card'
  readonly card: NewCard
  readonly wrap: Bytes
}

export type Operation = Genesis | Invite | Admit | AddCard

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

function parseOperation(op: string, payload: Item | undefined): Operation {
  switch (op) {
    case 'genesis':
      return parseGenesis(payload)
    case 'invite': {
      const [sign, box, members, expires] = array(payload, 4)
      const keys = { sign: octets(sign, 32), box: octets(box, 32) }
      return { op, ...keys, members: parseMembers(members), expires: whole(expires) }
    }
    case 'admit': {
      const [request, device, wraps, heads] = array(payload, 4)
      const admitted = { request: octetsOrNull(request), device: parseDevice(device) }
      return { op, ...admitted, wraps: parseWraps(wraps), heads: parseHeads(heads) }
    }
    case 'card': {
      const fields = array(payload, 5)
      return { op, card: parseCard(fields.slice(0, 4)), wrap: octets(fields[4], WRAP_BYTES) }
    }
    default:
      throw new Malformed('an operation that is not known')
  }
}

function parseGenesis(payload: Item | undefined): Genesis {
  const [suite, nonce, members, devices, cards, epoch] = array(payload, 6)
  whole(suite, SUITE, SUITE)
  const [commitment, wraps] = array(epoch, 2)
  const genesis: Genesis = {
    op: 'genesis',
    nonce: octets(nonce, 16),
    members: whole(members, 1),
    devices: array(devices).map(parseDevice),
    cards: array(cards).map(parseCard),
    commitment: octets(commitment, 32),
    wraps: parseWraps(wraps),
  }
  if (genesis.devices.length === 0) throw new Malformed('a space without a device')
  return genesis
}

function parseMembers(item: Item | undefined): readonly number[] {
  const members = ascending(array(item).map((member) => whole(member)))
  if (members.length === 0) throw new Malformed('a device of nobody')
  return members
}

function parseDevice(item: Item | undefined): NewDevice {
  const [ed, x, members] = array(item, 3)
  return { ed: octets(ed, 32), x: octets(x, 32), members: parseMembers(members) }
}

function parseCard(item: Item): NewCard {
  const [ed, x, holder, mac] = array(item, 4)
  return { ed: octets(ed, 32), x: octets(x, 32), holder: whole(holder), mac: octets(mac, 32) }
}

function parseWraps(item: Item | undefined): Wraps {
  return array(item).map((pair) => {
    const [ix, wrap] = array(pair, 2)
    return [whole(ix), octets(wrap, WRAP_BYTES)]
  })
}

function parseHeads(item: Item | undefined): Heads {
  const heads = array(item).map((part) => {
    const [ix, seq, hash] = array(part, 3)
    return [whole(ix), whole(seq, 1), octets(hash, 32)] as const
  })
  ascending(heads.map(([ix]) => ix))
  return heads
}
