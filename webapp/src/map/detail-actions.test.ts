import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson, undo } from './actions.ts'
import {
  setCloser,
  setContext,
  setHowOften,
  setIHelp,
  setPhone,
  setService,
  setTheyHelp,
  setTogether,
} from './detail-actions.ts'

const open = openForEach()
const someone = () => open.shown.people[0]

test('all that can be said about someone is there, and each can be undone', () => {
  const ann = String(addPerson({ name: 'Ann', kind: 'person', question: 'laugh' }))
  const before = someone()
  setService(ann, 'linked')
  setContext(ann, 'family', true)
  setContext(ann, 'club', true)
  setHowOften(ann, 'in_person', 'lost touch')
  setHowOften(ann, 'by_phone', 'daily')
  setHowOften(ann, 'online', 'varies')
  setTogether(ann, ' walk the dog ')
  setTheyHelp(ann, 'forms')
  setIHelp(ann, 'her garden')
  setCloser(ann, true)
  setPhone(ann, '0113 496 0000')
  expect(someone()).toMatchObject({
    service: 'linked',
    contexts: ['club', 'family'],
    in_person: 'lost touch',
    by_phone: 'daily',
    online: 'varies',
    together: 'walk the dog',
    they_help: 'forms',
    i_help: 'her garden',
    closer: true,
    phone: '0113 496 0000',
    question: 'laugh',
  })
  for (let step = 0; step < 11; step++) expect(undo()).toBe('undone')
  expect(someone()).toEqual(before)
})

test('what was said twice is one step, and what was taken back is as if nobody had said it', () => {
  const ann = String(addPerson({ name: 'Ann', kind: 'person' }))
  setContext(ann, 'family', true)
  setContext(ann, 'family', true)
  setContext(ann, 'work', false)
  expect(open.document.canUndo.peek()?.what).toBe('set contexts')
  setContext(ann, 'family', false)
  expect(someone()?.contexts).toEqual([])
  undo()
  expect(someone()?.contexts).toEqual(['family'])
})

test('somebody who is not there, and words that are too long, are refused', () => {
  const ann = String(addPerson({ name: 'Ann', kind: 'person' }))
  expect(setCloser('nobody', true)).toEqual({ refused: 'gone' })
  expect(setTogether(ann, 'la'.repeat(101))).toEqual({ refused: 'too long' })
  expect(setPhone(ann, '0'.repeat(201))).toEqual({ refused: 'too long' })
})
