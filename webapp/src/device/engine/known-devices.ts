/** "Who can open this": every device and card of a space, who is invited, and whether it has been closed. */

import { toHex } from '../../../../sync/bytes.ts'
import { parse } from '../../../../sync/entry.ts'
import { LIMITS } from '../../../../sync/limits.ts'
import { device, isClosedAt, type Membership } from '../../../../sync/membership.ts'
import { type Device, isActive, mayAdmitFor, mayRemove, mayTurn, OWNER } from '../../../../sync/rights.ts'
import type { Ended, Ending, KnownDevice, OpenInvitation, OthersPresence, Permission } from '../stage.ts'
import type { Replica } from './replica.ts'

const DAY_S = 24 * 60 * 60

/** By the index of the device; `times` in unix seconds, by the number of the entry that let it in or took it off. */
export function knownDevices(
  replica: Replica,
  times: ReadonlyMap<number, number>,
  others: OthersPresence,
): readonly KnownDevice[] {
  const here = new Set(others.map((other) => other.device))
  const { self } = replica
  const { devices } = replica.state.value
  const ownersCard = devices.find((known) => known.holder === OWNER && isActive(known)) ?? null
  const permission = (may: (author: Device) => boolean): Permission => {
    if (self !== null && isActive(self) && may(self)) return 'here'
    return ownersCard !== null && may(ownersCard) ? 'with the card' : 'no'
  }
  return devices.map((known) => ({
    ix: known.ix,
    members: known.members,
    paper: known.paper,
    thisOne: known.ix === self?.ix,
    introducedBy: known.introducedBy,
    since: times.get(known.admittedN) ?? 0,
    here: isActive(known) && (known.ix === self?.ix || here.has(known.ix)),
    stale: known.isStale,
    removed: known.removedN === null ? null : (times.get(known.removedN) ?? 0),
    mayRemove: isActive(known) ? permission((author) => mayRemove(author, [known], [])) : 'no',
    turnable: isActive(known)
      ? known.members.map((member) => ({ member, may: permission((author) => isTurn(author, known, member)) }))
      : [],
  }))
}

function isTurn(author: Device, known: Device, member: number): boolean {
  return known.members.length > 1 && mayTurn(author, known, [member])
}

/** Invitations that have been neither used nor taken back. */
export function openInvitations({ state, self }: Replica): readonly OpenInvitation[] {
  return state.value.invites
    .filter(({ open }) => open)
    .map(({ id, members, expires, by }) => ({
      id: toHex(id),
      members,
      expires,
      mayTakeBack: self !== null && (self.ix === by || mayAdmitFor(self, members)),
    }))
}

export function endingOf(state: Membership): Ending {
  if (state.isErased) return 'for ever'
  return isClosedAt(state, state.n) ? 'closed' : 'open'
}

/** When and by whom it was closed; null while it is open. */
export async function closingOf({ state, chain, self, parts }: Replica): Promise<Ended | null> {
  const membership = state.value
  const raw = chain[membership.closeTurns.at(-1) ?? -1]
  if (raw === undefined || endingOf(membership) === 'open') return null
  const { author, ts } = await parse(raw, parts.crypto)
  const by = device(membership, author)
  const until = membership.isErased ? null : ts + LIMITS.closed_days * DAY_S
  return {
    at: ts,
    until,
    by: by?.members[0] ?? OWNER,
    isByThisOne: by !== null && by.ix === self?.ix,
    isFollowed: membership.successor !== null,
  }
}

/** When each entry was made, by its author's clock. */
export async function entryTimes(replica: Replica): Promise<ReadonlyMap<number, number>> {
  const entries = await Promise.all(replica.chain.map((raw) => parse(raw, replica.parts.crypto)))
  return new Map(entries.map(({ n, ts }) => [n, ts]))
}
