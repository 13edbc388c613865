/**
 * Reads the Yjs document into plain, frozen parts. What is odd or of an unknown kind reads as the field's default and stays
 * where it is stored. The twin of `from_plain` in sync/document.py.
 */

import * as Y from 'yjs'
import {
  type Aim,
  type Answer,
  type Barrier,
  type Disclosure,
  type EntityName,
  type Feeling,
  type Goal,
  type Impression,
  isAngle,
  isContext,
  isPersonKind,
  isRing,
  isService,
  type Kept,
  type Meeting,
  type Need,
  type Note,
  type Occasion,
  type Offer,
  type Outing,
  type Person,
  type Photograph,
  type Picture,
  type Placing,
  type Row,
  type Saying,
  type Step,
  type Stored,
  type Strength,
  type Support,
  type Wish,
  type Worry,
  type Yardstick,
} from '../../../sync/document.ts'
import { mayGive, type Whose } from './giving.ts'
import { compareIds, compareText } from './order.ts'
import { isSameValue, type Register, toRegister } from './register.ts'
import { fieldsOf, type Roots, registerPlace } from './roots.ts'
import { readSpot } from './spot.ts'
import { readSpots } from './wonders.ts'

const NONE: readonly string[] = Object.freeze([])

export interface Entities {
  readonly people: Person
  readonly goals: Goal
  readonly steps: Step
  readonly strengths: Strength
  readonly sayings: Saying
  readonly feelings: Feeling
  readonly answers: Answer
  readonly pictures: Picture
  readonly photographs: Photograph
  readonly offers: Offer
  readonly notes: Note
  readonly barriers: Barrier
  readonly disclosures: Disclosure
  readonly outings: Outing
  readonly supports: Support
  readonly worries: Worry
  readonly occasions: Occasion
  readonly impressions: Impression
  readonly needs: Need
  readonly wishes: Wish
  readonly yardsticks: Yardstick
  readonly aims: Aim
  readonly meetings: Meeting
}

/** Things that are read as they are stored: no spots, no rows, and nobody whose hand alone counts. */
type PlainName = Exclude<EntityName, 'people' | 'strengths' | 'pictures' | 'disclosures' | 'offers' | 'yardsticks'>

/** A reader of the things of one root that have no spots and no rows. */
export function readThing<Name extends PlainName>(name: Name): (id: string, map: Y.Map<unknown>) => Entities[Name] {
  return (id, map) => Object.freeze(readFields(name, id, map)) as unknown as Entities[Name]
}

/** Someone or something on the map. Only the hand of the owner, or of both, places; anyone else's wonders. */
export function readPerson(id: string, map: Y.Map<unknown>): Person {
  const spots = readSpots(map)
  return Object.freeze({ ...readFields('people', id, map, ['answered']), ...spots }) as unknown as Person
}

/** Whom somebody knows, where they stand on that one's map, whoever put them there: only one person's map is meant. */
export function readOffer(id: string, map: Y.Map<unknown>): Offer {
  const placed = toRegister(map.get('place'))
  const place: Placing = { ...readSpot(placed?.value), by: placed?.by ?? 'both' }
  return Object.freeze({ ...readFields('offers', id, map), place: Object.freeze(place) }) as unknown as Offer
}

/** Nobody agrees in another's place. */
export function readStrength(id: string, map: Y.Map<unknown>): Strength {
  return readGiven('strengths', id, map, ['agreed']) as unknown as Strength
}

/** Nobody says yes in the owner's place. */
export function readDisclosure(id: string, map: Y.Map<unknown>): Disclosure {
  return readGiven('disclosures', id, map, ['consent']) as unknown as Disclosure
}

/** Nobody says in the owner's place how much it matters to them. */
export function readYardstick(id: string, map: Y.Map<unknown>): Yardstick {
  return readGiven('yardsticks', id, map, ['importance']) as unknown as Yardstick
}

/** Nobody takes a goal in the owner's place. */
export function readGoal(id: string, map: Y.Map<unknown>): Goal {
  return readGiven('goals', id, map, ['taken']) as unknown as Goal
}

/** Nobody takes a wish in the owner's place. */
export function readWish(id: string, map: Y.Map<unknown>): Wish {
  return readGiven('wishes', id, map, ['taken']) as unknown as Wish
}

/** Nobody agrees with themselves about what they heard, or shows in the plan what another said. */
export function readSaying(id: string, map: Y.Map<unknown>): Saying {
  return readGiven('sayings', id, map, ['agreed', 'shown']) as unknown as Saying
}

/** What a register reads as, under the paths that kept values use: the initial value where its hand may not give it. */
export function readAt(entity: string, field: string, { map, key }: { map: Y.Map<unknown>; key: string }): unknown {
  const register = toRegister(map.get(key))
  const [root = ''] = entity.split('/')
  const whose: Whose = (name) => {
    const known = fieldsOf(root)[name]
    return known && readField(map.get(name), known)
  }
  const isGiven = register !== null && mayGive(register.by, root, field, whose)
  return (isGiven ? register.value : null) ?? initialOf(entity, field)
}

function readGiven(
  entity: EntityName,
  id: string,
  map: Y.Map<unknown>,
  given: readonly string[],
): Readonly<Record<string, unknown>> {
  const found = readFields(entity, id, map)
  for (const field of given) {
    const by = toRegister(map.get(field))?.by
    if (by !== undefined && !mayGive(by, entity, field, (name) => found[name])) found[field] = initialOf(entity, field)
  }
  return Object.freeze(found)
}

/** A picture of the map, with its rows by the person's id. */
export function readPicture(id: string, map: Y.Map<unknown>): Picture {
  const rows: Row[] = []
  const stored = map.get('rows')
  if (stored instanceof Y.Map) {
    stored.forEach((item, person) => {
      const value = toRegister(item)?.value
      if (Array.isArray(value)) rows.push(readRow(person, value))
    })
  }
  rows.sort(compareIds)
  return Object.freeze({ ...readFields('pictures', id, map), rows: Object.freeze(rows) }) as unknown as Picture
}

function readRow(id: string, [ring, angle, kind, service, died, contexts, ties]: readonly unknown[]): Row {
  return Object.freeze({
    id,
    ring: isRing(ring) ? ring : 'tray',
    angle: isAngle(angle) ? angle : 0,
    kind: isPersonKind(kind) ? kind : 'person',
    service: isService(service) ? service : 'unknown',
    died: died === true,
    contexts: Object.freeze(Array.isArray(contexts) ? contexts.filter(isContext) : []),
    ties: Object.freeze(Array.isArray(ties) ? ties.filter((tied): tied is string => typeof tied === 'string') : []),
  })
}

const SAID_OF_US = /^meeting(_place|_chosen)?$|^late$|^resting$|\//

/** The value that a field has as long as nobody wrote it. Null for fields that this version does not know. */
export function initialOf(entity: string, field: string): unknown {
  if (entity === 'ties') return ''
  if (entity === 'help') return /\/(gives|away|people\/.*)$/.test(field) ? false : ''
  if (entity === 'meta') return field === 'kind' ? 'pair' : SAID_OF_US.test(field) ? '' : null
  const [name = '', inside] = field.split('/')
  const stored = fieldsOf(entity.split('/')[0] ?? '')[name]
  if (stored?.stored === 'register') return stored.initial
  if (inside !== undefined) return stored?.stored === 'rows' ? null : false
  return field === 'place' ? ['tray', 0] : null
}

/** Lost values that still wait: neither put back, nor let go, nor equal to what stands there now. */
export function readKept(roots: Roots): readonly Kept[] {
  const kept: Kept[] = []
  for (const [id, map] of roots.kept) {
    if (!(map instanceof Y.Map) || toRegister(roots.meta.get(`kept/${id}`))?.value) continue
    const read = (key: string) => toRegister(map.get(key))
    const entity = text(read('entity'))
    const field = text(read('field'))
    const value = read('value')?.value ?? null
    const place = registerPlace(roots, entity, field)
    const current = place && toRegister(place.map.get(place.key))
    if (current && isSameValue(current.value, value)) continue
    const by = toRegister([read('author')?.value, read('author')?.value, read('when')?.value])
    const shown = field === 'place' || field === 'wonder' ? Object.freeze(readSpot(value)) : value
    const hands = { by: by?.by ?? 'both', instead_by: current?.by ?? 'both' } as const
    kept.push(Object.freeze({ id, entity, field, value: shown, ...hands, at: by?.at ?? 0 }))
  }
  return Object.freeze(kept.sort(compareIds))
}

function readFields(
  entity: EntityName,
  id: string,
  map: Y.Map<unknown>,
  own: readonly string[] = [],
): Record<string, unknown> {
  // Three hundred people are read at once when a place opens: no iterator, and nothing that is deleted again.
  const found: Record<string, unknown> = { id }
  const known = fieldsOf(entity)
  const keep = (key: string, value: unknown): void => {
    if (value === undefined) return
    // Written as others are, it would be no field but what all the rest is looked up in.
    if (key === '__proto__') Object.defineProperty(found, key, { value, enumerable: true })
    else found[key] = value
  }
  const codes: string[] = []
  map.forEach((stored, key) => {
    if (key in known || key === 'id' || own.includes(key)) return
    const value = toRegister(stored)?.value
    const stroke = key.indexOf('/')
    const field = stroke < 0 ? undefined : known[key.slice(0, stroke)]
    if (field?.stored !== 'flags') keep(key, value)
    else if (value === true && field.fits(key.slice(stroke + 1))) codes.push(key)
  })
  for (const key in known) {
    const field = known[key]
    if (field?.stored === 'flags') found[key] = readFlags(key, codes)
    else if (field) keep(key, readField(map.get(key), field))
  }
  return found
}

function readField(stored: unknown, field: Stored): unknown {
  switch (field.stored) {
    case 'register': {
      if (stored === undefined) return field.initial // most fields of most people
      const value = toRegister(stored)?.value
      return field.fits(value) ? value : field.initial
    }
    case 'text':
      return stored instanceof Y.Text ? stored.toString() : ''
    case 'links':
      return stored instanceof Y.Map ? readLinks(stored) : NONE
    case 'spot':
    case 'rows':
    case 'flags':
      return undefined // read with the whole thing, as one
  }
}

function readFlags(name: string, keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return NONE
  const own = keys.filter((key) => key.startsWith(`${name}/`)).map((key) => key.slice(name.length + 1))
  return Object.freeze(own.sort(compareText))
}

function readLinks(links: Y.Map<unknown>): readonly string[] {
  const ids: string[] = []
  links.forEach((stored, id) => {
    if (toRegister(stored)?.value === true) ids.push(id)
  })
  return Object.freeze(ids.sort(compareText))
}

function text(register: Register | null): string {
  return typeof register?.value === 'string' ? register.value : ''
}
