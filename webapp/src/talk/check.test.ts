import { afterEach, expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { answer } from './actions.ts'
import {
  beginCheck,
  check,
  hideOwn,
  isShown,
  keepCheck,
  letGoOfCheck,
  takeTablet,
  tapAnswer,
  wantShown,
} from './check.ts'
import { mayAskAgain } from './GoOn.tsx'
import { looksWhole } from './Thoughts.tsx'

const open = openForEach()
afterEach(letGoOfCheck)

function bothAnswer(): void {
  beginCheck([0, 1])
  tapAnswer('helpful', 'yes')
  tapAnswer('helpful', 'partly')
  hideOwn()
  takeTablet()
  tapAnswer('helpful', 'no')
  tapAnswer('questions', 'yes')
  hideOwn()
}

test('answers are in memory alone until both want them shown, and kept only when both have', () => {
  const before = open.document.encodeState()
  bothAnswer()
  expect(check.value?.answers).toEqual({ 0: { helpful: 'partly' }, 1: { helpful: 'no', questions: 'yes' } })
  wantShown(0)
  expect(check.value !== null && isShown(check.value)).toBe(false)
  expect(keepCheck('')).toEqual({ refused: 'gone' })
  expect(open.document.encodeState()).toEqual(before)
  wantShown(1)
  expect(keepCheck('Mo')).toBe('done')
  expect(check.value).toBeNull()
  const kept = open.shown.answers.map(({ by, question, said, through }) => [by, question, said, through])
  expect(kept.sort()).toEqual([
    [0, 'helpful', 'partly', 'Mo'],
    [1, 'helpful', 'no', 'Mo'],
    [1, 'questions', 'yes', 'Mo'],
  ])
})

test('let go, nothing of them is left', () => {
  const before = open.document.encodeState()
  bothAnswer()
  letGoOfCheck()
  expect([check.value, open.document.encodeState()]).toEqual([null, before])
})

test('“not now” asks again from its day on, and never without one', () => {
  answer({ question: 'go on', said: 'not now', againIn_days: 7, by: 0 })
  answer({ question: 'go on', said: 'not now', by: 1 })
  const asked = ['2026-11-29', '2026-11-30', '2030-01-01'].map((day) => mayAskAgain(open.shown.answers, day))
  expect(asked).toEqual([[], [0], [0]])
})

test('a whole name is noticed, and nothing else is', () => {
  expect(['Ana Okonkwo', 'Zoë Ångström'].filter(looksWhole)).toHaveLength(2)
  expect(['Ana', 'the library', 'Auntie b', 'Uncle Ray', 'The Anchor', 'Mrs Bell'].filter(looksWhole)).toEqual([])
})
