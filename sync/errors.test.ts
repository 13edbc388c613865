import { expect, test } from 'vitest'
import python from './errors.py?raw'
import { ALL_CODES, Damaged, Malformed, Refused, Suspicious, SyncError } from './errors.ts'

test('the codes are the same as in Python', () => {
  const groups = python.slice(python.indexOf('EntryCode ='), python.indexOf('DamagedCode ='))
  const codes = new Set([...groups.matchAll(/"([A-Z_]+)"/g)].map(([, code]) => code))
  expect([...ALL_CODES].sort()).toEqual([...codes].sort())
})

test('every refusal is a SyncError with a code', () => {
  const errors = [
    new Malformed('cut short'),
    new Damaged('KEY_WEAK'),
    new Suspicious('OMISSION'),
    new Refused('RATE', 5),
  ]
  expect(errors.map((error) => error.code)).toEqual(['MALFORMED', 'KEY_WEAK', 'OMISSION', 'RATE'])
  expect(errors.every((error) => error instanceof SyncError)).toBe(true)
  expect(errors[0]).toBeInstanceOf(Damaged)
  expect(errors[0]?.message).toBe('MALFORMED: cut short')
})
