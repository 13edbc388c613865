import { expect, test } from 'vitest'
import limits from '../../../sync/limits.json'
import { current } from './current.ts'
import { addThing, addWords, changeAs, changeOwn, changeThing, found } from './deeds.ts'
import type { Draft } from './draft.ts'
import { openForEach } from './open-for-tests.ts'

const open = openForEach()

const makeWorry = (draft: Draft): string => draft.create('worries', { by: 1 }, { words: 'the crowd' })
const putAway = (id: string) => (draft: Draft) => draft.set('worries', id, 'archived', true)

test('what is there is found, and nothing else is', () => {
  const id = String(addThing('add worry', makeWorry, 1))
  expect(found('worries', id)?.words).toBe('the crowd')
  expect(found('needs', id)).toBeUndefined()
  current.value = null
  expect(found('worries', id)).toBeUndefined()
})

test('words that are none, or too many, add nothing', () => {
  expect(addWords('add worry', ' \n', makeWorry, 1)).toEqual({ refused: 'empty' })
  expect(addWords('add worry', 'x'.repeat(limits.text_code_points + 1), makeWorry, 1)).toEqual({ refused: 'too long' })
  expect(open.shown.worries).toEqual([])
})

test('where nothing is open nothing is done, and what is not there is changed by nobody', () => {
  expect(changeThing('archive worry', 'worries', 'none', putAway('none'))).toEqual({ refused: 'gone' })
  expect(changeOwn('archive worry', 'worries', 'none', putAway('none'))).toEqual({ refused: 'gone' })
  current.value = null
  expect(addThing('add worry', makeWorry)).toEqual({ refused: 'nothing open' })
  expect(changeOwn('archive worry', 'worries', 'none', putAway('none'))).toEqual({ refused: 'nothing open' })
})

test('one\u2019s own is changed in one\u2019s own hand, also where both hold the pen, and never by the other', () => {
  const id = String(addThing('add worry', makeWorry, 1))
  open.document.pen.value = 0
  expect(changeOwn('archive worry', 'worries', id, putAway(id))).toEqual({ refused: 'theirs to say' })
  expect(changeAs(1, 'archive worry', 'worries', id, putAway(id))).toEqual({ refused: 'theirs to say' })
  expect(addThing('add worry', makeWorry, 1)).toEqual({ refused: 'theirs to say' })
  open.document.pen.value = 'both'
  expect(changeOwn('archive worry', 'worries', id, putAway(id))).toBe('done')
  expect(open.shown.worries[0]?.archived).toBe(true)
  expect(open.document.lastStepOf(1)?.what).toBe('archive worry')
})
