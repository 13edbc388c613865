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
  type Round,
  type Row,
  type Saying,
  type Step,
  type Strength,
  type Support,
  type Wish,
  type Worry,
  type Yardstick,
} from '../../../sync/document.ts'
import { mayGive } from './giving.ts'
import { compareIds } from './order.ts'
import type { OwnName } from './own-things.ts'
import { isGiven, readFields, saidBy } from './read-fields.ts'
import { isSameValue, type Register, toRegister } from './register.ts'
import { fieldsOf, type Roots, registerPlace } from './roots.ts'
import { readSpot } from './spot.ts'
import { readSpots } from './wonders.ts'

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
  readonly rounds: Round
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
type PlainName = Exclude<
  EntityName,
  OwnName | 'people' | 'strengths' | 'pictures' | 'disclosures' | 'offers' | 'yardsticks'
>

/** Things that are one member's own word, but for sayings. */
type VoiceName = Exclude<OwnName, 'sayings'>

/** A reader of things that somebody said: null for what is nobody's word. */
export function readSaid<Part>(
  root: EntityName,
  read: (id: string, map: Y.Map<unknown>) => Part,
): (id: string, map: Y.Map<unknown>) => Part | null {
  return (id, map) => (saidBy(root, map) === null ? null : read(id, map))
}

/** A reader of what somebody says for themselves. */
export function readVoice<Name extends VoiceName>(name: Name): (id: string, map: Y.Map<unknown>) => Entities[Name] {
  return (id, map) => readGiven(name, id, map) as unknown as Entities[Name]
}

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
  return readGiven('strengths', id, map) as unknown as Strength
}

/** Nobody says yes in the owner's place. */
export function readDisclosure(id: string, map: Y.Map<unknown>): Disclosure {
  return readGiven('disclosures', id, map) as unknown as Disclosure
}

/** Nobody says in the owner's place how much it matters to them. */
export function readYardstick(id: string, map: Y.Map<unknown>): Yardstick {
  return readGiven('yardsticks', id, map) as unknown as Yardstick
}

/** Nobody takes a goal in the owner's place. */
export function readGoal(id: string, map: Y.Map<unknown>): Goal {
  return readGiven('goals', id, map) as unknown as Goal
}

/** Nobody takes a wish in the owner's place. */
export function readWish(id: string, map: Y.Map<unknown>): Wish {
  return readGiven('wishes', id, map) as unknown as Wish
}

/** Nobody agrees with themselves about what they heard, or shows in the plan what another said. */
export function readSaying(id: string, map: Y.Map<unknown>): Saying {
  return readGiven('sayings', id, map) as unknown as Saying
}

/** What a register reads as, under the paths that kept values use: the initial value where its hand may not give it. */
export function readAt(entity: string, field: string, { map, key }: { map: Y.Map<unknown>; key: string }): unknown {
  const register = toRegister(map.get(key))
  const [root = ''] = entity.split('/')
  const isRead = register !== null && isGiven(register, root, field, map)
  return (isRead ? register.value : null) ?? initialOf(entity, field)
}

/** What hands wrote there that may; what another wrote reads as if nobody had. */
function readGiven(entity: EntityName, id: string, map: Y.Map<unknown>): Readonly<Record<string, unknown>> {
  const found = readFields(entity, id, map)
  // Whether a field is given may follow from the kind, so that is looked at first.
  const known = Object.keys(fieldsOf(entity)).filter((field) => field !== 'by')
  for (const field of [...known].sort((a, b) => Number(b === 'kind') - Number(a === 'kind'))) {
    const by = toRegister(map.get(field))?.by
    if (by === undefined) continue
    if (!mayGive(by, entity, field, (name) => found[name])) found[field] = initialOf(entity, field)
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
    const isSpot = fieldsOf(entity.split('/')[0] ?? '')[field]?.stored === 'spot'
    const shown = isSpot ? Object.freeze(readSpot(value)) : value
    const hands = { by: by?.by ?? 'both', instead_by: current?.by ?? 'both' } as const
    kept.push(Object.freeze({ id, entity, field, value: shown, ...hands, at: by?.at ?? 0 }))
  }
  return Object.freeze(kept.sort(compareIds))
}

function text(register: Register | null): string {
  return typeof register?.value === 'string' ? register.value : ''
}
