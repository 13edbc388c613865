import { expect, test } from 'vitest'
import type { Step, When, Who } from '../../../sync/document.ts'
import { chosenSteps, type WhenChosen, type Whose } from './chosen-steps.ts'

const step = (id: string, who: Who, when: When): Step => ({ id, who, when }) as Step

const steps = [
  step('late', { kind: 'member', member: 0 }, { kind: 'day', day: '2027-01-05' }),
  step('both', { kind: 'both' }, { kind: 'next' }),
  step('long ago', { kind: 'member', member: 1 }, { kind: 'day', day: '2020-02-29' }),
  step('sol', { kind: 'person', id: 'sol' }, { kind: 'none' }),
  step('coach', { kind: 'other', name: 'the coach' }, { kind: 'next' }),
  step('open', { kind: 'unknown' }, { kind: 'none' }),
]
const ids = (whose: Whose, when: WhenChosen) => chosenSteps(steps, whose, when).map(({ id }) => id)

test('steps are chosen by who does them: what both do is each one\u2019s, too', () => {
  expect(ids('all', 'any')).toHaveLength(6)
  expect(ids('member 0', 'any')).toEqual(['late', 'both'])
  expect(ids('member 1', 'any')).toEqual(['both', 'long ago'])
  expect(ids('both', 'any')).toEqual(['both'])
  expect(ids('else', 'any')).toEqual(['sol', 'coach'])
  expect(ids('unknown', 'any')).toEqual(['open'])
})

test('and by when: those with a day by their day, one long ago among them', () => {
  expect(ids('all', 'next')).toEqual(['both', 'coach'])
  expect(ids('all', 'day')).toEqual(['long ago', 'late'])
  expect(ids('all', 'none')).toEqual(['sol', 'open'])
  expect(ids('member 0', 'next')).toEqual(['both'])
})
