/** What is seen live of those who are here on another device: their hands, and where they type. Types only. */

import type { By, Member } from './stage.ts'

/** A finger or a pointer, on the map or in flight with what it holds. */
export interface Hand {
  readonly pointer: number
  /** What it is or holds: 'finger', 'person', 'step', 'goal'. */
  readonly kind: string
  /** The id of what is held, '' for a bare finger. */
  readonly entity: string
  /** Null while it is over no ring. */
  readonly ring: string | null
  /** Tenths of a degree, 0 to 3599. */
  readonly angle: number | null
  /** Thousandths of the outer ring's radius, from the middle. */
  readonly x: number
  readonly y: number
}

export interface Typing {
  readonly entity: string
  readonly field: string
}

export interface OtherPresence {
  readonly device: number
  readonly members: readonly Member[]
  readonly by: By
  readonly hands: readonly Hand[]
  readonly typing: Typing | null
}

export type OthersPresence = readonly OtherPresence[]
