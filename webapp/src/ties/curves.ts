/**
 * How a tie runs on the map: a gentle curve from mark to mark, round others where it can, with a gap wherever a name stands.
 * Lengths are pixels. Pure.
 */

import type { Point } from '../map/geometry.ts'
import { type Box, meet } from '../map/labels.ts'

/** How far a curve bows, as shares of its length; first the way towards the middle. The first that passes nobody is drawn. */
const BOWS = [0.08, -0.08, 0.2, -0.2, 0.34, -0.34] as const
const STEP = 5
const LOOKS = 14
/** Clear space beside a mark. */
const CLEAR = 3

export interface Ends {
  readonly from: Point
  readonly to: Point
}

export interface Ground {
  readonly middle: Point
  /** The radius of a mark. */
  readonly mark: number
  /** A line that ran into one and out of it again would seem to be two ties of theirs: it goes round where it can. */
  readonly marks: readonly Box[]
  /** Names and words: a line breaks off before them. */
  readonly names: readonly Box[]
}

/** The `d` of a path; '' where all of it lies under names. */
export function runOf({ from, to }: Ends, { middle, mark, marks, names }: Ground): string {
  const others = marks.filter((box) => !isRound(box, from) && !isRound(box, to))
  const bend = clearest(from, to, middle, others)
  const length = Math.hypot(bend.x - from.x, bend.y - from.y) + Math.hypot(to.x - bend.x, to.y - bend.y)
  const steps = Math.max(2, Math.ceil(length / STEP))
  const reach = roundAll([from, bend, to])
  const near = [...names, ...others].filter((box) => meet(box, reach))
  const parts: string[] = []
  let isDown = false
  for (let step = 0; step <= steps; step++) {
    const point = along(step / steps, from, bend, to)
    const isFree = isOutside(point, from, mark) && isOutside(point, to, mark) && !near.some((box) => isIn(point, box))
    if (isFree) parts.push(`${isDown ? 'L' : 'M'}${round(point.x)} ${round(point.y)}`)
    isDown = isFree
  }
  return parts.filter((part, at) => part.startsWith('L') || parts[at + 1]?.startsWith('L')).join('')
}

/** The point that the curve bows towards: so that it passes through as few others as can be. */
function clearest(from: Point, to: Point, middle: Point, others: readonly Box[]): Point {
  const half = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const side = { x: from.y - to.y, y: to.x - from.x }
  const inwards = side.x * (middle.x - half.x) + side.y * (middle.y - half.y) < 0 ? -1 : 1
  let best = { bend: half, hits: Number.POSITIVE_INFINITY }
  for (const bow of BOWS) {
    // A curve reaches half as far as the point that it bows towards.
    const bend = { x: half.x + 2 * bow * inwards * side.x, y: half.y + 2 * bow * inwards * side.y }
    const reach = roundAll([from, bend, to])
    const near = others.filter((box) => meet(box, reach))
    const hits = near.filter((box) => isPassed(box, from, bend, to)).length
    if (hits < best.hits) best = { bend, hits }
    if (hits === 0) break
  }
  return best.bend
}

function isPassed(box: Box, from: Point, bend: Point, to: Point): boolean {
  for (let look = 1; look < LOOKS; look++) if (isIn(along(look / LOOKS, from, bend, to), box)) return true
  return false
}

function along(share: number, from: Point, bend: Point, to: Point): Point {
  const rest = 1 - share
  const at = (a: number, b: number, c: number) => rest * rest * a + 2 * rest * share * b + share * share * c
  return { x: at(from.x, bend.x, to.x), y: at(from.y, bend.y, to.y) }
}

/** A curve stays within the box round its three points. */
function roundAll(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

function isOutside(point: Point, mark: Point, radius: number): boolean {
  return Math.hypot(point.x - mark.x, point.y - mark.y) > radius + CLEAR
}

/** The box of the mark where the tie begins or ends: it is kept clear of as a circle. */
function isRound(box: Box, spot: Point): boolean {
  return (box.left + box.right) / 2 === spot.x && (box.top + box.bottom) / 2 === spot.y
}

function isIn({ x, y }: Point, box: Box): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
