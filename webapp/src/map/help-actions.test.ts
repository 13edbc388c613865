import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson, undo } from './actions.ts'
import {
  addSituation,
  answerSituation,
  bringBackSituation,
  linkHelper,
  putAwaySituation,
  rewordSituation,
  setGives,
  situationsShown,
} from './help-actions.ts'

const open = openForEach()
const add = (name: string) => String(addPerson({ name, kind: 'person' }))

test('faces answer, and so does "nobody yet": never both', () => {
  const [ann, bo] = [add('Ann'), add('Bo')]
  linkHelper('lift', ann, true)
  linkHelper('lift', bo, true)
  linkHelper('lift', bo, false)
  expect(open.shown.help).toMatchObject([{ id: 'lift', people: [ann], answer: '' }])
  answerSituation('lift', 'nobody')
  expect(open.shown.help).toMatchObject([{ people: [], answer: 'nobody' }])
  linkHelper('lift', bo, true)
  expect(open.shown.help).toMatchObject([{ people: [bo], answer: '' }])
  undo()
  expect(open.shown.help).toMatchObject([{ people: [], answer: 'nobody' }])
  undo()
  expect(open.shown.help).toMatchObject([{ people: [ann], answer: '' }])
})

test('"I can do this myself" and "I’d rather not ask" stand beside faces; what one does for others stands by itself', () => {
  const ann = add('Ann')
  linkHelper('cook', ann, true)
  answerSituation('cook', 'myself')
  setGives('cook', true)
  expect(open.shown.help).toEqual([
    { id: 'cook', words: '', answer: 'myself', gives: true, people: [ann], away: false, order: '' },
  ])
  answerSituation('cook', '')
  setGives('cook', false)
  expect(open.shown.help).toMatchObject([{ answer: '', gives: false }])
})

test('situations of their own come behind the catalogue’s, in their order; any can be put in other words or away', () => {
  const [bike, forms] = [String(addSituation('mend my bike')), String(addSituation(' fill in forms '))]
  rewordSituation('lift', 'a lift to chapel', false)
  const shown = () => situationsShown(open.shown.help, ['cook', 'lift']).map(({ id, words }) => words || id)
  expect(shown()).toEqual(['cook', 'a lift to chapel', 'mend my bike', 'fill in forms'])
  putAwaySituation('cook')
  putAwaySituation(bike)
  expect(shown()).toEqual(['a lift to chapel', 'fill in forms'])
  bringBackSituation(bike)
  rewordSituation(forms, 'read letters', true)
  rewordSituation('lift', '', false)
  expect(shown()).toEqual(['lift', 'mend my bike', 'read letters'])
})

test('nobody who is not there, and no situation without words', () => {
  expect(linkHelper('lift', 'nobody', true)).toEqual({ refused: 'gone' })
  expect(addSituation('  ')).toEqual({ refused: 'empty' })
  expect(rewordSituation(String(addSituation('x')), '', true)).toEqual({ refused: 'empty' })
})
