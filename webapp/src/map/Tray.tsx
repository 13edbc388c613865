/** Beside the rings: "not sure where yet" and "back in touch". Places to drop and to pick up from, like any ring. */

import { useComputed } from '@preact/signals'
import type { Document } from '../../../sync/document.ts'
import { isTying, stepBack } from '../ties/tying.ts'
import { words } from '../words/en.ts'
import { lifted, peopleWith, tying } from '../working/attention.ts'
import { callName, toneOf } from '../working/names.ts'
import { board } from './board.ts'
import { PersonToken } from './PersonMark.tsx'
import { nudgeBy } from './placing.ts'
import { canvas } from './sight.ts'
import { spokenFor } from './spoken.ts'
import type { Stood } from './standing.ts'
import { type Half, pickedAt, pickedBy } from './table.ts'
import { isEcho, over, pick } from './touch.ts'

export interface TrayProps {
  readonly place: 'tray' | 'past'
  readonly stood: readonly Stood[]
  readonly document: Document
  /** At the table each half has its own. */
  readonly half?: Half | undefined
}

export function Tray({ place, stood, document, half }: TrayProps) {
  const title = `tray-${place}${half ?? ''}`
  const chosen = half ? pickedAt.value[half] || null : lifted.value?.kind === 'person' ? lifted.value.id : null
  const lit = peopleWith(document, lifted.value)
  const isOver = useComputed(() => over.value.includes(place)).value
  const elsewhere = chosen !== null && !stood.some((one) => one.person.id === chosen)
  // Nobody is back in touch, one day, with someone who has died.
  const isWaiting =
    elsewhere && !(place === 'past' && document.people.some((person) => person.id === chosen && person.died))
  return (
    <section
      class={`app-tray${stood.length > 0 ? ' app-tray--some' : ''}${isOver ? ' app-tray--over' : ''}${isWaiting ? ' app-tray--waiting' : ''}`}
      data-drop={place}
      aria-labelledby={title}
    >
      <h3 class="app-tray__title" id={title}>
        {words.map.places[place]}
      </h3>
      {stood.length > 0 && (
        <ul class="app-tray__people">
          {stood.map((one) => (
            <li key={one.key}>
              <TrayPerson one={one} document={document} lit={lit.has(one.person.id)} half={half} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface TrayPersonProps {
  readonly one: Stood
  readonly document: Document
  readonly lit: boolean
  readonly half: Half | undefined
}

function TrayPerson({ one, document, lit, half }: TrayPersonProps) {
  const { person, role } = one
  const isChosen =
    tying.value === person.id ||
    (lifted.value?.kind === 'person' && lifted.value.id === person.id) ||
    pickedBy(person.id) !== null
  const idea = role === 'idea' && person.wonder !== null ? person.wonder : null
  const tag = idea === null ? '' : words.map.wonders(callName(idea.by, document))
  return (
    <button
      type="button"
      class={`app-tray__person${lit ? ' app-tray__person--lit' : ''}${role === 'today' ? ' app-tray__person--today' : ''}`}
      aria-pressed={isChosen}
      aria-describedby="map-help"
      onClick={(event) => {
        if (!isEcho(event)) pick(person.id, half)
      }}
      onKeyDown={(event) => {
        if (isTying.peek()) {
          if (event.key === 'Escape') stepBack()
          return
        }
        if (event.key === 'Enter') board.peek().open(person.id)
        else if (event.key === 'ArrowUp' && nudgeBy(person, event.key)) followOntoRings(person.id)
        else return
        event.preventDefault()
      }}
    >
      <span class="app-tray__hold" data-hold={person.id}>
        <PersonToken {...person} size={44} ghost={role === 'today'} tone={idea ? toneOf(idea.by) : undefined} />
      </span>
      <span class="app-hidden">{spokenFor(person, document, tag)}</span>
      <span class="app-tray__name" aria-hidden="true">
        {person.name}
        {tag !== '' && <span class="app-tray__idea">{tag}</span>}
      </span>
    </button>
  )
}

/** Whoever moves someone out of the tray by keys goes on moving them. */
function followOntoRings(id: string): void {
  requestAnimationFrame(() => canvas.svg?.querySelector<SVGElement>(`[data-person="${CSS.escape(id)}"]`)?.focus())
}
