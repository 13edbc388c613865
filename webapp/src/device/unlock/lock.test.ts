/** When a place closes by itself, by clocks that stand still, jump and disagree. */

import { describe, expect, test } from 'vitest'
import type { Clock } from '../clock.ts'
import { AutoLock } from './lock.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Two clocks moved by hand; a tablet that sleeps moves only the one on the wall. */
class HandMoved implements Clock {
  wall_ms = 1_800_000_000_000
  awake_ms = 0
  #due: { readonly at_ms: number; readonly then: () => void }[] = []
  now = (): number => this.wall_ms
  elapsed = (): number => this.awake_ms

  after(wait_ms: number, then: () => void): () => void {
    const one = { at_ms: this.awake_ms + wait_ms, then }
    this.#due.push(one)
    return () => {
      this.#due = this.#due.filter((each) => each !== one)
    }
  }

  passes(time_ms: number): void {
    for (let left_ms = time_ms; left_ms > 0; left_ms -= 1000) {
      this.wall_ms += 1000
      this.awake_ms += 1000
      const due = this.#due.filter(({ at_ms }) => at_ms <= this.awake_ms)
      this.#due = this.#due.filter(({ at_ms }) => at_ms > this.awake_ms)
      for (const { then } of due) then()
    }
  }

  sleeps(time_ms: number): void {
    this.wall_ms += time_ms
  }
}

function started(wall_ms = 1_800_000_000_000): { clock: HandMoved; lock: AutoLock; locks: () => number } {
  const clock = new HandMoved()
  clock.wall_ms = wall_ms
  let locks = 0
  const lock = new AutoLock(clock, () => {
    locks++
  })
  lock.start()
  return { clock, lock, locks: () => locks }
}

describe('a tablet whose other clock stands still while it sleeps', () => {
  test.each([2 * MINUTE_MS, 12 * HOUR_MS, 60 * HOUR_MS, 24 * 365 * HOUR_MS])(
    'put away for %i ms it is locked before anything shows',
    (away_ms) => {
      const { clock, lock, locks } = started()
      lock.hidden()
      clock.sleeps(away_ms)
      lock.visible()
      expect(locks()).toBe(1)
      expect(lock.covered.value).toBe(true)
    },
  )

  test('a lid closed in a meeting, without a word from the browser, is no longer open days later', () => {
    const { clock, lock, locks } = started()
    lock.meetingUntil(clock.now() + HOUR_MS)
    clock.passes(MINUTE_MS)
    clock.sleeps(60 * HOUR_MS)
    clock.passes(1000)
    expect(locks()).toBe(1)
  })

  test('what a meeting covered is not shown for a moment once it is due to be locked', () => {
    const { clock, lock, locks } = started()
    lock.meetingUntil(clock.now() + HOUR_MS)
    clock.passes(10 * MINUTE_MS)
    expect(lock.covered.value).toBe(true)
    clock.sleeps(60 * HOUR_MS)
    lock.uncover()
    expect(locks()).toBe(1)
    expect(lock.covered.value).toBe(true)
  })
})

test('after a meeting five quiet minutes are left, not none', () => {
  const { clock, lock, locks } = started()
  lock.meetingUntil(clock.now() + HOUR_MS)
  clock.passes(HOUR_MS + 4 * MINUTE_MS)
  expect(locks()).toBe(0)
  clock.passes(2 * MINUTE_MS)
  expect(locks()).toBeGreaterThan(0)
})

test('a clock that is put back does not hold the lock off', () => {
  const { clock, locks } = started()
  clock.sleeps(-24 * 365 * HOUR_MS)
  clock.passes(5 * MINUTE_MS)
  expect(locks()).toBeGreaterThan(0)
})

describe.each([
  ['1970', 0],
  ['2038', 2 ** 31 * 1000 - 60_000],
  ['ten years ago', 1_480_000_000_000],
  ['in ten years', 2_110_000_000_000],
])('a clock that says %s', (_, wall_ms) => {
  test('locks after five quiet minutes and not before, and holds off while the two are meeting', () => {
    const { clock, lock, locks } = started(wall_ms)
    clock.passes(5 * MINUTE_MS - 1000)
    expect(locks()).toBe(0)
    expect(lock.warning.value).not.toBeNull()
    lock.stay()
    lock.meetingUntil(clock.now() + HOUR_MS)
    clock.passes(59 * MINUTE_MS)
    expect(locks()).toBe(0)
    lock.uncover()
    clock.passes(7 * MINUTE_MS)
    expect(locks()).toBeGreaterThan(0)
  })

  test.each([-68, -10, 10, 68])('that jumps %i years locks at most once for it, and keeps nobody out', (years) => {
    const { clock, lock, locks } = started(wall_ms)
    clock.sleeps(years * 365 * 24 * HOUR_MS)
    clock.passes(1000)
    expect(locks() > 0).toBe(years > 0)
    lock.stop()
    lock.start() // the words were said again
    const before = locks()
    clock.passes(4 * MINUTE_MS)
    expect(locks()).toBe(before)
    clock.passes(2 * MINUTE_MS)
    expect(locks()).toBeGreaterThan(before)
  })

  test('put back in a meeting does not make the meeting longer than a day', () => {
    const { clock, lock, locks } = started(wall_ms)
    lock.meetingUntil(clock.now() + HOUR_MS)
    clock.sleeps(-10 * 365 * 24 * HOUR_MS)
    clock.passes(9 * HOUR_MS)
    expect(locks()).toBeGreaterThan(0)
  })
})
