/**
 * Every message on the wire. README.md section 6 is the table; vectors/messages.json holds both languages to it.
 * `parse` and `toBytes` undo each other. Only form is checked here: what a message may do is for whoever receives it.
 */

import type { Bytes } from './bytes.ts'
import { decode, encode, type Item } from './encoding.ts'
import { Malformed } from './errors.ts'
import { LIMITS } from './limits.ts'
import { array, flag, octets, octetsOrNull, text, whole } from './shape.ts'

export const VERSION = 1

/** From the client, first. A card knows no space. */
export type Hello = { type: 'hello'; version: number; space: Bytes | null; device: Bytes }
/** `serverTime` is in unix seconds, for display only. */
export type Challenge = { type: 'challenge'; nonce: Bytes; space: Bytes | null; serverTime: number }
export type Create = { type: 'create'; genesis: Bytes; token: string | null }
export type Created = { type: 'created'; space: Bytes }
export type Auth = { type: 'auth'; space: Bytes; device: Bytes; signature: Bytes }
export type Welcome = {
  type: 'welcome'
  /** 8 bytes, new after every restore. */
  incarnation: Bytes
  controlLength: number
  controlHead: Bytes
  headPosition: number
  heads: readonly (readonly [device: Bytes, seq: number, hash: Bytes])[]
}
export type CtlPull = { type: 'ctl pull'; fromN: number }
export type Ctl = { type: 'ctl'; fromN: number; entries: readonly Bytes[] }
export type CtlAppend = { type: 'ctl append'; entry: Bytes }
export type CtlAck = { type: 'ctl ack'; n: number; hash: Bytes }
/** `fromPosition` itself is included. */
export type Pull = { type: 'pull'; fromPosition: number }
/** `end`: nothing is stored beyond these. */
export type Records = {
  type: 'records'
  records: readonly (readonly [position: number, record: Bytes])[]
  end: boolean
}
export type Push = { type: 'push'; records: readonly Bytes[] }
export type Ack = { type: 'ack'; stored: readonly (readonly [device: Bytes, seq: number, position: number])[] }
export type Nack = {
  type: 'nack'
  device: Bytes
  seq: number
  code: string
  /** The next that the server would take from this device. */
  expectedSeq: number
  /** With SEQ_CONFLICT. */
  stored: Bytes | null
}
export type Eph = { type: 'eph'; header: Bytes; box: Bytes }
export type Join = { type: 'join'; request: Bytes }
export type Joined = { type: 'joined' }
export type JoinReq = { type: 'join req'; request: Bytes }
export type Decline = { type: 'decline'; requestHash: Bytes }
export type Err = { type: 'err'; code: string; retryAfterMs: number | null }
export type Drain = { type: 'drain'; reconnectAfterMs: number }
/** Only what stands at positions below `before`; 0 for all. */
export type SnapPull = { type: 'snap pull'; before: number }
/** Snapshot parts and attests, the newest first. `end`: none is stored at lower positions. */
export type Snaps = { type: 'snaps'; records: Records['records']; end: boolean }

export type Message = Readonly<
  | Hello
  | Challenge
  | Create
  | Created
  | Auth
  | Welcome
  | CtlPull
  | Ctl
  | CtlAppend
  | CtlAck
  | Pull
  | Records
  | Push
  | Ack
  | Nack
  | Eph
  | Join
  | Joined
  | JoinReq
  | Decline
  | Err
  | Drain
  | SnapPull
  | Snaps
>

/** The message in one frame. Throws Malformed, also for a type that is not known here. */
export function parse(frame: Uint8Array): Message {
  if (frame.length > LIMITS.frame_bytes) throw new Malformed('a frame too large')
  const fields = array(decode(frame))
  const known = KINDS[whole(fields[0])]
  if (known === undefined || known.size !== fields.length - 1) throw new Malformed('a message that is not known')
  return known.read(fields)
}

/** The one frame that says `message`. */
export function toBytes(message: Message): Bytes {
  return encode(itemsOf(message))
}

type Fields = readonly Item[] // the type itself stands at 0

const KINDS: { readonly [type: number]: { size: number; read(f: Fields): Message } | undefined } = {
  1: {
    size: 3,
    read: (f) => ({ type: 'hello', version: whole(f[1]), space: octetsOrNull(f[2], 16), device: octets(f[3], 16) }),
  },
  2: {
    size: 3,
    read: (f) => ({
      type: 'challenge',
      nonce: octets(f[1], 32),
      space: octetsOrNull(f[2], 16),
      serverTime: whole(f[3]),
    }),
  },
  3: {
    size: 2,
    read: (f) => ({ type: 'create', genesis: octets(f[1]), token: f[2] === null ? null : text(f[2]) }),
  },
  4: { size: 1, read: (f) => ({ type: 'created', space: octets(f[1], 16) }) },
  5: {
    size: 3,
    read: (f) => ({ type: 'auth', space: octets(f[1], 16), device: octets(f[2], 16), signature: octets(f[3], 64) }),
  },
  6: {
    size: 5,
    read: (f) => ({
      type: 'welcome',
      incarnation: octets(f[1], 8),
      controlLength: whole(f[2], 1),
      controlHead: octets(f[3], 32),
      headPosition: whole(f[4]),
      heads: array(f[5]).map((head) => {
        const [device, seq, hash] = array(head, 3)
        return [octets(device, 16), whole(seq, 1), octets(hash, 32)]
      }),
    }),
  },
  7: { size: 1, read: (f) => ({ type: 'ctl pull', fromN: whole(f[1]) }) },
  8: { size: 2, read: (f) => ({ type: 'ctl', fromN: whole(f[1]), entries: octetsList(f[2]) }) },
  9: { size: 1, read: (f) => ({ type: 'ctl append', entry: octets(f[1]) }) },
  10: { size: 2, read: (f) => ({ type: 'ctl ack', n: whole(f[1]), hash: octets(f[2], 32) }) },
  11: { size: 1, read: (f) => ({ type: 'pull', fromPosition: whole(f[1], 1) }) },
  12: {
    size: 2,
    read: (f) => ({
      type: 'records',
      records: positionsOf(f[1]),
      end: flag(f[2]),
    }),
  },
  13: { size: 1, read: (f) => ({ type: 'push', records: octetsList(f[1]) }) },
  14: {
    size: 1,
    read: (f) => ({
      type: 'ack',
      stored: array(f[1]).map((one) => {
        const [device, seq, position] = array(one, 3)
        return [octets(device, 16), whole(seq, 1), whole(position, 1)]
      }),
    }),
  },
  15: {
    size: 5,
    read: (f) => ({
      type: 'nack',
      device: octets(f[1], 16),
      seq: whole(f[2], 1),
      code: text(f[3]),
      expectedSeq: whole(f[4], 1),
      stored: octetsOrNull(f[5]),
    }),
  },
  16: { size: 2, read: (f) => ({ type: 'eph', header: octets(f[1]), box: octets(f[2]) }) },
  17: { size: 1, read: (f) => ({ type: 'join', request: octets(f[1]) }) },
  18: { size: 0, read: () => ({ type: 'joined' }) },
  19: { size: 1, read: (f) => ({ type: 'join req', request: octets(f[1]) }) },
  20: { size: 1, read: (f) => ({ type: 'decline', requestHash: octets(f[1], 32) }) },
  21: {
    size: 2,
    read: (f) => ({ type: 'err', code: text(f[1]), retryAfterMs: f[2] === null ? null : whole(f[2]) }),
  },
  22: { size: 1, read: (f) => ({ type: 'drain', reconnectAfterMs: whole(f[1]) }) },
  23: { size: 1, read: (f) => ({ type: 'snap pull', before: whole(f[1]) }) },
  24: { size: 2, read: (f) => ({ type: 'snaps', records: positionsOf(f[1]), end: flag(f[2]) }) },
}

function positionsOf(item: Item | undefined): Records['records'] {
  return array(item).map((pair) => {
    const [position, record] = array(pair, 2)
    return [whole(position, 1), octets(record)]
  })
}

function octetsList(item: Item | undefined): readonly Bytes[] {
  return array(item).map((part) => octets(part))
}

function itemsOf(message: Message): Item {
  switch (message.type) {
    case 'hello':
      return [1, message.version, message.space, message.device]
    case 'challenge':
      return [2, message.nonce, message.space, message.serverTime]
    case 'create':
      return [3, message.genesis, message.token]
    case 'created':
      return [4, message.space]
    case 'auth':
      return [5, message.space, message.device, message.signature]
    case 'welcome': {
      const { incarnation, controlLength, controlHead, headPosition, heads } = message
      return [6, incarnation, controlLength, controlHead, headPosition, heads]
    }
    case 'ctl pull':
      return [7, message.fromN]
    case 'ctl':
      return [8, message.fromN, message.entries]
    case 'ctl append':
      return [9, message.entry]
    case 'ctl ack':
      return [10, message.n, message.hash]
    case 'pull':
      return [11, message.fromPosition]
    case 'records':
      return [12, message.records, message.end]
    case 'push':
      return [13, message.records]
    case 'ack':
      return [14, message.stored]
    case 'nack':
      return [15, message.device, message.seq, message.code, message.expectedSeq, message.stored]
    case 'eph':
      return [16, message.header, message.box]
    case 'join':
      return [17, message.request]
    case 'joined':
      return [18]
    case 'join req':
      return [19, message.request]
    case 'decline':
      return [20, message.requestHash]
    case 'err':
      return [21, message.code, message.retryAfterMs]
    case 'drain':
      return [22, message.reconnectAfterMs]
    case 'snap pull':
      return [23, message.before]
    case 'snaps':
      return [24, message.records, message.end]
  }
}
