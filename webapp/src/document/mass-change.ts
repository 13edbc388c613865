/**
 * The mass-change guard (P35): when one hand on one device puts away or empties at least three things, and more than a fifth
 * of what stood on the map and in the plan, within ten minutes. It says so; it stops nothing.
 */

import type { By, Document, EntityName } from '../../../sync/document.ts'
import { ALONGSIDE } from './alongside.ts'
import { type Difference, isThingRoot, type Thing } from './differences.ts'
import type { Moment } from './history.ts'

/** Something put away or emptied, with what the emptied field said. */
export interface Loss {
  readonly entity: EntityName
  readonly id: string
  /** '' where it was put away. */
  readonly field: string
  readonly before: unknown
}

export interface MassChange {
  readonly by: By
  readonly device: number
  readonly shared: boolean
  /** Unix seconds of the first and of the last of them, by the clock of that device. */
  readonly from: number
  readonly at: number
  /** The place in the log of the last of them. */
  readonly place: number
  readonly losses: readonly Loss[]
}

const LEAST_THINGS = 3
const MORE_THAN_PERCENT = 20
const WITHIN_S = 600

interface Stretch {
  readonly moments: { readonly at: number; readonly place: number; readonly losses: readonly Loss[] }[]
  /** What there was when each moment of it began. */
  readonly whole: ReadonlySet<string>[]
}

/** Every mass change in these moments of one log, which stand in its order. One that goes on is one. */
export function massChanges(moments: readonly Moment[]): readonly MassChange[] {
  const stretches = new Map<string, Stretch>()
  const found = new Map<string, MassChange[]>()
  for (const moment of moments) {
    const losses = lossesIn(moment.differences)
    if (losses.length === 0) continue
    const hand = `${moment.device} ${moment.by}`
    const stretch = stretches.get(hand) ?? { moments: [], whole: [] }
    stretches.set(hand, stretch)
    stretch.moments.push({ at: moment.at, place: moment.place, losses })
    stretch.whole.push(standing(moment.before))
    // Ten minutes by the clock of that device: one that was set anew begins another stretch.
    while (Math.abs(moment.at - (stretch.moments[0]?.at ?? moment.at)) > WITHIN_S) {
      stretch.moments.shift()
      stretch.whole.shift()
    }
    const all = distinct(stretch.moments.flatMap((one) => one.losses))
    const things = new Set(all.map(({ entity, id }) => `${entity}/${id}`))
    // What was made and put away in one breath was there too.
    const whole = new Set([...(stretch.whole[0] ?? []), ...things])
    if (!isMany(things.size, whole.size)) continue
    const { by, device, shared, at, place } = moment
    const known = found.get(hand) ?? []
    found.set(hand, known)
    const last = known[known.length - 1]
    const goesOn = last !== undefined && stretch.moments.some((one) => one.place === last.place)
    const allOfIt = goesOn ? distinct([...last.losses, ...all]) : all
    const from = goesOn ? last.from : (stretch.moments[0]?.at ?? at)
    if (goesOn) known.pop()
    known.push({ by, device, shared, from, at, place, losses: allOfIt })
  }
  return [...found.values()].flat().sort((left, right) => left.place - right.place)
}

/** Whether so many of so much are many at once. */
export function isMany(things: number, whole: number): boolean {
  return things >= LEAST_THINGS && things * 100 > whole * MORE_THAN_PERCENT
}

/** The paths of what stands on the map, beside it and in the plan: neither put away nor without a word. */
export function standing(document: Document): ReadonlySet<string> {
  return new Set([
    ...pathsOf('people', document.people),
    ...pathsOf('strengths', document.strengths),
    ...pathsOf('pictures', document.pictures),
    ...pathsOf('photographs', document.photographs),
    ...pathsOf('offers', document.offers),
    ...pathsOf('notes', document.notes),
    ...pathsOf('wishes', document.wishes),
    ...pathsOf('goals', document.goals),
    ...pathsOf('steps', document.steps),
    ...ALONGSIDE.flatMap((entity) => pathsOf(entity, document[entity])),
  ])
}

/** What is still as the mass change left it. */
export function stillLost(losses: readonly Loss[], now: Document): readonly Loss[] {
  const there = standing(now)
  return losses.filter(({ entity, id }) => !there.has(`${entity}/${id}`))
}

/** The words by which a thing is known: without them it is empty. What may well have none is never so. */
const NAMES: Readonly<Partial<Record<EntityName, string>>> = {
  people: 'name',
  strengths: 'words',
  wishes: 'words',
  sayings: 'words',
  goals: 'title',
  steps: 'what',
  barriers: 'words',
  disclosures: 'words',
  outings: 'what',
  worries: 'words',
}

function pathsOf(entity: EntityName, things: readonly Thing[]): readonly string[] {
  const name = NAMES[entity]
  const stands = things.filter((one) => !one.archived && (name === undefined || Reflect.get(one, name) !== ''))
  return stands.map(({ id }) => `${entity}/${id}`)
}

function lossesIn(differences: readonly Difference[]): readonly Loss[] {
  return differences.flatMap(({ what, entity, id, field, before, after }): readonly Loss[] => {
    if (!isThingRoot(entity)) return []
    if (what === 'away') return [{ entity, id, field: '', before: null }]
    const isEmptied = what === 'changed' && field === NAMES[entity] && after === '' && before !== ''
    return isEmptied ? [{ entity, id, field, before }] : []
  })
}

function distinct(losses: readonly Loss[]): readonly Loss[] {
  return [...new Map(losses.map((loss) => [`${loss.entity}/${loss.id}/${loss.field}`, loss])).values()]
}
