/** A person in one sentence, for whoever hears the map instead of seeing it. */

import type { Document, Person } from '../../../sync/document.ts'
import { knowsWords } from '../ties/knowing.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'

/** `read` is what stands under their name on the screen: whoever says it aloud means this one. */
export function spokenFor(person: Person, document: Document, read = ''): string {
  const { map } = words
  const more = [
    person.relation,
    person.died ? map.died : '',
    knowsWords(person.id, document),
    person.wonder === null
      ? ''
      : map.spokenWonder(callName(person.wonder.by, document), map.places[person.wonder.ring]),
  ].filter((part) => part !== '')
  const rest = [map.places[person.place.ring], ...more]
  return map.spoken(person.name, map.kinds[person.kind], read === '' ? [] : [read], rest)
}

/** The same where the place stands over them as a heading: all that their row reads, in its order, and then what they are. */
export function spokenInList({ name, kind }: Person, read: readonly string[]): string {
  return words.map.spoken(name, words.map.kinds[kind], read, [])
}
