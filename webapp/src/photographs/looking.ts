/** How close a photograph is looked at, and which part of it: by fingers, keys and buttons. Pure. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** `zoom` 1 is all of it. The window's corner is at `x` and `y` of the photograph as it is drawn. */
export interface Look extends Point {
  readonly zoom: number
}

export const WHOLE: Look = { zoom: 1, x: 0, y: 0 }
export const LEAST = 1
export const MOST = 6
const STEP = 1.5

export type Way = 'closer' | 'more' | 'whole'

/** One step closer or further, with `around` (in the window) staying where it is. */
export function stepped(look: Look, way: Way, around: Point): Look {
  if (way === 'whole') return WHOLE
  return zoomed(look, way === 'closer' ? look.zoom * STEP : look.zoom / STEP, around)
}

/** So close, with `around` (in the window) staying where it is. */
export function zoomed(look: Look, zoom: number, around: Point): Look {
  const bounded = Math.min(MOST, Math.max(LEAST, zoom))
  const share = bounded / look.zoom
  return { zoom: bounded, x: (look.x + around.x) * share - around.x, y: (look.y + around.y) * share - around.y }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** How large all of a photograph is drawn in a window, at zoom 1. */
export function drawnIn(window: Size, photograph: Size): Size {
  const share = Math.min(window.width / photograph.width, window.height / photograph.height)
  return { width: photograph.width * share, height: photograph.height * share }
}

/** Nothing but the photograph in the window, or, where that is smaller, the photograph in its middle. */
export function within(look: Look, window: Size, drawn: Size): Look {
  const along = (at: number, room: number, length: number): number =>
    length <= room ? (length - room) / 2 : Math.min(Math.max(at, 0), length - room)
  const { zoom } = look
  const x = along(look.x, window.width, drawn.width * zoom)
  return { zoom, x, y: along(look.y, window.height, drawn.height * zoom) }
}

/** Moved with a finger by so much. */
export function moved(look: Look, by: Point): Look {
  return { ...look, x: look.x - by.x, y: look.y - by.y }
}

/** Two fingers that were at `before` are at `after`: what was under them stays under them. */
export function pinched(look: Look, before: readonly [Point, Point], after: readonly [Point, Point]): Look {
  const [from, to] = [middle(before), middle(after)]
  const spread = Math.max(1, apart(before))
  return zoomed(moved(look, { x: to.x - from.x, y: to.y - from.y }), (look.zoom * apart(after)) / spread, to)
}

const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const apart = ([a, b]: readonly [Point, Point]): number => Math.hypot(a.x - b.x, a.y - b.y)
