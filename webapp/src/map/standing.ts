/** Who stands where on the screen: today's places, and the other's ideas beside them. Nobody is drawn twice with a name. */

import type { Document, Person, Ring } from '../../../sync/document.ts'
import { RINGS, type RingName } from './geometry.ts'
import type { Placed } from './picture.ts'

/** `today`: where they are, while an idea stands elsewhere; `idea`: where the other wonders; `only`: there is no idea. */
export type Role = 'only' | 'today' | 'idea'

export interface Stood {
  /** The person's id, with a suffix for the second place. */
  readonly key: string
  readonly person: Person
  readonly role: Role
}

export interface StoodInRing extends Stood {
  readonly ring: RingName
  readonly angle: number
}

export interface Standings {
  readonly rings: readonly StoodInRing[]
  readonly tray: readonly Stood[]
  readonly past: readonly Stood[]
}

export interface Nudge {
  readonly person: string
  readonly ring: RingName
  readonly angle: number
}

/** Everyone who is not put away, nearest ring first, clockwise. `nudge` is a move by keys that is not yet written. */
export function standings(document: Document, nudge: Nudge | null): Standings {
  const all = document.people.filter((person) => !person.archived).flatMap((person) => placesOf(person, nudge))
  const rings = all
    .filter((stood): stood is StoodInRing => isRing(stood.ring))
    .sort((a, b) => RINGS.indexOf(a.ring) - RINGS.indexOf(b.ring) || a.angle - b.angle || (a.key < b.key ? -1 : 1))
  return {
    rings,
    tray: all.filter((stood) => stood.ring === 'tray'),
    past: all.filter((stood) => stood.ring === 'past'),
  }
}

/** What the layout needs. Only one of two places carries the name: the idea, when it is on the rings. */
export function toPlace(standing: StoodInRing, named: boolean, tag: string): Placed {
  return {
    id: standing.key,
    name: named && standing.role !== 'today' ? standing.person.name : '',
    ring: standing.ring,
    angle: standing.angle,
    tag: standing.role === 'idea' ? tag : '',
    ghost: standing.role === 'today',
  }
}

export function isRing(ring: Ring): ring is RingName {
  return ring !== 'tray' && ring !== 'past'
}

type StoodSomewhere = Stood & { readonly ring: Ring; readonly angle: number }

const known = new WeakMap<Person, readonly StoodSomewhere[]>()

/** The very same as before for whoever did not change: they are not drawn again. */
function placesOf(person: Person, nudge: Nudge | null): readonly StoodSomewhere[] {
  if (nudge?.person === person.id)
    return [{ key: person.id, person, role: 'only', ring: nudge.ring, angle: nudge.angle }]
  let places = known.get(person)
  if (places === undefined) {
    places = ownPlacesOf(person)
    known.set(person, places)
  }
  return places
}

function ownPlacesOf(person: Person): readonly StoodSomewhere[] {
  const { id, place, wonder } = person
  if (wonder === null) return [{ key: id, person, role: 'only', ring: place.ring, angle: place.angle }]
  return [
    { key: `${id} today`, person, role: 'today', ring: place.ring, angle: place.angle },
    { key: id, person, role: 'idea', ring: wonder.ring, angle: wonder.angle },
  ]
}
