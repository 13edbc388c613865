import { expect, test } from 'vitest'
import { draftOf } from './draft.ts'

const nothing = { did: null, felt: null, next: '', meeting: '' } as const

test('three answers make a few sentences', () => {
  expect(draftOf({ did: 'map', felt: 'good', next: 'Look up the bus', meeting: 'Friday at ten' })).toBe(
    'Today we looked at the map together. It was good. Next: Look up the bus. We meet again: Friday at ten.',
  )
})

test('any of them may be left out, and nothing answered says nothing', () => {
  expect(draftOf({ ...nothing, meeting: 'Friday' })).toBe('')
  expect(draftOf({ ...nothing, felt: 'hard' })).toBe('It was hard, and we did it.')
  expect(draftOf({ ...nothing, next: ' Ask Sol! ' })).toBe('Next: Ask Sol!')
})
