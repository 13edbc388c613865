/**
 * What this device had made of a history that was given up (P19) is asked for again, as far as it still can be: whom it had
 * let in asks anew. Devices are meant by their ids: indices mean the same only from before the two parted.
 */

import { areEqual } from '../../../../sync/bytes.ts'
import * as control from '../../../../sync/control.ts'
import { parse } from '../../../../sync/entry.ts'
import { SyncError } from '../../../../sync/errors.ts'
import { invitationFromSecret } from '../../../../sync/joining.ts'
import type { Membership } from '../../../../sync/membership.ts'
import type { Invite, Operation } from '../../../../sync/operation.ts'
import { unixSeconds } from '../clock.ts'
import type { Undone } from '../store/store.ts'
import type { Extend } from './admissions.ts'
import { indicesOf } from './meant.ts'
import type { Removals } from './removals.ts'
import type { Replica } from './replica.ts'

export interface Asked {
  readonly replica: Replica
  readonly removals: Removals
  readonly extend: Extend
}

/** Where it is under way: a connection that comes again meanwhile does not ask for the same. */
const underWay = new WeakSet<Replica>()

/**
 * One after the other; only then is it forgotten, also where the power went meanwhile. What is refused is not to be: the list
 * of who can open this shows what stands.
 */
export async function askAgain(asked: Asked): Promise<void> {
  const { replica } = asked
  const undone = replica.stored.undone ?? []
  if (undone.length === 0 || underWay.has(replica)) return
  underWay.add(replica)
  try {
    for (const history of undone) {
      const parsed = await Promise.all(history.entries.map((raw) => parse(raw, replica.parts.crypto)))
      for (const { operation, author } of parsed) {
        if (areEqual(author, history.own)) await again(operation, history, asked).catch(refused)
      }
    }
    await replica.keep((keys) => ({ ...keys, undone: (keys.undone ?? []).slice(undone.length) }))
  } finally {
    underWay.delete(replica)
  }
}

async function again(operation: Operation, history: Undone, { replica, removals, extend }: Asked): Promise<void> {
  switch (operation.op) {
    case 'invite':
      return invite(operation, replica, extend)
    case 'revoke':
      return removals.takeBack(operation.invite)
    case 'turn':
      return turn(operation, history, replica, removals)
    case 'remove':
      return remove(operation, history, replica, removals)
    case 'close':
      return removals.close(operation, null)
    case 'reopen':
      return removals.reopen(null)
    default:
      return undefined
  }
}

async function turn(
  { ix, members }: Extract<Operation, { op: 'turn' }>,
  history: Undone,
  { state }: Replica,
  removals: Removals,
): Promise<void> {
  const [now] = meant([ix], history, state.peek())
  if (now !== undefined) await removals.turn(now, members, null)
}

async function remove(
  { devices, members, rotation }: Extract<Operation, { op: 'remove' }>,
  history: Undone,
  { state }: Replica,
  removals: Removals,
): Promise<void> {
  if (rotation === null) return // somebody left
  const now = state.peek()
  const present = meant(devices, history, now).filter((ix) => now.devices[ix]?.removedN === null)
  const people = members.filter((member) => !now.removedMembers.includes(member))
  if (present.length + people.length > 0) await removals.remove(present, people, null)
}

/** Where those are by now whom that history knew by these indices, or who goes on for them: nobody gets away by that. */
function meant(ixs: readonly number[], { common, names }: Undone, { devices }: Membership): readonly number[] {
  const known = names ?? devices.slice(0, common).map(({ id }) => id)
  return indicesOf(
    devices,
    ixs.flatMap((ix) => known[ix] ?? []),
  )
}

/** The same secret opens the answer; whoever has the link asks as before. */
async function invite({ sign, members, expires }: Invite, replica: Replica, extend: Extend): Promise<void> {
  const { crypto, clock } = replica.parts
  const made = await Promise.all(replica.stored.invitations.map(({ secret }) => invitationFromSecret(secret, crypto)))
  const invitation = made.find((each) => areEqual(each.sign.public, sign))
  if (!invitation) return
  const { keys } = replica
  await extend((state) => control.invite(state, keys, invitation, members, expires, unixSeconds(clock), crypto))
}

function refused(error: unknown): void {
  if (!(error instanceof SyncError)) throw error
}
