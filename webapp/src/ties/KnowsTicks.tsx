/** Who knows this person: a tick each, and whether well. Those tied already stand first. */

import { useState } from 'preact/hooks'
import type { Document, Person } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { PersonToken } from '../map/PersonMark.tsx'
import { setTieStrength, tie, tieBetween, untie } from '../map/tie-actions.ts'
import { words } from '../words/en.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { otherOf, tiesOf } from './knowing.ts'

interface KnowsTicksProps {
  readonly person: Person
  readonly document: Document
}

/** From so many on, a name is found sooner by writing it. */
const MANY = 12

export function KnowsTicks({ person, document }: KnowsTicksProps) {
  const [sought, setSought] = useState('')
  // As it was when the part was opened: a row that moved under the finger would be the wrong one.
  const [first] = useState(() => new Set(tiesOf(document.ties, person.id).map((one) => otherOf(one, person.id))))
  const tied = new Set(tiesOf(document.ties, person.id).map((one) => otherOf(one, person.id)))
  const rank = (one: Person) => (first.has(one.id) ? 0 : 1)
  const offered = document.people
    .filter((one) => one.id !== person.id && one.kind !== 'missing' && (tied.has(one.id) || !one.archived))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'en-GB'))
  const found = offered.filter((one) => one.name.toLocaleLowerCase('en-GB').includes(plain(sought)))
  const kept = document.kept.filter(({ entity, field }) => entity === 'ties' && field.split('/').includes(person.id))
  const say = words.ties
  return (
    <>
      <KeptBeside document={document} entity="ties" fields={kept.map(({ field }) => field)} />
      <p class="app-soft">{offered.length === 0 ? say.nobody : say.knowsLead(person.name)}</p>
      {offered.length > MANY && <Field label={say.find} value={sought} onInput={setSought} />}
      {offered.length > 0 && found.length === 0 && <p role="status">{say.noSuch}</p>}
      <ul class="app-stack app-stack--close">
        {found.map((other) => (
          <Row key={other.id} person={person} other={other} document={document} />
        ))}
      </ul>
    </>
  )
}

function Row({ person, other, document }: KnowsTicksProps & { readonly other: Person }) {
  const between = tieBetween(document.ties, person.id, other.id)
  const say = words.ties
  return (
    <li class="app-knows">
      <Tick
        label={other.name}
        picture={<PersonToken {...other} size={32} />}
        checked={between !== null}
        onChange={(on) => {
          if (on) tie(person.id, other.id)
          else untie(person.id, other.id)
          announce((on ? say.tied : say.untied)(person.name, other.name))
        }}
      />
      {between !== null && (
        <WellButton person={person} other={other} isStrong={between.strength === 'strong'} text={words.ties.well} />
      )}
    </li>
  )
}

interface WellButtonProps {
  readonly person: Person
  readonly other: Person
  readonly isStrong: boolean
  /** What stands on it. */
  readonly text: string
}

/** Whether two who know each other know each other well. */
export function WellButton({ person, other, isStrong, text }: WellButtonProps) {
  const say = words.ties
  return (
    <Button
      pressed={isStrong}
      label={say.wellWith(person.name, other.name)}
      onPress={() => {
        setTieStrength(person.id, other.id, isStrong ? 'tie' : 'strong')
        announce((isStrong ? say.tied : say.tiedWell)(person.name, other.name))
      }}
    >
      {text}
    </Button>
  )
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase('en-GB')
}
