import { expect, test } from 'vitest'
import type { Goal, Wish } from '../../../sync/document.ts'
import { wasSetAside } from './again.ts'

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
