import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson, undo } from './actions.ts'
import { setTieStrength, tie, tieBetween, tiedTo, tieOrUntie, untie } from './tie-actions.ts'

const open = openForEach()

test('a tie is the same, whoever is tapped first; a second tap takes it away', () => {
  const ann = String(addPerson({ name: 'Ann', kind: 'person' }))
  const bo = String(addPerson({ name: 'Bo', kind: 'person' }))
  expect(tie(bo, ann)).toBe('done')
  expect(open.shown.ties).toEqual([{ a: ann, b: bo, strength: 'tie' }])
  tie(ann, bo)
  setTieStrength(ann, bo, 'strong')
  expect(tieBetween(open.shown.ties, bo, ann)?.strength).toBe('strong')
  tieOrUntie(bo, ann)
  expect(open.shown.ties).toEqual([])
  tieOrUntie(ann, bo)
  expect(tiedTo(open.shown.ties, bo)).toEqual(new Set([ann]))
  untie(ann, bo)
  expect(tieBetween(open.shown.ties, ann, bo)).toBeNull()
})

test('undo goes back tie by tie, in the hand that tied', () => {
  const [ann, bo, cy] = ['Ann', 'Bo', 'Cy'].map((name) => String(addPerson({ name, kind: 'person' })))
  tie(ann ?? '', bo ?? '', 1)
  tie(bo ?? '', cy ?? '', 0)
  expect(open.document.undo(1)).toBe('undone')
  expect(open.shown.ties).toEqual([{ a: bo, b: cy, strength: 'tie' }])
  expect(open.document.undo(0)).toBe('undone')
  expect(open.shown.ties).toEqual([])
  expect(undo()).toBe('undone')
})

test('nobody is tied to themselves, or to somebody who is not there', () => {
  const ann = String(addPerson({ name: 'Ann', kind: 'person' }))
  expect(tie(ann, ann)).toEqual({ refused: 'gone' })
  expect(tie(ann, 'nobody')).toEqual({ refused: 'gone' })
  expect(open.shown.ties).toEqual([])
})

test('ties that nobody touched stay the same objects', () => {
  const [ann = '', bo = '', cy = ''] = ['Ann', 'Bo', 'Cy'].map((name) => String(addPerson({ name, kind: 'person' })))
  tie(ann, bo)
  const { ties, people } = open.shown
  tie(bo, cy)
  expect(open.shown.ties[0]).toBe(ties[0])
  expect(open.shown.people).toBe(people)
})
