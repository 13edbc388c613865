/** Writing entries of the control chain. What may be written is decided by membership.ts alone. */

import type { Bytes } from './bytes.ts'
import { type CardKeys, proof } from './card.ts'
import type { Crypto } from './crypto.ts'
import { encode, type Item } from './encoding.ts'
import { headerOf, sign, spaceId } from './entry.ts'
import type { Invitation } from './joining.ts'
import { commitment, type DeviceKeys, deviceId, sealPrev, wrap, wrapInfo } from './keys.ts'
import { epochAt, type Membership } from './membership.ts'
import { type Heads, type NewDevice, type Operation, SUITE } from './operation.ts'
import { closure } from './removal.ts'
import { type Device, isActive } from './rights.ts'

const NO_HASH = new Uint8Array(32)
const NO_SPACE = new Uint8Array(16)

export interface GenesisPlan {
  /** The first device. */
  readonly author: DeviceKeys
  /** Who is listed on it. */
  readonly listed: readonly number[]
  readonly memberCount: number
  /** The cards at the table. */
  readonly cards: readonly { readonly keys: CardKeys; readonly holder: number }[]
  readonly epochKey: Bytes
  readonly nonce: Bytes
  /** Unix seconds. */
  readonly ts: number
  readonly more?: readonly NewDevice[]
  /** The space that this one takes the place of. */
  readonly predecessor?: Bytes
}

/** The entry that makes a space. */
export async function genesis(plan: GenesisPlan, crypto: Crypto): Promise<Bytes> {
  const { author, listed, memberCount, cards, epochKey, nonce, ts, more = [], predecessor } = plan
  const first: NewDevice = { ed: author.signing.public, x: author.box.public, members: listed }
  const devices = [first, ...more].map(({ ed, x, members }) => [ed, x, members] as const)
  const papers = cards.map(({ keys, holder }) => {
    const { signing, box } = keys.device
    return [signing.public, box.public, holder] as const
  })
  const wraps: (readonly [number, Bytes])[] = []
  for (const [ed, x] of [...devices, ...papers]) {
    const info = wrapInfo(nonce, 0, NO_HASH, await deviceId(ed, x, crypto))
    wraps.push([wraps.length, await wrap(epochKey, x, info, crypto)])
  }
  const epoch = [await commitment(epochKey, crypto), wraps]

  const header = (space: Bytes, macs: readonly Bytes[]): Item => {
    const withMacs = papers.map((paper, at) => [...paper, macs[at] ?? NO_HASH])
    const before = predecessor === undefined ? [] : [predecessor]
    const payload = [SUITE, nonce, memberCount, devices, withMacs, epoch, ...before]
    return headerOf({ space, n: 0, prev: NO_HASH, author: author.id, ts }, 'genesis', payload)
  }
  const blank = encode(header(NO_SPACE, []))
  const macs = await Promise.all(cards.map(({ keys }) => proof(keys, blank, crypto)))
  const space = await spaceId(encode(header(NO_SPACE, macs)), crypto)
  return sign(header(space, macs), author.signing, crypto)
}

/** The entry that invites a device which will list these members. `expires` and `ts` in unix seconds. */
export function invite(
  state: Membership,
  author: DeviceKeys,
  invitation: Invitation,
  listed: readonly number[],
  expires: number,
  ts: number,
  crypto: Crypto,
): Promise<Bytes> {
  const payload = [invitation.sign.public, invitation.box.public, listed, expires]
  return sign(next(state, author, 'invite', payload, ts), author.signing, crypto)
}

export interface Admission {
  /** Null when the author is a card. */
  readonly request: Bytes | null
  readonly device: NewDevice
  readonly epochKey: Bytes
  /** What the author has. */
  readonly heads: Heads
  /** Unix seconds. */
  readonly ts: number
}

/** The entry that admits a device. */
export async function admit(
  state: Membership,
  author: DeviceKeys,
  admission: Admission,
  crypto: Crypto,
): Promise<Bytes> {
  const { request, device, epochKey, heads, ts } = admission
  const { ed, x, members } = device
  const wrapped = await wrapFor(state, ed, x, epochKey, crypto)
  const payload = [request, [ed, x, members], [[state.devices.length, wrapped]], heads]
  return sign(next(state, author, 'admit', payload, ts), author.signing, crypto)
}

/** The entry that gives a member a key card. `ts` in unix seconds. */
export async function card(
  state: Membership,
  author: DeviceKeys,
  keys: CardKeys,
  holder: number,
  epochKey: Bytes,
  ts: number,
  crypto: Crypto,
): Promise<Bytes> {
  const ed = keys.device.signing.public
  const x = keys.device.box.public
  const wrapped = await wrapFor(state, ed, x, epochKey, crypto)
  const header = (mac: Bytes) => next(state, author, 'card', [ed, x, holder, mac, wrapped], ts)
  const mac = await proof(keys, encode(header(NO_HASH)), crypto)
  return sign(header(mac), author.signing, crypto)
}

/** The entry that takes an invitation back. `ts` in unix seconds, here and below. */
export function revoke(
  state: Membership,
  author: DeviceKeys,
  inviteId: Bytes,
  ts: number,
  crypto: Crypto,
): Promise<Bytes> {
  return sign(next(state, author, 'revoke', [inviteId], ts), author.signing, crypto)
}

/** The entry after which only these members write on the device. */
export function turn(
  state: Membership,
  author: DeviceKeys,
  ix: number,
  members: readonly number[],
  ts: number,
  crypto: Crypto,
): Promise<Bytes> {
  return sign(next(state, author, 'turn', [ix, members], ts), author.signing, crypto)
}

/** The key of the present epoch, and the one that is to come. */
export interface EpochKeys {
  readonly present: Bytes
  readonly next: Bytes
}

export interface Removal {
  /** Devices and cards, as named: what goes with them follows. */
  readonly devices: readonly number[]
  readonly members: readonly number[]
  /** The last records of all devices; those that stay are left out. */
  readonly heads: Heads
  /** Null when the author removes itself. */
  readonly epochKeys: EpochKeys | null
  readonly ts: number
}

/** The entry that removes devices, cards and members, and all that goes with them. */
export async function remove(
  state: Membership,
  author: DeviceKeys,
  { devices, members, heads, epochKeys, ts }: Removal,
  crypto: Crypto,
): Promise<Bytes> {
  const going = closure(state.devices, devices, members).devices
  const final = heads.filter(([ix]) => going.has(ix))
  const left = state.devices.filter((known) => isActive(known) && !going.has(known.ix))
  const block = epochKeys === null ? null : await rotation(state, left, epochKeys, crypto)
  return sign(next(state, author, 'remove', [devices, members, final, block], ts), author.signing, crypto)
}

/** The entry that begins a new epoch, for all who belong. */
export async function rotate(
  state: Membership,
  author: DeviceKeys,
  epochKeys: EpochKeys,
  ts: number,
  crypto: Crypto,
): Promise<Bytes> {
  const block = await rotation(state, state.devices.filter(isActive), epochKeys, crypto)
  return sign(next(state, author, 'rotate', block, ts), author.signing, crypto)
}

/** The entry after which `author` goes on as `fresh`, its own records up to `final` standing (P22). */
export async function replace(
  state: Membership,
  author: DeviceKeys,
  fresh: DeviceKeys,
  epochKey: Bytes,
  final: Heads[number] | null,
  ts: number,
  crypto: Crypto,
): Promise<Bytes> {
  const [ed, x] = [fresh.signing.public, fresh.box.public]
  const wrapped = await wrapFor(state, ed, x, epochKey, crypto)
  const payload = [[ed, x], [[state.devices.length, wrapped]], final]
  return sign(next(state, author, 'replace', payload, ts), author.signing, crypto)
}

/** The entry that closes the space; for ever where it is to be erased. */
export function close(
  state: Membership,
  author: DeviceKeys,
  { successor, erase }: { readonly successor: Bytes | null; readonly erase: boolean },
  ts: number,
  crypto: Crypto,
): Promise<Bytes> {
  return sign(next(state, author, 'close', [successor, erase], ts), author.signing, crypto)
}

/** The entry that opens a closed space again. */
export function reopen(state: Membership, author: DeviceKeys, ts: number, crypto: Crypto): Promise<Bytes> {
  return sign(next(state, author, 'reopen', [], ts), author.signing, crypto)
}

/** A rotate block: for these devices and cards, which are those that belong afterwards. */
async function rotation(
  state: Membership,
  devices: readonly Device[],
  { present, next: coming }: EpochKeys,
  crypto: Crypto,
): Promise<readonly Item[]> {
  const epoch = state.epochs.length
  const prev = state.head
  const box = await sealPrev(coming, present, { space: state.space, epoch, prev }, crypto.randomBytes(12), crypto)
  const wraps = await Promise.all(
    devices.map(async ({ ix, x, id }) => {
      return [ix, await wrap(coming, x, wrapInfo(state.nonce, epoch, prev, id), crypto)] as const
    }),
  )
  return [await commitment(coming, crypto), box, wraps]
}

async function wrapFor(state: Membership, ed: Bytes, x: Bytes, epochKey: Bytes, crypto: Crypto): Promise<Bytes> {
  const info = wrapInfo(state.nonce, epochAt(state, state.n), state.head, await deviceId(ed, x, crypto))
  return wrap(epochKey, x, info, crypto)
}

function next(state: Membership, author: DeviceKeys, op: Operation['op'], payload: Item, ts: number): Item {
  return headerOf({ space: state.space, n: state.n + 1, prev: state.head, author: author.id, ts }, op, payload)
}
