import { expect, test } from 'vitest'
import { adjectives, labelFrom, nouns } from './labels.ts'

test('there are 64 of each, so that every byte is as likely as any other', () => {
  expect(new Set(adjectives).size).toBe(64)
  expect(new Set(nouns).size).toBe(64)
  expect(adjectives).toHaveLength(64)
  expect(nouns).toHaveLength(64)
})

test('a label is two plain words, the first with a capital letter', () => {
  expect(labelFrom(Uint8Array.of(0, 0))).toBe('Blue heron')
  expect(adjectives.filter((word) => !/^[A-Z][a-z]{3,8}$/.test(word))).toEqual([])
  expect(nouns.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([])
})

test('every pair of words comes up, each for equally many bytes', () => {
  const seen = new Map<string, number>()
  for (let first = 0; first < 256; first++) {
    for (let second = 0; second < 256; second++) {
      const label = labelFrom(Uint8Array.of(first, second))
      seen.set(label, (seen.get(label) ?? 0) + 1)
    }
  }
  expect(seen.size).toBe(64 * 64)
  expect(new Set(seen.values())).toEqual(new Set([16]))
})

test('bytes beyond the second change nothing', () => {
  expect(labelFrom(Uint8Array.of(9, 7, 200))).toBe(labelFrom(Uint8Array.of(9, 7)))
})

test('too few bytes are refused, not filled up', () => {
  expect(() => labelFrom(new Uint8Array(0))).toThrow(RangeError)
  expect(() => labelFrom(new Uint8Array(1))).toThrow(RangeError)
})
