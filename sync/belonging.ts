/**
 * Who belongs, and what each operation of the control chain changes about it, or why it may not.
 * membership.ts applies these in the order of the chain.
 */

import { areEqual, type Bytes, toHex } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import type { AddCard, Admit, Entry, Genesis, Heads, Invite, NewCard, NewDevice } from './entry.ts'
import { Damaged, Malformed } from './errors.ts'
import { checkRequest, inviteId, type JoinRequest, parseRequest } from './joining.ts'
import { deviceId } from './keys.ts'
import { LIMITS } from './limits.ts'
import { areSame, type Device, mayAddCard, mayAdmitFor } from './rights.ts'
import { isWeakEd, isWeakX } from './weakness.ts'

/** An invitation in the control chain. Closed once it has been used, or pushed out by newer ones. */
export interface Invited {
  readonly id: Bytes
  /** Of its entry. */
  readonly hash: Bytes
  readonly sign: Bytes
  readonly box: Bytes
  readonly members: readonly number[]
  readonly expires: number
  readonly open: boolean
}

/** The part of a Membership that operations change. */
export interface Belonging {
  readonly space: Bytes
  /** How many; member 0 is the owner. */
  readonly members: number
  /** Cards too, by index. */
  readonly devices: readonly Device[]
  readonly invites: readonly Invited[]
}

/** What an operation puts in the place of the same in Belonging. */
export type Changes = Partial<Pick<Belonging, 'devices' | 'invites'>>

/** The devices and cards that a space begins with. Throws Damaged. */
export async function beginning(genesis: Genesis, crypto: Crypto): Promise<readonly Device[]> {
  checkCounts(genesis)
  const keys = [...genesis.devices, ...genesis.cards].map(({ ed, x }) => ({ ed, x }))
  for (const { ed, x } of keys) checkStrong(ed, x)
  const everyKey = new Set(keys.flatMap(({ ed, x }) => [toHex(ed), toHex(x)]))
  if (everyKey.size !== keys.length * 2) throw new Damaged('DEVICE_REUSED')
  const heads: Heads = []
  const place = (ix: number): Place => ({ ix, introducedBy: ix === 0 ? null : 0, admittedN: 0, heads })
  const first = genesis.devices.length
  const devices = genesis.devices.map((fresh, ix) => newDevice(fresh, place(ix), crypto))
  const cards = genesis.cards.map((card, ix) => newCard(card, place(first + ix), crypto))
  return Promise.all([...devices, ...cards])
}

/** What `author` changes by this operation. Throws Damaged. */
export function changes(
  state: Belonging,
  author: Device,
  operation: Invite | Admit | AddCard,
  entry: Entry,
  crypto: Crypto,
): Promise<Changes> {
  switch (operation.op) {
    case 'invite':
      return inviting(state, author, operation, entry, crypto)
    case 'admit':
      return admitting(state, author, operation, entry, crypto)
    case 'card':
      return addingCard(state, author, operation, entry, crypto)
  }
}

async function inviting(
  state: Belonging,
  author: Device,
  operation: Invite,
  entry: Entry,
  crypto: Crypto,
): Promise<Changes> {
  const { sign, box, members, expires } = operation
  checkMembers(state, members)
  if (author.paper || !mayAdmitFor(author, members)) throw new Damaged('NOT_ALLOWED')
  checkStrong(sign, box)
  checkNew(state, sign, box)
  const id = await inviteId(sign, box, crypto)
  const invites = [...state.invites, { id, hash: entry.hash, sign, box, members, expires, open: true }]
  const open = invites.filter((known) => known.open)
  return { invites: closed(invites, open.slice(0, Math.max(0, open.length - LIMITS.open_invites))) }
}

async function admitting(
  state: Belonging,
  author: Device,
  admit: Admit,
  entry: Entry,
  crypto: Crypto,
): Promise<Changes> {
  const { device: fresh, request, wraps, heads } = admit
  checkMembers(state, fresh.members)
  if (!mayAdmitFor(author, fresh.members) || (author.paper && request !== null)) throw new Damaged('NOT_ALLOWED')
  const answered = author.paper ? [] : [await checkAnswered(state, admit, crypto)]
  checkStrong(fresh.ed, fresh.x)
  checkNew(state, fresh.ed, fresh.x)
  const ix = state.devices.length
  if (wraps.length !== 1 || wraps[0]?.[0] !== ix) throw new Damaged('WRAPS_WRONG')
  for (const [headIx] of heads) {
    const known = state.devices[headIx]
    if (known === undefined || known.paper) throw new Malformed('the head of a device that is not known')
  }
  checkRoom(state, false)
  const admitted = await newDevice(fresh, { ix, introducedBy: author.ix, admittedN: entry.n, heads }, crypto)
  return { devices: [...state.devices, admitted], invites: closed(state.invites, answered) }
}

async function addingCard(
  state: Belonging,
  author: Device,
  { card }: AddCard,
  entry: Entry,
  crypto: Crypto,
): Promise<Changes> {
  checkMembers(state, [card.holder])
  if (!mayAddCard(author, card.holder, state.devices)) throw new Damaged('NOT_ALLOWED')
  checkStrong(card.ed, card.x)
  checkNew(state, card.ed, card.x)
  checkRoom(state, true)
  const place = { ix: state.devices.length, introducedBy: author.ix, admittedN: entry.n, heads: [] }
  return { devices: [...state.devices, await newCard(card, place, crypto)] }
}

/** The invitation that the request inside answers. */
async function checkAnswered(state: Belonging, admit: Admit, crypto: Crypto): Promise<Invited> {
  const request = requestIn(admit)
  const invited = state.invites.find((known) => areEqual(known.id, request.invite))
  if (invited === undefined) throw new Damaged('INVITE_UNKNOWN')
  if (!invited.open) throw new Damaged('INVITE_USED')
  if (!areSame(invited.members, admit.device.members)) throw new Damaged('NOT_ALLOWED')
  await checkRequest(request, state.space, invited.sign, invited.hash.slice(0, 16), crypto)
  if (!areEqual(request.ed, admit.device.ed) || !areEqual(request.x, admit.device.x)) throw new Damaged('REQUEST_BAD')
  return invited
}

function requestIn(admit: Admit): JoinRequest {
  if (admit.request === null) throw new Damaged('REQUEST_BAD')
  try {
    return parseRequest(admit.request)
  } catch (error) {
    if (error instanceof Malformed) throw new Damaged('REQUEST_BAD')
    throw error
  }
}

function closed(invites: readonly Invited[], closing: readonly Invited[]): readonly Invited[] {
  return invites.map((known) => (closing.includes(known) ? { ...known, open: false } : known))
}

type Place = Pick<Device, 'ix' | 'introducedBy' | 'admittedN' | 'heads'>

async function newDevice({ ed, x, members }: NewDevice, place: Place, crypto: Crypto): Promise<Device> {
  return { ...place, id: await deviceId(ed, x, crypto), ed, x, members, paper: false, holder: null }
}

async function newCard({ ed, x, holder }: NewCard, place: Place, crypto: Crypto): Promise<Device> {
  return { ...place, id: await deviceId(ed, x, crypto), ed, x, members: [holder], paper: true, holder }
}

function checkCounts({ members, devices, cards }: Genesis): void {
  const tooMany = members > LIMITS.members || devices.length > LIMITS.devices || cards.length > LIMITS.cards
  if (tooMany) throw new Damaged('TOO_MANY')
  const listed = [...devices.flatMap((fresh) => fresh.members), ...cards.map((card) => card.holder)]
  if (listed.some((member) => member >= members)) throw new Damaged('MEMBER_UNKNOWN')
}

function checkMembers(state: Belonging, members: readonly number[]): void {
  if (members.some((member) => member >= state.members)) throw new Damaged('MEMBER_UNKNOWN')
}

function checkStrong(ed: Bytes, x: Bytes): void {
  if (isWeakEd(ed) || isWeakX(x)) throw new Damaged('KEY_WEAK')
}

function checkNew(state: Belonging, ed: Bytes, x: Bytes): void {
  const used = [
    ...state.devices.flatMap((known) => [known.ed, known.x]),
    ...state.invites.flatMap((known) => [known.sign, known.box]),
  ]
  const isUsed = (key: Bytes) => used.some((known) => areEqual(known, key))
  if (areEqual(ed, x) || isUsed(ed) || isUsed(x)) throw new Damaged('DEVICE_REUSED')
}

function checkRoom(state: Belonging, paper: boolean): void {
  const alike = state.devices.filter((known) => known.paper === paper)
  if (alike.length >= (paper ? LIMITS.cards : LIMITS.devices)) throw new Damaged('TOO_MANY')
}
