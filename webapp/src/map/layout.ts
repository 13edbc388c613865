/** The whole picture, worked out once for a size and a set of people: the circle, each mark, each name. Pure. */

import { distanceOf, edgeOf, middleRadius, type Point, RINGS } from './geometry.ts'
import { around, type Box, placeLabels } from './labels.ts'
import type { Frame, Picture, Placed } from './picture.ts'
import { type RingWord, ringWord, tagBox, wordBox } from './signs.ts'
import { haveNames, type Letters, lettersFor, markRadius, SMALL_MARK, widestName } from './sizes.ts'
import { type Standing, spread } from './spread.ts'

export const ZOOMS: readonly number[] = [1, 1.4, 2, 2.8, 4]

/** Room round the outer ring, so that a mark or a finger at its edge is not cut. */
const MARGIN = 10

const TOUCH = 24

/** Pixels by which the circle is tried further aside. */
const STEP = 6

/** By how much small marks are tried larger, the most first. */
const LARGER: readonly number[] = [1.55, 1.35, 1.15]
/** From here on nobody looks for a larger one. */
const LARGE_MARK = 20
/** With more people it would be felt in a drag. */
const MOST_TRIED = 60

/** Up to so many are named for both sides of the table; more only for the side that they lie on. */
const MOST_TWICE = 30

/** What a map opens with: whole, or as nearly so as lets everybody be told from the next and met by a finger. */
export function openingPicture(people: readonly Placed[], frame: Frame): Picture {
  let picture = layOut(people, frame, 1)
  for (const zoom of ZOOMS) {
    if (picture.mark >= SMALL_MARK) break
    if (zoom > 1) picture = layOut(people, frame, zoom)
  }
  return picture
}

/** Small marks are tried larger, and stay so where every name that had room has it still, whole. */
export function layOut(people: readonly Placed[], frame: Frame, zoom: number): Picture {
  const sure = draw(people, frame, zoom, 1)
  if (people.length > MOST_TRIED || sure.mark >= LARGE_MARK || sure.labels.size === 0) return sure
  for (const larger of LARGER) {
    const tried = draw(people, frame, zoom, larger)
    if (tried.mark > sure.mark && wholeNames(tried) >= wholeNames(sure) && tried.labels.size >= sure.labels.size)
      return tried
  }
  return sure
}

function wholeNames({ labels }: Picture): number {
  return [...labels.values()].filter(({ lines }) => !lines.some((line) => line.endsWith('\u2026'))).length
}

function draw(everybody: readonly Placed[], frame: Frame, zoom: number, larger: number): Picture {
  const side = Math.max(220, Math.min(frame.width, frame.height)) * zoom
  const width = Math.max(frame.width, side)
  const height = Math.max(frame.height, side)
  const radius = side / 2 - MARGIN
  const circle = { x: freeX(width, height / 2, radius, frame), y: height / 2, radius }
  const isNamed = haveNames(everybody, circle, frame)
  const people = isNamed ? everybody : everybody.map((person) => ({ ...person, name: '' }))
  const letters = lettersFor(everybody, circle, frame)
  const mark = markRadius(people, circle, letters, larger)
  const maxWidth = widestName(circle)

  const halves = frame.across ? (['near', 'far'] as const) : (['one'] as const)

  const standing: Standing[] = people.map((person) => ({
    ...person,
    width: Math.max(2 * mark, Math.min(maxWidth, letters.widthOf(person.name))) + 8,
    height: 2 * mark + (person.name === '' ? 4 : letters.lineHeight + 8),
  }))
  const covered = zoom === 1 ? frame.keepFree : []
  const wordsOf = (marks: readonly Box[]) =>
    halves.flatMap((half) =>
      RINGS.map((ring, i) => ringWord(ring, frame.ringWords[i] ?? '', marks, circle, letters, half)),
    )
  // Where there are no names, the few words there are keep their room; not in letters so large that people had none.
  const fits = ({ ring, text }: RingWord) => letters.widthOf(text) <= edgeOf(ring, circle)
  const kept = isNamed
    ? []
    : wordsOf([])
        .filter(fits)
        .map((word) => wordBox(word, letters))
  const spots = spread(standing, circle, mark, [...covered, ...kept])
  const at = (person: Placed) => spots.get(person.id) ?? circle
  const marks = [...spots.values()].map((spot) => around(spot, mark))
  const middle = around(circle, middleRadius(circle) + 2)
  const faces = (spot: Point) => (frame.across && spot.y < circle.y ? 'far' : 'near')
  const tags = tagsFor(people, at, { mark, width, letters, solid: [...marks, middle, ...covered] })
  // What is asked stays beside whom it is about; a ring's word has all the way round to go.
  const ringWords = wordsOf([...marks, ...tags.values()])
  const named = RINGS.flatMap((ring) => people.filter((person) => person.ring === ring && person.name !== '')).map(
    (person) => ({ id: person.id, name: person.name, at: at(person), turned: faces(at(person)) === 'far' }),
  )
  const labels = placeLabels(
    frame.across && people.length <= MOST_TWICE
      ? [...named, ...named.map((one) => ({ ...one, turned: !one.turned }))]
      : named,
    {
      bounds: { left: 2, top: 2, right: width - 2, bottom: height - 2 },
      mark,
      lineHeight: letters.lineHeight,
      widthOf: letters.widthOf,
      solid: [middle, ...tags.values(), ...covered],
      soft: ringWords.map((word) => wordBox(word, letters)),
      nobody: people.filter((person) => person.name === '').map((person) => around(at(person), mark)),
      maxWidth,
    },
  )
  return {
    width,
    height,
    zoom,
    circle,
    mark,
    isNamed,
    text_px: letters.text_px,
    widthOf: letters.widthOf,
    touch: touchOf(new Map(people.flatMap((person) => (person.ghost ? [] : [[person.id, at(person)]]))), mark),
    spots,
    labels,
    tags,
    ringWords,
    faces,
  }
}

interface TagRoom {
  readonly mark: number
  readonly width: number
  readonly letters: Letters
  /** What no tag should cover, nor each other. */
  readonly solid: readonly Box[]
}

function tagsFor(people: readonly Placed[], at: (person: Placed) => Point, room: TagRoom): Map<string, Box> {
  const solid = [...room.solid]
  return new Map(
    people
      .filter((person) => person.tag !== '')
      .map((person) => {
        const box = tagBox(person.tag, at(person), room.mark, room.width, room.letters, solid)
        solid.push(box)
        return [person.id, box]
      }),
  )
}

/** As near the middle as the buttons beside the circle let it be; where they leave no room, where they reach into it least. */
function freeX(width: number, y: number, radius: number, { keepFree }: Frame): number {
  const covered = (x: number) =>
    keepFree.reduce((most, box) => {
      const across = x - Math.max(box.left, Math.min(box.right, x))
      const down = y - Math.max(box.top, Math.min(box.bottom, y))
      return Math.max(most, Math.round(radius - Math.hypot(across, down)))
    }, 0)
  const room = Math.max(0, width / 2 - radius - MARGIN)
  let best = { x: width / 2, covered: covered(width / 2) }
  for (let aside = STEP; aside <= room; aside += STEP) {
    for (const x of [width / 2 - aside, width / 2 + aside]) {
      if (covered(x) < best.covered) best = { x, covered: covered(x) }
    }
  }
  return best.x
}

/** 48 px across wherever there is room: half way to the nearest neighbour, and the mark itself at least. */
function touchOf(spots: ReadonlyMap<string, Point>, mark: number): Map<string, number> {
  const all = [...spots].sort(([, a], [, b]) => a.x - b.x)
  return new Map(
    all.map(([id, one], i) => {
      let nearest = 2 * TOUCH
      for (const step of [-1, 1]) {
        for (let j = i + step; j >= 0 && j < all.length; j += step) {
          const other = all[j]?.[1]
          if (other === undefined || Math.abs(other.x - one.x) > nearest) break
          nearest = Math.min(nearest, distanceOf(one, other))
        }
      }
      return [id, Math.max(mark, Math.min(TOUCH, nearest / 2))]
    }),
  )
}
