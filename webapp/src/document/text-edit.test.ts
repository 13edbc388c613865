import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit, findEdit, moveIndex, rebase } from './text-edit.ts'
import { countCodePoints, inPieces, splitsPair, wellFormed } from './well-formed.ts'

const words = fc.string({ unit: fc.constantFrom('a', 'b', '👋', '👍', 'é'), maxLength: 12 })

describe('an edit', () => {
  test.each([
    ['aaa', 'aaaa', 2, { at: 1, remove: 0, insert: 'a' }],
    ['aaa', 'aa', 0, { at: 0, remove: 1, insert: '' }],
    ['teh cat', 'the cat', 3, { at: 1, remove: 2, insert: 'he' }],
    ['teh cat', 'the cat', 7, { at: 1, remove: 2, insert: 'he' }],
    ['hi 👋', 'hi 👍', 5, { at: 3, remove: 2, insert: '👍' }],
    ['same', 'same', 2, { at: 2, remove: 0, insert: '' }],
  ])('from %j to %j with the caret at %i', (before, after, caret, edit) => {
    expect(findEdit(before, after, caret)).toEqual(edit)
  })

  test('leads from one text to the other and never splits a pair', () => {
    fc.assert(
      fc.property(words, words, fc.nat(30), (before, after, caret) => {
        const edit = findEdit(before, after, caret)
        expect(applyEdit(before, edit)).toBe(after)
        expect(wellFormed(edit.insert)).toBe(edit.insert)
        expect(splitsPair(before, edit.at) || splitsPair(before, edit.at + edit.remove)).toBe(false)
      }),
    )
  })

  test('moves to where it was meant when the other was first', () => {
    fc.assert(
      fc.property(words, words, words, (from, mine, theirs) => {
        const edit = findEdit(from, mine, mine.length)
        const other = findEdit(from, theirs, theirs.length)
        const both = rebase(edit, other).reduce(applyEdit, theirs)
        expect(both).toContain(edit.insert)
        expect(both).toContain(other.insert.slice(0, edit.remove > 0 ? 0 : undefined))
        expect(wellFormed(both)).toBe(both)
        expect(both.length).toBeGreaterThanOrEqual(edit.insert.length + other.insert.length)
      }),
    )
  })

  test('moves an index only from behind it', () => {
    const edit = { at: 2, remove: 3, insert: 'x' }
    expect([0, 2, 3, 5, 7].map((index) => moveIndex(index, edit))).toEqual([0, 2, 3, 3, 5])
  })
})

describe('text in code points', () => {
  test('counts, mends and cuts whole ones', () => {
    expect(countCodePoints('a👋é')).toBe(3)
    expect(wellFormed('a\ud83db\udc4b👋')).toBe('a\uFFFDb\uFFFD👋')
    expect(inPieces('a👋b👍c', 2)).toEqual(['a👋', 'b👍', 'c'])
    expect(inPieces('', 2)).toEqual([])
  })
})
