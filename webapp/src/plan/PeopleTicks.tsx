/** Who on the map belongs to a wish, a goal or a step: chosen by name, seen on both sides. */

import type { Document } from '../../../sync/document.ts'
import { linkWish } from '../jar/actions.ts'
import { announce } from '../kit/Announce.tsx'
import { Tick } from '../kit/Choice.tsx'
import { PersonToken } from '../map/PersonMark.tsx'
import { words } from '../words/en.ts'
import { linkPerson } from './actions.ts'

interface PeopleTicksProps {
  readonly label: string
  readonly entity: 'wishes' | 'goals' | 'steps'
  readonly id: string
  readonly people: readonly string[]
  readonly text: string
  readonly document: Document
}

export function PeopleTicks({ label, entity, id, people, text, document }: PeopleTicksProps) {
  // Someone who has died is never suggested; a link that is there already stays in sight.
  const offered = document.people
    .filter((person) => people.includes(person.id) || !(person.archived || person.died))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  if (offered.length === 0) return null
  return (
    <fieldset class="app-choice app-choice--people">
      <legend class="app-field__label">{label}</legend>
      <div class="app-choice__options">
        {offered.map((person) => (
          <Tick
            key={person.id}
            label={person.name}
            picture={<PersonToken {...person} size={32} />}
            checked={people.includes(person.id)}
            onChange={(on) => {
              if (entity === 'wishes') linkWish(id, person.id, on)
              else linkPerson(entity, id, person.id, on)
              announce((on ? words.map.linkedTo : words.map.unlinkedFrom)(person.name, text))
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Links that lead to people: tap one, and the map lifts them. */
export function PeopleNames({
  people,
  document,
  label,
}: {
  people: readonly string[]
  document: Document
  label: string
}) {
  const found = document.people.filter((person) => people.includes(person.id))
  if (found.length === 0) return null
  return (
    <span class="app-with">
      {label}: {found.map((person) => person.name).join(', ')}
    </span>
  )
}
