/** Reads the fields of one thing, and whose word it is. What another hand wrote in one's own words is left out. */

import * as Y from 'yjs'
import { type By, type EntityName, fields, type Stored } from '../../../sync/document.ts'
import { HELPER, isOfEither, mayGive, OWNER, type Whose } from './giving.ts'
import { compareText } from './order.ts'
import { isOwn } from './own-things.ts'
import { type Register, toRegister } from './register.ts'
import { fieldsOf } from './roots.ts'

const NONE: readonly string[] = Object.freeze([])
const COPIED = fields.people.copied

/** All fields of a thing but its spots and rows, and what else is stored with it. */
export function readFields(
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
  const isVoice = isOwn(entity)
  const initial = known['by']?.stored === 'register' ? known['by'].initial : undefined
  const by = saidBy(entity, map) ?? initial
  const whose: Whose = (field) =>
    field === 'by' ? by : field === 'copied' ? readField(map.get(field), COPIED) : undefined
  const isTheirs = (key: string, stored: unknown): boolean =>
    mayGive(toRegister(stored)?.by ?? 'both', entity, key, whose)
  map.forEach((stored, key) => {
    if (key in known || key === 'id' || own.includes(key)) return
    const value = toRegister(stored)?.value
    const stroke = key.indexOf('/')
    const field = stroke < 0 ? undefined : known[key.slice(0, stroke)]
    if (isVoice && !isTheirs(key, stored)) return
    if (field?.stored !== 'flags') keep(key, value)
    else if (value === true && field.fits(key.slice(stroke + 1))) codes.push(key)
  })
  for (const key in known) {
    const field = known[key]
    if (field?.stored === 'flags') found[key] = readFlags(key, codes)
    else if (field) keep(key, key === 'by' ? by : readField(map.get(key), field))
  }
  return found
}

export function readField(stored: unknown, field: Stored): unknown {
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

/** Whether what stands in a field of a thing is read: its hand may give it. */
export function isGiven({ by }: Register, root: string, field: string, map: Y.Map<unknown>): boolean {
  return mayGive(by, root, field, (name) => {
    const known = fieldsOf(root)[name]
    return name === 'by' ? saidBy(root, map) : known && readField(map.get(name), known)
  })
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

/**
 * Who said a thing, as far as the hand that wrote so may: else whose hand that was, or that wrote in it. Null where it is nobody's
 * word; undefined for what nobody says.
 */
export function saidBy(entity: string, map: Y.Map<unknown>): unknown {
  const known = fieldsOf(entity)['by']
  if (known?.stored !== 'register') return undefined
  const said = toRegister(map.get('by'))
  if (said === null) return handIn(entity, map)
  const copied = readField(map.get('copied'), COPIED)
  const whose: Whose = (field) => (field === 'by' ? said.value : copied)
  const fits = known.fits(said.value)
  if (fits && mayGive(said.by, entity, 'by', whose)) return said.value
  // The owner writes another's name on a copy alone. Whoever takes that mark off makes nothing the owner's.
  if (fits && said.by === OWNER && said.value !== 'both') return null
  return known.fits(said.by) ? said.by : known.initial
}

/**
 * The hand of another than the owner, where nothing says whose word it is: nothing is the owner's, or both's, by that. What the
 * owner is asked to take is not taken.
 */
function handIn(entity: string, map: Y.Map<unknown>): By | null {
  if ('taken' in fieldsOf(entity)) return HELPER
  const keys = [...map.keys()].filter((key) => !isOfEither(entity, key)).sort(compareText)
  const hands = keys.flatMap((key) => toRegister(map.get(key))?.by ?? [])
  return hands.find((hand) => hand !== OWNER && hand !== 'both') ?? null
}
