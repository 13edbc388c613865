import { expect, test } from 'vitest'
import { brief, dayWords, hasBeen, whenWords, whoWords } from './said.ts'

const document = { names: ['Ama', ''], people: [] }

test('who, in words: names, colours without names, and never a number', () => {
  expect(whoWords({ kind: 'member', member: 0 }, document)).toBe('Ama')
  expect(whoWords({ kind: 'member', member: 1 }, document)).toBe('Green')
  expect(whoWords({ kind: 'both' }, document)).toBe('Both')
  expect(whoWords({ kind: 'person', id: 'not there' }, document)).toBe('Someone put away')
  expect(whoWords({ kind: 'other', name: ' ' }, document)).toBe('Someone else')
  expect(whoWords({ kind: 'unknown' }, document)).toBe('Nobody yet')
})

test('a day is only a day, also one long ago', () => {
  expect(dayWords('2026-11-30', 2026)).toBe('Monday 30 November')
  expect(dayWords('2016-02-29', 2026)).toBe('Monday 29 February 2016')
  expect(dayWords('soon', 2026)).toBe('soon')
  expect(whenWords({ kind: 'next' })).toBe('Next time we meet')
  expect(whenWords({ kind: 'none' })).toBe('')
})

test('a day has been once it is yesterday', () => {
  const now = new Date(2026, 10, 30, 23, 59)
  expect(['2026-11-29', '2026-11-30', '2026-12-01', '2025-12-31'].map((day) => hasBeen(day, now))).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('twenty thousand letters are a short heading', () => {
  expect(brief('x'.repeat(20_000), 'nothing')).toHaveLength(61)
  expect(brief('  ', 'nothing')).toBe('nothing')
  expect(brief('Ask\nSol', 'nothing')).toBe('Ask Sol')
})
