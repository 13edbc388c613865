/** The map as a list, its equal: every ring a heading, everyone with Closer and Further, and those put away at the end. */

import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Document, Person, Ring } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { NotesOfAway, takenOutWithNotes } from '../own/NotesOfAway.tsx'
import { knowsWords } from '../ties/knowing.ts'
import { words } from '../words/en.ts'
import { lifted, lookingBack, peopleWith } from '../working/attention.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { callName } from '../working/names.ts'
import { board } from './board.ts'
import { PersonToken } from './PersonMark.tsx'
import { personById } from './placing.ts'
import { spokenInList } from './spoken.ts'
import { connectionWords, touchWords } from './told-of-person.ts'

const PLACES: readonly Ring[] = ['closest', 'close', 'life', 'tray', 'past']

export function PeopleList({ document }: { readonly document: Document }) {
  const list = useRef<HTMLDivElement>(null)
  const returnTo = useRef<string | null>(null)
  // A moved row is drawn anew under another heading: the button that was pressed keeps the focus.
  useLayoutEffect(() => {
    if (returnTo.current === null) return
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(returnTo.current)}`)?.focus()
    returnTo.current = null
  })
  const here = document.people.filter((person) => !person.archived)
  // Whoever was taken out everywhere has no name any more, and nothing to bring back.
  const away = document.people.filter((person) => person.archived && person.name !== '')
  const takenOut = board.value.isLive ? takenOutWithNotes(document) : []
  const lit = peopleWith(document, lifted.value)
  return (
    <div class="app-people" ref={list}>
      {PLACES.map((place) => {
        const people = here.filter((person) => person.place.ring === place).sort(byName)
        if (people.length === 0) return null
        return (
          <section key={place} aria-labelledby={`people-${place}`}>
            <h3 class="app-people__place" id={`people-${place}`}>
              {words.map.places[place]}
            </h3>
            <ul>
              {people.map((person) => (
                <Row
                  key={person.id}
                  person={person}
                  document={document}
                  lit={lit.has(person.id)}
                  onMoved={(id) => {
                    returnTo.current = id
                  }}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {away.length + takenOut.length > 0 && (
        <Away
          people={away}
          takenOut={takenOut}
          document={document}
          onBack={(id) => {
            returnTo.current = id
          }}
        />
      )}
    </div>
  )
}

interface RowProps {
  readonly person: Person
  readonly document: Document
  readonly lit: boolean
  readonly onMoved: (button: string) => void
}

function Row({ person, document, lit, onMoved }: RowProps) {
  const { place, wonder } = person
  const { name } = person
  const more = [person.relation, person.died ? words.map.diedNote : ''].filter(Boolean).join(' \u00b7 ')
  const said = namesHidden.value
    ? []
    : [connectionWords(person), touchWords(person), knowsWords(person.id, document)].filter((line) => line !== '')
  const idea =
    wonder === null ? '' : words.map.wondersIf(callName(wonder.by, document), name, words.map.places[wonder.ring])
  // Whoever does not place people moves their own idea.
  const at = board.value.places() ? place.ring : (wonder ?? place).ring
  // Someone who has died can be moved like anybody, and nothing calls for it.
  const kind = person.died ? 'quiet' : 'plain'
  function move(step: 'closer' | 'further'): void {
    onMoved(`${step}-${person.id}`)
    board.peek()[step](person.id)
    const after = personById(person.id)
    if (after === undefined) return
    const same = after.place.ring === place.ring && after.wonder?.ring === wonder?.ring
    const now = words.map.places[(after.wonder ?? after.place).ring]
    const say = same ? words.map.atEnd : after.wonder === null ? words.map.moved : words.map.wondered
    announce(say(name, now))
  }
  return (
    <li class={lit ? 'app-people__row app-people__row--lit' : 'app-people__row'}>
      <button
        type="button"
        class="app-people__person"
        onClick={() => {
          board.peek().open(person.id)
        }}
      >
        <PersonToken {...person} size={44} />
        <span class="app-hidden">
          {spokenInList(
            person,
            [more, ...said, idea].filter((line) => line !== ''),
          )}
        </span>
        <span class="app-people__words" aria-hidden="true">
          <span class="app-people__name">{name}</span>
          {more !== '' && <span class="app-soft">{more}</span>}
          {said.map((line) => (
            <span class="app-people__said" key={line}>
              {line}
            </span>
          ))}
          {idea !== '' && <span class="app-people__idea">{idea}</span>}
        </span>
      </button>
      {lookingBack.value === null && (
        <span class="app-people__moves">
          <Button
            kind={kind}
            id={`closer-${person.id}`}
            label={words.map.closerFor(name)}
            off={at === 'closest'}
            onPress={() => move('closer')}
          >
            {words.map.closer}
          </Button>
          <Button
            kind={kind}
            id={`further-${person.id}`}
            label={words.map.furtherFor(name)}
            off={at === 'tray'}
            onPress={() => move('further')}
          >
            {words.map.further}
          </Button>
        </span>
      )}
    </li>
  )
}

interface AwayProps {
  readonly people: readonly Person[]
  /** Nameless, and one's own notes about them are there. */
  readonly takenOut: readonly Person[]
  readonly document: Document
  /** Which button has the focus next: that of somebody else who is away, else one of whoever is back. */
  readonly onBack: (button: string) => void
}

function Away({ people, takenOut, document, onBack }: AwayProps) {
  const hasNotes = board.value.isLive && lookingBack.value === null && !namesHidden.value
  return (
    <details class="app-away">
      <summary class="app-away__head">{words.map.away}</summary>
      <ul>
        {people.map((person, at) => (
          <li class="app-people__row" key={person.id}>
            <span class="app-people__person">
              <PersonToken {...person} size={44} />
              <span class="app-people__name">{person.name}</span>
            </span>
            {lookingBack.value === null && (
              <Button
                id={`bring-back-${person.id}`}
                label={words.map.bringBackFor(person.name)}
                onPress={() => {
                  const next = people[at + 1] ?? people[at - 1]
                  onBack(next === undefined ? `closer-${person.id}` : `bring-back-${next.id}`)
                  board.peek().bringBack(person.id)
                  announce(words.map.isBack(person.name))
                }}
              >
                {words.map.bringBack}
              </Button>
            )}
            {hasNotes && <NotesOfAway person={person} document={document} />}
          </li>
        ))}
        {hasNotes &&
          takenOut.map((person) => (
            <li class="app-people__row" key={person.id}>
              <span class="app-people__person app-soft">{words.own.takenOutRow}</span>
              <NotesOfAway person={person} document={document} />
            </li>
          ))}
      </ul>
    </details>
  )
}

function byName(a: Person, b: Person): number {
  return a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1)
}
