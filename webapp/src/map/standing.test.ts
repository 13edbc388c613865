import { expect, test } from 'vitest'
import type { Document, Person } from '../../../sync/document.ts'
import { EMPTY, plainPerson } from '../document/plain-for-tests.ts'
import { standings, toPlace } from './standing.ts'

const person = (id: string, more: Partial<Person> = {}): Person =>
  plainPerson(id, { name: id, place: { ring: 'close', angle: 0, by: 0 }, ...more })

const documentOf = (...people: Person[]): Document => ({ ...EMPTY, names: ['Ama', 'Jo'], people })

test('people come nearest ring first and clockwise; those put away are not there', () => {
  const found = standings(
    documentOf(
      person('dev', { place: { ring: 'life', angle: 10, by: 0 } }),
      person('nan', { place: { ring: 'closest', angle: 900, by: 0 } }),
      person('sol', { place: { ring: 'closest', angle: 100, by: 0 } }),
      person('gone', { archived: true }),
      person('coach', { place: { ring: 'tray', angle: 0, by: 'both' } }),
    ),
    null,
  )
  expect(found.rings.map((stood) => stood.key)).toEqual(['sol', 'nan', 'dev'])
  expect(found.tray.map((stood) => stood.key)).toEqual(['coach'])
})

test('an idea is drawn beside today’s place, and the name is written once', () => {
  const wonder = { ring: 'closest' as const, angle: 500, by: 1, at: 0 }
  const { rings } = standings(documentOf(person('rima', { wonder })), null)
  expect(rings.map(({ role, ring }) => [role, ring])).toEqual([
    ['idea', 'closest'],
    ['today', 'close'],
  ])
  expect(rings.map((stood) => toPlace(stood, true, 'Jo wonders: here?'))).toMatchObject([
    { name: 'rima', tag: 'Jo wonders: here?' },
    { name: '', tag: '' },
  ])
})

test('an idea for someone in the tray leaves them in the tray', () => {
  const wonder = { ring: 'life' as const, angle: 500, by: 1, at: 0 }
  const found = standings(documentOf(person('coach', { place: { ring: 'tray', angle: 0, by: 0 }, wonder })), null)
  expect(found.tray.map((stood) => stood.role)).toEqual(['today'])
  expect(found.rings.map((stood) => stood.role)).toEqual(['idea'])
})

test('a move by keys is drawn before it is written', () => {
  const found = standings(documentOf(person('nan')), { person: 'nan', ring: 'life', angle: 1200 })
  expect(found.rings).toMatchObject([{ key: 'nan', ring: 'life', angle: 1200, role: 'only' }])
})

test('whoever did not change stands there as the very same, whatever is done with others', () => {
  const [nan, sol] = [person('nan'), person('sol')]
  const before = standings(documentOf(nan, sol), null).rings
  const moved = { ...sol, place: { ring: 'life' as const, angle: 70, by: 0 as const } }
  const after = standings(documentOf(nan, moved), { person: 'nan', ring: 'closest', angle: 5 }).rings
  expect(after.map(({ key, ring }) => [key, ring])).toEqual([
    ['nan', 'closest'],
    ['sol', 'life'],
  ])
  const again = standings(documentOf(nan, moved), null).rings
  expect(again.find(({ key }) => key === 'nan')).toBe(before.find(({ key }) => key === 'nan'))
  expect(again.find(({ key }) => key === 'sol')).not.toBe(before.find(({ key }) => key === 'sol'))
})
