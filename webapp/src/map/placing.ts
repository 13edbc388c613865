/** Putting someone somewhere, by whatever hand: one change, and the words for it said aloud. */

import { signal } from '@preact/signals'
import type { By, Person, Ring } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { board } from './board.ts'
import { freeAngle, nextRing, normal, type RingName } from './geometry.ts'
import { isRing, type Nudge } from './standing.ts'

/** A move by keys while the keys are still going: drawn, not yet written. */
export const nudge = signal<Nudge | null>(null)

/** As they may be shown now. */
export function personById(id: string): Person | undefined {
  return board.value.shown()?.people.find((person) => person.id === id)
}

/** `by` is the hand that puts; the pen's where none is given. */
export function putPerson(id: string, ring: Ring, angle: number, by?: By): void {
  const before = personById(id)
  if (before === undefined || lookingBack.value !== null) return
  board.peek().put(id, ring, angle, by)
  const after = personById(id)
  const { place, wonder } = after ?? before
  const asIdea = wonder !== null && wonder.ring === ring && place.ring !== ring
  announce((asIdea ? words.map.wondered : words.map.moved)(before.name, words.map.places[ring]))
}

/** On this ring at an angle where there is room, or at the angle they have. */
export function putOnRing(id: string, ring: Ring): void {
  const person = personById(id)
  if (person === undefined) return
  if (!isRing(ring)) putPerson(id, ring, 0)
  else putPerson(id, ring, isRing(person.place.ring) ? person.place.angle : roomOn(ring))
}

/** A direction where nobody stands yet. */
export function roomOn(ring: RingName): number {
  const people = board.value.shown()?.people ?? []
  return freeAngle(
    people.filter((person) => !person.archived && person.place.ring === ring).map((one) => one.place.angle),
  )
}

const STEP = 100
const REST_MS = 700
let resting: ReturnType<typeof setTimeout> | undefined

/** An arrow key on someone. True when it was one that moves. The keys may go on: one change is written when they rest. */
export function nudgeBy(person: Person, key: string): boolean {
  if (lookingBack.value !== null) return false
  const at = nudge.value?.person === person.id ? nudge.value : seenAt(person)
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    if (at !== null) wait({ ...at, angle: normal(at.angle + (key === 'ArrowRight' ? STEP : -STEP)) })
    return true
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
  const ring = at === null ? 'life' : nextRing(at.ring, key === 'ArrowUp' ? 'closer' : 'further')
  if (ring === null) announce(words.map.atEnd(person.name, words.map.places[at?.ring ?? 'life']))
  else wait({ person: person.id, ring, angle: at?.angle ?? roomOn(ring) })
  return true
}

/** Writes the move by keys, if one is waiting. */
export function settleNudge(): void {
  clearTimeout(resting)
  const waiting = nudge.value
  if (waiting === null) return
  nudge.value = null
  putPerson(waiting.person, waiting.ring, waiting.angle)
}

function wait(next: Nudge): void {
  if (nudge.value !== null && nudge.value.person !== next.person) settleNudge()
  const before = nudge.value?.ring
  nudge.value = next
  if (before !== next.ring) announce(words.map.places[next.ring])
  clearTimeout(resting)
  resting = setTimeout(settleNudge, REST_MS)
}

/** Keys start from the idea when there is one: that is where the named mark is. */
function seenAt(person: Person): Nudge | null {
  const { ring, angle } = person.wonder ?? person.place
  return isRing(ring) ? { person: person.id, ring, angle } : null
}
