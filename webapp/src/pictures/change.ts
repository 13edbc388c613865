/** What is different between two maps, as people. Nobody is called gone: who is not placed this time is asked about. */

import { turnover } from '../map/measures.ts'
import type { Shown } from './shown.ts'

export interface Moved {
  readonly was: Shown
  readonly now: Shown
  readonly way: 'closer' | 'further' | 'elsewhere'
}

export interface Change {
  /** On a ring now, and before nowhere, or not sure where. */
  readonly fresh: readonly Shown[]
  /** In another place than before. */
  readonly moved: readonly Moved[]
  /** On the same ring as before. */
  readonly same: readonly Shown[]
  /** On a ring before, and now nowhere, or not sure where: as they were then. */
  readonly notShown: readonly Shown[]
}

/** Everyone and everything, matched by id, never by name. */
export function changeBetween(then: readonly Shown[], now: readonly Shown[]): Change {
  const before = new Map(then.map((one) => [one.id, one]))
  const after = new Map(now.map((one) => [one.id, one]))
  const seen = turnover({ everyone: then, ties: null }, { everyone: now, ties: null }, true)
  const closer = new Set(seen.closer)
  const further = new Set(seen.further)
  const moved = [...seen.kept, ...seen.placed, ...seen.unplaced].flatMap((id): readonly Moved[] => {
    const [was, is] = [before.get(id), after.get(id)]
    if (was === undefined || is === undefined) return []
    if (closer.has(id)) return [{ was, now: is, way: 'closer' }]
    if (further.has(id)) return [{ was, now: is, way: 'further' }]
    return was.ring === 'past' || is.ring === 'past' ? [{ was, now: is, way: 'elsewhere' }] : []
  })
  const elsewhere = new Set(moved.map((one) => one.now.id))
  const found = (ids: readonly string[], where: ReadonlyMap<string, Shown>): readonly Shown[] =>
    ids.flatMap((id) => (elsewhere.has(id) ? [] : (where.get(id) ?? [])))
  return {
    fresh: found([...seen.new, ...seen.placed], after),
    moved,
    same: found(seen.kept, after),
    notShown: found([...seen.unplaced, ...seen.not_shown], before),
  }
}
