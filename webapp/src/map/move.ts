/**
 * Fingers on the map. Each pointer is its own (two people may drag at once); the first 5 px are still a tap;
 * a cancelled pointer moves no one; nothing is written until the finger lifts. Pure: the screen passes points in.
 */

import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Point } from './geometry.ts'
import type { Side } from './table.ts'

export interface Drag {
  readonly pointer: number
  readonly person: string
  /** Whose half of the screen the finger came down in: theirs is the hand. */
  readonly side: Side
  readonly from: Point
  readonly at: Point
  /** False while it may still be a tap. */
  readonly moving: boolean
}

export type Release =
  | { readonly kind: 'tap'; readonly person: string; readonly side: Side }
  | { readonly kind: 'drop'; readonly drag: Drag }

const TAP_PX = 5

/** Whether a finger has gone so far that it is no tap any more. */
export function isFar(from: Point, to: Point): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= TAP_PX
}

export class Moves {
  readonly #drags = signal<ReadonlyMap<number, Drag>>(new Map())

  /** Every finger that holds someone, also those that may still be taps. */
  get all(): ReadonlySignal<ReadonlyMap<number, Drag>> {
    return this.#drags
  }

  /** True when this pointer now holds `person`; false when another already does, or it holds someone else. */
  press(pointer: number, person: string, at: Point, side: Side = 'one'): boolean {
    const held = [...this.#drags.value.values()]
    if (held.some((drag) => drag.pointer === pointer || drag.person === person)) return false
    this.#set({ pointer, person, side, from: at, at, moving: false })
    return true
  }

  move(pointer: number, at: Point): void {
    const drag = this.#drags.value.get(pointer)
    if (drag === undefined) return
    this.#set({ ...drag, at, moving: drag.moving || isFar(drag.from, at) })
  }

  /** What lifting this pointer means; null for a pointer that holds no one. */
  release(pointer: number, at: Point): Release | null {
    this.move(pointer, at)
    const drag = this.#drags.value.get(pointer)
    if (drag === undefined) return null
    this.cancel(pointer)
    return drag.moving ? { kind: 'drop', drag } : { kind: 'tap', person: drag.person, side: drag.side }
  }

  /** Lets go without moving anyone: the system took the pointer, or the person is gone. */
  cancel(pointer: number): void {
    if (!this.#drags.value.has(pointer)) return
    const rest = new Map(this.#drags.value)
    rest.delete(pointer)
    this.#drags.value = rest
  }

  cancelAll(): void {
    if (this.#drags.value.size > 0) this.#drags.value = new Map()
  }

  #set(drag: Drag): void {
    this.#drags.value = new Map(this.#drags.value).set(drag.pointer, drag)
  }
}

/** Calls `show` with the drags under way, and once with none when the last ends. Returns how to stop. */
export function watchDrags(moves: Moves, show: (drags: readonly Drag[]) => void): () => void {
  let shown = 0
  return effect(() => {
    const moving = [...moves.all.value.values()].filter((drag) => drag.moving)
    if (moving.length > 0 || shown > 0) show(moving)
    shown = moving.length
  })
}
