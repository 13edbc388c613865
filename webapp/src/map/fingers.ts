/**
 * What each finger on the map is doing. It holds someone, or it is on the ground; two that come down together are one hand
 * that pinches, whoever lies under them. A pinch or a pan moves no one, and nothing pans while somebody is in a hand. Pure.
 */

import type { Point } from './geometry.ts'
import { Ground, type GroundStep } from './ground.ts'
import type { Moves, Release } from './move.ts'
import type { Side } from './table.ts'

export interface Press {
  readonly pointer: number
  readonly at: Point
  /** When it came down, in milliseconds. */
  readonly at_ms: number
  /** Who lies under it; null on empty ground. */
  readonly person: string | null
  /** Whose half of the screen it came down in. Two halves never make one pinch. */
  readonly side: Side
}

export type Lifted = Release | { readonly kind: 'tap on ground'; readonly side: Side; readonly at: Point }

/** As far as thumb and finger of one hand reach. */
const HAND_PX = 400
/** A hand that pinches comes down at once; two hands hardly ever do. */
const BOTH_ON_SOMEONE_MS = 80
const ONE_ON_GROUND_MS = 300

export class Fingers {
  readonly #moves: Moves
  readonly #presses = new Map<number, Press>()
  readonly #grounds: Readonly<Record<Side, Ground>> = { one: new Ground(), near: new Ground(), far: new Ground() }

  constructor(moves: Moves) {
    this.#moves = moves
  }

  /** Whether a pinch is under way, which the browser must not take for its own. */
  get isPinching(): boolean {
    return Object.values(this.#grounds).some((ground) => ground.size > 1)
  }

  press(press: Press): void {
    const { pointer, at, person, side } = press
    const ground = this.#grounds[side]
    const partner = this.#partnerOf(press)
    this.#presses.set(pointer, press)
    if (partner !== null) {
      this.#moves.cancel(partner.pointer)
      if (!ground.has(partner.pointer)) ground.press(partner.pointer, partner.at)
    }
    if (partner !== null || person === null) ground.press(pointer, at)
    else if (!this.#moves.press(pointer, person, at, side)) this.#presses.delete(pointer)
  }

  /** What the ground does; null where it stays, also because this finger carries somebody. */
  move(pointer: number, at: Point): GroundStep | null {
    const press = this.#presses.get(pointer)
    if (press === undefined) return null
    this.#moves.move(pointer, at)
    const step = this.#grounds[press.side].move(pointer, at)
    return this.#somebodyMoves() ? null : step
  }

  /** What lifting this finger means; null where it means nothing. */
  release(pointer: number, at: Point): Lifted | null {
    const press = this.#presses.get(pointer)
    if (press === undefined) return null
    this.#presses.delete(pointer)
    const ground = this.#grounds[press.side]
    if (!ground.has(pointer)) return this.#moves.release(pointer, at)
    return ground.release(pointer, at) ? { kind: 'tap on ground', side: press.side, at } : null
  }

  cancel(pointer: number): void {
    const press = this.#presses.get(pointer)
    if (press === undefined) return
    this.#presses.delete(pointer)
    this.#moves.cancel(pointer)
    this.#grounds[press.side].cancel(pointer)
  }

  #somebodyMoves(): boolean {
    return [...this.#moves.all.peek().values()].some((drag) => drag.moving)
  }

  /** The other finger of a hand that has just come down, and has not begun anything yet. */
  #partnerOf(press: Press): Press | null {
    for (const other of this.#presses.values()) {
      const within_ms = press.person !== null && other.person !== null ? BOTH_ON_SOMEONE_MS : ONE_ON_GROUND_MS
      const isNear = Math.hypot(press.at.x - other.at.x, press.at.y - other.at.y) <= HAND_PX
      const isYoung = press.at_ms - other.at_ms <= within_ms && this.#isStill(other)
      if (other.side === press.side && isNear && isYoung) return other
    }
    return null
  }

  #isStill({ pointer, side }: Press): boolean {
    const drag = this.#moves.all.peek().get(pointer)
    return drag === undefined ? this.#grounds[side].has(pointer) : !drag.moving
  }
}
