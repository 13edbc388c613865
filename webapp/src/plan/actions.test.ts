import { expect, test } from 'vitest'
import type { Goal, Wish } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { addWish, linkWish } from '../jar/actions.ts'
import { addPerson, archivePerson } from '../map/actions.ts'
import { takeOutEverywhere } from '../map/removal-actions.ts'
import {
  addGoal,
  addGoalOf,
  addStep,
  archiveGoal,
  archiveStep,
  bringBackGoal,
  bringBackStep,
  declineGoal,
  leaveGoalOpen,
  linkPerson,
  moveGoal,
  moveStep,
  setGoalState,
  setStepDone,
  setStepGoal,
  setStepWhen,
  setStepWho,
  takeGoal,
} from './actions.ts'
import { whoWords } from './said.ts'
import { isSuggested, isTaken } from './taking.ts'

const open = openForEach()

test('a step says what, who, when and how it is', () => {
  const goal = String(addGoal('Paint with other people again'))
  const step = String(addStep({ goal, what: 'Ask Sol' }))
  expect(open.shown.steps[0]).toEqual({
    id: step,
    goal,
    what: 'Ask Sol',
    who: { kind: 'unknown' },
    when: { kind: 'none' },
    done: 'open',
    went: '',
    people: [],
    order: 'a0',
    archived: false,
    origin: '',
    copied: '',
    was: '',
  })
  setStepWho(step, { kind: 'other', name: 'the coach' })
  setStepWhen(step, { kind: 'day', day: '2026-11-30' })
  setStepDone(step, 'let go')
  setStepGoal(step, '')
  archiveStep(step)
  expect(open.shown.steps[0]).toMatchObject({
    goal: '',
    who: { kind: 'other', name: 'the coach' },
    when: { kind: 'day', day: '2026-11-30' },
    done: 'let go',
    archived: true,
  })
  bringBackStep(step)
  expect(open.shown.steps[0]?.archived).toBe(false)
  expect(setStepWho(step, { kind: 'other', name: 'x'.repeat(201) })).toEqual({ refused: 'too long' })
})

test('a wish is in the words of whoever holds the pen', () => {
  open.document.pen.value = 0
  const goal = String(addGoal('Swim'))
  expect(open.shown.goals[0]).toMatchObject({ id: goal, title: 'Swim', by: 0 })
  archiveGoal(goal)
  expect(open.shown.goals[0]?.archived).toBe(true)
  bringBackGoal(goal)
  expect(open.shown.goals[0]?.archived).toBe(false)
})

test('what the other wrote is suggested until the owner takes it, who may let go of it any day', () => {
  const goal = () => open.shown.goals[0] as Goal
  open.document.pen.value = 1
  const id = String(addGoal('Swim'))
  expect([isSuggested(goal()), isTaken(goal())]).toEqual([true, false])
  expect(takeGoal(id)).toEqual({ refused: 'theirs to say' })
  open.document.pen.value = 'both'
  expect(takeGoal(id)).toBe('done')
  expect([isSuggested(goal()), isTaken(goal())]).toEqual([false, true])
  open.document.pen.value = 0
  declineGoal(id)
  expect([isSuggested(goal()), isTaken(goal())]).toEqual([false, false])
  leaveGoalOpen(id)
  expect(isSuggested(goal())).toBe(true)
  open.document.pen.value = 1
  expect(setGoalState(id, 'resting')).toBe('done')
  expect(goal()).toMatchObject({ state: 'resting', taken: '' })
})

test('one\u2019s own goal is taken at once', () => {
  open.document.pen.value = 0
  addGoal('Swim')
  expect(open.shown.goals.map(isTaken)).toEqual([true])
})

test('a wish becomes a goal with its people, and says where it came from', () => {
  const sea = String(addPerson({ name: 'The sea', kind: 'place' }))
  const wish = String(addWish({ words: 'See the sea' }))
  linkWish(wish, sea, true)
  addGoalOf(open.shown.wishes[0] as Wish)
  expect(open.shown.goals).toMatchObject([{ title: 'See the sea', origin: `wishes/${wish}`, people: [sea] }])
  addStep({ what: 'Look up the bus', origin: `wishes/${wish}` })
  expect(open.shown.steps).toMatchObject([{ goal: '', origin: `wishes/${wish}` }])
})

test('goals and steps stand where they are put, and a step joins the goal of its neighbour', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((title) => String(addGoal(title))) as [string, string, string]
  moveGoal(c, { before: a })
  moveGoal(a, { after: b })
  expect(open.shown.goals.map(({ title }) => title)).toEqual(['c', 'b', 'a'])
  const [one, two] = [a, b].map((goal) => String(addStep({ goal, what: goal }))) as [string, string]
  moveStep(two, { before: one })
  expect(open.shown.steps).toMatchObject([
    { id: two, goal: a },
    { id: one, goal: a },
  ])
})

test('people are linked and unlinked', () => {
  const goal = String(addGoal('Paint'))
  const step = String(addStep({ goal, what: 'Ask' }))
  const sol = String(addPerson({ name: 'Sol', kind: 'person' }))
  linkPerson('goals', goal, sol, true)
  linkPerson('steps', step, sol, true)
  linkPerson('goals', goal, sol, false)
  expect(open.shown.goals[0]?.people).toEqual([])
  expect(open.shown.steps[0]?.people).toEqual([sol])
})

test('what cannot be is refused with a reason', () => {
  expect(addGoal(' ')).toEqual({ refused: 'empty' })
  expect(addStep({ what: 'x'.repeat(20_001) })).toEqual({ refused: 'too long' })
  expect(setStepDone('nowhere', 'done')).toEqual({ refused: 'gone' })
  current.value = null
  expect(addGoal('Swim')).toEqual({ refused: 'nothing open' })
})

test('whoever is linked and put away is still named where they were, and goes only where they are taken out everywhere', () => {
  const ann = String(addPerson({ name: 'Ann', kind: 'person' }))
  const goal = String(addGoal('Swim'))
  const step = String(addStep({ goal, what: 'Ask' }))
  linkPerson('goals', goal, ann, true)
  setStepWho(step, { kind: 'person', id: ann })
  archivePerson(ann)
  const named = () => [
    open.shown.goals[0]?.people.map((id) => open.shown.people.find((one) => one.id === id)?.name),
    open.shown.steps.map(({ who }) => whoWords(who, open.shown)),
  ]
  expect(named()).toEqual([['Ann'], ['Ann']])
  takeOutEverywhere(ann)
  expect(named()).toEqual([[], ['Nobody yet']])
})
