/** Thirty days, whatever the clock says in between. */

import { expect, test } from 'vitest'
import { type Removal, remaining } from './kept-removed.ts'

const DAY_S = 24 * 60 * 60
const NOW_S = Date.UTC(2026, 10, 28) / 1000

/** Opened at these moments, in order: until when it stays, or that it goes. */
function opened(...moments: number[]): (number | 'goes')[] {
  let removal: Partial<Removal> = {}
  return moments.map((now_s) => {
    const then = remaining(removal, now_s)
    removal = then.removal
    return then.isOver ? 'goes' : then.until
  })
}

const in_days = (days: number): number => NOW_S + days * DAY_S

test('it stays for thirty days, is shown once more after these, and goes a week later', () => {
  expect(opened(NOW_S, in_days(5), in_days(30), in_days(40), in_days(46), in_days(48))).toEqual([
    in_days(30),
    in_days(30),
    in_days(30),
    in_days(47),
    in_days(47),
    'goes',
  ])
})

test('a clock that was not set when it was told makes the time no shorter', () => {
  expect(opened(0, NOW_S, in_days(29))).toEqual([30 * DAY_S, in_days(30), in_days(30)])
  expect(opened(NOW_S, 0, in_days(3))).toEqual([in_days(30), 30 * DAY_S, in_days(33)])
})

test('a clock that jumps ahead, and back, makes the time neither shorter nor endless', () => {
  expect(opened(NOW_S, in_days(5000), in_days(2))).toEqual([in_days(30), in_days(5007), in_days(30)])
  expect(opened(in_days(5000), in_days(1), in_days(2))).toEqual([in_days(5030), in_days(31), in_days(31)])
  expect(opened(NOW_S, in_days(5000), in_days(2), in_days(40))).toEqual([
    in_days(30),
    in_days(5007),
    in_days(30),
    in_days(47),
  ])
})
