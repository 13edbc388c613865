/** Words on the map that are no one's name: what each ring is called, and "Jo wonders: here?". */

import { along, type Circle, edgeOf, type Point, type RingName } from './geometry.ts'
import { around, type Box } from './labels.ts'
import type { Letters } from './sizes.ts'

export function wordBox(word: Pick<RingWord, 'text' | 'x' | 'y' | 'turned'>, letters: Letters): Box {
  const half = letters.widthOf(word.text) / 2
  const [over, under] = word.turned ? [0.3, 1] : [1, 0.3]
  return {
    left: word.x - half,
    right: word.x + half,
    top: word.y - letters.text_px * over,
    bottom: word.y + letters.text_px * under,
  }
}

/** Directions for a ring's own word, the top first: it stands where it covers no one, or least of anybody. */
const WORD_ANGLES = [0, 1800, 350, 3250, 1450, 2150, 700, 2900, 1100, 2500, 175, 3425, 1625, 1975, 525, 3075]
/** The same in one half alone, which reads it from its own edge. */
const WORD_ANGLES_NEAR = [1800, 1450, 2150, 1100, 2500]
const WORD_ANGLES_FAR = [0, 350, 3250, 700, 2900]

export interface RingWord {
  readonly ring: RingName
  readonly text: string
  readonly x: number
  readonly y: number
  /** Written for the person opposite. */
  readonly turned: boolean
}

export function ringWord(
  ring: RingName,
  text: string,
  marks: readonly Box[],
  circle: Circle,
  letters: Letters,
  half: 'one' | 'near' | 'far' = 'one',
): RingWord {
  const angles = { one: WORD_ANGLES, near: WORD_ANGLES_NEAR, far: WORD_ANGLES_FAR }[half]
  const turned = half === 'far'
  const places = angles.map((angle) => {
    const at = along(angle, edgeOf(ring, circle) - letters.text_px * 0.95, circle)
    return { ring, text, x: at.x, y: at.y + letters.text_px * (turned ? -0.35 : 0.35), turned }
  })
  const covered = places.map((place) => {
    const box = wordBox(place, letters)
    return marks.reduce((sum, mark) => sum + shared(mark, box), 0)
  })
  const top = { ring, text, x: circle.x, y: circle.y - edgeOf(ring, circle) + letters.text_px * 1.25, turned }
  return places[covered.indexOf(Math.min(...covered))] ?? top
}

/** Over the mark, or beside it or below where another stands there; moved in as far as the edge of the map asks. */
export function tagBox(
  tag: string,
  at: Point,
  mark: number,
  width: number,
  letters: Letters,
  marks: readonly Box[],
): Box {
  const wide = letters.widthOf(tag) + 16
  const high = letters.text_px * 1.7
  const away = mark + 6
  const corners = [
    { x: at.x - wide / 2, y: at.y - away - high },
    { x: at.x + away, y: at.y - high / 2 },
    { x: at.x - away - wide, y: at.y - high / 2 },
    { x: at.x + away * 0.6, y: at.y - away - high * 0.4 },
    { x: at.x - away * 0.6 - wide, y: at.y - away - high * 0.4 },
    { x: at.x - wide / 2, y: at.y + away },
    { x: at.x + away * 0.6, y: at.y + away - high * 0.6 },
    { x: at.x - away * 0.6 - wide, y: at.y + away - high * 0.6 },
    ...[at.y - away - high, at.y + away].flatMap((y) => [
      { x: at.x - mark, y },
      { x: at.x + mark - wide, y },
    ]),
  ]
  const boxes = corners.map(({ x, y }) => {
    const left = Math.max(2, Math.min(width - wide - 2, x))
    const top = Math.max(2, y)
    return { left, right: left + wide, top, bottom: top + high }
  })
  const covered = boxes.map((box) => marks.reduce((sum, other) => sum + shared(box, other), 0))
  return boxes[covered.indexOf(Math.min(...covered))] ?? around(at, mark)
}

/** How much of two boxes lies on each other, in square pixels. */
function shared(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return wide > 0 && high > 0 ? wide * high : 0
}
