import { expect, test } from 'vitest'
import { within } from './within.ts'

test('an answer in time is the answer', async () => {
  expect(await within(1000, Promise.resolve('here'), 'late')).toBe('here')
})

test('a promise that never settles does not hold anybody up', async () => {
  expect(await within(1, new Promise(() => undefined), 'late')).toBe('late')
})

test('a failure in time is the failure', async () => {
  await expect(within(1000, Promise.reject(new Error('broken')), 'late')).rejects.toThrow('broken')
})
