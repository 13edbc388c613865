/**
 * Where a ring and an angle are on the screen, and back. The ring is what was said (D10); x and y are drawing only.
 * Angles are tenths of a degree clockwise from the top, 0 to 3599. Lengths are pixels unless a name says otherwise.
 */

export const RINGS = ['closest', 'close', 'life'] as const
export type RingName = (typeof RINGS)[number]

export interface Point {
  readonly x: number
  readonly y: number
}

/** The whole map: its middle and the radius of the outermost ring. */
export interface Circle {
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface Polar {
  readonly ring: RingName
  readonly angle: number
}

export interface Band {
  readonly inner: number
  readonly outer: number
}

export const FULL_TURN = 3600

/** Where each ring ends, as a share of the radius. The inner ring is wide: it is the one that people care about most. */
const EDGE = { closest: 0.43, close: 0.73, life: 1 } as const

/** A little outside the last line is still "in my life": a finger is not a pen. */
const REACH = 1.14

/** The radius at which `ring` ends. */
export function edgeOf(ring: RingName, circle: Circle): number {
  return EDGE[ring] * circle.radius
}

/** The radius of the filled circle in the middle, with the owner's name. */
export function middleRadius(circle: Circle): number {
  return Math.max(20, Math.min(38, circle.radius * 0.125))
}

/** Between which radii the centre of a mark of radius `mark` may lie. */
export function bandOf(ring: RingName, circle: Circle, mark: number): Band {
  const lean = mark * 0.6
  const start = ring === 'closest' ? middleRadius(circle) + mark + 4 : edgeOf(inside(ring), circle) + lean
  const end = edgeOf(ring, circle) - (ring === 'life' ? mark * 0.7 : lean)
  return start <= end ? { inner: start, outer: end } : { inner: start, outer: start }
}

/** The centre of someone who stands alone on `ring` at `angle`. */
export function toXY(ring: RingName, angle: number, circle: Circle, mark = 0): Point {
  const band = bandOf(ring, circle, mark)
  return along(angle, (band.inner + band.outer) / 2, circle)
}

export function along(angle: number, distance: number, from: Point): Point {
  const turn = (angle / FULL_TURN) * 2 * Math.PI
  return { x: from.x + distance * Math.sin(turn), y: from.y - distance * Math.cos(turn) }
}

/** The ring and angle under a point, or null well outside the map. */
export function fromXY(point: Point, circle: Circle): Polar | null {
  const ring = ringAt(distanceOf(point, circle), circle)
  return ring === null ? null : { ring, angle: angleOf(point, circle) }
}

/** The ring at this distance from the middle, or null well outside. */
export function ringAt(distance: number, circle: Circle): RingName | null {
  if (distance > circle.radius * REACH) return null
  return RINGS.find((ring) => distance <= edgeOf(ring, circle)) ?? 'life'
}

/** Between two points. Asked a hundred thousand times for one picture, and `Math.hypot` takes ten times as long. */
export function distanceOf(point: Point, other: Point): number {
  const x = point.x - other.x
  const y = point.y - other.y
  return Math.sqrt(x * x + y * y)
}

/** The direction of a point from the middle. The middle itself counts as the top. */
export function angleOf(point: Point, circle: Circle): number {
  const turn = Math.atan2(point.x - circle.x, circle.y - point.y)
  return normal(Math.round((turn / (2 * Math.PI)) * FULL_TURN))
}

/** The same direction as 0 to 3599. */
export function normal(angle: number): number {
  return ((angle % FULL_TURN) + FULL_TURN) % FULL_TURN
}

/** The next ring towards the middle or away from it; null at the end. */
export function nextRing(ring: RingName, step: 'closer' | 'further'): RingName | null {
  return RINGS[RINGS.indexOf(ring) + (step === 'closer' ? -1 : 1)] ?? null
}

/**
 * A direction in the widest gap between `taken`, for whoever is added without one. Of gaps that are about as wide, the one on
 * the side with fewest, so that a map fills evenly all round.
 */
export function freeAngle(taken: readonly number[]): number {
  if (taken.length === 0) return 450
  const sorted = [...taken].sort((a, b) => a - b)
  const gaps = sorted.map((angle, i) => ({
    width: (sorted[i + 1] ?? (sorted[0] ?? 0) + FULL_TURN) - angle,
    angle,
  }))
  const wide = Math.max(...gaps.map(({ width }) => width)) * ALIKE
  let best = { crowd: Number.POSITIVE_INFINITY, angle: 0 }
  for (const { width, angle } of gaps) {
    if (width < wide) continue
    const middle = normal(Math.round(angle + width / 2))
    const crowd = crowdOn(middle, sorted)
    if (crowd < best.crowd - LEAST_CROWD) best = { crowd, angle: middle }
  }
  return best.angle
}

/** A gap is as wide as the widest from this share of it on. */
const ALIKE = 0.9
/** Sums of cosines differ by less than this through rounding alone. */
const LEAST_CROWD = 1e-6

/** How many stand on this side rather than opposite: everybody counts by the cosine of the angle between. */
function crowdOn(angle: number, taken: readonly number[]): number {
  return taken.reduce((sum, other) => sum + Math.cos(((other - angle) / FULL_TURN) * 2 * Math.PI), 0)
}

function inside(ring: RingName): RingName {
  return nextRing(ring, 'closer') ?? ring
}
