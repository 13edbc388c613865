/** What is marked as missing, in its own words, also while the screen hides names. */

import { current } from '../document/current.ts'

/** By id. */
export function missingByName(): ReadonlyMap<string, string> {
  const people = current.value?.snapshot.value.people ?? []
  return new Map(
    people.filter(({ kind, archived }) => kind === 'missing' && !archived).map(({ id, name }) => [id, name]),
  )
}

export function isMarked(name: string): boolean {
  return [...missingByName().values()].includes(name)
}
