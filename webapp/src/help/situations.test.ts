/** What is shown of each situation, and that every question is asked. */

import { expect, test } from 'vitest'
import { current } from '../document/current.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addPerson, archivePerson } from '../map/actions.ts'
import { addSituation, answerSituation, linkHelper, putAwaySituation, setGives } from '../map/help-actions.ts'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { isMarked, missingByName } from './missing.ts'
import { QUESTIONS } from './questions.ts'
import { answerWords, CATALOGUE, isOwn, shownSituations } from './situations.ts'

function begun(): SharedDocument {
  const document = new SharedDocument({ now: () => Date.UTC(2026, 10, 29) })
  current.value = document
  return document
}

const answersTo = (id: string, { snapshot }: SharedDocument) => {
  const one = shownSituations(snapshot.value).find((each) => each.id === id)
  return one && answerWords(one, snapshot.value)
}

test('faces by name, or what was said in place of one, and what is done for others', () => {
  const document = begun()
  expect(answersTo('lift', document)).toEqual([])
  const ana = String(addPerson({ name: 'Ana', kind: 'person' }))
  linkHelper('lift', ana, true)
  setGives('lift', true)
  expect(answersTo('lift', document)).toEqual(['Ana', 'I do this for others'])
  archivePerson(ana)
  answerSituation('lift', 'rather not')
  expect(answersTo('lift', document)).toEqual(['I\u2019d rather not ask', 'I do this for others'])
})

test('the catalogue first, then their own, without those put away', () => {
  const document = begun()
  const own = String(addSituation('getting up'))
  putAwaySituation('lift')
  const shown = shownSituations(document.snapshot.value)
  expect(shown.map(({ id }) => id)).toEqual([...CATALOGUE.filter((code) => code !== 'lift'), own])
  expect(shown.filter(isOwn).map(({ id }) => id)).toEqual([own])
})

test('about a dozen situations, and every question once', () => {
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(12)
  expect([...QUESTIONS].sort()).toEqual(Object.keys(words.help.asking.questions).sort())
})

test('what is missing keeps its own words while names are hidden', () => {
  begun()
  const id = String(addPerson({ name: 'someone to walk with', kind: 'missing' }))
  addPerson({ name: 'Ana', kind: 'person' })
  namesHidden.value = true
  expect([...missingByName()]).toEqual([[id, 'someone to walk with']])
  expect(isMarked('someone to walk with')).toBe(true)
  expect(isMarked('Ana')).toBe(false)
  namesHidden.value = false
})
