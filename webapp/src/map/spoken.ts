/** A person in one sentence, for whoever hears the map instead of seeing it. */

import type { Document, Person } from '../../../sync/document.ts'
import { knowsWords } from '../ties/knowing.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'

export function spokenFor(person: Person, document: Document): string {
  const { map } = words
  const more = [
    person.relation,
    person.died ? map.died : '',
    knowsWords(person.id, document),
    person.wonder === null
      ? ''
      : map.spokenWonder(callName(person.wonder.by, document), map.places[person.wonder.ring]),
  ].filter((part) => part !== '')
  return map.spoken(person.name, map.kinds[person.kind], map.places[person.place.ring], more)
}

/** The same where the place stands over them as a heading; `said` is what else their row says. */
export function spokenInList(person: Person, document: Document, said: readonly string[]): string {
  const { map } = words
  const { name, kind, relation, died, wonder } = person
  const idea = wonder === null ? '' : map.wondersIf(callName(wonder.by, document), name, map.places[wonder.ring])
  const more = [relation, died ? map.died : '', ...said, idea].filter((part) => part !== '')
  return map.spokenInList(name, map.kinds[kind], more)
}
