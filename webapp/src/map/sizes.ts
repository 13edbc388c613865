/** How large marks and letters are: as large as the fullest ring has room for, and never too small to touch or to read. */

import { type Circle, RINGS, type RingName } from './geometry.ts'
import type { Frame, Placed } from './picture.ts'

export interface Letters {
  readonly text_px: number
  readonly lineHeight: number
  readonly widthOf: (text: string) => number
}

/** The share of the whole circle that each ring covers, without the middle. */
const AREA: Readonly<Record<RingName, number>> = { closest: 0.15, close: 0.35, life: 0.46 }

/** How much of a ring can be filled before names have nowhere to go. */
const FILL = 0.6

/** On a crowded map letters are a little smaller. */
const SMALLER = 0.87

/** Touched and read, if only just. */
export const SMALL_MARK = 12
/** From here on names have room of their own. */
const NAMED_MARK = 15
/** A dot: there, and to be looked at more closely. */
const LEAST_MARK = 6
/** How much of a ring marks alone can fill before they lie on each other. */
const BARE_FILL = 0.72
const MOST_MARK = 27
/** With less room than this for a mark, a quarter of the names or more would find none, and others would be cut short. */
const LEAST_FOR_NAMES = -1.2

/** Whether the names stand on a map of this size: all that can, or else none, and each mark says its initials. */
export function haveNames(people: readonly Placed[], circle: Circle, frame: Frame): boolean {
  return roomForMark(people, circle, scaled(frame, SMALLER)) >= LEAST_FOR_NAMES
}

export function lettersFor(people: readonly Placed[], circle: Circle, frame: Frame): Letters {
  const plain = scaled(frame, 1)
  return roomForMark(people, circle, plain) < NAMED_MARK ? scaled(frame, SMALLER) : plain
}

/** `larger` times as large as names surely leave room for. */
export function markRadius(people: readonly Placed[], circle: Circle, letters: Letters, larger = 1): number {
  const most = Math.max(20, Math.min(MOST_MARK, circle.radius * 0.15))
  if (people.every(({ name }) => name === ''))
    return Math.round(Math.max(LEAST_MARK, Math.min(most, roomForBareMark(people, circle))))
  const named = Math.max(SMALL_MARK, roomForMark(people, circle, letters)) * larger
  return Math.round(Math.max(LEAST_MARK, Math.min(most, named, roomForBareMark(people, circle))))
}

export function widestName(circle: Circle): number {
  return Math.max(64, Math.min(150, circle.radius * 0.5))
}

/** The radius of a mark that, with its name below, would just fit for everyone in the fullest ring. */
function roomForMark(people: readonly Placed[], circle: Circle, letters: Letters): number {
  const widest = widestName(circle)
  return Math.min(
    ...RINGS.map((ring) => {
      const here = people.filter((person) => person.ring === ring)
      if (here.length === 0) return MOST_MARK
      const names = here.reduce((sum, person) => sum + Math.min(widest, letters.widthOf(person.name)), 0)
      const wide = Math.max(names / here.length, 2 * NAMED_MARK) + 8
      const each = (AREA[ring] * Math.PI * circle.radius ** 2 * FILL) / here.length
      return (each / wide - letters.lineHeight - 6) / 2
    }),
  )
}

/** The radius of a mark that just fits without a name. */
function roomForBareMark(people: readonly Placed[], circle: Circle): number {
  return Math.min(
    ...RINGS.map((ring) => {
      const here = people.filter((person) => person.ring === ring).length
      return here === 0 ? MOST_MARK : Math.sqrt((AREA[ring] * Math.PI * circle.radius ** 2 * BARE_FILL) / here) / 2 - 1
    }),
  )
}

function scaled(frame: Frame, scale: number): Letters {
  const text_px = Math.round(frame.text_px * scale * 10) / 10
  return { text_px, lineHeight: text_px * 1.2, widthOf: (text) => frame.widthOf(text) * scale }
}
