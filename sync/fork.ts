/**
 * Which of two control chains goes on, when a restored server and its clients have gone different ways (P19).
 * Vectors: vectors/fork.json.
 */

import { areEqual, type Bytes } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { type Entry, parse } from './entry.ts'
import { Damaged, Malformed } from './errors.ts'
import { apply, device, isActive, type Membership } from './membership.ts'
import { actsForOwner } from './rights.ts'

/**
 * Whether our branch goes on; `common` is the state that both follow, each branch the entries after it.
 *
 * The branch that removes the author of the other's first entry, if only one does; then the one whose first entry is by the
 * owner's own device or card, if only one is; then the one whose first entry has the lower hash. A branch of no entries never
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
  const our = await followed(common, ours, first, crypto)
  const their = await followed(common, theirs, other, crypto)
  for (const is of [removes, isOwners]) {
    const isOurs = is(our, their, common)
    if (isOurs !== is(their, our, common)) return isOurs
  }
  return isLower(our.first.hash, their.first.hash)
}

interface Branch {
  readonly first: Entry
  readonly after: Membership
}

async function followed(common: Membership, entries: readonly Bytes[], first: Bytes, crypto: Crypto): Promise<Branch> {
  let after = common
  for (const raw of entries) after = await apply(after, raw, crypto)
  return { first: await parse(first, crypto), after }
}

function removes({ after }: Branch, other: Branch): boolean {
  return !isActive(after, other.first.author, after.n)
}

function isOwners({ first }: Branch, _other: Branch, common: Membership): boolean {
  const author = device(common, first.author)
  if (author === null) throw new Damaged('AUTHOR_UNKNOWN')
  return actsForOwner(author)
}

function isLower(left: Bytes, right: Bytes): boolean {
  const at = left.findIndex((byte, place) => byte !== right[place])
  return (left[at] ?? 0) < (right[at] ?? 0)
}
