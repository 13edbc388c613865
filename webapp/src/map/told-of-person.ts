/** What was said about someone, as the few words that a folded line or a row of the list has room for. Pure. */

import type { Person } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import type { Channel } from './detail-actions.ts'
import { canDraw } from './faces.ts'

export const CHANNELS: readonly Channel[] = ['in_person', 'by_phone', 'online']

/** "Outside services. Family, neighbour"; '' where nothing was said. */
export function connectionWords({ service, contexts }: Pick<Person, 'service' | 'contexts'>): string {
  const from = contexts.map((context) => words.details.contexts[context])
  return sentences([service === 'unknown' ? '' : words.details.services[service], listed(from)])
}

/** "In person now and then, on the phone every day"; '' where nothing was said. */
export function touchWords(person: Pick<Person, Channel>): string {
  const said = CHANNELS.flatMap((channel) => {
    const often = person[channel]
    return often === '' ? [] : [words.sheet[channel](words.sheet.often[often])]
  })
  return capital(said.join(', '))
}

/** "Walk the dog. They help: forms"; '' where nothing was said. */
export function togetherWords(person: Pick<Person, 'together' | 'they_help' | 'i_help'>): string {
  const { together, they_help, i_help } = person
  return sentences([
    together,
    they_help && words.sheet.theyHelpSaid(they_help),
    i_help && words.sheet.iHelpSaid(i_help),
  ])
}

/** Of whoever is picked up: where a tap puts them. Someone who has died can be moved too, and nobody is invited to. */
export function pickedWords({ name, died }: Pick<Person, 'name' | 'died'>): string {
  return died ? name : words.map.chosen(name)
}

export function likenessWords({ kind, face }: Pick<Person, 'kind' | 'face'>): string {
  return words.sheet.kindSaid(words.map.kinds[kind], canDraw(face))
}

/** A few names or words as one would say them: the first written large, the rest as they are. */
export function listed(all: readonly string[]): string {
  return all.map((one, at) => (at === 0 ? one : one.charAt(0).toLocaleLowerCase('en-GB') + one.slice(1))).join(', ')
}

export function isSomebody({ kind }: Pick<Person, 'kind'>): boolean {
  return kind === 'person' || kind === 'animal'
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('. ')
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)
}
