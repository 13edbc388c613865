import { describe, expect, test } from 'vitest'
import {
  drawnIn,
  LEAST,
  type Look,
  MOST,
  moved,
  type Point,
  pinched,
  stepped,
  WHOLE,
  within,
  zoomed,
} from './looking.ts'

/** What of the photograph, at its own size, is under a point of the window. */
const under = ({ zoom, x, y }: Look, at: Point): Point => ({ x: (x + at.x) / zoom, y: (y + at.y) / zoom })
const CENTRE = { x: 150, y: 100 }

describe('looking closer', () => {
  test.each([CENTRE, { x: 0, y: 0 }, { x: 290, y: 12 }])('keeps what is under %o where it is', (around) => {
    const before = { zoom: 2, x: 40, y: 30 }
    const after = zoomed(before, 3.2, around)
    expect(under(after, around).x).toBeCloseTo(under(before, around).x)
    expect(under(after, around).y).toBeCloseTo(under(before, around).y)
  })

  test('ends at what there is to see', () => {
    let look: Look = WHOLE
    for (let press = 0; press < 20; press++) look = stepped(look, 'closer', CENTRE)
    expect(look.zoom).toBe(MOST)
    for (let press = 0; press < 20; press++) look = stepped(look, 'more', CENTRE)
    expect(look.zoom).toBe(LEAST)
    expect(stepped({ zoom: 3, x: 100, y: 9 }, 'whole', CENTRE)).toEqual(WHOLE)
  })
})

test('a finger takes along what is under it', () => {
  const before = { zoom: 2, x: 40, y: 30 }
  expect(under(moved(before, { x: 25, y: -10 }), { x: 75, y: 40 })).toEqual(under(before, { x: 50, y: 50 }))
})

test('two fingers keep what is under them', () => {
  const [before, a, b] = [
    { zoom: 1.5, x: 10, y: 20 },
    { x: 100, y: 100 },
    { x: 200, y: 100 },
  ]
  const [c, d] = [
    { x: 60, y: 90 },
    { x: 220, y: 90 },
  ]
  const after = pinched(before, [a, b], [c, d])
  expect(after.zoom).toBeCloseTo(2.4)
  for (const [was, is] of [[a, c] as const, [b, d] as const]) {
    expect(under(after, is).x).toBeCloseTo(under(before, was).x)
  }
  expect(pinched(before, [a, a], [a, a]).zoom).toBe(LEAST)
})

test('all of it is in the middle, and nothing beside it is looked at', () => {
  const window = { width: 300, height: 200 }
  const drawn = drawnIn(window, { width: 1000, height: 2000 })
  expect(drawn).toEqual({ width: 100, height: 200 })
  expect(within(WHOLE, window, drawn)).toEqual({ zoom: 1, x: -100, y: 0 })
  expect(within({ zoom: 4, x: -30, y: 900 }, window, drawn)).toEqual({ zoom: 4, x: 0, y: 600 })
  expect(within({ zoom: 4, x: 99, y: 20 }, window, drawn)).toEqual({ zoom: 4, x: 99, y: 20 })
})
