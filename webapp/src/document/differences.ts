/** What is different between two moments of a document, thing by thing and field by field, in plain parts. Knows no Yjs. */

import type { Document, Goal, Person, Step } from '../../../sync/document.ts'
import { isSameValue } from './register.ts'

/** `away` and `back`: put away and brought back. */
export interface Difference {
  readonly what: 'added' | 'away' | 'back' | 'changed'
  readonly entity: ThingRoot | 'meta'
  /** '' in `meta`. */
  readonly id: string
  /** As in the document; `people/<id>` for a link, `name/<member>` in `meta`; '' unless changed. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Everyone and everything that can be put away. */
export type Thing = Person | Goal | Step

/** The roots that they stand in. */
export type ThingRoot = (typeof THING_ROOTS)[number]

const THING_ROOTS = ['people', 'goals', 'steps'] as const

/** Fields that follow from others, or that nobody chooses. */
const SILENT: readonly string[] = ['id', 'archived', 'people', 'order', 'copied', 'was']

/** In the order of the map, then the plan. */
export function differencesBetween(before: Document, after: Document): readonly Difference[] {
  if (before === after) return []
  return [
    ...changed('meta', '', 'meeting', before.meeting, after.meeting),
    ...after.names.flatMap((name, member) => changed('meta', '', `name/${member}`, before.names[member] ?? '', name)),
    ...THING_ROOTS.flatMap((entity) => differencesIn(entity, before[entity], after[entity])),
  ]
}

export function isThingRoot(name: string): name is ThingRoot {
  return THING_ROOTS.some((root) => root === name)
}

/** What a thing has now that it did not have then, or the other way round. */
export function differencesOf(entity: ThingRoot, before: Thing, after: Thing): readonly Difference[] {
  const id = after.id
  const found: Difference[] = []
  if (before.archived !== after.archived) {
    const what = after.archived ? 'away' : 'back'
    found.push({ what, entity, id, field: '', before: before.archived, after: after.archived })
  }
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (SILENT.includes(field)) continue
    found.push(...changed(entity, id, field, partOf(before, field), partOf(after, field)))
  }
  const [had, has] = [linksOf(before), linksOf(after)]
  for (const person of had)
    if (!has.includes(person)) found.push(...changed(entity, id, `people/${person}`, true, false))
  for (const person of has)
    if (!had.includes(person)) found.push(...changed(entity, id, `people/${person}`, false, true))
  if (orderOf(before) !== orderOf(after)) found.push(...changed(entity, id, 'order', orderOf(before), orderOf(after)))
  return found
}

function differencesIn(entity: ThingRoot, before: readonly Thing[], after: readonly Thing[]): readonly Difference[] {
  if (before === after) return []
  // Mostly nothing came and everything stands where it stood: then nothing has to be looked up.
  const isInPlace = before.length === after.length && after.every((thing, place) => before[place]?.id === thing.id)
  const known = isInPlace ? null : new Map(before.map((thing) => [thing.id, thing]))
  return after.flatMap((thing, place): readonly Difference[] => {
    const old = known === null ? before[place] : known.get(thing.id)
    if (old === thing) return []
    if (old !== undefined) return differencesOf(entity, old, thing)
    const added: Difference = { what: 'added', entity, id: thing.id, field: '', before: null, after: null }
    return [added, ...differencesOf(entity, asBegun(thing), thing)]
  })
}

/** As it was when it was made: what was said about it in the same breath is told too. */
function asBegun(thing: Thing): Thing {
  const archived = false
  if ('title' in thing) return { ...thing, archived, people: [] }
  if ('name' in thing) return { ...thing, archived, died: false }
  return { ...thing, archived, who: { kind: 'unknown' }, when: { kind: 'none' }, done: 'open', went: '', people: [] }
}

function changed(
  entity: Difference['entity'],
  id: string,
  field: string,
  before: unknown,
  after: unknown,
): readonly Difference[] {
  return isSameValue(before, after) ? [] : [{ what: 'changed', entity, id, field, before, after }]
}

/** Who placed somebody is no part of where they stand. */
function partOf(thing: Thing, field: string): unknown {
  const value: unknown = Reflect.get(thing, field)
  if (field !== 'place' || typeof value !== 'object' || value === null) return value
  return { ring: Reflect.get(value, 'ring'), angle: Reflect.get(value, 'angle') }
}

const linksOf = (thing: Thing): readonly string[] => ('people' in thing ? thing.people : [])
const orderOf = (thing: Thing): string => ('order' in thing ? thing.order : '')
