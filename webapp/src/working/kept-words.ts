/** A kept value (P25) in plain words, whatever field it was lost from. */

import { type Document, isRing, isWhen, isWho, type Kept } from '../../../sync/document.ts'
import { whenWords, whoWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName } from './names.ts'

export function sentence(kept: Kept, document: Document): string {
  const say = words.working
  const who = kept.by === 'both' ? say.onShared : callName(kept.by, document)
  const { field, value } = kept
  if (field.startsWith('people/')) {
    const person = document.people.find((one) => one.id === field.slice('people/'.length))
    return (value === true ? say.keptJoined : say.keptParted)(who, person?.name ?? words.plan.whoGone)
  }
  if (value === '' || value === null) return say.keptEmptied(who)
  if (field === 'kind') return say.keptChose(who, kindWord(value))
  if (field === 'done') return say.keptChose(who, stateWord(value))
  if (typeof value === 'string') return say.keptWrote(who, value)
  if (typeof value === 'boolean') return say.keptChose(who, toggleWord(field, value))
  if (isWho(value)) return say.keptChose(who, whoWords(value, document))
  if (isWhen(value)) return say.keptChose(who, whenWords(value))
  return say.keptChose(who, placeWord(value))
}

function kindWord(value: unknown): string {
  return Object.entries(words.map.kinds).find(([kind]) => kind === value)?.[1] ?? words.map.kinds.person
}

function stateWord(value: unknown): string {
  if (value === 'done') return words.plan.done
  return value === 'let go' ? words.plan['let go'] : words.plan.open
}

function toggleWord(field: string, value: boolean): string {
  if (field === 'archived') return value ? words.map.away : words.map.bringBack
  const answer = value ? words.working.yes : words.working.no
  return field === 'died' ? `${words.map.died}: ${answer}` : answer
}

function placeWord(value: unknown): string {
  const ring = typeof value === 'object' && value !== null && 'ring' in value ? value.ring : null
  return isRing(ring) ? words.map.places[ring] : words.map.places.tray
}
