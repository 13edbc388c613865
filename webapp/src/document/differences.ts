/** What is different between two moments of a document, thing by thing and field by field, in plain parts. Knows no Yjs. */

import type { Document, EntityName, Situation, Tie } from '../../../sync/document.ts'
import type { Entities } from './read.ts'
import { isSameValue } from './register.ts'

/** `away` and `back`: put away and brought back. */
export interface Difference {
  readonly what: 'added' | 'away' | 'back' | 'changed'
  readonly entity: EntityName | FlatRoot
  /** '' in `meta` and in `ties`. */
  readonly id: string
  /**
   * As in the document; `people/<id>` for a link, `contexts/<code>`, `rows/<person>` for one that was taken out, `name/<member>`
   * in `meta`, `<a>/<b>` in `ties`; '' unless changed.
   */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

type FlatRoot = 'meta' | 'ties' | 'help'

/** Everyone and everything that can be put away. */
export type Thing = Entities[EntityName]

/** In the order of the map, the plan, what is in the way, going out, and what each said. */
const THINGS = [
  ...([
    'people',
    'strengths',
    'pictures',
    'photographs',
    'offers',
    'notes',
    'rounds',
    'wishes',
    'goals',
    'steps',
    'yardsticks',
    'aims',
    'barriers',
    'disclosures',
    'meetings',
  ] as const),
  ...(['outings', 'supports', 'worries', 'occasions', 'impressions', 'needs'] as const),
  ...(['sayings', 'feelings', 'answers'] as const),
] as const

/** Fields of codes, of which each is told by itself: `contexts/family`. */
const FLAGS = ['contexts', 'feels', 'rooms'] as const

/** Fields that follow from others, that nobody chooses, or that are looked at in a way of their own. */
const SILENT: readonly string[] = [
  'id',
  'archived',
  'people',
  ...FLAGS,
  'rows',
  'order',
  'copied',
  'was',
  'origin',
  'like',
]

const UNSAID_OF_STEP = { who: { kind: 'unknown' }, when: { kind: 'none' }, done: 'open', went: '', people: [] } as const

const NO_CODES: readonly string[] = []

const UNSAID: Omit<Situation, 'id'> = { words: '', answer: '', gives: false, people: [], away: false, order: '' }

export function differencesBetween(before: Document, after: Document): readonly Difference[] {
  if (before === after) return []
  const inThings = (entity: EntityName) => differencesIn(entity, before[entity], after[entity])
  return [
    ...changed('meta', '', 'meeting', before.meeting, after.meeting),
    ...changed('meta', '', 'meeting_place', before.meeting_place, after.meeting_place),
    ...changed('meta', '', 'meeting_chosen', before.meeting_chosen, after.meeting_chosen),
    ...changed('meta', '', 'late', before.late, after.late),
    ...changed('meta', '', 'resting', before.resting, after.resting),
    ...byMember('name', before.names, after.names),
    ...byMember('phone', before.phones, after.phones),
    ...inThings(THINGS[0]),
    ...inTies(before.ties, after.ties),
    ...inHelp(before.help, after.help),
    ...THINGS.slice(1).flatMap(inThings),
  ]
}

function byMember(field: 'name' | 'phone', before: readonly string[], after: readonly string[]): readonly Difference[] {
  if (before === after) return []
  return Array.from({ length: Math.max(before.length, after.length) }, (_, member) =>
    changed('meta', '', `${field}/${member}`, before[member] ?? '', after[member] ?? ''),
  ).flat()
}

export function isThingRoot(name: string): name is EntityName {
  return THINGS.some((root) => root === name)
}

/** The paths under which a draft writes what a difference is about. */
export function placeOf({ entity, id, field }: Difference): { readonly path: string; readonly field: string } {
  if (entity === 'meta' || entity === 'ties') return { path: entity, field }
  return entity === 'help' ? { path: entity, field: `${id}/${field}` } : { path: `${entity}/${id}`, field }
}

/** What a thing has now that it did not have then, or the other way round. */
export function differencesOf(entity: EntityName, before: Thing, after: Thing): readonly Difference[] {
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
  for (const field of FLAGS) found.push(...inList(entity, id, field, codesOf(before, field), codesOf(after, field)))
  found.push(...inList(entity, id, 'people', linksOf(before), linksOf(after)))
  found.push(...inRows(id, before, after))
  if (orderOf(before) !== orderOf(after)) found.push(...changed(entity, id, 'order', orderOf(before), orderOf(after)))
  return found
}

function differencesIn(entity: EntityName, before: readonly Thing[], after: readonly Thing[]): readonly Difference[] {
  if (before === after) return []
  // Mostly nothing came and everything stands where it stood: then nothing has to be looked up.
  const isInPlace = before.length === after.length && after.every((thing, place) => before[place]?.id === thing.id)
  const known = isInPlace ? null : new Map(before.map((thing) => [thing.id, thing]))
  return after.flatMap((thing, place): readonly Difference[] => {
    const old = known === null ? before[place] : known.get(thing.id)
    if (old === thing) return []
    if (old !== undefined) return differencesOf(entity, old, thing)
    const added: Difference = { what: 'added', entity, id: thing.id, field: '', before: null, after: null }
    return [added, ...differencesOf(entity, asBegun(entity, thing), thing)]
  })
}

/** As it was when it was made: what was said about it in the same breath is told too. */
function asBegun(entity: EntityName, thing: Thing): Thing {
  const archived = false
  const begun = BEGUN[entity]
  if (begun !== undefined) return { ...thing, archived, ...begun } as Thing
  if ('title' in thing) return { ...thing, archived, people: [], taken: '', state: 'open', origin: '' }
  if ('guess' in thing) return { ...thing, archived, people: [], taken: '', over: false, seen: '' }
  if ('died' in thing) return { ...thing, archived, died: false }
  if (!('went' in thing)) return { ...thing, archived }
  return { ...thing, archived, ...UNSAID_OF_STEP }
}

/** What most of these have only later. */
const BEGUN: Readonly<Partial<Record<EntityName, object>>> = {
  barriers: { state: 'open' },
  yardsticks: { start: '', by_day: '', importance: '', difficulty: '' },
  disclosures: { consent: { kind: 'open' }, told: false },
  outings: { state: 'open', since: '', when: { kind: 'none' }, people: [] },
  supports: { asked: 'not yet', happened: false },
  occasions: { people: [] },
  impressions: { felt: '', mark: '' },
}

function inTies(before: readonly Tie[], after: readonly Tie[]): readonly Difference[] {
  if (before === after) return []
  const [had, has] = [before, after].map((ties) => new Map(ties.map((tie) => [`${tie.a}/${tie.b}`, tie])))
  return [...new Set([...(had?.keys() ?? []), ...(has?.keys() ?? [])])].flatMap((pair) =>
    changed('ties', '', pair, had?.get(pair)?.strength ?? '', has?.get(pair)?.strength ?? ''),
  )
}

function inHelp(before: readonly Situation[], after: readonly Situation[]): readonly Difference[] {
  if (before === after) return []
  const known = new Map(before.map((situation) => [situation.id, situation]))
  return after.flatMap((situation) => {
    const { id } = situation
    const old = known.get(id) ?? UNSAID
    if (old === situation) return []
    return [
      ...changed('help', id, 'words', old.words, situation.words),
      ...changed('help', id, 'answer', old.answer, situation.answer),
      ...changed('help', id, 'gives', old.gives, situation.gives),
      ...inList('help', id, 'people', old.people, situation.people),
      ...changed('help', id, 'away', old.away, situation.away),
    ]
  })
}

function inRows(id: string, before: Thing, after: Thing): readonly Difference[] {
  if (!('rows' in before && 'rows' in after) || before.rows === after.rows) return []
  const left = new Set(after.rows.map((row) => row.id))
  return before.rows.flatMap((row) => (left.has(row.id) ? [] : changed('pictures', id, `rows/${row.id}`, row, null)))
}

function inList(
  entity: Difference['entity'],
  id: string,
  field: string,
  had: readonly string[],
  has: readonly string[],
): readonly Difference[] {
  if (had === has) return []
  const went = had.filter((one) => !has.includes(one))
  const came = has.filter((one) => !had.includes(one))
  return [
    ...went.flatMap((one) => changed(entity, id, `${field}/${one}`, true, false)),
    ...came.flatMap((one) => changed(entity, id, `${field}/${one}`, false, true)),
  ]
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
const codesOf = (thing: Thing, field: (typeof FLAGS)[number]): readonly string[] => {
  const codes: unknown = Reflect.get(thing, field)
  return Array.isArray(codes) ? codes : NO_CODES
}
const orderOf = (thing: Thing): string => ('order' in thing ? thing.order : '')
