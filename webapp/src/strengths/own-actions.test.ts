/** Good things on one's own list: nothing of them is in the pair but what was chosen, said by the one who helps of themselves. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import { current } from '../document/current.ts'
import { NOW_MS, openForEach } from '../document/open-for-tests.ts'
import { OwnDocument } from '../document/own-document.ts'
import { HELPER } from '../offers/asked.ts'
import { counts, isTakenOff } from './actions.ts'
import { addOwnStrength, archiveOwnStrength, shownStrength, showStrength, takeStrengthOff } from './own-actions.ts'

const open = openForEach()
let own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })

beforeEach(() => {
  own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })
})
afterEach(() => own.close())

/** One on the own list. */
function writes(words: string) {
  const id = addOwnStrength(own, words, 'good at')
  const made = own.snapshot.peek().strengths.find((one) => one.id === id)
  if (made === undefined) throw new Error('not added')
  return made
}

test('what is written on the own list is in the own place alone', () => {
  writes('carpentry')
  expect(own.snapshot.peek().strengths.map(({ words }) => words)).toEqual(['carpentry'])
  expect(open.shown.strengths).toEqual([])
  expect(addOwnStrength(own, '  ', 'like')).toEqual({ refused: 'empty' })
})

test('one that is shown stands in the pair once, said by them of themselves, and counts; the others do not', () => {
  const carpentry = writes('carpentry')
  writes('chess')
  showStrength(carpentry)
  expect(showStrength(carpentry)).toEqual({ refused: 'there already' })
  const [copy] = open.shown.strengths
  expect(open.shown.strengths).toHaveLength(1)
  expect(copy).toMatchObject({ words: 'carpentry', kind: 'good at', about: HELPER, by: HELPER })
  expect(copy && counts(copy)).toBe(true)
})

test('taken off, its words are gone from the pair, and no undo leaves them there; it can be shown again; put away on the own list, it stays where it is shown', () => {
  const carpentry = writes('carpentry')
  showStrength(carpentry)
  open.document.undo()
  expect(shownStrength(open.shown, carpentry)).toBeDefined()
  expect(takeStrengthOff(carpentry)).toBe('done')
  expect(shownStrength(open.shown, carpentry)).toBeUndefined()
  expect(JSON.stringify(open.shown)).not.toContain('carpentry')
  expect(open.shown.strengths.every(isTakenOff)).toBe(true)
  expect(takeStrengthOff(carpentry)).toEqual({ refused: 'gone' })
  showStrength(carpentry)
  archiveOwnStrength(own, carpentry.id, true)
  expect(own.snapshot.peek().strengths[0]?.archived).toBe(true)
  expect(shownStrength(open.shown, carpentry)).toBeDefined()
  expect(archiveOwnStrength(own, 'nobody', true)).toEqual({ refused: 'gone' })
})

test('in the hand of the owner of the map nothing is shown for the one who helps', () => {
  const carpentry = writes('carpentry')
  const pen = current.peek()?.pen
  if (pen) pen.value = 0
  expect(showStrength(carpentry)).toEqual({ refused: 'theirs to say' })
  expect(takeStrengthOff(carpentry)).toEqual({ refused: 'theirs to say' })
  expect(open.shown.strengths).toEqual([])
})
