/** Notes of one's own: about whom they are, and the document that they need. */

import { expect, test } from 'vitest'
import { OwnDocument } from '../document/own-document.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addNote, bringAlong, bringBackNote, notesAbout, putAwayNote, wishDistance } from './actions.ts'

const NOW = Date.UTC(2026, 10, 29)
const ana = { place: 'aa00', person: { id: 'ana', was: '' } }
const bo = { place: 'aa00', person: { id: 'bo', was: '' } }

const person = (id: string, was: string) => ({ id, was })

function newOwn(): OwnDocument {
  const own = new OwnDocument({ now: () => NOW, thisMember: 0 })
  own.begin()
  return own
}

const wordsAbout = (own: OwnDocument, about: typeof ana): readonly string[] =>
  notesAbout(own.snapshot.value.notes, about)
    .filter(({ archived }) => !archived)
    .map(({ words }) => words)

function added(own: OwnDocument, about: typeof ana, words: string): string {
  const id = addNote(own, about, words)
  if (typeof id !== 'string') throw new Error('not added')
  return id
}

test('an own document says that it is one', () => {
  expect(newOwn().snapshot.value.kind).toBe('own')
})

test('a pair\u2019s document is none, for the compiler: no action on notes can be given it', () => {
  const isGiven: SharedDocument extends Parameters<typeof addNote>[0] ? true : false = false
  expect(isGiven).toBe(false)
  expect(new SharedDocument({ now: () => NOW })).not.toBeInstanceOf(OwnDocument)
})

test('a note is about one person in one place', () => {
  const own = newOwn()
  added(own, ana, 'shouts')
  expect(wordsAbout(own, ana)).toEqual(['shouts'])
  expect(wordsAbout(own, bo)).toEqual([])
  expect(wordsAbout(own, { place: 'bb11', person: ana.person })).toEqual([])
})

test('it is found again where the place was begun anew', () => {
  const own = newOwn()
  added(own, ana, 'shouts')
  expect(wordsAbout(own, { place: 'cc22', person: { id: 'new', was: 'ana' } })).toEqual(['shouts'])
  expect(wordsAbout(own, { place: 'cc22', person: { id: 'new', was: '' } })).toEqual([])
})

test('and again where that was begun anew in its turn, for everybody there', () => {
  const own = newOwn()
  const away = added(own, ana, 'shouts')
  added(own, bo, 'borrows')
  putAwayNote(own, away)
  const anew = { place: 'cc22', people: [person('ana2', 'ana'), person('bo2', 'bo'), person('cy2', '')] }
  bringAlong(own, anew)
  bringAlong(own, { place: 'dd33', people: [person('ana3', 'ana2'), person('bo3', 'bo2')] })
  expect(wordsAbout(own, { place: 'dd33', person: person('bo3', 'bo2') })).toEqual(['borrows'])
  bringBackNote(own, away)
  expect(wordsAbout(own, { place: 'dd33', person: person('ana3', 'ana2') })).toEqual(['shouts'])
  expect(own.snapshot.peek().notes).toHaveLength(2)
})

test('put away, and back', () => {
  const own = newOwn()
  const id = added(own, ana, 'shouts')
  expect(putAwayNote(own, id)).toBe('done')
  expect(wordsAbout(own, ana)).toEqual([])
  expect(bringBackNote(own, id)).toBe('done')
  expect(wordsAbout(own, ana)).toEqual(['shouts'])
  expect(putAwayNote(own, 'never there')).toEqual({ refused: 'gone' })
})

test('a wish for distance stands with a note, or alone, and goes again', () => {
  const own = newOwn()
  const wishes = (about: typeof ana): boolean =>
    notesAbout(own.snapshot.value.notes, about).some(({ distance }) => distance)
  added(own, ana, 'shouts')
  for (const about of [ana, bo]) {
    wishDistance(own, about, true)
    expect(wishes(about)).toBe(true)
    wishDistance(own, about, true)
    expect(notesAbout(own.snapshot.value.notes, about)).toHaveLength(1)
    wishDistance(own, about, false)
    expect(wishes(about)).toBe(false)
  }
})

test('notes of two devices about one person stand side by side', () => {
  const [phone, tablet] = [newOwn(), newOwn()]
  added(phone, ana, 'on the phone')
  added(tablet, ana, 'on the tablet')
  phone.applyRemote([tablet.encodeState()], true)
  expect([...wordsAbout(phone, ana)].sort()).toEqual(['on the phone', 'on the tablet'])
})
