/**
 * What the operations of the control chain change: who belongs, invitations, epochs, and whether the space is closed.
 * membership.ts makes it from the chain; admission.ts and removal.ts say what each operation does to it.
 */

import type { Bytes } from './bytes.ts'
import { Damaged, Malformed } from './errors.ts'
import { areSame, type Device, isActive, isOwnersCard, isOwnersDevice, OWNER } from './rights.ts'

/** An invitation in the control chain. Closed once it is used or revoked, pushed out by newer ones, or an epoch began. */
export interface Invited {
  readonly id: Bytes
  /** Of its entry. */
  readonly hash: Bytes
  /** The index of the device that made it. */
  readonly by: number
  readonly sign: Bytes
  readonly box: Bytes
  readonly members: readonly number[]
  readonly expires: number
  readonly open: boolean
}

/** A generation of the space's key: from which control entry on, and what binds the key to it. */
export interface Epoch {
  readonly n: number
  readonly commitment: Bytes
}

/** The entries at which something began to hold, and those at which it ceased to, in turn. */
export type Turns = readonly number[]

/** The part of a Membership that operations change. */
export interface Belonging {
  readonly space: Bytes
  /** How many there ever were; member 0 is the owner. */
  readonly members: number
  /** Those who were removed. */
  readonly removedMembers: readonly number[]
  /** Cards too, by index, and those that were removed. */
  readonly devices: readonly Device[]
  readonly invites: readonly Invited[]
  readonly epochs: readonly Epoch[]
  /** Whether a rotation is due: until it is done no record is good. */
  readonly dueTurns: Turns
  readonly closeTurns: Turns
  /** The space that this one takes the place of, as genesis says. */
  readonly predecessor: Bytes | null
  /** The space that takes this one's place. */
  readonly successor: Bytes | null
  /** Closed for ever. */
  readonly isErased: boolean
}

/** What an operation puts in the place of the same in Belonging. */
export type Changes = Partial<Omit<Belonging, 'space'>>

/** Whether it held once entry `n` was in force. */
export function holdsAt(turns: Turns, n: number): boolean {
  return turns.filter((turn) => turn <= n).length % 2 === 1
}

/** The same, holding or not from entry `n` on. */
export function switched(turns: Turns, holds: boolean, n: number): Turns {
  return holdsAt(turns, n) === holds ? turns : [...turns, n]
}

/** Throws Damaged MEMBER_UNKNOWN for one who never was, or is no longer. */
export function checkMembers(state: Pick<Belonging, 'members' | 'removedMembers'>, members: readonly number[]): void {
  if (members.some((member) => member >= state.members || state.removedMembers.includes(member))) {
    throw new Damaged('MEMBER_UNKNOWN')
  }
}

/**
 * Whether this list makes a new member, and `author` may: the owner's own device any, their card one beside the owner. A space
 * that began with one person is that person's own, and has no other ever (P15).
 */
export function isNextMember({ members }: Belonging, author: Device, listed: readonly number[]): boolean {
  if (members === 1) return false
  if (areSame(listed, [OWNER, members])) return isOwnersDevice(author) || isOwnersCard(author)
  return areSame(listed, [members]) && isOwnersDevice(author)
}

/** The device or card with this index, if it belongs. Throws Malformed. */
export function activeAt(state: Belonging, ix: number): Device {
  const known = state.devices[ix]
  if (known === undefined || !isActive(known)) throw new Malformed('a device that does not belong')
  return known
}
