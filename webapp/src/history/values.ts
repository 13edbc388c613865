/** Names and values of the fields of an earlier moment, as they would be read out. */

import { type Document, isRing, isWhen, isWho, type Ring } from '../../../sync/document.ts'
import type { Difference } from '../document/differences.ts'
import { brief, whenWords, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** '' where it was not there, or had no words. */
export function nameOf(entity: Difference['entity'], id: string, document: Document): string {
  if (entity === 'people') return document.people.find((one) => one.id === id)?.name ?? ''
  if (entity === 'goals') return brief(document.goals.find((one) => one.id === id)?.title ?? '', '')
  return brief(document.steps.find((one) => one.id === id)?.what ?? '', '')
}

/** A value of a field, as it would be read out. */
export function valueWords(field: string, value: unknown, document: Document): string {
  if (field === 'kind') return Object.entries(words.map.kinds).find(([kind]) => kind === value)?.[1] ?? ''
  if (field === 'done')
    return value === 'done' ? words.plan.done : value === 'let go' ? words.plan['let go'] : words.plan.open
  if (field === 'goal') return nameOf('goals', String(value), document) || words.plan.looseSteps
  if (field.startsWith('people/')) return value === true ? words.history.joinedThen : words.history.notJoined
  if (field === 'died') return value === true ? words.working.yes : words.working.no
  if (typeof value === 'string') return brief(value, words.history.nothing)
  if (isWho(value)) return whoWords(value, document)
  if (isWhen(value)) return whenWords(value) || words.plan.whenNone
  return words.map.places[ringOf(value) ?? 'tray']
}

/** What a field is called beside its value. */
export function fieldWords(field: string, document: Document): string {
  const names: Readonly<Record<string, string>> = words.history.fields
  if (field.startsWith('people/')) return personName(field.slice('people/'.length), document)
  return names[field] ?? words.history.other
}

export const personName = (id: string, { people }: Document): string =>
  people.find((one) => one.id === id)?.name || words.plan.whoGone

export function ringOf(value: unknown): Ring | null {
  const ring: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'ring') : null
  return isRing(ring) ? ring : null
}
