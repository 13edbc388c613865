/** Who may do what: P9, P10 and P12 in a few lines. README.md section 2, "Rights". */

import type { Bytes } from './bytes.ts'
import { type Head, NO_HEAD } from './chain.ts'
import type { By } from './envelope.ts'
import type { Heads } from './operation.ts'

export const OWNER = 0

/** The control entry that turned a device, and whom it listed until then. */
export interface Turned {
  readonly n: number
  readonly before: readonly number[]
}

/** A device or a key card that belongs, or once belonged, to the space. */
export interface Device {
  readonly ix: number
  readonly id: Bytes
  readonly ed: Bytes
  readonly x: Bytes
  /** Who may write on it; of a card, its holder alone. */
  readonly members: readonly number[]
  readonly paper: boolean
  /** Of a card. */
  readonly holder: number | null
  /** The index of the device that admitted it; null for the first. */
  readonly introducedBy: number | null
  /** The control entry from which on it belongs. */
  readonly admittedN: number
  /** What its approver had: it may expect no less. */
  readonly heads: Heads
  /** The control entry from which on it no longer belongs. */
  readonly removedN: number | null
  /** Its last record, once it is removed; seq 0 when it said nothing. */
  readonly final: Head | null
  /** The index of the device in whose place it came (P22). */
  readonly replaces: number | null
  /** A card that stayed though its introducer went: its first use rotates and asks for a fresh one (P13). */
  readonly isStale: boolean
  /** For each time it was turned, whom it listed before. */
  readonly turned: readonly Turned[]
}

/** What a device is when it comes: nobody has removed it yet. */
export const UNTOUCHED = { removedN: null, final: null, replaces: null, isStale: false, turned: [] } as const

/** The same device, removed by entry `n` after this last record. */
export function removed(device: Device, n: number, final: Heads[number] | null): Device {
  const head = final === null ? NO_HEAD : { seq: final[1], hash: final[2] }
  return { ...device, removedN: n, final: device.paper ? null : head }
}

/** Whether the device or card belonged once entry `n` was in force. */
export function wasActive(device: Device, n: number): boolean {
  return device.admittedN <= n && (device.removedN === null || device.removedN > n)
}

export function isActive(device: Device): boolean {
  return device.removedN === null
}

/** The device or card with this index, or the one that goes on for it by now. */
export function latest(everyone: readonly Device[], ix: number): Device | undefined {
  const after = everyone.find(({ replaces }) => replaces === ix)
  return after === undefined ? everyone[ix] : latest(everyone, after.ix)
}

/** Who wrote on it once entry `n` was in force. */
export function membersAt(device: Device, n: number): readonly number[] {
  return device.turned.find((turn) => n < turn.n)?.before ?? device.members
}

/** Whether a record by this hand that names entry `n` may come from this device. "both" are the owner and one other, never more. */
export function mayWrite(device: Device, by: By, n: number): boolean {
  if (device.paper) return false
  const members = membersAt(device, n)
  return by === 'both' ? members.length === 2 && members.includes(OWNER) : members.includes(by)
}

/** Whether it is a device of the owner alone, no card. */
export function isOwnersDevice(device: Device): boolean {
  return !device.paper && isOnly(device, OWNER)
}

/** Whether it is the owner's card, and may act for the owner's own device (P9): a stale one is not trusted so far. */
export function isOwnersCard(device: Device): boolean {
  return device.holder === OWNER && !device.isStale
}

/** Whether it is the owner's own device, or the owner's card, scanned for one act. */
export function actsForOwner(device: Device): boolean {
  return isOwnersDevice(device) || isOwnersCard(device)
}

/** Whether the device, or card, may invite or admit a device that lists these members. */
export function mayAdmitFor(device: Device, members: readonly number[]): boolean {
  if (isOwnersDevice(device)) return members.length > 0
  if (isOwnersCard(device)) return members.includes(OWNER)
  const isShared = device.members.length > 1
  const allowed = device.members.filter((member) => !(isShared && member === OWNER))
  return members.length > 0 && members.every((member) => allowed.includes(member))
}

/** Whether the device, or card, may add a key card for this member. */
export function mayAddCard(device: Device, holder: number, everyone: readonly Device[]): boolean {
  if (isOnly(device, holder) || isOwnersDevice(device)) return true
  return holder === OWNER && device.members.includes(OWNER) && !ownerHasOwnWayIn(everyone)
}

/** Whether the device, or card, may take these off: an owner's anything but the owner, one person's their own, any itself. */
export function mayRemove(author: Device, devices: readonly Device[], members: readonly number[]): boolean {
  if (members.includes(OWNER)) return false
  if (isOnly(author, OWNER)) return true
  const [only] = author.members
  const isOneOnly = author.members.length === 1
  const isTheirs = (device: Device) => device.ix === author.ix || (isOneOnly && areSame(device.members, author.members))
  return devices.every(isTheirs) && members.every((member) => isOneOnly && member === only)
}

/** Whether `author` may turn `device` to these of its members. */
export function mayTurn(author: Device, device: Device, members: readonly number[]): boolean {
  return actsForOwner(author) || (author.ix === device.ix && !members.includes(OWNER))
}

/** Whether the owner has a card, or a device of their own: then a shared device no longer adds their card. */
export function ownerHasOwnWayIn(everyone: readonly Device[]): boolean {
  return everyone.some((device) => isActive(device) && isOnly(device, OWNER))
}

/** Whether two lists of members, both in rising order, are the same. */
export function areSame(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((member, at) => member === right[at])
}

export function isOnly(device: Device, member: number): boolean {
  return areSame(device.members, [member])
}
