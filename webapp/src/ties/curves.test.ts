/** Ties on the map: they run from mark to mark and never under a name. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../map/geometry.ts'
import type { Box } from '../map/labels.ts'
import { runOf } from './curves.ts'

const middle = { x: 200, y: 200 }
const points = (d: string): readonly Point[] =>
  [...d.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) })
const box: fc.Arbitrary<Box> = spot.map(({ x, y }) => ({ left: x, top: y, right: x + 60, bottom: y + 16 }))

test('from one mark to the other, clear of both', () => {
  const [from, to] = [
    { x: 50, y: 200 },
    { x: 350, y: 200 },
  ]
  const run = points(runOf({ from, to }, { middle, mark: 20, marks: [], names: [] }))
  const ends = [run[0], run[run.length - 1]].map((point) => point?.x ?? 0)
  expect(ends[0]).toBeGreaterThan(70)
  expect(ends[0]).toBeLessThan(82)
  expect(ends[1]).toBeGreaterThan(318)
  expect(ends[1]).toBeLessThan(330)
})

test('no point of a tie lies under a name, and each run has two ends', () => {
  fc.assert(
    fc.property(spot, spot, fc.array(box, { maxLength: 20 }), (from, to, names) => {
      const d = runOf({ from, to }, { middle, mark: 16, marks: [], names })
      const isUnder = ({ x, y }: Point) =>
        names.some((one) => x > one.left + 0.1 && x < one.right - 0.1 && y > one.top + 0.1 && y < one.bottom - 0.1)
      expect(points(d).filter(isUnder)).toEqual([])
      expect(d).not.toMatch(/M[^L]*M|M[^L]*$/)
    }),
    { seed: 5, numRuns: 300 },
  )
})

test('a name in the way makes a gap, and the tie goes on behind it', () => {
  const ends = { from: { x: 0, y: 0 }, to: { x: 400, y: 0 } }
  const whole = runOf(ends, { middle: { x: 200, y: 0 }, mark: 10, marks: [], names: [] })
  const gap = runOf(ends, {
    middle: { x: 200, y: 0 },
    mark: 10,
    marks: [],
    names: [{ left: 180, top: -60, right: 240, bottom: 60 }],
  })
  expect(whole.match(/M/g)).toHaveLength(1)
  expect(gap.match(/M/g)).toHaveLength(2)
})

test('another in the way is passed by, not run into', () => {
  const ends = { from: { x: 0, y: 0 }, to: { x: 300, y: 0 } }
  const other: Box = { left: 130, top: -20, right: 170, bottom: 20 }
  const d = runOf(ends, { middle: { x: 150, y: 300 }, mark: 20, marks: [other], names: [] })
  expect(d.match(/M/g)).toHaveLength(1)
})
