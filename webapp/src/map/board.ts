/**
 * The map that lies in front, and what a hand on it does: the pair's, or one of somebody's own. Fingers, keys and the list work on
 * whichever it is; each writes to its own document and to no other.
 */

import { signal } from '@preact/signals'
import type { By, Document, Ring } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { mayPlace } from '../document/giving.ts'
import { opened } from '../working/attention.ts'
import { seen } from '../working/hidden-names.ts'
import { bringBackPerson, moveCloser, moveFurther, movePerson } from './actions.ts'

export interface Board {
  /** As it may be shown now; undefined while nothing is open. */
  shown(): Document | undefined
  /** `by` is the hand that puts; the pen's where none is given. */
  put(id: string, ring: Ring, angle: number, by?: By): void
  closer(id: string): void
  further(id: string): void
  bringBack(id: string): void
  /** Shows all about someone. */
  open(id: string): void
  /** Whether the hand that writes places people; else it wonders. */
  places(): boolean
  /** Whether the other sees on their screen how hands move here. */
  readonly isLive: boolean
}

/** The map of the two. */
export const OURS: Board = {
  shown() {
    const document = current.value?.snapshot.value
    return document && seen(document)
  },
  put: movePerson,
  closer: moveCloser,
  further: moveFurther,
  bringBack: bringBackPerson,
  open(id) {
    opened.value = { kind: 'person', id }
  },
  places: () => mayPlace(current.value?.pen.value ?? 'both'),
  isLive: true,
}

export const board = signal<Board>(OURS)
