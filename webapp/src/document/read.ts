/**
 * Reads the Yjs document into plain, frozen parts. What is odd or of an unknown kind reads as the field's default and stays
 * where it is stored. The twin of `from_plain` in sync/document.py.
 */

import * as Y from 'yjs'
import {
  type By,
  type EntityName,
  fields,
  type Goal,
  isAngle,
  isRing,
  type Kept,
  type Person,
  type Placing,
  type Ring,
  type Step,
  type Stored,
  type Wonder,
} from '../../../sync/document.ts'
import { isSameValue, type Register, toRegister } from './register.ts'
import { type Roots, registerPlace } from './roots.ts'

export interface Entities {
  readonly people: Person
  readonly goals: Goal
  readonly steps: Step
}

/** Someone or something on the map. Only the hand of the owner, or of both, places; anyone else's wonders. */
export function readPerson(id: string, map: Y.Map<unknown>): Person {
  const spots = readSpots(map)
  return Object.freeze({ ...readFields('people', id, map, ['answered']), ...spots }) as unknown as Person
}

export function readGoal(id: string, map: Y.Map<unknown>): Goal {
  return Object.freeze(readFields('goals', id, map)) as unknown as Goal
}

export function readStep(id: string, map: Y.Map<unknown>): Step {
  return Object.freeze(readFields('steps', id, map)) as unknown as Step
}

/** The value that a field has as long as nobody wrote it. Null for fields that this version does not know. */
export function initialOf(entity: string, field: string): unknown {
  const stored = fieldsOf(entity.split('/')[0] ?? '')[field]
  if (stored?.stored === 'register') return stored.initial
  if (field.includes('/')) return entity === 'meta' ? '' : false
  return entity === 'meta' && field === 'meeting' ? '' : field === 'place' ? ['tray', 0] : null
}

export interface Spot {
  readonly ring: Ring
  readonly angle: number
}

/** A stored spot, `[ring, angle]`; what cannot be read is in the tray. */
export function readSpot(value: unknown): Spot {
  const [ring, angle] = Array.isArray(value) ? (value as unknown[]) : []
  return { ring: isRing(ring) ? ring : 'tray', angle: isAngle(angle) ? angle : 0 }
}

export function isSpot(value: unknown): value is Spot {
  return typeof value === 'object' && value !== null && 'ring' in value && 'angle' in value && isRing(value.ring)
}

/** Whether this hand places people; another's placing is a wonder. */
export function mayPlace(by: By): boolean {
  return by === 0 || by === 'both'
}

/** First names by member number, at least two. */
export function readNames(meta: Y.Map<unknown>): readonly string[] {
  const names = ['', '']
  for (const [key, stored] of meta) {
    const member = /^name\/([0-7])$/.exec(key)?.[1]
    if (member !== undefined) names[Number(member)] = text(toRegister(stored))
  }
  return Object.freeze(Array.from(names, (name) => name ?? ''))
}

export function readMeeting(meta: Y.Map<unknown>): string {
  return text(toRegister(meta.get('meeting')))
}

export function readSchema(meta: Y.Map<unknown>): number {
  const schema = toRegister(meta.get('schema'))?.value
  return typeof schema === 'number' && Number.isInteger(schema) ? schema : 1
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
    kept.push(Object.freeze({ id, entity, field, value: shown, by: by?.by ?? 'both', at: by?.at ?? 0 }))
  }
  return Object.freeze(kept.sort((a, b) => (a.id < b.id ? -1 : 1)))
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
    if (value !== undefined) found[key] = value
  }
  map.forEach((stored, key) => {
    if (!(key in known) && key !== 'id' && !own.includes(key)) keep(key, toRegister(stored)?.value)
  })
  for (const key in known) {
    const field = known[key]
    if (field) keep(key, readField(map.get(key), field))
  }
  return found
}

function readField(stored: unknown, field: Stored): unknown {
  switch (field.stored) {
    case 'register': {
      const value = toRegister(stored)?.value
      return field.fits(value) ? value : field.initial
    }
    case 'text':
      return stored instanceof Y.Text ? stored.toString() : ''
    case 'links':
      return stored instanceof Y.Map ? readLinks(stored) : Object.freeze([])
    case 'spot':
      return undefined // read with the person, as one
  }
}

function readLinks(links: Y.Map<unknown>): readonly string[] {
  const ids: string[] = []
  links.forEach((stored, id) => {
    if (toRegister(stored)?.value === true) ids.push(id)
  })
  return Object.freeze(ids.sort())
}

function readSpots(map: Y.Map<unknown>): { place: Placing; wonder: Wonder | null } {
  const placed = toRegister(map.get('place'))
  const wondered = toRegister(map.get('wonder'))
  const spot = readSpot(placed?.value)
  const by = placed?.by ?? 'both'
  const places = spot.ring === 'tray' || mayPlace(by)
  const place: Placing = places ? { ...spot, by } : { ring: 'tray', angle: 0, by }
  let wonder: Wonder | null = places ? null : { ...spot, by, at: placed?.at ?? 0 }
  if (wondered && Array.isArray(wondered.value)) {
    wonder = { ...readSpot(wondered.value), by: wondered.by, at: wondered.at }
  }
  const answered = toRegister(map.get('answered'))?.value
  if (wonder && isSameValue(answered, answerTo(wonder))) wonder = null
  return { place: Object.freeze(place), wonder: wonder && Object.freeze(wonder) }
}

/** What is stored when the owner has answered this wonder: a later one is a new question. */
export function answerTo(wonder: Wonder): unknown[] {
  return [wonder.ring, wonder.angle, wonder.by, wonder.at]
}

function text(register: Register | null): string {
  return typeof register?.value === 'string' ? register.value : ''
}

function fieldsOf(entity: string): Readonly<Record<string, Stored>> {
  return entity === 'people' || entity === 'goals' || entity === 'steps' ? fields[entity] : {}
}
