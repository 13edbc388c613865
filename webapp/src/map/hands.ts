/**
 * Hands on the map, live. Ours are published while they drag; the others' are drawn as ghosts with their name.
 * The unit is the radius of the outer ring, from the middle: screens differ in size. Nothing here is kept.
 */

import { effect, signal } from '@preact/signals'
import type { By } from '../../../sync/document.ts'
import type { Circle, Point } from './geometry.ts'
import { Moves } from './move.ts'

export interface MapHand {
  readonly pointer: number
  readonly person: string
  readonly x: number
  readonly y: number
}

export interface OtherHand extends MapHand {
  /** Stays the same for one hand of one device. */
  readonly key: string
  readonly by: By
  readonly name: string
}

/** The fingers on this screen. */
export const moves = new Moves()

/** The ids of those in a hand on this screen, one a line; changes only when a drag begins or ends. */
export const inHand = signal('')

// Not computed: everybody on the map listens, and would be asked at every move of a finger whether that has changed.
effect(() => {
  inHand.value = [...moves.all.value.values()]
    .filter((drag) => drag.moving)
    .map((drag) => drag.person)
    .join('\n')
})

/** What our hands hold, for the others to see; empty when nobody drags. */
export const myHands = signal<readonly MapHand[]>([])

/** What the others' hands hold just now. */
export const othersHands = signal<readonly OtherHand[]>([])

export function toUnits(point: Point, circle: Circle): Point {
  return { x: (point.x - circle.x) / circle.radius, y: (point.y - circle.y) / circle.radius }
}

export function fromUnits(units: Point, circle: Circle): Point {
  return { x: circle.x + units.x * circle.radius, y: circle.y + units.y * circle.radius }
}
