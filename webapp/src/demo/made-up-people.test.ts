import { expect, test } from 'vitest'
import { isDocument } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { awaitsAnswer, counts } from '../strengths/actions.ts'
import { onBoth } from '../two-maps/on-both.ts'
import { makeUpPeople } from './made-up-people.ts'

test('the made-up pair has something of everything, and nothing of it reaches a real document', () => {
  const document = makeUpPeople(() => Date.UTC(2026, 10, 23))
  const { names, people, ties, goals, steps, strengths, help, offers, kept } = document.snapshot.peek()
  expect(current.peek()).toBeNull()
  expect(isDocument(document.snapshot.peek())).toBe(true)
  expect(names).toEqual(['Ama', 'Jo'])
  expect(new Set(people.map(({ kind }) => kind))).toEqual(new Set(['person', 'place', 'activity', 'service', 'animal']))
  expect(people.filter(({ died }) => died).map(({ name }) => name)).toEqual(['Hugo'])
  expect(people.filter(({ wonder }) => wonder).map(({ name, wonder }) => [name, wonder?.by])).toEqual([['Rima', 1]])
  expect(new Set(ties.map(({ strength }) => strength))).toEqual(new Set(['tie', 'strong']))
  expect(people.some(({ service, in_person }) => service === 'outside' && in_person !== '')).toBe(true)
  expect(goals).toHaveLength(2)
  expect(steps).toHaveLength(4)
  expect(steps.every((step) => goals.some(({ id }) => id === step.goal))).toBe(true)
  expect(strengths.filter(counts).map(({ about }) => about)).toEqual([0, 1])
  expect(strengths.filter(awaitsAnswer)).toHaveLength(1)
  expect(help.flatMap((one) => one.people)).toHaveLength(2)
  expect(offers.map(({ name, asked }) => name !== '' || asked === 'not yet')).toEqual([true, true, true, true])
  expect(onBoth({ people, offers })).toEqual(['Corner café'])
  expect(kept).toEqual([])
  expect(document.canUndo.peek()).toBeNull()
  expect(document.pen.peek()).toBe('both')
})
