/** A lost yes is the owner's to put back, and nobody else makes one: not where both hold the pen, and not by taking something back. */

import { afterEach, expect, test } from 'vitest'
import type { By } from '../../../sync/document.ts'
import { addDisclosure, sayNo, sayYes, standingOf, takeYesBack } from '../barriers/telling-actions.ts'
import { current } from '../document/current.ts'
import { type Device, meet, startTogether } from '../document/devices-for-tests.ts'
import { addOuting, letOutingGo, sayNoThanks } from '../out/actions.ts'
import { addGoal, declineGoal, takeGoal } from '../plan/actions.ts'
import { undoLast } from '../working/undoing.ts'
import { putBack } from './kept-actions.ts'

afterEach(() => {
  current.value = null
})

/** The shared tablet, in the hands of both, and the owner's phone. */
function pair(seed: number) {
  const [tablet, phone] = startTogether(seed, ['both', 0]) as [Device, Device]
  return { tablet, phone, shown: () => tablet.document.snapshot.peek() }
}

test.each([1, 2, 3])('with seed %i, a lost answer is put back in no name that nobody gave', (seed) => {
  const { tablet, phone, shown } = pair(seed)
  const id = String(tablet.do(() => addDisclosure({ words: 'that I may leave', to: 'the tutor' })))
  const goal = String(tablet.do(() => addGoal('Swim')))
  meet(tablet, phone)
  tablet.do(() => [sayNo(id), declineGoal(goal)])
  phone.do(() => [sayYes(id), takeGoal(goal)])
  meet(tablet, phone)
  const before = shown()
  const lost = before.kept.map((one) => one.id)
  expect(lost).toHaveLength(2)
  const tries: readonly (readonly [pen: By, hand?: By])[] = [['both'], ['both', 1], [1], [1, 0], [1, 1], [0, 1]]
  for (const [pen, ...hand] of tries) {
    tablet.document.pen.value = pen
    for (const one of lost)
      expect(tablet.do(() => putBack(one, undefined, ...hand))).toEqual({ refused: 'theirs to say' })
    expect(shown()).toBe(before)
  }
  tablet.document.pen.value = 'both'
  for (const one of lost) expect(tablet.do(() => putBack(one, undefined, 0))).toBe('done')
  const value = (field: string) => before.kept.find((one) => one.field === field)?.value
  const answer = value('consent')
  const isYes = JSON.stringify(answer).includes('exactly')
  expect(shown().disclosures[0]?.consent).toEqual(isYes ? { kind: 'open' } : answer)
  expect(shown().goals[0]?.taken).toEqual(value('taken'))
  expect(shown().kept).toEqual([])
})

test('a no thanks that stands is the owner\u2019s, and gives way to what the other wrote at the same time by their hand alone', () => {
  const standing = [1, 2, 3, 4, 5, 6].filter((seed) => {
    const { tablet, phone, shown } = pair(seed)
    const id = String(tablet.do(() => addOuting('Swim')))
    meet(tablet, phone)
    tablet.document.pen.value = 1
    tablet.do(() => letOutingGo(id))
    phone.do(() => sayNoThanks(id))
    meet(tablet, phone)
    if (shown().outings[0]?.state !== 'no thanks') return false
    const lost = shown().kept.find(({ field }) => field === 'state')?.id ?? ''
    expect(tablet.do(() => putBack(lost))).toEqual({ refused: 'theirs to say' })
    expect(phone.do(() => putBack(lost))).toBe('done')
    return true
  })
  expect(standing).not.toEqual([])
})

test('a yes that was taken back is made again by taking that back in the hand of its owner alone', () => {
  const { tablet, shown } = pair(1)
  const id = String(tablet.do(() => addDisclosure({ words: 'that I may leave', to: 'the tutor' })))
  for (const [pen, standing] of [['both', 'open'] as const, [0, 'yes'] as const]) {
    tablet.document.pen.value = pen
    tablet.do(() => [sayYes(id), takeYesBack(id), undoLast()])
    expect(shown().disclosures.map((one) => standingOf(one, '2026-11-23'))).toEqual([standing])
  }
})
