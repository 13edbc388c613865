/** What is different between two maps, in words: people by name, one line each, and never a verdict. */

import type { Picture } from '../../../sync/document.ts'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import type { Change, Moved } from './change.ts'
import type { Shown } from './shown.ts'

/** Its name, or its day. */
export function titleOf({ name, day }: Picture): string {
  return name || words.pictures.untitled(dayWords(day))
}

/** The lines to be read first. Whoever is not placed this time comes last, and is asked about elsewhere. */
export function changeWords({ fresh, moved, same, notShown }: Change): readonly string[] {
  if (fresh.length + moved.length + notShown.length === 0) {
    return [same.length === 0 ? words.pictures.nobody : words.pictures.same]
  }
  return [
    ...(fresh.length > 0 ? [words.pictures.fresh(namesOf(fresh), fresh.length)] : []),
    ...moved.map(movedWords),
    ...(same.length > 0 ? [words.pictures.rest(same.length)] : []),
    ...(notShown.length > 0 ? [words.pictures.notShown(namesOf(notShown))] : []),
  ]
}

/** "Ann", "Ann and Bo", "Ann, Bo and Cem". */
export function namesOf(people: readonly Pick<Shown, 'name'>[]): string {
  const names = people.map(({ name }) => name)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : words.pictures.and(names.join(', '), last)
}

function movedWords({ now, way }: Moved): string {
  return words.pictures[way](now.name, words.map.places[now.ring])
}
