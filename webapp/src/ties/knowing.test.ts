/** Who knows whom, in words; and tapping it together. */

import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson, archivePerson } from '../map/actions.ts'
import { setTieStrength, tie } from '../map/tie-actions.ts'
import { lookingBack, tying } from '../working/attention.ts'
import { knownTo, knowsWords } from './knowing.ts'
import { beginTying, stepBack, tapToTie } from './tying.ts'

const open = openForEach()
const add = (name: string) => String(addPerson({ name, kind: 'person' }))

test('those known well come first, and a long list is cut short', () => {
  const ann = add('Ann')
  const others = ['Bo', 'Cem', 'Dee', 'Eli', 'Fay'].map(add)
  expect(knowsWords(ann, open.shown)).toBe('')
  for (const other of others.slice(0, 2)) tie(ann, other)
  setTieStrength(ann, String(others[1]), 'strong')
  expect(knowsWords(ann, open.shown)).toBe('Knows Cem and Bo')
  for (const other of others) tie(ann, other)
  expect(knowsWords(ann, open.shown)).toBe('Knows Bo, Cem, Dee and 2 more')
})

test('whoever is put away is not said', () => {
  const [ann, bo] = [add('Ann'), add('Bo')]
  tie(ann, bo)
  archivePerson(bo)
  expect(knownTo(ann, open.shown)).toEqual([])
  expect(knowsWords(ann, open.shown)).toBe('')
})

test('one tap chooses, one ties, one more takes away; the chosen one stays chosen', () => {
  const [ann, bo] = [add('Ann'), add('Bo')]
  beginTying()
  tapToTie(ann)
  tapToTie(bo)
  expect(open.shown.ties).toHaveLength(1)
  expect(tying.value).toBe(ann)
  tapToTie(bo)
  expect(open.shown.ties).toEqual([])
  tapToTie(ann)
  expect(tying.value).toBe('')
  stepBack()
  expect(tying.value).toBeNull()
})

test('nobody is tied to what is missing', () => {
  const [ann, marker] = [add('Ann'), String(addPerson({ name: 'Someone to walk with', kind: 'missing' }))]
  beginTying()
  tapToTie(ann)
  tapToTie(marker)
  expect(open.shown.ties).toEqual([])
})

test('at an earlier moment a tap ties nobody', () => {
  const [ann, bo] = [add('Ann'), add('Bo')]
  beginTying()
  tapToTie(ann)
  lookingBack.value = { document: open.shown, at: 0 }
  tapToTie(bo)
  lookingBack.value = null
  expect(open.shown.ties).toEqual([])
  tapToTie(bo)
  expect(open.shown.ties).toHaveLength(1)
})
