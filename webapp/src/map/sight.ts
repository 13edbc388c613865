/**
 * Looking closer and moving about, on the screen. While fingers pinch, the drawing is only stretched; it is laid out anew
 * once they are gone, with the same place of the map under them. Nothing here goes through Preact while a finger moves.
 */

import { signal } from '@preact/signals'
import type { Circle, Point } from './geometry.ts'
import type { GroundStep } from './ground.ts'
import { fromUnits, toUnits } from './hands.ts'

export const LEAST_ZOOM = 1
export const MOST_ZOOM = 4

/** What was asked for; null while the map decides. */
export const chosenZoom = signal<number | null>(null)

/** What is shown. */
export const shownZoom = signal(1)

/** Whether the names are left out of what is shown, and come with a closer look. */
export const awaitsCloserLook = signal(false)

/** The rings on the screen just now; null while they are not shown. */
export const canvas: { svg: SVGSVGElement | null; circle: Circle | null } = { svg: null, circle: null }

/** A place of the map, in radii from its middle, that belongs under a point of the window. */
interface Anchor {
  readonly units: Point
  readonly at: Point
}

let anchor: Anchor | null = null
/** What was in the middle of what is in sight, in radii from the map's own middle. */
let middle: Point = { x: 0, y: 0 }
let stretch = { by: 1, x: 0, y: 0 }

/** One step of a pan or a pinch. */
export function follow({ from, to, by }: GroundStep): void {
  const { svg } = canvas
  const box = svg?.parentElement
  if (!svg || !box || !isIn(from, box.getBoundingClientRect())) return
  if (by === 1 && stretch.by === 1) {
    box.scrollBy(from.x - to.x, from.y - to.y)
    return
  }
  const corner = cornerOf(svg)
  const zoom = shownZoom.peek() * stretch.by
  const held = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom * by)) / zoom
  stretch = {
    by: stretch.by * held,
    x: to.x - corner.x + held * (corner.x + stretch.x - from.x),
    y: to.y - corner.y + held * (corner.y + stretch.y - from.y),
  }
  svg.style.transform = `translate(${stretch.x}px, ${stretch.y}px) scale(${stretch.by})`
  anchor = anchorAt(to)
}

/** The fingers are gone: what they stretched is laid out in its new size. */
export function settle(): void {
  if (stretch.by === 1) return
  const zoom = Math.round(shownZoom.peek() * stretch.by * 100) / 100
  if (zoom === shownZoom.peek()) restore()
  else chosenZoom.value = zoom
}

/** Looks so close, about a point of the window; about the middle of what is in sight where none is given. */
export function lookAt(zoom: number, about?: Point): void {
  const box = canvas.svg?.parentElement?.getBoundingClientRect()
  if (box !== undefined) {
    anchor = anchorAt(about ?? { x: box.left + box.width / 2, y: box.top + box.height / 2 })
  }
  chosenZoom.value = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom))
}

/** After the drawing was laid out: the same place lies under the same point, or in the middle. */
export function restore(): void {
  const { svg, circle } = canvas
  const box = svg?.parentElement
  if (!svg || !box || circle === null) return
  svg.style.transform = ''
  stretch = { by: 1, x: 0, y: 0 }
  const frame = box.getBoundingClientRect()
  const { units, at } = anchor ?? {
    units: middle,
    at: { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 },
  }
  const spot = fromUnits(units, circle)
  box.scrollTo(spot.x - (at.x - frame.left), spot.y - (at.y - frame.top))
  anchor = null
}

/** The map was moved about. */
export function scrolled(box: Element): void {
  if (canvas.circle === null || stretch.by !== 1) return
  const at = { x: box.scrollLeft + box.clientWidth / 2, y: box.scrollTop + box.clientHeight / 2 }
  middle = toUnits(at, canvas.circle)
}

/** The map in this box is gone from the screen: the next one begins in its middle, unless it is there already. */
export function lookAway(box: Element | null): void {
  if (canvas.svg !== null && canvas.svg.parentElement !== box) return
  Object.assign(canvas, { svg: null, circle: null })
  middle = { x: 0, y: 0 }
  anchor = null
  stretch = { by: 1, x: 0, y: 0 }
}

/** Moves what is in sight just so far that nothing hides this spot of the drawing. */
export function bringIntoSight(spot: Point, room: number): void {
  const box = canvas.svg?.parentElement
  if (!box) return
  const over = (at: number, from: number, length: number) =>
    Math.min(0, at - room - from) + Math.max(0, at + room - from - length)
  box.scrollBy(over(spot.x, box.scrollLeft, box.clientWidth), over(spot.y, box.scrollTop, box.clientHeight))
}

/** Whoever is carried to an edge of a map looked at closely takes it along: how far it moves in one frame. */
export function drift(at: Point, shown: DOMRect): Point {
  const push = (where: number, from: number, to: number) => {
    if (where < from || where > to) return 0
    return Math.round((Math.max(0, where - to + EDGE_PX) - Math.max(0, from + EDGE_PX - where)) * PULL)
  }
  return { x: push(at.x, shown.left, shown.right), y: push(at.y, shown.top, shown.bottom) }
}

const EDGE_PX = 44
const PULL = 0.2

/** From the window to the rings' own drawing, stretched or not. */
export function onCanvas(point: Point, drawing: DOMRect | null): Point {
  return {
    x: (point.x - (drawing?.left ?? 0)) / stretch.by,
    y: (point.y - (drawing?.top ?? 0)) / stretch.by,
  }
}

export function isIn(point: Point, box: DOMRect): boolean {
  return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom
}

function anchorAt(at: Point): Anchor | null {
  const { svg, circle } = canvas
  return svg && circle ? { units: toUnits(onCanvas(at, svg.getBoundingClientRect()), circle), at } : null
}

/** Where the drawing's corner would be if nothing were stretched. */
function cornerOf(svg: SVGSVGElement): Point {
  const { left, top } = svg.getBoundingClientRect()
  return { x: left - stretch.x, y: top - stretch.y }
}
