import { expect, test } from 'vitest'
import { allWords, fromBits, toBits } from './words.ts'

test('there are 2,048 words that differ in their first four letters', async () => {
  const words = await allWords()
  expect(words).toHaveLength(2048)
  expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(2048)
})

test('words and numbers undo each other', async () => {
  for (const bits of [0n, 1n, 2n ** 132n - 1n, 0x123456789abcdef0123456789abcdef01n]) {
    const words = await fromBits(bits, 12)
    expect(await toBits(words)).toBe(bits)
    expect(await toBits(words.map((word) => word.slice(0, 4).toUpperCase()))).toBe(bits)
  }
  expect(await toBits(['xxxx'])).toBeNull()
  const [first = ''] = await fromBits(0n, 1)
  expect(await toBits([`${first}s`])).toBeNull()
})
