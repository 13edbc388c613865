/** Who may do what: P9, P10 and P12 in a few lines. README.md section 2, "Rights". */

import type { Bytes } from './bytes.ts'
import type { Heads } from './entry.ts'
import type { By } from './envelope.ts'

export const OWNER = 0
const PAIR = [0, 1] as const

/** A device or a key card that belongs to the space. */
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
}

/** Whether a record by this hand may come from this device. "both" are the two of a pair, never others. */
export function mayWrite(device: Device, by: By): boolean {
  if (device.paper) return false
  return by === 'both' ? areSame(device.members, PAIR) : device.members.includes(by)
}

/** Whether the device, or card, may invite or admit a device that lists these members. */
export function mayAdmitFor(device: Device, members: readonly number[]): boolean {
  if (!device.paper && isOnly(device, OWNER)) return true
  const isShared = device.members.length > 1
  const allowed = device.members.filter((member) => !(isShared && member === OWNER))
  return members.length > 0 && members.every((member) => allowed.includes(member))
}

/** Whether the device, or card, may add a key card for this member. */
export function mayAddCard(device: Device, holder: number, everyone: readonly Device[]): boolean {
  if (isOnly(device, holder) || (isOnly(device, OWNER) && !device.paper)) return true
  return holder === OWNER && device.members.includes(OWNER) && !ownerHasOwnWayIn(everyone)
}

/** Whether the owner has a card, or a device of their own: then a shared device no longer adds their card. */
export function ownerHasOwnWayIn(everyone: readonly Device[]): boolean {
  return everyone.some((device) => isOnly(device, OWNER))
}

/** Whether two lists of members, both in rising order, are the same. */
export function areSame(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((member, at) => member === right[at])
}

function isOnly(device: Device, member: number): boolean {
  return areSame(device.members, [member])
}
