/** Beside the rings: "not sure where yet" and "back in touch". Places to drop and to pick up from, like any ring. */

import { useComputed } from '@preact/signals'
import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { lifted, opened, peopleWith } from '../working/attention.ts'
import { callName, toneOf } from '../working/names.ts'
import { PersonToken } from './PersonMark.tsx'
import { nudgeBy, putPerson } from './placing.ts'
import { spokenFor } from './spoken.ts'
import type { Stood } from './standing.ts'
import { holdHandlers, over, pick } from './touch.ts'

export interface TrayProps {
  readonly place: 'tray' | 'past'
  readonly stood: readonly Stood[]
  readonly document: Document
  readonly named: boolean
}

export function Tray({ place, stood, document, named }: TrayProps) {
  const chosen = lifted.value?.kind === 'person' ? lifted.value.id : null
  const lit = peopleWith(document, lifted.value)
  const isOver = useComputed(() => over.value === place).value
  const elsewhere = chosen !== null && !stood.some((one) => one.person.id === chosen)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a tap puts down; keys have the sheet's "Where on the map?"
    <section
      class={`app-tray${isOver ? ' app-tray--over' : ''}${elsewhere ? ' app-tray--waiting' : ''}`}
      data-drop={place}
      aria-labelledby={`tray-${place}`}
      onClick={(event) => {
        const onSomeone = event.target instanceof Element && event.target.closest('button') !== null
        if (elsewhere && !onSomeone) putPerson(chosen, place, 0)
      }}
    >
      <h3 class="app-tray__title" id={`tray-${place}`}>
        {words.map.places[place]}
      </h3>
      {stood.length > 0 && (
        <ul class="app-tray__people">
          {stood.map((one) => (
            <li key={one.key}>
              <TrayPerson one={one} document={document} named={named} lit={lit.has(one.person.id)} />
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
  readonly named: boolean
  readonly lit: boolean
}

function TrayPerson({ one, document, named, lit }: TrayPersonProps) {
  const { person, role } = one
  const isChosen = lifted.value?.kind === 'person' && lifted.value.id === person.id
  const idea = role === 'idea' && person.wonder !== null ? person.wonder : null
  return (
    <button
      type="button"
      class={`app-tray__person${lit ? ' app-tray__person--lit' : ''}${role === 'today' ? ' app-tray__person--today' : ''}`}
      aria-pressed={isChosen}
      aria-describedby="map-help"
      onClick={() => pick(person.id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') opened.value = { kind: 'person', id: person.id }
        else if (event.key !== 'ArrowUp' || !nudgeBy(person, event.key)) return
        event.preventDefault()
      }}
    >
      <span class="app-tray__hold" {...holdHandlers(person.id)}>
        <PersonToken
          {...person}
          size={44}
          blank={!named}
          ghost={role === 'today'}
          tone={idea ? toneOf(idea.by) : undefined}
        />
      </span>
      <span class="app-hidden">{spokenFor(person, document)}</span>
      <span class="app-tray__name" aria-hidden="true">
        {named && person.name}
        {idea !== null && <span class="app-tray__idea">{words.map.wonders(callName(idea.by, document))}</span>}
      </span>
    </button>
  )
}
