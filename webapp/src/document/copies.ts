/**
 * Copies of one line of somebody's own: several, where it was shown again in other words, or on two devices at once. What the other
 * said beside one of them is beside the line, whichever of them stands now. Pure.
 */

import type { Saying } from '../../../sync/document.ts'

type Copy = Pick<Saying, 'id' | 'of' | 'archived'>

/** All copies of the same line, this one among them. */
export function copiesOfSame<One extends Copy>(sayings: readonly One[], id: string): readonly One[] {
  const of = sayings.find((one) => one.id === id)?.of ?? ''
  return sayings.filter((one) => one.id === id || (of !== '' && one.of === of))
}

/** What stands beside this one, or beside a copy of the same line. */
export function saidBeside(sayings: readonly Saying[], id: string): readonly Saying[] {
  const places = new Set(copiesOfSame(sayings, id).map((one) => `sayings/${one.id}`))
  return sayings.filter((one) => !one.archived && places.has(one.beside))
}

/** Each beside the copy that stands, where it was said beside one that does not. */
export function besideWhatStands(sayings: readonly Saying[]): readonly Saying[] {
  return sayings.map((one) => {
    const [root, id = ''] = one.beside.split('/')
    if (root !== 'sayings' || sayings.some((other) => other.id === id && !other.archived)) return one
    const standing = copiesOfSame(sayings, id).find(({ archived }) => !archived)
    return standing === undefined ? one : { ...one, beside: `sayings/${standing.id}` }
  })
}
