import { expect, test } from 'vitest'
import { toRegister } from './register.ts'

test('whole numbers that another language wrote as big integers are numbers, however deep', () => {
  const stored = [['close', 900n, { kind: [1n] }], 1n, 5n]
  expect(toRegister(stored)).toEqual({ value: ['close', 900, { kind: [1] }], by: 1, at: 5 })
})

test('what is nested out of all measure reads as nothing from there on, and can be written out', () => {
  let value: unknown = 1
  for (let depth = 0; depth < 6000; depth++) value = [value]
  expect(JSON.stringify(toRegister([value, 0, 5])?.value)).toBe(`${'['.repeat(16)}null${']'.repeat(16)}`)
})
