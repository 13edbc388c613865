/** Pointers on the map and beside it: the rules of fingers.ts joined to the screen. One set of listeners hears them all. */

import { signal } from '@preact/signals'
import type { Ring } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { isTying, tapToTie } from '../ties/tying.ts'
import { words } from '../words/en.ts'
import { lifted, lookingBack } from '../working/attention.ts'
import { board } from './board.ts'
import { Fingers, type Lifted } from './fingers.ts'
import type { Point } from './geometry.ts'
import { fromXY } from './geometry.ts'
import { moves } from './hands.ts'
import { personById, putPerson } from './placing.ts'
import { canvas, drift, follow, isIn, lookAt, onCanvas, settle, shownZoom } from './sight.ts'
import { handOf, otherHalf, pickAt, pickedAt, type Side, seats, sideAt } from './table.ts'
import { pickedWords } from './told-of-person.ts'

const LOOK_MS = 150
/** A click so soon after a finger was lifted, and so near, is that finger's own; another hand may tap elsewhere meanwhile. */
const ECHO_MS = 700
const ECHO_PX = 24
const WHEEL_STEP = 0.0025

/** What lies under the fingers that drag: lit, so that it is plain where each would drop. */
export const over = signal<readonly Ring[]>([])

const fingers = new Fingers(moves)
let lastLift: { readonly at_ms: number; readonly at: Point } | null = null
/** A finger was lifted whose doing is done. */
let isDone = false

/** A tap: picks up; once more, opens. At an earlier moment it opens at once. At the table it picks up and lets go. */
export function pick(id: string, from: Side = 'one'): void {
  const half = from === 'one' && seats.peek() !== null ? 'near' : from
  if (half !== 'one') {
    const letsGo = pickedAt.peek()[half] === id
    pickAt(half, letsGo ? '' : id)
    if (!letsGo) sayPicked(id)
    return
  }
  if (isTying.peek()) return tapToTie(id)
  const already = lookingBack.value !== null || (lifted.value?.kind === 'person' && lifted.value.id === id)
  if (already) board.peek().open(id)
  else {
    lifted.value = { kind: 'person', id }
    sayPicked(id)
  }
}

function sayPicked(id: string): void {
  const person = personById(id)
  if (person !== undefined) announce(pickedWords(person))
}

/** Whether a click only repeats what a finger has already done; clicks of a screen reader come alone. */
export function isEcho(event: MouseEvent): boolean {
  if (event.detail === 0 || lastLift === null || performance.now() - lastLift.at_ms >= ECHO_MS) return false
  return Math.hypot(event.clientX - lastLift.at.x, event.clientY - lastLift.at.y) < ECHO_PX
}

/** Hears every pointer in this part of the page. Gives back how to stop. */
export function listenTo(part: HTMLElement): () => void {
  const ears: readonly [string, (event: Event) => void, AddEventListenerOptions?][] = [
    ['pointerdown', asPointer((event) => press(event, part))],
    ['pointermove', asPointer((event) => move(event.pointerId, toPoint(event)))],
    ['pointerup', asPointer(release)],
    ['pointercancel', asPointer(({ pointerId }) => cancel(pointerId))],
    ['lostpointercapture', asPointer(({ pointerId }) => cancel(pointerId))],
    ['touchmove', holdStill, { passive: false }],
    ['touchend', keepClick, { passive: false }],
    ['wheel', turnWheel, { passive: false }],
  ]
  for (const [name, hear, options] of ears) part.addEventListener(name, hear, options)
  return () => {
    for (const [name, hear, options] of ears) part.removeEventListener(name, hear, options)
  }
}

function press(event: PointerEvent, part: HTMLElement): void {
  const { target } = event
  if (event.button !== 0 || !(target instanceof Element)) return
  const hold = target.closest('[data-hold]')
  const isGround = target.closest('.app-map__canvas') !== null || isTray(target)
  if (hold === null && !isGround) return
  leaveCaret()
  const middle = part.getBoundingClientRect()
  fingers.press({
    pointer: event.pointerId,
    at: toPoint(event),
    at_ms: event.timeStamp,
    // Who ties, taps: a hand that is not steady moves nobody.
    person: lookingBack.value === null && !isTying.peek() ? (hold?.getAttribute('data-hold') ?? null) : null,
    side: sideAt(event.clientY, middle.top + middle.height / 2),
  })
  part.setPointerCapture(event.pointerId)
}

/**
 * A field that is gone leaves the caret where it stood, and while anything moves the browser looks at every frame for the place
 * that it has now, past everybody on the map. Whoever is writing keeps theirs.
 */
function leaveCaret(): void {
  const selection = getSelection()
  const isWriting = document.activeElement?.matches('input, textarea') === true
  if (selection?.isCollapsed === true && !isWriting) selection.removeAllRanges()
}

function isTray(target: Element): boolean {
  return target.closest('[data-drop]') !== null && target.closest('button') === null
}

function move(pointer: number, at: Point): void {
  const step = fingers.move(pointer, at)
  if (!isDrifting && shownZoom.peek() > 1) driftOn()
  if (step === null) return
  forget()
  follow(step)
}

let isDrifting = false

/** Frame by frame for as long as somebody is carried. */
function driftOn(): void {
  const carried = [...moves.all.peek().values()].filter((drag) => drag.moving)
  const { shown } = look()
  isDrifting = carried.length > 0 && shown !== null
  if (!isDrifting || shown === null) return
  for (const { at } of carried) {
    const { x, y } = drift(at, shown)
    if (x === 0 && y === 0) continue
    canvas.svg?.parentElement?.scrollBy(x, y)
    forget()
  }
  requestAnimationFrame(driftOn)
}

function release(event: PointerEvent): void {
  const meant = fingers.release(event.pointerId, toPoint(event))
  if (!fingers.isPinching) settle()
  if (meant === null) return
  lastLift = { at_ms: performance.now(), at: toPoint(event) }
  isDone = event.pointerType === 'touch'
  forget()
  doAs(meant, toPoint(event))
}

function cancel(pointer: number): void {
  fingers.cancel(pointer)
  if (!fingers.isPinching) settle()
}

function doAs(meant: Lifted, at: Point): void {
  if (meant.kind === 'drop') drop(meant.drag.person, at, meant.drag.side)
  else if (meant.kind === 'tap') {
    document.querySelector<SVGElement>(`[data-person="${CSS.escape(meant.person)}"]`)?.focus({ preventScroll: true })
    pick(meant.person, meant.side)
  } else if (lookingBack.value !== null || isTying.peek()) {
    const id = document.elementFromPoint(at.x, at.y)?.closest('[data-hold]')?.getAttribute('data-hold')
    if (id) pick(id)
  } else putDown(at, meant.side)
}

/** A tap on a ring or a tray puts down whom this side has picked up; at the table whom the other has, in their name. */
function putDown(at: Point, side: Side): void {
  const place = placeAt(at)
  if (side === 'one') {
    const focus = lifted.value
    if (focus?.kind === 'person' && place !== null) putPerson(focus.id, place.ring, place.angle)
    else lifted.value = null
    return
  }
  const half = pickedAt.peek()[side] === '' ? otherHalf(side) : side
  const id = pickedAt.peek()[half]
  if (id !== '' && place !== null) putPerson(id, place.ring, place.angle, handOf(half))
  pickAt(half, '')
}

/** Some browsers pass over `touch-action` inside a drawing: while a finger holds someone, or pinches, the page stays still. */
function holdStill(event: Event): void {
  if ((moves.all.peek().size > 0 || fingers.isPinching) && event.cancelable) event.preventDefault()
}

/** The browser's own click would come now, and hit what the tap has just brought under the finger. */
function keepClick(event: Event): void {
  if (isDone && event.cancelable) event.preventDefault()
  isDone = false
}

/** As browsers do it: with Ctrl the wheel looks closer, and so does a pinch on a trackpad. */
function turnWheel(event: Event): void {
  if (!(event instanceof WheelEvent) || !event.ctrlKey) return
  if (!(event.target instanceof Element) || event.target.closest('.app-map__canvas') === null) return
  event.preventDefault()
  forget()
  lookAt(shownZoom.peek() * Math.exp(-event.deltaY * WHEEL_STEP), toPoint(event))
}

/** The place under a point of the window: the tray and "back in touch" before the rings; null elsewhere. */
export function placeAt(point: Point): { readonly ring: Ring; readonly angle: number } | null {
  const { trays, shown } = look()
  const tray = trays.find(({ box }) => isIn(point, box))
  if (tray !== undefined) return { ring: tray.ring, angle: 0 }
  const { circle } = canvas
  // A map looked at closely reaches under what lies beside it.
  if (circle === null || shown === null || !isIn(point, shown)) return null
  return fromXY(inDrawing(point), circle)
}

/** From the window to the rings' own drawing. */
export function inDrawing(point: Point): Point {
  return onCanvas(point, look().drawing)
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
function forget(): void {
  lastLook = null
}

function drop(id: string, at: Point, side: Side): void {
  const place = placeAt(at)
  if (place === null) announce(words.map.stayed(personById(id)?.name ?? ''))
  else putPerson(id, place.ring, place.angle, handOf(side))
}

function toPoint(event: { readonly clientX: number; readonly clientY: number }): Point {
  return { x: event.clientX, y: event.clientY }
}

function asPointer(hear: (event: PointerEvent) => void): (event: Event) => void {
  return (event) => {
    if (event instanceof PointerEvent) hear(event)
  }
}
