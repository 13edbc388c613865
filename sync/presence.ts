/**
 * Who is here and what their hands do: sealed, never stored, dropped first (P29). Nothing durable follows from it.
 * Vectors: vectors/presence.json.
 */

import { areEqual, type Bytes } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { decode, encode, type Item } from './encoding.ts'
import { type By, parseBy } from './envelope.ts'
import { Damaged, Malformed, SyncError } from './errors.ts'
import { presenceKey } from './keys.ts'
import { LIMITS } from './limits.ts'
import type { Eph } from './messages.ts'
import { padPresence, unpadPresence } from './padding.ts'
import { array, ascending, octets, text, whole } from './shape.ts'

const VERSION = 1
/** Thousandths of the outer ring's radius. */
const FARTHEST = 1_000_000

/** What everyone may know about a frame. A session is one connection of one device. */
export interface PresenceHeader {
  readonly space: Bytes
  readonly device: Bytes
  readonly epoch: number
  readonly session: Bytes
  /** From 1, rising within the session. */
  readonly counter: number
}

/** My nonce, and the nonces heard from others: whoever finds their own in it knows that this session is live. */
export interface Here {
  readonly kind: 'here'
  readonly nonce: Bytes
  readonly heard: readonly (readonly [session: Bytes, nonce: Bytes])[]
}

/** One finger on the map. */
export interface Hand {
  readonly pointer: number
  readonly kind: string
  readonly entity: string
  readonly ring: string | null
  /** Tenths of a degree. */
  readonly angle: number | null
  /** Thousandths of the outer ring's radius, from the middle. */
  readonly x: number
  readonly y: number
}

/** All the hands of a device; none when they are lifted. */
export interface Hands {
  readonly kind: 'hands'
  readonly by: By
  readonly hands: readonly Hand[]
}

export interface Typing {
  readonly kind: 'typing'
  readonly by: By
  readonly entity: string
  readonly field: string
}

/** What has been applied here: "on Jo's tablet too". */
export interface Have {
  readonly kind: 'have'
  readonly heads: readonly (readonly [ix: number, seq: number])[]
}

export interface Bye {
  readonly kind: 'bye'
}

export type Presence = Here | Hands | Typing | Have | Bye

/** The frame that says `presence`. Throws Damaged TOO_LARGE. */
export async function seal(header: PresenceHeader, presence: Presence, epochKey: Bytes, crypto: Crypto): Promise<Eph> {
  const { space, device, epoch, session, counter } = header
  const headerBytes = encode([VERSION, space, device, epoch, session, counter])
  parseHeader(headerBytes)
  const key = await presenceKey(epochKey, session, device, crypto)
  const box = await crypto.aesSeal(key, nonceOf(counter), padPresence(encode(itemOf(presence))), headerBytes)
  if (headerBytes.length + box.length > LIMITS.eph_bytes) throw new Damaged('TOO_LARGE')
  return { type: 'eph', header: headerBytes, box }
}

/** The header in these bytes. Throws Malformed. */
export function parseHeader(headerBytes: Bytes): PresenceHeader {
  const [version, space, device, epoch, session, counter] = array(decode(headerBytes), 6)
  whole(version, VERSION, VERSION)
  return {
    space: octets(space, 16),
    device: octets(device, 16),
    epoch: whole(epoch),
    session: octets(session, 16),
    counter: whole(counter, 1),
  }
}

/**
 * What the frame says. `lastCounter` is the last heard in its session, 0 at first.
 * Throws Damaged: MALFORMED, SPACE_MISMATCH, EPOCH_WRONG, COUNTER_BACK or DECRYPT_BAD, in this order.
 */
export async function openFrame(
  frame: Pick<Eph, 'header' | 'box'>,
  space: Bytes,
  epoch: number,
  epochKey: Bytes,
  lastCounter: number,
  crypto: Crypto,
): Promise<Presence> {
  if (frame.header.length + frame.box.length > LIMITS.eph_bytes) throw new Malformed('a frame too large')
  const header = parseHeader(frame.header)
  if (!areEqual(header.space, space)) throw new Damaged('SPACE_MISMATCH')
  if (header.epoch !== epoch) throw new Damaged('EPOCH_WRONG')
  if (header.counter <= lastCounter) throw new Damaged('COUNTER_BACK')
  const key = await presenceKey(epochKey, header.session, header.device, crypto)
  try {
    const padded = await crypto.aesOpen(key, nonceOf(header.counter), frame.box, frame.header)
    return parse(decode(unpadPresence(padded)))
  } catch (error) {
    if (error instanceof SyncError) throw new Damaged('DECRYPT_BAD')
    throw error
  }
}

/** The counter as 12 bytes, most significant first. */
function nonceOf(counter: number): Bytes {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setBigUint64(4, BigInt(counter))
  return nonce
}

function itemOf(presence: Presence): Item {
  switch (presence.kind) {
    case 'here':
      return ['here', presence.nonce, presence.heard]
    case 'hands':
      return ['hands', presence.by, presence.hands.map(handItem)]
    case 'typing':
      return ['typing', presence.by, presence.entity, presence.field]
    case 'have':
      return ['have', presence.heads]
    case 'bye':
      return ['bye']
  }
}

function handItem({ pointer, kind, entity, ring, angle, x, y }: Hand): Item {
  return [pointer, kind, entity, ring, angle, x, y]
}

function parse(item: Item): Presence {
  const [kind, ...fields] = array(item)
  switch (kind) {
    case 'here': {
      const [nonce, heard] = array(fields, 2)
      return {
        kind,
        nonce: octets(nonce, 16),
        heard: pairs(heard).map(([one, two]) => [octets(one, 16), octets(two, 16)]),
      }
    }
    case 'hands': {
      const [by, hands] = array(fields, 2)
      return { kind, by: parseBy(by), hands: array(hands).map(parseHand) }
    }
    case 'typing': {
      const [by, entity, field] = array(fields, 3)
      return { kind, by: parseBy(by), entity: text(entity), field: text(field) }
    }
    case 'have': {
      const [heads] = array(fields, 1)
      const found = pairs(heads).map(([ix, seq]) => [whole(ix), whole(seq, 1)] as const)
      ascending(found.map(([ix]) => ix))
      return { kind, heads: found }
    }
    case 'bye':
      array(fields, 0)
      return { kind }
    default:
      throw new Malformed('a presence that is not known')
  }
}

function pairs(item: Item | undefined): readonly (readonly Item[])[] {
  return array(item).map((pair) => array(pair, 2))
}

function parseHand(item: Item): Hand {
  const [pointer, kind, entity, ring, angle, x, y] = array(item, 7)
  return {
    pointer: whole(pointer),
    kind: text(kind),
    entity: text(entity),
    ring: ring === null ? null : text(ring),
    angle: angle === null ? null : whole(angle, 0, 3599),
    x: whole(x, -FARTHEST, FARTHEST),
    y: whole(y, -FARTHEST, FARTHEST),
  }
}
