/** What was said about someone, in the words of a folded line. */

import { expect, test } from 'vitest'
import { connectionWords, listed, pickedWords, togetherWords, touchWords } from './told-of-person.ts'

const QUIET = { in_person: '', by_phone: '', online: '' } as const

test('where nothing was said, nothing stands', () => {
  expect(connectionWords({ service: 'unknown', contexts: [] })).toBe('')
  expect(touchWords(QUIET)).toBe('')
  expect(togetherWords({ together: '', they_help: '', i_help: '' })).toBe('')
})

test('a kind of connection, and where from', () => {
  expect(connectionWords({ service: 'outside', contexts: ['friend', 'neighbour'] })).toBe(
    'Outside services. Friend, neighbour',
  )
  expect(connectionWords({ service: 'unknown', contexts: ['club'] })).toBe('Club or group')
})

test('how often, each way on its own; every day and not any more may both be true', () => {
  expect(touchWords({ ...QUIET, in_person: 'lost touch', by_phone: 'daily' })).toBe(
    'In person not any more, on the phone every day',
  )
  expect(touchWords({ ...QUIET, online: 'varies' })).toBe('By message it varies')
})

test('what is done together, and for each other, in their own words', () => {
  expect(togetherWords({ together: 'Walk the dog', they_help: 'forms', i_help: '' })).toBe(
    'Walk the dog. They help: forms',
  )
})

test('nobody is invited to move someone who has died', () => {
  expect(pickedWords({ name: 'Ana', died: false })).toBe('Tap a ring to move Ana')
  expect(pickedWords({ name: 'Dad', died: true })).toBe('Dad')
})

test('only words of ours are written small: the first of each stays', () => {
  expect(listed(['Friend', 'Neighbour', 'A service'])).toBe('Friend, neighbour, a service')
  expect(listed([])).toBe('')
})
