/** Reads the roots that hold registers themselves: names and the next meeting, ties, and who could help. */

import type * as Y from 'yjs'
import {
  type Document,
  isHelpAnswer,
  isSpaceKind,
  isTieStrength,
  isWhose,
  type Situation,
  type Tie,
} from '../../../sync/document.ts'
import { compareOrder, compareText } from './order.ts'
import { isSameValue, type Register, toRegister } from './register.ts'

export type Meta = Pick<
  Document,
  'schema' | 'kind' | 'names' | 'meeting' | 'meeting_place' | 'meeting_chosen' | 'late' | 'phones' | 'resting'
>

export function readMeta(meta: Y.Map<unknown>, before: Meta): Meta {
  const read = (key: string): unknown => toRegister(meta.get(key))?.value
  const [schema, kind, chosen] = [read('schema'), read('kind'), read('meeting_chosen')]
  const [names, phones] = [readByMember(meta, 'name'), readByMember(meta, 'phone')]
  return {
    schema: typeof schema === 'number' && Number.isInteger(schema) ? schema : 1,
    kind: isSpaceKind(kind) ? kind : 'pair',
    names: isSameValue(names, before.names) ? before.names : names,
    meeting: text(toRegister(meta.get('meeting'))),
    meeting_place: text(toRegister(meta.get('meeting_place'))),
    meeting_chosen: isWhose(chosen) ? chosen : '',
    late: text(toRegister(meta.get('late'))),
    phones: isSameValue(phones, before.phones) ? before.phones : phones,
    resting: text(toRegister(meta.get('resting'))),
  }
}

/** First names, or numbers, by member number, at least two. */
function readByMember(meta: Y.Map<unknown>, field: 'name' | 'phone'): readonly string[] {
  const said = ['', '']
  for (const [key, stored] of meta) {
    const member = key.startsWith(`${field}/`) ? /^[0-7]$/.exec(key.slice(field.length + 1))?.[0] : undefined
    const words = text(toRegister(stored))
    if (member !== undefined && words !== '') said[Number(member)] = words
  }
  return Object.freeze(Array.from(said, (words) => words ?? ''))
}

/** By their keys, `<a>/<b>`; what is not tied any more, or not known, is left out. */
export function readTies(ties: Y.Map<unknown>, before: readonly Tie[]): readonly Tie[] {
  const known = new Map(before.map((tie) => [`${tie.a}/${tie.b}`, tie]))
  const found: [string, Tie][] = []
  ties.forEach((stored, key) => {
    const [a = '', b = '', ...more] = key.split('/')
    const strength = toRegister(stored)?.value
    if (!isTieStrength(strength) || strength === '' || a === '' || compareText(a, b) >= 0 || more.length > 0) return
    const old = known.get(key)
    found.push([key, old?.strength === strength ? old : Object.freeze({ a, b, strength })])
  })
  return Object.freeze(found.sort(([a], [b]) => compareText(a, b)).map(([, tie]) => tie))
}

const SITUATION = /^([^/]+)\/(words|answer|gives|away|order|people\/[^/]*)$/

/** Every situation of which anything was said, in their order. */
export function readSituations(help: Y.Map<unknown>, before: readonly Situation[]): readonly Situation[] {
  const said = new Map<string, Map<string, unknown>>()
  help.forEach((stored, key) => {
    const [, id = '', field = ''] = SITUATION.exec(key) ?? []
    const register = toRegister(stored)
    if (id === '' || register === null) return
    said.set(id, (said.get(id) ?? new Map<string, unknown>()).set(field, register.value))
  })
  const known = new Map(before.map((situation) => [situation.id, situation]))
  const all = [...said].map(([id, values]) => {
    const situation = readSituation(id, values)
    const old = known.get(id)
    return old !== undefined && isSameValue(old, situation) ? old : situation
  })
  return Object.freeze(all.sort(compareOrder))
}

function readSituation(id: string, values: ReadonlyMap<string, unknown>): Situation {
  const textOf = (field: string): string => {
    const value = values.get(field)
    return typeof value === 'string' ? value : ''
  }
  const answer = values.get('answer')
  const people = [...values].flatMap(([field, on]) => (field.startsWith('people/') && on === true ? [field] : []))
  return Object.freeze({
    id,
    words: textOf('words'),
    // A face, said by another hand meanwhile, goes before "nobody".
    answer: isHelpAnswer(answer) && !(answer === 'nobody' && people.length > 0) ? answer : '',
    gives: values.get('gives') === true,
    people: Object.freeze(people.map((field) => field.slice('people/'.length)).sort(compareText)),
    away: values.get('away') === true,
    order: textOf('order'),
  })
}

function text(register: Register | null): string {
  return typeof register?.value === 'string' ? register.value : ''
}
