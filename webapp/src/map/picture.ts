/** What goes into a picture of the map, and what comes out. */

import type { Circle, Point, RingName } from './geometry.ts'
import type { Box, Label } from './labels.ts'
import type { RingWord } from './signs.ts'

export interface Placed {
  /** The person's id, or the id of their other place (a ghost), which has no name. */
  readonly id: string
  readonly name: string
  readonly ring: RingName
  readonly angle: number
  /** A few words in a box over the mark, or ''. */
  readonly tag: string
  /** Their other place: only drawn, and no finger means it. */
  readonly ghost?: boolean
}

export interface Frame {
  /** The visible part of the screen given to the map. */
  readonly width: number
  readonly height: number
  readonly text_px: number
  readonly widthOf: (text: string) => number
  /** Corners of the whole map where buttons lie. */
  readonly keepFree: readonly Box[]
  /** The words on the rings, nearest first, for which room is kept. */
  readonly ringWords: readonly string[]
  /** The map lies between two people: each half is written for the one that sits there. */
  readonly across?: boolean
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly zoom: number
  readonly circle: Circle
  readonly mark: number
  /** Whether names stand on it; else each mark says its initials. */
  readonly isNamed: boolean
  readonly text_px: number
  readonly widthOf: (text: string) => number
  /** How far round each mark a finger is still theirs. */
  readonly touch: ReadonlyMap<string, number>
  readonly spots: ReadonlyMap<string, Point>
  /** By id, and by `acrossKey` for a second one. */
  readonly labels: ReadonlyMap<string, Label>
  readonly tags: ReadonlyMap<string, Box>
  readonly ringWords: readonly RingWord[]
  /** Whether this spot faces the person opposite. */
  readonly faces: (spot: Point) => 'near' | 'far'
}
