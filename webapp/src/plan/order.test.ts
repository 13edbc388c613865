import { expect, test } from 'vitest'
import { placeAt } from './order.ts'

const rows = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, top: at * 100, bottom: at * 100 + 100 }))

test('what is dragged comes to stand beside the row under the finger, before or behind its middle', () => {
  expect(placeAt(rows, 'a', 260)).toEqual({ after: 'c' })
  expect(placeAt(rows, 'a', 240)).toEqual({ before: 'c' })
  expect(placeAt(rows, 'd', 10)).toEqual({ before: 'a' })
  expect(placeAt(rows, 'd', 90)).toEqual({ after: 'a' })
})

test('beyond the ends it stands first or last', () => {
  expect(placeAt(rows, 'b', -50)).toEqual({ before: 'a' })
  expect(placeAt(rows, 'b', 900)).toEqual({ after: 'd' })
})

test('where it would stand as it does now, nothing is done', () => {
  expect(placeAt(rows, 'b', 150)).toBeNull()
  expect(placeAt(rows, 'b', 240)).toBeNull()
  expect(placeAt(rows, 'b', 60)).toBeNull()
  expect(placeAt(rows, 'nowhere', 60)).toBeNull()
})
