/** What lets somebody in: invitations, admissions, cards, and a device that goes on under new keys. README.md section 2. */

import { type Belonging, type Changes, checkMembers, type Invited, isNextMember, switched } from './belonging.ts'
import { areEqual, type Bytes, toHex } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import type { Entry } from './entry.ts'
import { Damaged, Malformed } from './errors.ts'
import { checkRequest, inviteId, type JoinRequest, parseRequest } from './joining.ts'
import { deviceId } from './keys.ts'
import { LIMITS } from './limits.ts'
import type { AddCard, Admit, Genesis, Heads, Invite, NewCard, NewDevice, Replace, Revoke } from './operation.ts'
import { areSame, type Device, isActive, isOnly, mayAddCard, mayAdmitFor, OWNER, removed, UNTOUCHED } from './rights.ts'
import { isWeakEd, isWeakX } from './weakness.ts'

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

/** One more invitation; one that lists the next number keeps it for a new member. Throws Damaged, as all here. */
export async function inviting(
  state: Belonging,
  author: Device,
  operation: Invite,
  entry: Entry,
  crypto: Crypto,
): Promise<Changes> {
  const { sign, box, members, expires } = operation
  const count = membersWith(state, author, members)
  if (author.paper || !mayAdmitFor(author, members)) throw new Damaged('NOT_ALLOWED')
  checkStrong(sign, box)
  checkNew(state, sign, box)
  checkCount(state, count)
  const id = await inviteId(sign, box, crypto)
  const fresh = { id, hash: entry.hash, by: author.ix, sign, box, members, expires, open: true }
  const invites = [...state.invites, fresh]
  const open = invites.filter((known) => known.open)
  const pushedOut = open.slice(0, Math.max(0, open.length - LIMITS.open_invites))
  return { members: count, invites: closed(invites, pushedOut) }
}

/** One more device. A stale card that lets one in makes a rotation due: its secret may be known to others. */
export async function admitting(
  state: Belonging,
  author: Device,
  admit: Admit,
  entry: Entry,
  crypto: Crypto,
): Promise<Changes> {
  const { device: fresh, request, wraps, heads } = admit
  if (!author.paper) checkMembers(state, fresh.members)
  const count = author.paper ? membersWith(state, author, fresh.members) : state.members
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
  checkRoom(state, author, false)
  checkCount(state, count)
  const admitted = await newDevice(fresh, { ix, introducedBy: author.ix, admittedN: entry.n, heads }, crypto)
  const invites = closed(state.invites, answered)
  const dueTurns = author.isStale ? switched(state.dueTurns, true, entry.n) : state.dueTurns
  return { members: count, devices: [...state.devices, admitted], invites, dueTurns }
}

/** One more card. */
export async function addingCard(
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
  checkRoom(state, author, true)
  const place = { ix: state.devices.length, introducedBy: author.ix, admittedN: entry.n, heads: [] }
  return { devices: [...state.devices, await newCard(card, place, crypto)] }
}

/** An invitation is taken back. */
export function revoking(state: Belonging, author: Device, { invite }: Revoke): Changes {
  const known = state.invites.find(({ id }) => areEqual(id, invite))
  if (known === undefined) throw new Damaged('INVITE_UNKNOWN')
  if (!known.open) throw new Damaged('INVITE_USED')
  const may = author.ix === known.by || mayAdmitFor(author, known.members)
  if (author.paper || !may) throw new Damaged('NOT_ALLOWED')
  return { invites: closed(state.invites, [known]) }
}

/** The author goes on as another device; of its own records, those up to `final` stand (P22). */
export async function replacing(
  state: Belonging,
  author: Device,
  { ed, x, wraps, final }: Replace,
  entry: Entry,
  crypto: Crypto,
): Promise<Changes> {
  if (author.paper) throw new Damaged('NOT_ALLOWED')
  if (final !== null && final[0] !== author.ix) throw new Malformed('the last record of another device')
  checkStrong(ed, x)
  checkNew(state, ed, x)
  const ix = state.devices.length
  if (wraps.length !== 1 || wraps[0]?.[0] !== ix) throw new Damaged('WRAPS_WRONG')
  checkIndexes(state, author)
  const place = { ix, introducedBy: author.ix, admittedN: entry.n, heads: [] }
  const fresh = await newDevice({ ed, x, members: author.members }, place, crypto)
  const before = state.devices.map((known) => (known.ix === author.ix ? removed(known, entry.n, final) : known))
  return { devices: [...before, { ...fresh, replaces: author.ix }] }
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
  const id = await deviceId(ed, x, crypto)
  return { ...UNTOUCHED, ...place, id, ed, x, members, paper: false, holder: null }
}

async function newCard({ ed, x, holder }: NewCard, place: Place, crypto: Crypto): Promise<Device> {
  const id = await deviceId(ed, x, crypto)
  return { ...UNTOUCHED, ...place, id, ed, x, members: [holder], paper: true, holder }
}

function checkCounts({ members, devices, cards }: Genesis): void {
  const tooMany = members > LIMITS.members || devices.length > LIMITS.devices || cards.length > LIMITS.cards
  if (tooMany) throw new Damaged('TOO_MANY')
  const listed = [...devices.flatMap((fresh) => fresh.members), ...cards.map((card) => card.holder)]
  if (listed.some((member) => member >= members)) throw new Damaged('MEMBER_UNKNOWN')
}

/** How many members there are with the new one that this list makes, if it makes one. Throws Damaged MEMBER_UNKNOWN. */
function membersWith(state: Belonging, author: Device, listed: readonly number[]): number {
  if (isNextMember(state, author, listed)) return state.members + 1
  checkMembers(state, listed)
  return state.members
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

function checkRoom(state: Belonging, author: Device, paper: boolean): void {
  const alike = state.devices.filter((known) => known.paper === paper && isActive(known))
  if (alike.length >= (paper ? LIMITS.cards : LIMITS.devices)) throw new Damaged('TOO_MANY')
  checkIndexes(state, author)
}

/** Nobody else uses up the last of them, so that the owner always finds a way in. */
function checkIndexes(state: Belonging, author: Device): void {
  const kept = isOnly(author, OWNER) ? 0 : LIMITS.indexes_of_owner
  if (state.devices.length >= LIMITS.device_indexes - kept) throw new Damaged('TOO_MANY')
}

function checkCount(state: Belonging, members: number): void {
  const isMore = members > state.members
  if (isMore && (members > LIMITS.members_ever || members - state.removedMembers.length > LIMITS.members)) {
    throw new Damaged('TOO_MANY')
  }
}
