/** The whole picture, worked out once for a size and a set of people: the circle, each mark, each name. Pure. */

import { type Circle, edgeOf, middleRadius, type Point, RINGS, type RingName } from './geometry.ts'
import { around, type Box, type Label, placeLabels } from './labels.ts'
import { type Standing, spread } from './spread.ts'

export interface Placed {
  /** The person's id, or the id of their other place (a ghost), which has no name. */
  readonly id: string
  readonly name: string
  readonly ring: RingName
  readonly angle: number
  /** A few words in a box over the mark, or ''. */
  readonly tag: string
}

export interface Frame {
  /** The visible part of the screen given to the map. */
  readonly width: number
  readonly height: number
  readonly text_px: number
  readonly widthOf: (text: string) => number
  /** The words on the rings, nearest first, for which room is kept. */
  readonly ringWords: readonly string[]
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly zoom: number
  readonly circle: Circle
  readonly mark: number
  readonly text_px: number
  readonly spots: ReadonlyMap<string, Point>
  readonly labels: ReadonlyMap<string, Label>
  readonly tags: ReadonlyMap<string, Box>
  readonly ringWords: readonly { readonly text: string; readonly x: number; readonly y: number }[]
}

export const ZOOMS = [1, 1.4, 2, 2.8, 4] as const
export type Zoom = (typeof ZOOMS)[number]

/** Room round the outer ring, so that a mark or a finger at its edge is not cut. */
const MARGIN = 10

/** The first zoom at which nearly every name can be read: what a map opens with. */
export function clearZoom(people: readonly Placed[], frame: Frame): Zoom {
  const named = people.filter((person) => person.name !== '')
  for (const zoom of ZOOMS) {
    const picture = layOut(people, frame, zoom)
    const hidden = named.filter((person) => !picture.labels.has(person.id)).length
    if (hidden <= named.length * 0.08) return zoom
  }
  return named.length > 250 ? 2.8 : 2
}

export function layOut(people: readonly Placed[], frame: Frame, zoom: number): Picture {
  const side = Math.max(220, Math.min(frame.width, frame.height)) * zoom
  const width = Math.max(frame.width, side)
  const height = Math.max(frame.height, side)
  const circle = { x: width / 2, y: height / 2, radius: side / 2 - MARGIN }
  const mark = markRadius(people, circle)
  const lineHeight = frame.text_px * 1.2
  const maxWidth = Math.max(64, Math.min(150, circle.radius * 0.5))

  const standing: Standing[] = people.map((person) => ({
    ...person,
    width: Math.max(2 * mark, Math.min(maxWidth, frame.widthOf(person.name))) + 8,
    height: 2 * mark + (person.name === '' ? 4 : lineHeight + 8),
  }))
  const spots = spread(standing, circle, mark)
  const ringWords = RINGS.map((ring, i) => ({
    text: frame.ringWords[i] ?? '',
    x: circle.x,
    y: circle.y - edgeOf(ring, circle) + frame.text_px * 1.25,
  }))
  const tags = new Map(people.flatMap((person) => tagOf(person, spots.get(person.id) ?? circle, mark, width, frame)))
  const labels = placeLabels(
    RINGS.flatMap((ring) => people.filter((person) => person.ring === ring && person.name !== '')).map((person) => ({
      id: person.id,
      name: person.name,
      at: spots.get(person.id) ?? circle,
    })),
    {
      bounds: { left: 2, top: 2, right: width - 2, bottom: height - 2 },
      mark,
      lineHeight,
      widthOf: frame.widthOf,
      solid: [around(circle, middleRadius(circle) + 2), ...ghosts(people, spots, mark), ...tags.values()],
      soft: ringWords.map((word) => wordBox(word, frame)),
      maxWidth,
    },
  )
  return { width, height, zoom, circle, mark, text_px: frame.text_px, spots, labels, tags, ringWords }
}

/** As large as there is room for: 26 on a tablet with few people, never under 15. */
function markRadius(people: readonly Placed[], circle: Circle): number {
  const fullest = Math.max(...RINGS.map((ring) => crowd(people, ring)), 1)
  const most = Math.max(20, Math.min(27, circle.radius * 0.15))
  return Math.round(Math.max(15, Math.min(most, (circle.radius * 0.22) / Math.sqrt(fullest / 4))))
}

/** How full a ring is, as if all rings had the room of the middle one. */
function crowd(people: readonly Placed[], ring: RingName): number {
  const room = { closest: 0.5, close: 1, life: 1.35 }[ring]
  return people.filter((person) => person.ring === ring).length / room
}

function ghosts(people: readonly Placed[], spots: ReadonlyMap<string, Point>, mark: number): readonly Box[] {
  return people.flatMap((person) => {
    const at = spots.get(person.id)
    return person.name === '' && at !== undefined ? [around(at, mark)] : []
  })
}

function wordBox(word: { text: string; x: number; y: number }, frame: Frame): Box {
  const half = frame.widthOf(word.text) / 2
  return {
    left: word.x - half,
    right: word.x + half,
    top: word.y - frame.text_px,
    bottom: word.y + frame.text_px * 0.3,
  }
}

/** Over the mark, moved sideways as far as the edge of the map asks. */
function tagOf(person: Placed, at: Point, mark: number, width: number, frame: Frame): readonly [string, Box][] {
  if (person.tag === '') return []
  const wide = frame.widthOf(person.tag) + 16
  const left = Math.max(2, Math.min(width - wide - 2, at.x - wide / 2))
  const bottom = Math.max(frame.text_px * 1.7, at.y - mark - 6)
  return [[person.id, { left, right: left + wide, top: bottom - frame.text_px * 1.7, bottom }]]
}
