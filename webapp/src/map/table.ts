/**
 * Table mode: the tablet lies flat between the two, and one half faces each. Whoever's half a finger comes down in, theirs
 * is the hand that moves. Who sits where is kept while the app is open; nothing of it is in the document.
 */

import { signal } from '@preact/signals'
import type { By } from '../../../sync/document.ts'

/** `one` while the map faces one way. */
export type Side = 'one' | 'near' | 'far'

export const HALVES = ['near', 'far'] as const
export type Half = (typeof HALVES)[number]

/** Which member sits at which half, by number. */
export type Seats = Readonly<Record<Half, number>>

/** Null while the map faces one way. */
export const seats = signal<Seats | null>(null)

/** Who could sit across from each other at this screen; null where it is not shared, or too small to lie between two. */
export const couldSit = signal<readonly [near: number, far: number] | null>(null)

/** Whom each half has picked up, by id; '' for no one. Each half puts down its own. */
export const pickedAt = signal<Readonly<Record<Half, string>>>({ near: '', far: '' })

export function sitAcross(near: number, far: number): void {
  pickedAt.value = { near: '', far: '' }
  seats.value = { near, far }
}

export function backToOneSide(): void {
  pickedAt.value = { near: '', far: '' }
  seats.value = null
}

export function swapSeats(): void {
  const now = seats.peek()
  if (now !== null) sitAcross(now.far, now.near)
}

/** The half in which a point of the window lies: the upper one is the far one. */
export function sideAt(y: number, middle: number): Side {
  if (seats.peek() === null) return 'one'
  return y < middle ? 'far' : 'near'
}

/** Whose hand works in a half; undefined for the pen's. */
export function handOf(side: Side): By | undefined {
  return side === 'one' ? undefined : seats.peek()?.[side]
}

export function otherHalf(half: Half): Half {
  return half === 'near' ? 'far' : 'near'
}

/** Picks up, in the name of a half; '' lets go. */
export function pickAt(half: Half, id: string): void {
  pickedAt.value = { ...pickedAt.peek(), [half]: id }
}

/** Whose hand has picked this one up, by member number; null for nobody's. */
export function pickedBy(id: string): number | null {
  const half = HALVES.find((one) => pickedAt.value[one] === id)
  return half === undefined ? null : (seats.value?.[half] ?? null)
}
