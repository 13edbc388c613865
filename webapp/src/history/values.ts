/** Names and values of the fields of an earlier moment, as they would be read out. */

import { type Answer, type Document, type Feeling, isRing, isWhen, isWho, type Ring } from '../../../sync/document.ts'
import { isAlongside } from '../document/alongside.ts'
import type { Difference } from '../document/differences.ts'
import { brief, whenWords, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName, whoseWords } from '../working/names.ts'
import { nameBeside } from './beside-names.ts'

/** '' where it was not there, or had no words. */
export function nameOf(entity: Difference['entity'], id: string, document: Document): string {
  switch (entity) {
    case 'people':
      return document.people.find((one) => one.id === id)?.name ?? ''
    case 'goals':
      return brief(document.goals.find((one) => one.id === id)?.title ?? '', '')
    case 'steps':
      return brief(document.steps.find((one) => one.id === id)?.what ?? '', '')
    case 'strengths':
    case 'notes':
    case 'wishes':
      return brief(document[entity].find((one) => one.id === id)?.words ?? '', '')
    case 'sayings':
      return brief(document.sayings.find((one) => one.id === id)?.words ?? '', '')
    case 'feelings':
      return feelingName(document.feelings.find((one) => one.id === id))
    case 'answers':
      return answerName(document.answers.find((one) => one.id === id))
    case 'pictures':
    case 'photographs':
      return document[entity].find((one) => one.id === id)?.name ?? ''
    case 'offers': {
      const offer = document.offers.find((one) => one.id === id)
      return offer?.name || brief(offer?.words ?? '', '')
    }
    case 'help':
      return situationName(id, document)
    default:
      return isAlongside(entity) ? nameBeside(entity, id, document) : ''
  }
}

/** All of it, in words: "calm, hopeful, a bit wobbly". */
export function feelingName(feeling: Pick<Feeling, 'feels' | 'words'> | undefined): string {
  const felt = (feeling?.feels ?? []).map((code) => words.talk.feelings[code])
  return [...felt, brief(feeling?.words ?? '', '')].filter(Boolean).join(', ')
}

/** What was answered, with the rooms it was said of. */
export function answerName(answer: Pick<Answer, 'said' | 'rooms' | 'words'> | undefined): string {
  if (answer === undefined) return ''
  const said = answer.said === '' ? '' : words.talk.said[answer.said]
  return [said, ...answer.rooms.map((room) => words.talk.rooms[room]), brief(answer.words, '')]
    .filter(Boolean)
    .join(', ')
}

const SITUATIONS: ReadonlyMap<string, string> = new Map(Object.entries(words.details.situations))

/** Their own words for it, or the catalogue's. */
export function situationName(id: string, { help }: Document): string {
  const own = help.find((one) => one.id === id)?.words ?? ''
  return brief(own, '') || SITUATIONS.get(id) || words.history.nothing
}

/** What stands in a root of registers now: '' where nothing does. */
export function flatValue({ entity, id, field }: Difference, document: Document): unknown {
  if (entity === 'ties') return document.ties.find(({ a, b }) => `${a}/${b}` === field)?.strength ?? ''
  if (entity === 'meta') {
    if (isOfUs(field)) return document[field]
    const [said = '', member] = field.split('/')
    return (said === 'phone' ? document.phones : document.names)[Number(member)] ?? ''
  }
  const situation = document.help.find((one) => one.id === id)
  if (field.startsWith('people/')) return situation?.people.includes(field.slice('people/'.length)) ?? false
  return situation === undefined ? '' : Reflect.get(situation, field)
}

const isOfUs = (field: string): field is 'resting' | 'meeting' | 'meeting_place' | 'meeting_chosen' | 'late' =>
  ['resting', 'meeting', 'meeting_place', 'meeting_chosen', 'late'].includes(field)

/** A value of a field, as it would be read out. */
export function valueWords(field: string, value: unknown, document: Document): string {
  const { details } = words
  const catalogue = CATALOGUES[field]
  if (catalogue !== undefined) return wordFor(catalogue, value)
  if (field === 'side') return sideWords(value, document)
  if (field === 'stops') return stopsWords(value, document)
  if (field === 'idea' || field === 'chosen' || field === 'meeting_chosen')
    return whoseWords(value, document) || words.working.whose.unsaid
  if (field === 'kind') return wordFor(words.map.kinds, value)
  if (field === 'service') return wordFor(details.services, value)
  if (field === 'strength') return wordFor(details.strengths, value)
  if (field === 'answer') return wordFor(details.answers, value)
  if (field === 'agreed' || field === 'taken') return value === 'yes' ? words.working.yes : words.working.no
  if (field === 'state') return wordFor(words.plan.states, value)
  if (field === 'card') return wordFor(words.jar.cards, value)
  if (field === 'said') return wordFor(words.talk.said, value)
  if (field === 'asked') return wordFor(details.asked, value)
  if (field in details.channels) return wordFor(details.howOften, value)
  if (field === 'done')
    return value === 'done' ? words.plan.done : value === 'let go' ? words.plan['let go'] : words.plan.open
  if (field === 'goal') return nameOf('goals', String(value), document) || words.plan.looseSteps
  if (field.startsWith('people/')) return value === true ? words.history.joinedThen : words.history.notJoined
  if (typeof value === 'boolean') return value ? words.working.yes : words.working.no
  if (typeof value === 'string') return brief(value, words.history.nothing)
  if (isWho(value)) return whoWords(value, document)
  if (isWhen(value)) return whenWords(value) || words.plan.whenNone
  return words.map.places[ringOf(value) ?? 'tray']
}

/** Where something is: with one of the two, with the service, or somewhere else. */
export function sideWords(side: unknown, document: Pick<Document, 'names'>): string {
  if (typeof side === 'number') return callName(side, document)
  return side === 'service' ? words.barriers.ofService : words.barriers.elsewhere
}

/** What a thing stands before, of `<root>/<id>`. */
function stopsWords(stops: unknown, document: Document): string {
  const [root = '', id = ''] = String(stops).split('/')
  const name = root === 'goals' || root === 'outings' ? nameOf(root, id, document) : ''
  return name || words.history.nothing
}

/** Codes with words of their own, by the field. */
const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'yardsticks/start': words.levels.starts,
  'aims/start': words.levels.starts,
  importance: words.levels.degreesOfMattering,
  difficulty: words.levels.degreesOfHardness,
  'barriers/kind': words.barriers.kinds,
  'barriers/state': words.barriers.states,
  'outings/state': words.out.states,
  'supports/kind': words.out.supports,
  'supports/asked': words.out.asked,
  'needs/kind': words.out.needs,
  'meetings/kind': words.meet.kinds,
  'sayings/topic': words.going.topics,
  nature: words.going.natures,
  company: words.out.company,
  felt: words.out.felt,
  mark: words.out.marks,
}

const wordFor = (catalogue: Readonly<Record<string, string>>, value: unknown): string =>
  Object.entries(catalogue).find(([code]) => code === value)?.[1] ?? words.history.nothing

/** What a field is called beside its value. */
export function fieldWords(field: string, document: Document): string {
  const names: Readonly<Record<string, string>> = words.history.fields
  if (field.startsWith('people/')) return personName(field.slice('people/'.length), document)
  if (field.startsWith('contexts/')) return wordFor(words.details.contexts, field.slice('contexts/'.length))
  if (field.startsWith('feels/')) return wordFor(words.talk.feelings, field.slice('feels/'.length))
  if (field.startsWith('rooms/')) return wordFor(words.talk.rooms, field.slice('rooms/'.length))
  return names[field] ?? words.history.other
}

export const personName = (id: string, { people }: Document): string =>
  people.find((one) => one.id === id)?.name || words.plan.whoGone

export function ringOf(value: unknown): Ring | null {
  const ring: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'ring') : null
  return isRing(ring) ? ring : null
}
