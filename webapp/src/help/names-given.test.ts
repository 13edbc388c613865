/** Names given at once, and who may be meant by one. */

import { expect, test } from 'vitest'
import type { Person } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addPerson, archivePerson, renamePerson, setDied } from '../map/actions.ts'
import { isCalled, maybeTheSame, namesGiven } from './names-given.ts'

/** A map with these on it; the ids in the same order. */
function aMapWith(...names: readonly string[]): readonly string[] {
  current.value = new SharedDocument({ now: () => Date.UTC(2026, 10, 29) })
  return names.map((name) => String(addPerson({ name, kind: name.startsWith('someone') ? 'missing' : 'person' })))
}

const people = (): readonly Person[] => current.value?.snapshot.value.people ?? []
const meant = (name: string): string | undefined => maybeTheSame(name, people())?.name

test.each([
  ['Ana', ['Ana']],
  ['Ana, Bo;Cem', ['Ana', 'Bo', 'Cem']],
  ['Ana\r\nBo\n\n  Cem  ', ['Ana', 'Bo', 'Cem']],
  ['1. Ana\n2) Bo\n- Cem\n\u2022 Dee\n* Eli', ['Ana', 'Bo', 'Cem', 'Dee', 'Eli']],
  ['Ben & Jerry, 5 Ways Club, Anne-Marie', ['Ben & Jerry', '5 Ways Club', 'Anne-Marie']],
  ['Dave, Dave', ['Dave', 'Dave']],
  [' , ;\n', []],
])('%j gives %j', (text, names) => {
  expect(namesGiven(text)).toEqual(names)
})

test('fifty pasted names are fifty names', () => {
  const names = Array.from({ length: 50 }, (_, at) => `Name ${at}`)
  expect(namesGiven(names.join('\n'))).toEqual(names)
})

test.each([
  ['dave', 'Dave'],
  ['Dave from work', 'Dave'],
  ['Zoe', 'Zo\u00eb'],
  ['Katherine', 'Katharine'],
  ['Auntie B', 'Auntie B.'],
  ['\u{1F98A}', '\u{1F98A}'],
])('%s may be the %s that is here', (given, known) => {
  aMapWith('Somebody else', known)
  expect(meant(given)).toBe(known)
})

test.each([
  ['Ann', 'Ana'],
  ['Dav', 'Dave'],
  ['Rob', 'Robin Okonkwo'],
  ['Marianne', 'Maria'],
  ['', 'Dave'],
])('%s is not taken for %s', (given, known) => {
  aMapWith(known)
  expect(meant(given)).toBeUndefined()
})

test('one on the map is asked about before one put away', () => {
  const [first = ''] = aMapWith('Dave', 'Dave from work')
  archivePerson(first)
  expect(meant('Dave')).toBe('Dave from work')
})

test('who has died is not asked about, and what is missing is nobody', () => {
  const [hugo = ''] = aMapWith('Hugo', 'someone to walk with')
  setDied(hugo, true)
  expect(meant('Hugo')).toBeUndefined()
  expect(meant('someone to walk with')).toBeUndefined()
})

test('somebody is called just this, whatever the capitals, until they are put away or called otherwise', () => {
  const [zoe = '', dave = '', lift = ''] = aMapWith('Zo\u00eb', 'Dave', 'someone for a lift')
  expect(isCalled('zoe ', people())).toBe(true)
  expect(isCalled('Dav', people())).toBe(false)
  expect(isCalled(' ', people())).toBe(false)
  expect(isCalled('someone for a lift', people()), lift).toBe(false)
  archivePerson(zoe)
  renamePerson(dave, 'David')
  expect(isCalled('Zo\u00eb', people())).toBe(false)
  expect(isCalled('Dave', people())).toBe(false)
  expect(isCalled('david', people())).toBe(true)
})
