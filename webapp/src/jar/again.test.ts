import { expect, test } from 'vitest'
import type { Goal, Wish } from '../../../sync/document.ts'
import { isInTheJar, wasSetAside } from './again.ts'

const wish = { words: 'See the sea.', taken: '', over: false, archived: false } as Wish
const goal = { title: 'Swim', taken: '', state: 'open', archived: false } as Goal

test('what was declined, let go or put away is known when it comes again, in whatever spelling', () => {
  const before = (wishes: readonly Wish[], goals: readonly Goal[]) => ({ wishes, goals })
  expect(wasSetAside('see  the SEA', before([wish], [goal]))).toBe(false)
  for (const aside of [{ taken: 'no' }, { over: true }, { archived: true }] as const) {
    expect(wasSetAside('see  the SEA', before([{ ...wish, ...aside }], []))).toBe(true)
  }
  for (const aside of [{ taken: 'no' }, { state: 'let go' }, { archived: true }] as const) {
    expect(wasSetAside('swim', before([], [{ ...goal, ...aside }]))).toBe(true)
  }
  expect(wasSetAside('swim', before([], [{ ...goal, state: 'resting' }]))).toBe(false)
  expect(wasSetAside('sing', before([{ ...wish, archived: true }], []))).toBe(false)
})

test('a kind of people is in the jar while it is wanted there', () => {
  const isThere = (aside: Partial<Wish>) => isInTheJar('see the sea', { wishes: [{ ...wish, ...aside }] })
  expect(isThere({})).toBe(true)
  expect(isThere({ taken: 'yes' })).toBe(true)
  for (const aside of [{ taken: 'no' }, { over: true }, { archived: true }] as const) expect(isThere(aside)).toBe(false)
  expect(isInTheJar('sing', { wishes: [wish] })).toBe(false)
})
