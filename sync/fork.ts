/**
 * Which of two control chains goes on, when a restored server and its clients have gone different ways (P19).
 * Vectors: vectors/fork.json.
 */

import { areEqual, type Bytes } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { type Entry, parse } from './entry.ts'
import { Damaged, Malformed } from './errors.ts'
import { apply, device, isClosedAt, type Membership } from './membership.ts'
import { actsForOwner, isActive, latest } from './rights.ts'

/**
 * Whether our branch goes on; `common` is the state that both follow, each branch the entries after it.
 *
 * A branch that ends something is never given up for one that does not: a server could get back for a device that was removed
 * what it had lost. If each ends what the other does not, neither is given up. Otherwise the branch that ends something goes
 * on; then the one whose first entry is by the owner's own device or card, if only one is; then the one whose first entry has
 * the lower hash. A branch of no entries never
 * goes on. Throws Damaged for a branch that is not good, Malformed for branches that do not part.
 */
export async function goesOn(
  common: Membership,
  ours: readonly Bytes[],
  theirs: readonly Bytes[],
  crypto: Crypto,
): Promise<boolean> {
  const [first, other] = [ours[0], theirs[0]]
  if (first === undefined && other === undefined) throw new Malformed('branches that do not part')
  if (first === undefined || other === undefined) return first !== undefined
  if (areEqual(first, other)) throw new Malformed('branches that do not part')
  const [after, othersAfter] = [await followed(common, ours, crypto), await followed(common, theirs, crypto)]
  if (endsMore(after, othersAfter, common)) return true
  if (endsMore(othersAfter, after, common)) return false
  const [our, their] = [await parse(first, crypto), await parse(other, crypto)]
  const isOwners = isByOwner(common, our)
  return isOwners === isByOwner(common, their) ? isLower(our.hash, their.hash) : isOwners
}

async function followed(common: Membership, entries: readonly Bytes[], crypto: Crypto): Promise<Membership> {
  let after = common
  for (const raw of entries) after = await apply(after, raw, crypto)
  return after
}

/** Whether something has ended in one branch that goes on in the other: the space, a person, or whom a device lists. */
function endsMore(after: Membership, other: Membership, common: Membership): boolean {
  const isClosed = isClosedAt(after, after.n) && !isClosedAt(other, other.n)
  if (isClosed || (after.isErased && !other.isErased)) return true
  const people = Array.from({ length: common.members }, (_, member) => member)
  const isLeft = (member: number) => after.removedMembers.includes(member) && !other.removedMembers.includes(member)
  if (people.some(isLeft)) return true
  return common.devices.some(({ ix }) => {
    const kept = keeps(after, ix)
    return holds(other, ix, common.devices.length).some((member) => !kept.includes(member))
  })
}

/** Whom the device lists, or the one that goes on for it; nobody once it was removed. */
function keeps({ devices }: Membership, ix: number): readonly number[] {
  const known = latest(devices, ix)
  return known !== undefined && isActive(known) ? known.members : []
}

/** Whom the device lists, with all that it has let in since the branches parted: that may be its other self. */
function holds({ devices }: Membership, ix: number, parted: number): readonly number[] {
  const family = new Set([ix])
  for (const known of devices.slice(parted)) {
    if (known.introducedBy !== null && family.has(known.introducedBy)) family.add(known.ix)
  }
  return devices.filter((known) => family.has(known.ix) && isActive(known)).flatMap(({ members }) => members)
}

function isByOwner(common: Membership, { author }: Entry): boolean {
  const known = device(common, author)
  if (known === null) throw new Damaged('AUTHOR_UNKNOWN')
  return actsForOwner(known)
}

function isLower(left: Bytes, right: Bytes): boolean {
  const at = left.findIndex((byte, place) => byte !== right[place])
  return (left[at] ?? 0) < (right[at] ?? 0)
}
