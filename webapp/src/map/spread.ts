/**
 * Room for everyone: people who would lie on top of each other are drawn a little apart, within their own ring.
 * Only the drawing moves; nothing here is kept. The same people on the same size of screen always land the same way.
 */

import {
  along,
  angleOf,
  type Band,
  bandOf,
  type Circle,
  distanceOf,
  FULL_TURN,
  type Point,
  type RingName,
  toXY,
} from './geometry.ts'
import type { Box } from './labels.ts'

export interface Standing {
  readonly id: string
  readonly ring: RingName
  readonly angle: number
  /** How much room the mark with its name wants, in pixels. */
  readonly width: number
  readonly height: number
}

interface Body {
  readonly standing: Standing
  readonly home: Point
  readonly band: Band
  x: number
  y: number
}

/** Rounds in which names ask for room, and then rounds in which only the marks themselves insist. */
const NAMED_ROUNDS = 45
const BARE_ROUNDS = 45
/** The steps along a ring in which room is looked for, in tenths of a degree. */
const TURN = 10
/** Between the edges of two marks. */
const GAP_PX = 2

/**
 * The centre of each mark, by id. `mark` is its radius; the name hangs below it. Nobody stays under what lies over the map
 * in `covered`, where their ring has room elsewhere: they are drawn further along it.
 */
export function spread(
  people: readonly Standing[],
  circle: Circle,
  mark: number,
  covered: readonly Box[] = [],
): Map<string, Point> {
  const bodies = [...people]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((standing) => {
      const home = toXY(standing.ring, standing.angle, circle, mark)
      return { standing, home, band: bandOf(standing.ring, circle, mark), x: home.x, y: home.y }
    })
  const byX = [...bodies]
  for (const named of [true, false]) {
    for (let round = named ? NAMED_ROUNDS : BARE_ROUNDS; round > 0; round -= 1) {
      let moved = partAll(byX, mark, named)
      for (const body of bodies) {
        hold(body, circle, named)
        if (covered.length > 0 && uncover(body, covered, circle, mark, named)) moved = true
      }
      if (!moved) break
    }
  }
  return new Map(bodies.map((body) => [body.standing.id, { x: body.x, y: body.y }]))
}

/**
 * Pushes every overlapping pair apart; true when any was. `byX` is put in order, from which it has hardly strayed since the round
 * before, so that far pairs are never looked at.
 */
function partAll(byX: Body[], mark: number, named: boolean): boolean {
  byX.sort((a, b) => a.x - b.x)
  const room = 2 * mark + GAP_PX
  const widest = named ? byX.reduce((most, { standing }) => Math.max(most, standing.width), 0) : room
  let moved = false
  for (let i = 0; i < byX.length; i += 1) {
    const one = byX[i]
    for (let j = i + 1; j < byX.length; j += 1) {
      const other = byX[j]
      if (one === undefined || other === undefined || other.x - one.x > widest) break
      if (named ? partNames(one, other) : partMarks(one, other, room)) moved = true
    }
  }
  return moved
}

function partNames(one: Body, other: Body): boolean {
  const overY = (one.standing.height + other.standing.height) / 2 - Math.abs(other.y - one.y)
  if (overY <= 0.5) return false
  const overX = (one.standing.width + other.standing.width) / 2 - Math.abs(other.x - one.x)
  if (overX <= 0.5) return false
  if (overX < overY) {
    const push = (other.x >= one.x ? overX : -overX) / 2
    one.x -= push
    other.x += push
  } else {
    const push = (other.y >= one.y ? overY : -overY) / 2
    one.y -= push
    other.y += push
  }
  return true
}

/** As circles, which lie closer than boxes do. Two in the very same spot part sideways. */
function partMarks(one: Body, other: Body, room: number): boolean {
  const x = other.x - one.x
  const y = other.y - one.y
  const apart = distanceOf(one, other)
  if (room - apart <= 0.5) return false
  const push = (room - apart) / 2
  const [dx, dy] = apart === 0 ? [push, 0] : [(x / apart) * push, (y / apart) * push]
  one.x -= dx
  one.y -= dy
  other.x += dx
  other.y += dy
  return true
}

/** Along their ring, to the nearest place that nothing lies over. True when they moved. */
function uncover(body: Body, covered: readonly Box[], circle: Circle, mark: number, named: boolean): boolean {
  const [across, down] = named ? [body.standing.width / 2, body.standing.height / 2] : [mark, mark]
  const isUnder = ({ x, y }: Point) =>
    covered.some(
      (box) => box.left < x + across && x - across < box.right && box.top < y + down && y - down < box.bottom,
    )
  if (!isUnder(body)) return false
  const distance = distanceOf(body, circle)
  const angle = angleOf(body, circle)
  for (let turn = TURN; turn <= FULL_TURN / 2; turn += TURN) {
    for (const way of [angle + turn, angle - turn]) {
      const spot = along(way, distance, circle)
      if (isUnder(spot)) continue
      Object.assign(body, spot)
      return true
    }
  }
  return false
}

/** Back into the ring, and gently towards where they were put. */
function hold(body: Body, circle: Circle, named: boolean): void {
  const pull = named ? 0.03 : 0
  body.x += (body.home.x - body.x) * pull
  body.y += (body.home.y - body.y) * pull
  const distance = distanceOf(body, circle)
  const held = Math.min(body.band.outer, Math.max(body.band.inner, distance))
  if (distance === 0) Object.assign(body, along(body.standing.angle, held, circle))
  else if (held !== distance) {
    body.x = circle.x + ((body.x - circle.x) / distance) * held
    body.y = circle.y + ((body.y - circle.y) / distance) * held
  }
}
