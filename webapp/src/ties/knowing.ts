/** Who knows whom, by person and in words. Pure. */

import type { Document, Person, Tie } from '../../../sync/document.ts'
import { words } from '../words/en.ts'

/** So many names are said; a line that went on would be read by nobody. */
const SAID = 3

const NOBODY: readonly Tie[] = []
const known = new WeakMap<readonly Tie[], ReadonlyMap<string, readonly Tie[]>>()

/** Everyone's ties; worked out once for each set of ties. */
export function tiesOf(ties: readonly Tie[], id: string): readonly Tie[] {
  let byPerson = known.get(ties)
  if (byPerson === undefined) {
    byPerson = groupByPerson(ties)
    known.set(ties, byPerson)
  }
  return byPerson.get(id) ?? NOBODY
}

export function otherOf({ a, b }: Tie, id: string): string {
  return a === id ? b : a
}

/** Those on the map who are tied to someone, well-known ones first, then by name. */
export function knownTo(id: string, { people, ties }: Pick<Document, 'people' | 'ties'>): readonly Person[] {
  const own = new Map(tiesOf(ties, id).map((tie) => [otherOf(tie, id), tie.strength]))
  if (own.size === 0) return []
  const rank = (person: Person) => (own.get(person.id) === 'strong' ? 0 : 1)
  return people
    .filter((person) => own.has(person.id) && !person.archived)
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'en-GB'))
}

/** "Knows Sol and Nan"; '' where nobody is tied to them. */
export function knowsWords(id: string, document: Pick<Document, 'people' | 'ties'>): string {
  const names = knownTo(id, document).map((person) => person.name)
  if (names.length === 0) return ''
  const said = names.length > SAID + 1 ? [...names.slice(0, SAID), words.ties.more(names.length - SAID)] : names
  const last = said[said.length - 1] ?? ''
  const first = said.slice(0, -1).join(', ')
  return words.ties.knowsSaid(first === '' ? last : words.ties.and(first, last))
}

function groupByPerson(ties: readonly Tie[]): ReadonlyMap<string, readonly Tie[]> {
  const groups = new Map<string, Tie[]>()
  for (const tie of ties) {
    for (const id of [tie.a, tie.b]) {
      const group = groups.get(id)
      if (group) group.push(tie)
      else groups.set(id, [tie])
    }
  }
  return groups
}
