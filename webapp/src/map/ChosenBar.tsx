/** What can be done with the one who is picked up: where a tap puts them, their sheet, and an answer to an idea about them. */

import { useEffect, useRef } from 'preact/hooks'
import type { By, Document, Person } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { mayPlace } from '../document/giving.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { lifted } from '../working/attention.ts'
import { callName, toneOf } from '../working/names.ts'
import { agreeWonder, declineWonder } from './actions.ts'
import { board } from './board.ts'
import { PersonToken } from './PersonMark.tsx'
import { pickedWords } from './told-of-person.ts'

export function ChosenBar({ person, document }: { readonly person: Person; readonly document: Document }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => keepInSight(person.id, bar.current), [person.id, person.wonder === null])
  return (
    <div class={person.wonder === null ? 'app-chosen' : 'app-chosen app-chosen--idea'} ref={bar}>
      {person.wonder === null ? (
        <p class="app-chosen__who">
          <PersonToken {...person} size={36} />
          <span>{pickedWords(person)}</span>
        </p>
      ) : (
        <Idea person={person} document={document} />
      )}
      <div class="app-chosen__ways">
        <Button onPress={() => board.peek().open(person.id)}>{words.map.about(person.name)}</Button>
        <Button
          kind="quiet"
          onPress={() => {
            lifted.value = null
          }}
        >
          {words.map.done}
        </Button>
      </div>
    </div>
  )
}

/** Where the bar lies over the end of the page, the page moves so far that it hides nobody who is picked up. */
export function keepInSight(id: string, bar: HTMLElement | null): void {
  const page = bar?.closest('.app-working__main')
  bar?.scrollIntoView({ block: 'nearest' })
  const mark = document.querySelector(`[data-person="${CSS.escape(id)}"]`)?.getBoundingClientRect()
  if (!bar || !page || mark === undefined || page.scrollHeight <= page.clientHeight) return
  const top = page.getBoundingClientRect().top + ROOM_PX
  const bottom = bar.getBoundingClientRect().top - ROOM_PX
  if (mark.top < top) page.scrollBy(0, mark.top - top)
  else if (mark.bottom > bottom) page.scrollBy(0, mark.bottom - bottom)
}

const ROOM_PX = 12

interface IdeaProps {
  readonly person: Person
  readonly document: Document
  /** Whose hand answers; the pen's where none is given. */
  readonly by?: By | undefined
}

/** The other's idea of a place, with today's, and two answers of the same size; whoever had the idea can take it back. */
export function Idea({ person, document, by }: IdeaProps) {
  const { wonder, name } = person
  if (wonder === null) return null
  const place = words.map.places[wonder.ring]
  return (
    <div class={`app-notice app-idea app-notice--${toneOf(wonder.by)}`}>
      <p class="app-notice__title">{words.map.wondersIf(callName(wonder.by, document), name, place)}</p>
      <p>{words.map.today(name, words.map.places[person.place.ring])}</p>
      {mayPlace(by ?? current.value?.pen.value ?? 'both') ? (
        <Answers person={person} place={place} by={by} />
      ) : (
        <div class="app-idea__answers">
          <Button onPress={() => answer(person, false, place, by)}>{words.map.takeBack}</Button>
        </div>
      )}
    </div>
  )
}

interface AnswersProps {
  readonly person: Person
  readonly place: string
  readonly by: By | undefined
}

function Answers({ person, place, by }: AnswersProps) {
  return (
    <div class="app-idea__answers">
      <Button onPress={() => answer(person, true, place, by)}>{words.map.yes}</Button>
      <Button onPress={() => answer(person, false, place, by)}>{words.map.leave}</Button>
    </div>
  )
}

function answer(person: Person, yes: boolean, place: string, by: By | undefined): void {
  if (yes) agreeWonder(person.id, by)
  else declineWonder(person.id, by)
  announce(yes ? words.map.agreed(person.name, place) : words.map.declined(person.name))
}
