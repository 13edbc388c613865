/** The ties of a crowded map: none of them under a name or a mark, and as many paths as there are kinds. */

import { expect, test } from 'vitest'
import type { Tie } from '../../../sync/document.ts'
import { type Point, RINGS } from '../map/geometry.ts'
import { layOut } from '../map/layout.ts'
import type { Frame, Placed } from '../map/picture.ts'
import { runsOf } from './runs.ts'

const COUNT = 150
const ring = (i: number) => RINGS[[0, 1, 1, 2, 2, 2][i % 6] ?? 0] ?? 'life'
const id = (i: number) => `p${String(i).padStart(3, '0')}`
const people: readonly Placed[] = Array.from({ length: COUNT }, (_, i) => ({
  id: id(i),
  name: ['Nan', 'Sol', 'Auntie B', 'Corner caf\u00e9', 'Wellbeing team'][i % 5] ?? '',
  ring: ring(i),
  angle: (i * 997) % 3600,
  tag: '',
}))
const ties: readonly Tie[] = Array.from({ length: 2 * COUNT }, (_, i) => {
  const [one, other] = [i % COUNT, (i * 37 + 11) % COUNT]
  return { a: id(Math.min(one, other)), b: id(Math.max(one, other)), strength: i % 7 === 0 ? 'strong' : 'tie' } as const
}).filter(({ a, b }) => a !== b)

const tablet: Frame = {
  width: 750,
  height: 640,
  text_px: 15,
  widthOf: (text) => text.length * 7.6,
  ringWords: ['Closest', 'Close', 'In my life'],
  keepFree: [],
}

test('three hundred ties among 150 people touch no name and no mark', () => {
  const picture = layOut(people, tablet, 2)
  const runs = runsOf(ties, id(3), picture)
  const points = Object.values(runs).flatMap((d) =>
    [...d.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]): Point => ({ x: Number(x), y: Number(y) })),
  )
  const names = [...picture.labels.values()].map(({ box }) => box)
  const spots = [...picture.spots.values()]
  const isUnder = ({ x, y }: Point) =>
    names.some((box) => x > box.left + 0.1 && x < box.right - 0.1 && y > box.top + 0.1 && y < box.bottom - 0.1) ||
    spots.some((spot) => Math.hypot(spot.x - x, spot.y - y) < picture.mark)
  expect(points.length).toBeGreaterThan(1000)
  expect(points.filter(isUnder)).toEqual([])
})

test('those of the one who is looked at are drawn by themselves, strong ones too', () => {
  const picture = layOut(people.slice(0, 12), tablet, 1)
  const two: readonly Tie[] = [
    { a: id(0), b: id(4), strength: 'strong' },
    { a: id(1), b: id(5), strength: 'tie' },
  ]
  const runs = runsOf(two, id(0), picture)
  expect([runs.mine, runs.strong]).toEqual(['', ''])
  expect(runs.mineStrong).toMatch(/^M/)
  expect(runs.plain).toMatch(/^M/)
  expect(runsOf([{ a: id(0), b: 'not on the rings', strength: 'tie' }], '', picture).plain).toBe('')
})
