/** A kept value (P25) in plain words, whatever field it was lost from. */

import { type By, type Document, isConsent, isRing, isWhen, isWho, type Kept } from '../../../sync/document.ts'
import type { OpenSpace } from '../device/stage.ts'
import { isPutAway, putAwayBy } from '../document/away.ts'
import { codeOf } from '../history/beside-names.ts'
import { fieldWords, personName, situationName, valueWords } from '../history/values.ts'
import { whenWords, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName } from './names.ts'

/** `who` is whoever or whatever it was written by, as they are called here. */
export function sentence(kept: Kept, document: Document, who = whoOf(kept, document)): string {
  const say = words.working
  const { entity, field, value } = kept
  if (entity === 'ties') return aboutTie(field, value, who, document)
  if (entity === 'help' && field.includes('/people/')) {
    const [situation = '', , person = ''] = field.split('/')
    const what = situationName(situation, document)
    return (value === true ? say.keptHelps : say.keptHelpsNot)(who, personName(person, document), what)
  }
  const name = entity === 'help' ? field.slice(field.indexOf('/') + 1) : field
  if (name.startsWith('people/')) {
    const person = personName(name.slice('people/'.length), document)
    return (value === true ? say.keptJoined : say.keptParted)(who, person)
  }
  if (value === '' || value === null) return say.keptEmptied(who)
  const code = codeIn(entity, name)
  if (CHOSEN.includes(code)) return say.keptChose(who, valueWords(code, value, document))
  if (typeof value === 'string') return say.keptWrote(who, value)
  if (typeof value === 'boolean') return say.keptChose(who, toggleWord(name, value, document))
  if (isConsent(value)) return say.keptChose(who, words.barriers.consents[value.kind])
  if (isWho(value)) return say.keptChose(who, whoWords(value, document))
  if (isWhen(value)) return say.keptChose(who, whenWords(value))
  return say.keptChose(who, placeWord(value))
}

function whoOf({ by }: Kept, document: Document): string {
  return by === 'both' ? words.working.onShared : callName(by, document)
}

/** What was put away elsewhere while it was worked on in one of the hands of this device, not known there. */
export function awayHere(
  document: Document,
  { members, hasWritten }: Pick<OpenSpace, 'members' | 'hasWritten'>,
): readonly Kept[] {
  const isOurs = (by: By): boolean => (by === 'both' ? members.length > 1 : members.includes(by))
  return document.kept.filter((kept) => isPutAway(kept) && isOurs(kept.by) && !hasWritten(putAwayBy(kept) ?? -1))
}

/** Fields whose values are codes with words of their own. */
const CHOSEN: readonly string[] = [
  ...['kind', 'strength', 'done', 'service', 'in_person', 'by_phone', 'online', 'answer', 'asked', 'agreed'],
  ...['state', 'goal', 'taken'],
  ...['barriers/kind', 'barriers/state', 'side', 'stops', 'outings/state', 'supports/kind', 'supports/asked'],
  ...['yardsticks/start', 'aims/start', 'importance', 'difficulty'],
  ...['needs/kind', 'company', 'felt', 'mark', 'said', 'meetings/kind', 'chosen', 'meeting_chosen', 'idea'],
  ...['sayings/topic', 'nature'],
]

function codeIn(entity: string, field: string): string {
  const [root = ''] = entity.split('/')
  return field === 'kind' && root === 'strengths' ? 'strength' : codeOf(root, field)
}

function aboutTie(pair: string, value: unknown, who: string, document: Document): string {
  const say = words.working
  const [one = '', other = ''] = pair.split('/').map((id) => personName(id, document))
  return (value === 'strong' ? say.keptTiedWell : value === 'tie' ? say.keptTied : say.keptUntied)(who, one, other)
}

function toggleWord(field: string, value: boolean, document: Document): string {
  if (field === 'archived' || field === 'away') return value ? words.map.away : words.map.bringBack
  const answer = value ? words.working.yes : words.working.no
  if (field === 'died') return `${words.map.died}: ${answer}`
  if (field === 'over') return `${words.history.fields.over}: ${answer}`
  if (field === 'distance') return `${words.own.distance}: ${answer}`
  if (field === 'gives') return `${words.details.gives}: ${answer}`
  const named = ['closer', 'shown'].includes(field) || /^(contexts|feels|rooms)\//.test(field)
  return named ? `${fieldWords(field, document)}: ${answer}` : answer
}

function placeWord(value: unknown): string {
  const ring = typeof value === 'object' && value !== null && 'ring' in value ? value.ring : null
  return isRing(ring) ? words.map.places[ring] : words.map.places.tray
}
