/** What an entry of the control chain does, read into types. What may be done is for membership.ts. */

import type { Bytes } from './bytes.ts'
import type { Item } from './encoding.ts'
import { Malformed } from './errors.ts'
import { PREV_BOX_BYTES, WRAP_BYTES } from './keys.ts'
import { array, ascending, flag, octets, octetsOrNull, whole } from './shape.ts'

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
  /** The space that this one takes the place of. */
  readonly predecessor: Bytes | null
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

/** A new epoch: what binds its key, the key before it in a box, the wraps for everyone who belongs then. */
export interface Rotation {
  readonly commitment: Bytes
  readonly prevBox: Bytes
  readonly wraps: Wraps
}

export interface Revoke {
  readonly op: 'revoke'
  readonly invite: Bytes
}

export interface Turn {
  readonly op: 'turn'
  readonly ix: number
  /** Who may write on it from now on. */
  readonly members: readonly number[]
}

export interface Remove {
  readonly op: 'remove'
  /** Devices and cards. */
  readonly devices: readonly number[]
  readonly members: readonly number[]
  /** The last records of removed devices; none for one that said nothing. */
  readonly final: Heads
  /** Null when the author removes itself. */
  readonly rotation: Rotation | null
}

export interface Rotate {
  readonly op: 'rotate'
  readonly rotation: Rotation
}

export interface Replace {
  readonly op: 'replace'
  readonly ed: Bytes
  readonly x: Bytes
  readonly wraps: Wraps
  /** The author's own last record; null when it said nothing. */
  readonly final: Heads[number] | null
}

export interface Close {
  readonly op: 'close'
  /** The space that takes this one's place. */
  readonly successor: Bytes | null
  /** For ever. */
  readonly erase: boolean
}

export interface Reopen {
  readonly op: 'reopen'
}

/** What may follow a beginning. */
export type Step = Invite | Admit | AddCard | Revoke | Turn | Remove | Rotate | Replace | Close | Reopen
export type Operation = Genesis | Step

/** The operation of this name. Throws Malformed, also for one that is not known here. */
export function parseOperation(op: string, payload: Item | undefined): Operation {
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
    case 'revoke':
      return { op, invite: octets(array(payload, 1)[0], 16) }
    case 'turn': {
      const [ix, members] = array(payload, 2)
      return { op, ix: whole(ix), members: parseMembers(members) }
    }
    case 'remove':
      return parseRemove(payload)
    case 'rotate':
      return { op, rotation: parseRotation(payload) }
    case 'replace': {
      const [keys, wraps, final] = array(payload, 3)
      const [ed, x] = array(keys, 2)
      const fresh = { ed: octets(ed, 32), x: octets(x, 32), wraps: parseWraps(wraps) }
      return { op, ...fresh, final: final === null ? null : parseHead(final) }
    }
    case 'close': {
      const [successor, erase] = array(payload, 2)
      return { op, successor: octetsOrNull(successor, 16), erase: flag(erase) }
    }
    case 'reopen':
      array(payload, 0)
      return { op }
    default:
      throw new Malformed('an operation that is not known')
  }
}

function parseGenesis(payload: Item | undefined): Genesis {
  const fields = array(payload)
  const [suite, nonce, members, devices, cards, epoch] = array(fields.slice(0, 6), 6)
  const predecessor = fields.length > 6 ? octets(array(fields.slice(6), 1)[0], 16) : null
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
    predecessor,
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
  const heads = array(item).map(parseHead)
  ascending(heads.map(([ix]) => ix))
  return heads
}

function parseHead(item: Item | undefined): Heads[number] {
  const [ix, seq, hash] = array(item, 3)
  return [whole(ix), whole(seq, 1), octets(hash, 32)]
}

function parseRemove(payload: Item | undefined): Remove {
  const [devices, members, final, rotation] = array(payload, 4)
  const numbers = (item: Item | undefined) => ascending(array(item).map((number) => whole(number)))
  const named = { devices: numbers(devices), members: numbers(members) }
  if (named.devices.length + named.members.length === 0) throw new Malformed('nothing to remove')
  return {
    op: 'remove',
    ...named,
    final: parseHeads(final),
    rotation: rotation === null ? null : parseRotation(rotation),
  }
}

function parseRotation(item: Item | undefined): Rotation {
  const [commitment, prevBox, wraps] = array(item, 3)
  return { commitment: octets(commitment, 32), prevBox: octets(prevBox, PREV_BOX_BYTES), wraps: parseWraps(wraps) }
}
