/**
 * Fingers on empty ground: one pans, two pinch, and one that neither moved nor met another is a tap. A cancelled finger is
 * none of these. Pure: the screen passes points in and does what a step says.
 */

import type { Point } from './geometry.ts'
import { isFar } from './move.ts'

/** What a move means: what lay under `from` now lies under `to`, `by` times as large about that point. */
export interface GroundStep {
  readonly from: Point
  readonly to: Point
  readonly by: number
}

interface Finger {
  readonly start: Point
  readonly at: Point
  readonly isTap: boolean
}

/** Two fingers that come nearer than this to each other pinch no further: a hand is not that thin. */
const LEAST_SPAN_PX = 12

export class Ground {
  readonly #fingers = new Map<number, Finger>()

  get size(): number {
    return this.#fingers.size
  }

  has(pointer: number): boolean {
    return this.#fingers.has(pointer)
  }

  /** Whether this finger has neither moved nor pinched. */
  isTap(pointer: number): boolean {
    return this.#fingers.get(pointer)?.isTap ?? false
  }

  press(pointer: number, at: Point): void {
    this.#fingers.set(pointer, { start: at, at, isTap: this.size === 0 })
    if (this.size < 2) return
    for (const [other, finger] of this.#fingers) this.#fingers.set(other, { ...finger, isTap: false })
  }

  /** Null for a finger that is not on the ground, or may still be a tap. */
  move(pointer: number, at: Point): GroundStep | null {
    const finger = this.#fingers.get(pointer)
    if (finger === undefined) return null
    const before = this.#span()
    const isTap = finger.isTap && !isFar(finger.start, at)
    this.#fingers.set(pointer, { ...finger, at: isTap ? finger.at : at, isTap })
    const after = this.#span()
    if (isTap) return null
    if (before === null || after === null) return { from: finger.at, to: at, by: 1 }
    return {
      from: before.middle,
      to: after.middle,
      by: Math.max(LEAST_SPAN_PX, after.wide) / Math.max(LEAST_SPAN_PX, before.wide),
    }
  }

  /** True when lifting this finger is a tap. */
  release(pointer: number, at: Point): boolean {
    this.move(pointer, at)
    const isTap = this.isTap(pointer)
    this.cancel(pointer)
    return isTap
  }

  cancel(pointer: number): void {
    this.#fingers.delete(pointer)
  }

  /** The first two fingers; null while there are fewer. */
  #span(): { middle: Point; wide: number } | null {
    const [one, other] = [...this.#fingers.values()].map((finger) => finger.at)
    if (one === undefined || other === undefined) return null
    return {
      middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 },
      wide: Math.hypot(other.x - one.x, other.y - one.y),
    }
  }
}
