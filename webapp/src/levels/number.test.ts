import { expect, test } from 'vitest'
import type { Said } from '../../../sync/document.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { addGoal, archiveGoal, declineGoal, setGoalState, takeGoal } from '../plan/actions.ts'
import { answer } from '../talk/actions.ts'
import { agree, beginYardstick, setDifficulty, setImportance, setStart } from './actions.ts'
import { goalsWithWords, numbersOf } from './number.ts'

const open = openForEach()

function goalWith(title: string) {
  const goal = String(addGoal(title))
  const yardstick = String(beginYardstick(goal, `${title} often`))
  return { goal, yardstick, aim: String(agree(yardstick)) }
}

const say = (aim: string, said: Said, ...members: readonly number[]): void => {
  for (const by of members) answer({ question: 'level', said, by, beside: `aims/${aim}` })
}

test('there is no number where nothing was said, and never fifty', () => {
  expect(numbersOf(open.shown)).toEqual({ numbers: [null, null], areOne: true, apart: [], leftOut: [] })
  goalWith('Swim')
  expect(numbersOf(open.shown).numbers).toEqual([null, null])
})

test('where both say the same it is one number', () => {
  say(goalWith('Swim').aim, 'a bit better', 0, 1)
  say(goalWith('Sing').aim, 'as hoped', 0, 1)
  const { numbers, areOne, apart } = numbersOf(open.shown)
  expect([numbers.map((one) => one?.toFixed(4)), areOne, apart]).toEqual([['56.2017', '56.2017'], true, []])
})

test('where they see it differently both are told, and none in the middle', () => {
  const { aim, goal } = goalWith('Swim')
  say(aim, 'a bit better', 0)
  say(aim, 'no change', 1)
  const { numbers, areOne, apart } = numbersOf(open.shown)
  expect([numbers, areOne]).toEqual([[60, 40], false])
  expect(apart.map((one) => [one.goal.id, ...one.words])).toEqual([[goal, 'a bit better', 'no change']])
})

test('what one of the two did not say is in no number of theirs', () => {
  say(goalWith('Swim').aim, 'as hoped', 0)
  goalWith('Sing')
  const { numbers, areOne, apart } = numbersOf(open.shown)
  expect([numbers, areOne, apart]).toEqual([[50, null], false, []])
})

test('the same word of other words is not one number', () => {
  const { goal, yardstick, aim } = goalWith('Swim')
  setStart(yardstick, 'expected')
  const other = String(agree(yardstick))
  open.document.change('settle aims', (draft) => draft.set('aims', aim, 'replaced', false))
  say(aim, 'partly', 0)
  say(other, 'partly', 1)
  expect(numbersOf(open.shown)).toMatchObject({ numbers: [40, 40], areOne: false, apart: [] })
  say(other, 'partly', 0)
  archiveGoal(goal)
  expect(numbersOf(open.shown).areOne).toBe(true)
})

test('what waits for the owner’s yes is in no number, and is there once it is taken', () => {
  open.document.pen.value = 1
  const { goal, aim } = goalWith('Swim')
  say(aim, 'as hoped', 1)
  expect([goalsWithWords(open.shown), numbersOf(open.shown).numbers]).toEqual([[], [null, null]])
  open.document.pen.value = 'both'
  takeGoal(goal)
  expect(goalsWithWords(open.shown)).toHaveLength(1)
  expect(numbersOf(open.shown).numbers).toEqual([null, 50])
})

test('what was let go is left out and named; what is put away or not wanted is not there', () => {
  const [gone, away, declined] = ['Swim', 'Sing', 'Sew'].map(goalWith)
  for (const one of [gone, away, declined]) say(String(one?.aim), 'worse', 0, 1)
  say(goalWith('Paint').aim, 'as hoped', 0, 1)
  setGoalState(String(gone?.goal), 'let go')
  archiveGoal(String(away?.goal))
  declineGoal(String(declined?.goal))
  const { numbers, leftOut } = numbersOf(open.shown)
  expect([numbers, leftOut.map(({ title }) => title)]).toEqual([[50, 50], ['Swim']])
})

test('it goes by where it began, and by how much it matters and how hard it is', () => {
  const swim = String(addGoal('Swim'))
  const yardstick = String(beginYardstick(swim, 'twice a month'))
  setStart(yardstick, 'much less')
  const first = String(agree(yardstick))
  say(first, 'no change', 0)
  expect(numbersOf(open.shown).numbers[0]).toBeCloseTo(30, 4)
  // What was said of earlier words is no word of the new ones.
  setStart(yardstick, 'less')
  const aim = String(agree(yardstick))
  expect(numbersOf(open.shown).numbers[0]).toBeNull()
  say(aim, 'no change', 0)
  const sing = goalWith('Sing')
  say(sing.aim, 'a lot better', 0)
  expect(numbersOf(open.shown).numbers[0]).toBeCloseTo(56.2017, 4)
  for (const id of [yardstick, sing.yardstick]) setDifficulty(id, 'some')
  setImportance(yardstick, 'most')
  setImportance(sing.yardstick, 'none')
  // Only what matters counts: this one has not moved from a bit less.
  expect(numbersOf(open.shown).numbers[0]).toBeCloseTo(40, 4)
})
