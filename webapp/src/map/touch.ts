/** Pointers on a person, wherever the person is drawn: the rules of move.ts joined to the screen. */

import { signal } from '@preact/signals'
import type { TargetedPointerEvent } from 'preact'
import type { Ring } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { lifted, lookingBack, opened } from '../working/attention.ts'
import type { Circle, Point } from './geometry.ts'
import { fromXY } from './geometry.ts'
import { moves } from './hands.ts'
import { personById, putPerson } from './placing.ts'

/** The rings on the screen just now: where they begin, and their circle. Null while the map is not shown. */
export const canvas: { svg: SVGSVGElement | null; circle: Circle | null } = { svg: null, circle: null }

const LOOK_MS = 150

/** What lies under the finger that drags: lit, so that it is plain where it would drop. */
export const over = signal<Ring | null>(null)

/** A tap or a click: picks up; once more, opens. At an earlier moment it opens at once. */
export function pick(id: string): void {
  if (endedDrag()) return
  const already = lookingBack.value !== null || (lifted.value?.kind === 'person' && lifted.value.id === id)
  if (already) opened.value = { kind: 'person', id }
  else {
    lifted.value = { kind: 'person', id }
    announce(words.map.chosen(personById(id)?.name ?? ''))
  }
}

let justDragged = false

/** True for the click that follows the end of a drag: it is not a tap. */
export function endedDrag(): boolean {
  const answer = justDragged
  justDragged = false
  return answer
}

export function holdHandlers(id: string) {
  return {
    onPointerDown(event: TargetedPointerEvent<Element>) {
      if (event.button !== 0 || lookingBack.value !== null) return
      justDragged = false
      if (moves.press(event.pointerId, id, toPoint(event))) event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: TargetedPointerEvent<Element>) {
      moves.move(event.pointerId, toPoint(event))
    },
    onPointerUp(event: TargetedPointerEvent<Element>) {
      const release = moves.release(event.pointerId, toPoint(event))
      if (release?.kind !== 'drop') return
      justDragged = true
      setTimeout(endedDrag, 60) // where the browser sends no click after a captured pointer
      drop(release.drag.person, release.drag.at)
    },
    onPointerCancel(event: TargetedPointerEvent<Element>) {
      moves.cancel(event.pointerId)
    },
    onLostPointerCapture(event: TargetedPointerEvent<Element>) {
      moves.cancel(event.pointerId)
    },
  }
}

/** Some browsers pass over `touch-action` inside a drawing: while a finger holds someone, the page stays still. */
export function holdStill(event: TouchEvent): void {
  if (moves.all.peek().size > 0 && event.cancelable) event.preventDefault()
}

/** The place under a point of the window: the tray and "back in touch" before the rings; null elsewhere. */
export function placeAt(point: Point): { readonly ring: Ring; readonly angle: number } | null {
  const { trays, shown } = look()
  const tray = trays.find(({ box }) => isIn(point, box))
  if (tray !== undefined) return { ring: tray.ring, angle: 0 }
  const { circle } = canvas
  // A map looked at closely reaches under what lies beside it.
  if (circle === null || shown === null || !isIn(point, shown)) return null
  return fromXY(onCanvas(point), circle)
}

/** From the window to the rings' own drawing. */
export function onCanvas(point: Point): Point {
  const { drawing } = look()
  return { x: point.x - (drawing?.left ?? 0), y: point.y - (drawing?.top ?? 0) }
}

interface Look {
  readonly at_ms: number
  readonly drawing: DOMRect | null
  readonly shown: DOMRect | null
  readonly trays: readonly { readonly ring: 'tray' | 'past'; readonly box: DOMRect }[]
}

let lastLook: Look | null = null

/** Where things are. Asking the browser at every move of a finger would cost frames. */
function look(): Look {
  const now_ms = performance.now()
  if (lastLook !== null && now_ms - lastLook.at_ms < LOOK_MS) return lastLook
  lastLook = {
    at_ms: now_ms,
    drawing: canvas.svg?.getBoundingClientRect() ?? null,
    shown: canvas.svg?.parentElement?.getBoundingClientRect() ?? null,
    trays: [...document.querySelectorAll<HTMLElement>('[data-drop]')].map((zone) => ({
      ring: zone.dataset['drop'] === 'past' ? 'past' : 'tray',
      box: zone.getBoundingClientRect(),
    })),
  }
  return lastLook
}

/** Looks anew next time: something has moved. */
export function forget(): void {
  lastLook = null
}

function isIn(point: Point, box: DOMRect): boolean {
  return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom
}

function drop(id: string, at: Point): void {
  forget()
  const place = placeAt(at)
  if (place === null) announce(words.map.stayed(personById(id)?.name ?? ''))
  else putPerson(id, place.ring, place.angle)
}

function toPoint(event: { readonly clientX: number; readonly clientY: number }): Point {
  return { x: event.clientX, y: event.clientY }
}
