/**
 * Who belongs to a space and which keys they hold: a pure function of its control chain.
 * Every rule and refusal is in README.md section 2; vectors/membership.json holds both languages to them.
 */

import * as admission from './admission.ts'
import { type Belonging, type Changes, holdsAt, type Invited } from './belonging.ts'
import { areEqual, type Bytes } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { type Entry, parse, signed, spaceId } from './entry.ts'
import type { By } from './envelope.ts'
import { Damaged, Malformed } from './errors.ts'
import { LIMITS } from './limits.ts'
import type { Step } from './operation.ts'
import * as removal from './removal.ts'
import type { Device } from './rights.ts'
import * as rights from './rights.ts'

/** What the control chain says, up to and with entry `n`. */
export interface Membership extends Belonging {
  readonly nonce: Bytes
  readonly n: number
  readonly head: Bytes
  /** Of every entry. */
  readonly hashes: readonly Bytes[]
}

/** The space that this genesis makes. Throws Damaged, with SPACE_MISMATCH if it is not the one expected. */
export async function begin(raw: Bytes, crypto: Crypto, expectedSpace: Bytes | null = null): Promise<Membership> {
  const entry = await parse(raw, crypto)
  const genesis = entry.operation
  if (genesis.op !== 'genesis') throw new Malformed('a chain that does not begin')
  if (entry.n !== 0 || entry.prev.some((byte) => byte !== 0)) throw new Damaged('CHAIN_BROKEN')
  const space = await spaceId(entry.headerBytes, crypto)
  if (!areEqual(entry.space, space) || !areEqual(expectedSpace ?? space, space)) throw new Damaged('SPACE_MISMATCH')
  const devices = await admission.beginning(genesis, crypto)
  const [author] = devices
  if (author === undefined || !areEqual(author.id, entry.author)) throw new Damaged('AUTHOR_UNKNOWN')
  await checkSigned(entry, author, crypto)
  const wrapped = genesis.wraps.map(([ix]) => ix)
  if (!rights.areSame(wrapped, [...devices.keys()])) throw new Damaged('WRAPS_WRONG')
  return {
    space,
    nonce: genesis.nonce,
    n: 0,
    head: entry.hash,
    members: genesis.members,
    removedMembers: [],
    devices,
    epochs: [{ n: 0, commitment: genesis.commitment }],
    invites: [],
    dueTurns: [],
    closeTurns: [],
    predecessor: genesis.predecessor,
    successor: null,
    isErased: false,
    hashes: [entry.hash],
  }
}

/** The state after one more entry. Throws Damaged; `state` is as it was. */
export async function apply(state: Membership, raw: Bytes, crypto: Crypto): Promise<Membership> {
  const entry = await parse(raw, crypto)
  const { operation } = entry
  if (operation.op === 'genesis') throw new Malformed('a second beginning')
  if (!areEqual(entry.space, state.space)) throw new Damaged('SPACE_MISMATCH')
  if (entry.n !== state.n + 1 || !areEqual(entry.prev, state.head)) throw new Damaged('CHAIN_BROKEN')
  const author = device(state, entry.author)
  if (author === null) throw new Damaged('AUTHOR_UNKNOWN')
  if (!rights.isActive(author)) throw new Damaged('AUTHOR_REMOVED')
  const kept = rights.isOnly(author, rights.OWNER) ? 0 : LIMITS.entries_of_owner
  if (entry.n >= LIMITS.entries - kept) throw new Damaged('TOO_MANY')
  await checkSigned(entry, author, crypto)
  const isShut = state.isErased || (isClosedAt(state, state.n) && operation.op !== 'reopen')
  if (isShut) throw new Damaged('SPACE_CLOSED')
  const changed = await changes(state, author, operation, entry, crypto)
  return { ...state, ...changed, n: entry.n, head: entry.hash, hashes: [...state.hashes, entry.hash] }
}

/** The state after a whole chain. Throws Damaged, Malformed for an empty one. */
export async function replay(
  chain: Iterable<Bytes>,
  crypto: Crypto,
  expectedSpace: Bytes | null = null,
): Promise<Membership> {
  let state: Membership | null = null
  for (const raw of chain) {
    state = state === null ? await begin(raw, crypto, expectedSpace) : await apply(state, raw, crypto)
  }
  if (state === null) throw new Malformed('an empty chain')
  return state
}

/** The device or card with this id. */
export function device(state: Membership, id: Bytes): Device | null {
  return state.devices.find((known) => areEqual(known.id, id)) ?? null
}

/** The device or card with this index. */
export function deviceAt(state: Membership, ix: number): Device | null {
  return state.devices[ix] ?? null
}

/** The invitation with this id, open or not. */
export function invite(state: Membership, id: Bytes): Invited | null {
  return state.invites.find((known) => areEqual(known.id, id)) ?? null
}

/** The number of the entry whose hash starts with these 16 bytes; null if it is not known here. */
export function at(state: Membership, ctl: Bytes): number | null {
  for (let n = state.n; n >= 0; n--) {
    const hash = state.hashes[n]
    if (hash !== undefined && areEqual(hash.subarray(0, 16), ctl)) return n
  }
  return null
}

/** The epoch that entry `n` leaves in force. */
export function epochAt(state: Membership, n: number): number {
  return state.epochs.filter((epoch) => epoch.n <= n).length - 1
}

/** Whether the device or card belonged once entry `n` was in force. */
export function isActive(state: Membership, id: Bytes, n: number): boolean {
  const known = device(state, id)
  return known !== null && rights.wasActive(known, n)
}

/** Whether a record by this hand that names entry `n` may come from this device. */
export function mayWrite(state: Membership, id: Bytes, by: By, n: number): boolean {
  const known = device(state, id)
  return known !== null && rights.mayWrite(known, by, n)
}

/** Whether this device or card may let in a device that lists these members. */
export function mayAdmitFor(state: Membership, id: Bytes, members: readonly number[]): boolean {
  const known = device(state, id)
  return known !== null && rights.isActive(known) && rights.mayAdmitFor(known, members)
}

/** Whether somebody has left, and nobody has rotated since, once entry `n` was in force: then no record is good. */
export function isRotationDueAt(state: Membership, n: number): boolean {
  return holdsAt(state.dueTurns, n)
}

/** Whether the space was closed once entry `n` was in force. */
export function isClosedAt(state: Membership, n: number): boolean {
  return holdsAt(state.closeTurns, n)
}

/** Whether the owner has a card or a device of their own. */
export function ownerHasOwnWayIn(state: Membership): boolean {
  return rights.ownerHasOwnWayIn(state.devices)
}

async function changes(
  state: Membership,
  author: Device,
  operation: Step,
  entry: Entry,
  crypto: Crypto,
): Promise<Changes> {
  switch (operation.op) {
    case 'invite':
      return admission.inviting(state, author, operation, entry, crypto)
    case 'revoke':
      return admission.revoking(state, author, operation)
    case 'admit':
      return admission.admitting(state, author, operation, entry, crypto)
    case 'card':
      return admission.addingCard(state, author, operation, entry, crypto)
    case 'replace':
      return admission.replacing(state, author, operation, entry, crypto)
    case 'turn':
      return removal.turning(state, author, operation, entry)
    case 'remove':
      return removal.removing(state, author, operation, entry)
    case 'rotate':
      return removal.rotating(state, operation.rotation, entry)
    case 'close':
      return removal.closing(state, author, operation, entry)
    case 'reopen':
      return removal.reopening(state, author, entry)
  }
}

/** Whether a device or a card of this space has signed the entry, wherever it stands. */
export async function isOfWhoBelongs(entry: Entry, state: Membership, crypto: Crypto): Promise<boolean> {
  const author = device(state, entry.author)
  return author !== null && (await crypto.verify(author.ed, signed(entry.headerBytes), entry.signature))
}

async function checkSigned(entry: Entry, author: Device, crypto: Crypto): Promise<void> {
  const good = await crypto.verify(author.ed, signed(entry.headerBytes), entry.signature)
  if (!good) throw new Damaged('SIGNATURE_BAD')
}
