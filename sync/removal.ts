/**
 * What ends something: a shared device turned into one member's, devices, cards and members removed, the key of the space
 * changed, the space closed. README.md section 2; P9, P13, P16. Each function throws Damaged.
 */

import { activeAt, type Belonging, type Changes, checkMembers, holdsAt, switched } from './belonging.ts'
import { areEqual } from './bytes.ts'
import type { Head } from './chain.ts'
import type { Entry } from './entry.ts'
import { Damaged, Malformed } from './errors.ts'
import type { Close, Heads, Remove, Rotation, Turn } from './operation.ts'
import { actsForOwner, areSame, type Device, isActive, isOnly, mayRemove, mayTurn, removed } from './rights.ts'

/** Who goes when something is removed, cards too; and which cards stay, though they may have been copied. */
export interface Going {
  readonly devices: ReadonlySet<number>
  /** Their holder has no other way in. */
  readonly stale: ReadonlySet<number>
}

/**
 * What goes when these active devices and cards and these members are removed (P9, P13): every device that lists a removed
 * member, every card of theirs, and every card that was introduced by something that goes, by a card that goes with it, or
 * by a device that it replaces: whoever held those could have copied it.
 */
export function closure(everyone: readonly Device[], devices: readonly number[], members: readonly number[]): Going {
  const active = everyone.filter(isActive)
  const isNamed = (known: Device) => devices.includes(known.ix) || known.members.some((one) => members.includes(one))
  const gone = new Set(active.filter(isNamed).map((known) => known.ix))
  const makers = new Set([...gone].flatMap((ix) => withThoseBefore(everyone, ix)))
  const doubtful = new Set<number>()
  // By index, so that whatever introduced a card has been seen before it.
  for (const { ix, paper, introducedBy } of active) {
    if (!paper || gone.has(ix) || introducedBy === null || !makers.has(introducedBy)) continue
    doubtful.add(ix)
    makers.add(ix)
  }
  const sure = active.filter(({ ix }) => !gone.has(ix) && !doubtful.has(ix))
  const hasOtherWay = (ix: number) => sure.some((known) => isOnly(known, everyone[ix]?.holder ?? -1))
  const stale = new Set([...doubtful].filter((ix) => !hasOtherWay(ix)))
  for (const ix of doubtful) if (!stale.has(ix)) gone.add(ix)
  return { devices: gone, stale }
}

/** A shared device becomes that of some of its members, from this entry on. */
export function turning(state: Belonging, author: Device, { ix, members }: Turn, entry: Entry): Changes {
  const turned = activeAt(state, ix)
  const isPart = members.length < turned.members.length && members.every((member) => turned.members.includes(member))
  if (!isPart) throw new Malformed('no such turn')
  if (!mayTurn(author, turned, members)) throw new Damaged('NOT_ALLOWED')
  const after = { ...turned, members, turned: [...turned.turned, { n: entry.n, before: turned.members }] }
  return { devices: state.devices.map((known) => (known.ix === ix ? after : known)) }
}

/** Devices, cards and members go. The author rotates in the same entry, unless it is one of those who go (P16). */
export function removing(state: Belonging, author: Device, remove: Remove, entry: Entry): Changes {
  const named = remove.devices.map((ix) => activeAt(state, ix))
  checkMembers(state, remove.members)
  const going = closure(state.devices, remove.devices, remove.members)
  const isLeaving = going.devices.has(author.ix)
  const isEverybody = state.devices.every((known) => !isActive(known) || going.devices.has(known.ix))
  const may = mayRemove(author, named, remove.members) && !isEverybody
  if (!may || (isLeaving && remove.rotation !== null)) throw new Damaged('NOT_ALLOWED')
  checkFinal(state, going, remove.final)
  const after: Changes = {
    devices: state.devices.map((known) => afterwards(known, going, remove.final, entry.n)),
    removedMembers: [...state.removedMembers, ...remove.members].sort((left, right) => left - right),
    invites: allClosed(state),
  }
  if (isLeaving) return { ...after, dueTurns: switched(state.dueTurns, true, entry.n) }
  if (remove.rotation === null) throw new Damaged('WRAPS_WRONG')
  return { ...after, ...rotating({ ...state, ...after }, remove.rotation, entry) }
}

/** A new epoch begins, for all who belong. */
export function rotating(state: Belonging, { commitment, wraps }: Rotation, entry: Entry): Changes {
  const present = state.devices.filter(isActive).map((known) => known.ix)
  const wrapped = wraps.map(([ix]) => ix)
  if (!areSame(wrapped, present)) throw new Damaged('WRAPS_WRONG')
  return {
    epochs: [...state.epochs, { n: entry.n, commitment }],
    invites: allClosed(state),
    dueTurns: switched(state.dueTurns, false, entry.n),
  }
}

/** Nothing more is written, until the space is reopened, or for ever (P34). */
export function closing(state: Belonging, author: Device, { successor, erase }: Close, entry: Entry): Changes {
  if (!actsForOwner(author)) throw new Damaged('NOT_ALLOWED')
  return { closeTurns: switched(state.closeTurns, true, entry.n), successor, isErased: erase }
}

/** The space goes on. */
export function reopening(state: Belonging, author: Device, entry: Entry): Changes {
  if (!holdsAt(state.closeTurns, entry.n)) throw new Malformed('a space that is not closed')
  if (!actsForOwner(author)) throw new Damaged('NOT_ALLOWED')
  return { closeTurns: switched(state.closeTurns, false, entry.n), successor: null }
}

/** Whether the last record that an entry gives a device is before, or other than, one of its records that was verified (P17). */
export function isFinalBack(final: Head, verified: Head): boolean {
  return final.seq < verified.seq || (final.seq === verified.seq && !areEqual(final.hash, verified.hash))
}

/** The device itself, the one that it replaces, and those that that one replaced. */
function withThoseBefore(everyone: readonly Device[], ix: number): number[] {
  const before = everyone[ix]?.replaces ?? null
  return before === null ? [ix] : [ix, ...withThoseBefore(everyone, before)]
}

function checkFinal(state: Belonging, going: Going, final: Heads): void {
  for (const [ix] of final) {
    const isDevice = state.devices[ix]?.paper === false
    if (!isDevice || !going.devices.has(ix)) throw new Malformed('the end of a device that stays, or of a card')
  }
}

function afterwards(known: Device, going: Going, final: Heads, n: number): Device {
  if (going.stale.has(known.ix)) return { ...known, isStale: true }
  if (!going.devices.has(known.ix)) return known
  return removed(known, n, final.find(([ix]) => ix === known.ix) ?? null)
}

function allClosed({ invites }: Belonging): Belonging['invites'] {
  return invites.map((known) => (known.open ? { ...known, open: false } : known))
}
