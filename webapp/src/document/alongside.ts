/**
 * What stands beside the map and the plan, copied field by field into another place: when they met, what is in the way, what may
 * be told, going out, what somebody would like to be known, how far a goal has come, and what each of the two said.
 */

import { isWho, type Step } from '../../../sync/document.ts'
import { isThingRoot } from './differences.ts'
import type { Entities } from './read.ts'
import { fieldsOf } from './roots.ts'
import type { SharedDocument } from './shared-document.ts'

/** The id of a thing here, by the id that it had in the place before, or that it has. */
export type IdsHere = ReadonlyMap<string, string>

/** In an order in which whatever is named by another comes before it. */
export const ALONGSIDE = [
  ...(['yardsticks', 'aims'] as const),
  ...([
    'meetings',
    'outings',
    'barriers',
    'supports',
    'worries',
    'occasions',
    'impressions',
    'disclosures',
    'needs',
  ] as const),
  ...(['sayings', 'feelings', 'answers'] as const),
] as const

/** What each of the two said for themselves. It may stand beside anything, so it comes last. */
export const VOICES = ['sayings', 'feelings', 'answers'] as const

export type Voice = (typeof VOICES)[number]

/** What both share of it. */
export type SharedAlongside = Exclude<Alongside, Voice>

export type Alongside = (typeof ALONGSIDE)[number]

/** Fields that hold the id of another thing. */
const NAMES_ANOTHER: readonly string[] = ['goal', 'after', 'outing', 'occasion', 'parent', 'yardstick']
/** Those of them that hold what a thing is part of. */
const PART_OF: Readonly<Partial<Record<Alongside, readonly string[]>>> = {
  yardsticks: ['goal'],
  aims: ['goal'],
  supports: ['outing'],
  worries: ['outing'],
  occasions: ['outing'],
  impressions: ['outing', 'occasion'],
}
/** Fields that hold `<root>/<id>`. */
const NAMES_ANY: readonly string[] = ['stops', 'origin', 'beside']
/** They are said of the copy anew. */
const OF_THE_COPY: readonly string[] = ['archived', 'copied', 'was']

/** Whether a thing is one member's own word. */
export function isVoice(root: string): root is Voice {
  return VOICES.some((one) => one === root)
}

/** Whether a thing is of one of these roots. */
export function isAlongside(root: string): root is Alongside {
  return ALONGSIDE.some((one) => one === root)
}

/** Whether all comes along that a thing is part of: without its outing, nothing that was said of it is to be found anywhere. */
export function comesWithWhole(entity: Alongside, thing: object, ids: Pick<IdsHere, 'has'>): boolean {
  const named = (PART_OF[entity] ?? []).map((name): unknown => Reflect.get(thing, name))
  // How far a goal has come is said of the very words that were agreed on.
  if ('question' in thing && thing.question === 'level' && 'beside' in thing)
    named.push(String(thing.beside).split('/')[1])
  return named.every((whole) => typeof whole !== 'string' || whole === '' || ids.has(whole))
}

export function copyAlongside(
  target: SharedDocument,
  entity: Alongside,
  thing: Entities[Alongside],
  ids: IdsHere,
): void {
  const field = (name: string): unknown => Reflect.get(thing, name)
  const named = (how: string) =>
    Object.entries(fieldsOf(entity)).flatMap(([name, { stored }]) => (stored === how ? [name] : []))
  target.change('copy', (draft) => {
    const registers = named('register').flatMap((name) =>
      OF_THE_COPY.includes(name) ? [] : [[name, valueHere(name, field(name), ids)] as const],
    )
    const texts = named('text').map((name) => [name, String(field(name))] as const)
    const flags = named('flags').flatMap((name) =>
      codesIn(field(name)).map((code) => [`${name}/${code}`, true] as const),
    )
    const marks = { copied: draft.today, was: thing.id }
    const id = draft.create(
      entity,
      { ...Object.fromEntries([...registers, ...flags]), ...marks },
      Object.fromEntries(texts),
    )
    for (const name of named('links')) {
      for (const linked of linksIn(field(name), ids)) draft.write(`${entity}/${id}`, `${name}/${linked}`, true)
    }
  })
}

/** A value as it is here: whatever it names that did not come along is not named. */
export function valueHere(field: string, value: unknown, ids: IdsHere): unknown {
  if (isWho(value)) return whoIn(value, ids)
  if (NAMES_ANOTHER.includes(field)) return ids.get(String(value)) ?? ''
  if (!NAMES_ANY.includes(field) || typeof value !== 'string') return value
  const [root = '', id = ''] = value.split('/')
  if (!isThingRoot(root)) return value // a code, and no thing
  const here = ids.get(id)
  return here === undefined ? '' : `${root}/${here}`
}

/** Somebody who stays behind is not named by what comes along. */
export function whoIn(who: Step['who'], ids: IdsHere): Step['who'] {
  if (who.kind !== 'person') return who
  const id = ids.get(who.id)
  return id === undefined ? { kind: 'unknown' } : { kind: 'person', id }
}

/** Ids of other things of its own kind that a thing names: what it was split from, came from, is like, or stands beside. */
function namedBy(one: object): readonly string[] {
  const ids = ['parent', 'like', 'after'].map((field): unknown => Reflect.get(one, field))
  const paths = ['beside', 'origin'].map((field) => String(Reflect.get(one, field)).split('/')[1])
  return [...ids, ...paths].filter((id): id is string => typeof id === 'string' && id !== '')
}

/** Whatever was split comes before what it was split into, what was said before what stands beside it, and so on. */
export function parentsFirst<Thing extends { readonly id: string }>(all: readonly Thing[]): readonly Thing[] {
  const left = new Map(all.map((one) => [one.id, one]))
  const sorted: Thing[] = []
  const take = (one: Thing): void => {
    if (!left.delete(one.id)) return
    for (const named of namedBy(one)) {
      const before = left.get(named)
      if (before !== undefined) take(before)
    }
    sorted.push(one)
  }
  for (const one of all) take(one)
  return sorted
}

const codesIn = (codes: unknown): readonly string[] => (Array.isArray(codes) ? codes.map(String) : [])

function linksIn(links: unknown, ids: IdsHere): readonly string[] {
  return Array.isArray(links) ? links.flatMap((id: unknown) => ids.get(String(id)) ?? []) : []
}
