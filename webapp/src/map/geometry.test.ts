import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  angleOf,
  bandOf,
  type Circle,
  FULL_TURN,
  freeAngle,
  fromXY,
  nextRing,
  normal,
  RINGS,
  ringAt,
  toXY,
} from './geometry.ts'

const circle: Circle = { x: 300, y: 280, radius: 250 }
const circles = fc.record({
  x: fc.integer({ min: 0, max: 2000 }),
  y: fc.integer({ min: 0, max: 2000 }),
  radius: fc.integer({ min: 130, max: 2000 }),
})
const angles = fc.integer({ min: 0, max: 3599 })

describe('a ring and an angle', () => {
  test('come back from the point where they are drawn, on any screen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RINGS), angles, circles, (ring, angle, anyCircle) => {
        const back = fromXY(toXY(ring, angle, anyCircle, 20), anyCircle)
        expect(back).toEqual({ ring, angle })
      }),
    )
  })

  test('the top is nought and it runs clockwise', () => {
    expect(angleOf({ x: 300, y: 0 }, circle)).toBe(0)
    expect(angleOf({ x: 500, y: 280 }, circle)).toBe(900)
    expect(angleOf({ x: 300, y: 500 }, circle)).toBe(1800)
    expect(angleOf({ x: 100, y: 280 }, circle)).toBe(2700)
  })

  test('the very middle is a place too', () => {
    expect(fromXY(circle, circle)).toEqual({ ring: 'closest', angle: 0 })
  })

  test('a finger just past the last line still means "in my life"; well past it means nothing', () => {
    expect(ringAt(260, circle)).toBe('life')
    expect(ringAt(300, circle)).toBeNull()
  })

  test('no angle leaves the circle', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (angle) => {
        expect(normal(angle)).toBeGreaterThanOrEqual(0)
        expect(normal(angle)).toBeLessThan(3600)
      }),
    )
  })

  test('bands never turn inside out, even with large marks on a small phone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RINGS), circles, fc.integer({ min: 15, max: 27 }), (ring, anyCircle, mark) => {
        const band = bandOf(ring, anyCircle, mark)
        expect(band.inner).toBeLessThanOrEqual(band.outer)
      }),
    )
  })
})

test('rings end at both ends', () => {
  expect(nextRing('close', 'closer')).toBe('closest')
  expect(nextRing('close', 'further')).toBe('life')
  expect(nextRing('closest', 'closer')).toBeNull()
  expect(nextRing('life', 'further')).toBeNull()
})

test('whoever is added stands in the widest gap', () => {
  expect(freeAngle([0, 1800, 900])).toBe(2700)
  expect(freeAngle([100])).toBe(1900)
  expect(freeAngle([])).toBe(450)
})

test('those who are added one after the other never crowd on one side', () => {
  const taken: number[] = []
  for (let count = 1; count <= 60; count += 1) {
    taken.push(freeAngle(taken))
    const [x, y] = [Math.sin, Math.cos].map((of) =>
      taken.reduce((sum, angle) => sum + of((angle / FULL_TURN) * 2 * Math.PI), 0),
    )
    expect(Math.hypot(x ?? 0, y ?? 0), `of ${count}`).toBeLessThan(2)
  }
})
