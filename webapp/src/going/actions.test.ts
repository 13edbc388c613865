import { expect, test } from 'vitest'
import type { Felt } from '../../../sync/document.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { addOuting } from '../out/actions.ts'
import { addOccasion, beginImpression, setFelt } from '../out/afterwards-actions.ts'
import { addGoal, addStep, declineGoal, setStepDone, takeGoal } from '../plan/actions.ts'
import { addSaying, answer } from '../talk/actions.ts'
import { agreedOn, applyTo, carryToBoard, doAsAgreed, goalsToDecide, isOnBoard } from './actions.ts'
import { happened } from './happened.ts'

const open = openForEach()

test('a goal rests when both say so, and nothing happens to it before or without that', () => {
  const goal = String(addGoal('Swim'))
  const beside = `goals/${goal}`
  const agreed = () => open.shown.goals.map((one) => agreedOn(one, open.shown))
  answer({ question: 'goal', said: 'rest', by: 0, beside })
  expect(agreed()).toEqual([null])
  answer({ question: 'goal', said: 'keep', by: 1, beside })
  expect(agreed()).toEqual([null])
  answer({ question: 'goal', said: 'rest', by: 1, beside })
  expect(agreed()).toEqual(['resting'])
  const [first] = open.shown.goals
  expect(first && doAsAgreed(first, open.shown)).toBe('done')
  expect(open.shown.goals[0]?.state).toBe('resting')
  expect(agreed()).toEqual([null])
  for (const by of [0, 1]) answer({ question: 'goal', said: 'keep', by, beside })
  expect(agreed()).toEqual(['open'])
})

test('nothing is asked about a goal that is only suggested, or that got a no', () => {
  const asked = () => goalsToDecide(open.shown).map(({ title }) => title)
  open.document.pen.value = 1
  const goal = String(addGoal('Join the choir'))
  open.document.pen.value = 0
  addGoal('Swim')
  expect(asked()).toEqual(['Swim'])
  takeGoal(goal)
  expect(asked()).toEqual(['Join the choir', 'Swim'])
  declineGoal(goal)
  expect(asked()).toEqual(['Swim'])
})

test('what happened is told in words, and nothing is counted', () => {
  expect(happened(open.shown)).toEqual([])
  addOccasion(String(addOuting('The art class')), '2026-11-16')
  setStepDone(String(addStep({ what: 'Ring Lee' })), 'done')
  setStepDone(String(addStep({ what: 'Ask about the bus' })), 'let go')
  addStep({ what: 'Still to do' })
  expect(happened(open.shown)).toEqual([
    expect.stringMatching(/^You went: The art class, .*16 Nov/),
    'Done: Ring Lee',
    'Let go: Ask about the bus',
  ])
})

test('nobody is told that they went where they say that they did not', () => {
  const outing = String(addOuting('The art class'))
  const occasion = String(addOccasion(outing, '2026-11-16'))
  const says = (by: number, felt: Felt) => setFelt(String(beginImpression({ outing, occasion, by })), felt)
  says(0, 'did not go')
  expect(happened(open.shown)).toEqual([expect.stringMatching(/^Not this time: The art class, .*16 Nov/)])
  says(1, 'ok')
  expect(happened(open.shown)).toEqual([expect.stringMatching(/^You went: The art class/)])
})

test('what stopped it goes to the board in the words of whoever said it, and what helped goes beside a goal', () => {
  const goal = String(addGoal('Swim'))
  addSaying({ words: 'the noise', kind: 'stopped', by: 0 })
  addSaying({ words: 'going with Lee', kind: 'helped', by: 1, through: 'Mo' })
  const [stopped, helped] = open.shown.sayings
  if (stopped === undefined || helped === undefined) throw new Error('nothing said')
  expect(isOnBoard(stopped, open.shown)).toBe(false)
  carryToBoard(stopped)
  expect(isOnBoard(stopped, open.shown)).toBe(true)
  expect(open.shown.barriers).toMatchObject([{ words: 'the noise', by: 0 }])
  applyTo(goal, helped)
  expect(open.shown.sayings[2]).toMatchObject({
    words: 'going with Lee',
    by: 1,
    beside: `goals/${goal}`,
    through: 'Mo',
  })
})
