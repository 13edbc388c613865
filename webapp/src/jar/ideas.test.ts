import { afterEach, expect, test } from 'vitest'
import { copyInto } from '../document/afresh.ts'
import { current } from '../document/current.ts'
import { type Device, meet, startTogether } from '../document/devices-for-tests.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { setNames } from '../map/actions.ts'
import { addGoal, addGoalOf, setGoalIdea } from '../plan/actions.ts'
import { sentence } from '../working/kept-words.ts'
import { addWish, setWishIdea } from './actions.ts'
import { ideasBy } from './ideas.ts'

afterEach(() => {
  current.value = null
})

function apart(seed: number) {
  const [tablet, phone] = startTogether(seed, ['both', 0]) as [Device, Device]
  tablet.do(() => setNames(['Sam', 'Jo']))
  const wish = String(tablet.do(() => addWish({ words: 'the sea' })))
  const goal = String(tablet.do(() => addGoal('Swim')))
  meet(tablet, phone)
  return { tablet, phone, wish, goal }
}

test('ideas stand side by side in words, and a goal that came of a wish is told once', () => {
  const { tablet, wish, goal } = apart(1)
  const shown = () => tablet.document.snapshot.peek()
  expect(ideasBy(shown())).toEqual([])
  tablet.do(() => setWishIdea(wish, 0))
  tablet.do(() => setGoalIdea(goal, 'both'))
  const [sea] = shown().wishes
  if (sea === undefined) throw new Error('no wish')
  const made = String(tablet.do(() => addGoalOf(sea)))
  expect(shown().goals.find(({ id }) => id === made)?.idea).toBe(0)
  expect(ideasBy(shown())).toEqual([
    [0, ['the sea']],
    ['both', ['Swim']],
  ])
})

test('two say at once whose idea it was: one stands, and the other is told in words', () => {
  const { tablet, phone, goal } = apart(2)
  tablet.do(() => setGoalIdea(goal, 1))
  phone.do(() => setGoalIdea(goal, 'someone else'))
  meet(tablet, phone)
  const shown = phone.document.snapshot.peek()
  expect(shown).toEqual(tablet.document.snapshot.peek())
  const [lost] = shown.kept
  if (lost === undefined) throw new Error('nothing kept')
  expect(sentence(lost, shown)).toMatch(/chose: (Jo|Somebody else)$/)
})

test('it comes along into a place begun afresh', () => {
  const { tablet, wish, goal } = apart(3)
  tablet.do(() => setWishIdea(wish, 'someone else'))
  tablet.do(() => setGoalIdea(goal, 1))
  const target = new SharedDocument({ now: () => 0 })
  copyInto(target, tablet.document.snapshot.peek(), new Set())
  expect(target.snapshot.peek()).toMatchObject({ wishes: [{ idea: 'someone else' }], goals: [{ idea: 1 }] })
})
