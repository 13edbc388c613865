import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isDocument } from '../../../sync/document.ts'
import { addPerson, renamePerson, setKind } from '../map/actions.ts'
import { current } from './current.ts'
import { Chance } from './devices-for-tests.ts'
import { readPerson } from './read.ts'
import { SharedDocument } from './shared-document.ts'

const NOW = Date.UTC(2026, 10, 23)

afterEach(() => {
  current.value = null
})

/** A document that another, stranger version has written. */
function strange(write: (doc: Y.Doc) => void): { document: SharedDocument; stored: () => Y.Doc } {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  const document = new SharedDocument({ now: () => NOW, state: Y.encodeStateAsUpdate(doc) })
  const stored = () => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, document.encodeState())
    return copy
  }
  return { document, stored }
}

function entity(doc: Y.Doc, root: string, id: string, content: Record<string, unknown>): void {
  const map = new Y.Map<unknown>()
  doc.getMap(root).set(id, map)
  for (const [key, value] of Object.entries(content)) map.set(key, value)
}

test('unknown fields, kinds and roots survive, and unknown kinds show as something neutral', () => {
  const { document, stored } = strange((doc) => {
    entity(doc, 'people', 'p', {
      name: ['Rex', 0, 5],
      kind: ['robot', 0, 5],
      place: [['orbit', 12], 0, 5],
      battery: [{ full: true }, 0, 5],
      tune: new Y.Text('la'),
    })
    entity(doc, 'steps', 's', {
      who: [{ kind: 'committee' }, 0, 5],
      when: [{ kind: 'moon' }, 0, 5],
      done: ['half', 0, 5],
    })
    doc.getMap('outings').set('o', [1, 2, 3])
  })
  const shown = document.snapshot.peek()
  expect(shown.people[0]).toMatchObject({
    name: 'Rex',
    kind: 'person',
    place: { ring: 'tray' },
    battery: { full: true },
  })
  expect(shown.steps[0]).toMatchObject({ who: { kind: 'unknown' }, when: { kind: 'none' }, done: 'open', what: '' })
  expect(isDocument(shown)).toBe(true)
  current.value = document
  renamePerson('p', 'Rexy')
  const after = stored().getMap('people').toJSON()
  expect(after).toMatchObject({ p: { kind: ['robot', 0, 5], battery: [{ full: true }, 0, 5], tune: 'la' } })
  expect(stored().getMap('outings').toJSON()).toEqual({ o: [1, 2, 3] })
  setKind('p', 'animal')
  expect(document.snapshot.peek().people[0]?.kind).toBe('animal')
})

test('odd data is set aside, stays stored, and the rest goes on', () => {
  const { document, stored } = strange((doc) => {
    doc.getMap('people').set('number', 7)
    entity(doc, 'people', 'p', {
      name: 'not a register',
      place: [['close', -3], 'nobody', 'late'],
      died: ['yes', 0, 5],
    })
    entity(doc, 'goals', 'g', { title: ['a register', 0, 5], people: 'nobody', order: [{}, 0, 5] })
    doc.getMap('meta').set('names', 'odd')
    doc.getMap('meta').set('name/1', [5, 0, 5])
    doc.getMap('kept').set('k', 'odd')
    entity(doc, 'kept', 'k2', {})
  })
  const shown = document.snapshot.peek()
  expect(shown.people).toMatchObject([
    { id: 'p', name: '', place: { ring: 'close', angle: 0, by: 'both' }, died: false },
  ])
  expect(shown.goals).toMatchObject([{ title: '', people: [], order: '' }])
  expect(shown.names).toEqual(['', ''])
  expect(isDocument(shown)).toBe(true)
  expect(stored().getMap('people').get('number')).toBe(7)
})

test('a placing that another hand than the owner’s wrote is a wonder', () => {
  const { document } = strange((doc) =>
    entity(doc, 'people', 'p', { name: ['Sol', 1, 5], place: [['close', 30], 1, 5] }),
  )
  expect(document.snapshot.peek().people[0]).toMatchObject({
    place: { ring: 'tray', angle: 0, by: 1 },
    wonder: { ring: 'close', angle: 30, by: 1, at: 5 },
  })
})

test('snapshots are frozen, and untouched parts stay the same objects', () => {
  const document = new SharedDocument({ now: () => NOW })
  current.value = document
  const nan = String(addPerson({ name: 'Nan', kind: 'person' }))
  addPerson({ name: 'Sol', kind: 'person' })
  const before = document.snapshot.peek()
  renamePerson(nan, 'Nana')
  const after = document.snapshot.peek()
  expect(after).not.toBe(before)
  expect(after.people[1]).toBe(before.people[1])
  expect(after.goals).toBe(before.goals)
  expect([after, after.people, after.people[0], after.people[0]?.place].every(Object.isFrozen)).toBe(true)
  renamePerson(nan, 'Nana')
  expect(document.snapshot.peek()).toBe(after)
})

test('five hundred people are the most; one more is refused, and what others add is read all the same', () => {
  const chance = new Chance(1)
  const document = new SharedDocument({ now: () => NOW, randomness: (size_bytes) => chance.bytes(size_bytes) })
  current.value = document
  for (let i = 0; i < 500; i++) addPerson({ name: `Person ${i}`, kind: 'person', ring: 'life' })
  expect(document.snapshot.peek().people).toHaveLength(500)
  expect(new Set(document.snapshot.peek().people.map(({ place }) => place.angle)).size).toBeGreaterThan(400)
  expect(addPerson({ name: 'One more', kind: 'person' })).toEqual({ refused: 'too many people' })
  const other = new SharedDocument({ now: () => NOW, state: document.encodeState() })
  expect(other.snapshot.peek()).toEqual(document.snapshot.peek())
})

test('a document is loaded under a client id of its own', () => {
  const first = new SharedDocument({ now: () => NOW, randomness: () => new Uint8Array(16).fill(7) })
  current.value = first
  addPerson({ name: 'Nan', kind: 'person' })
  const bytes = [7, 7, 9]
  const randomness = (size_bytes: number) => new Uint8Array(size_bytes).fill(bytes.shift() ?? 1)
  const second = new SharedDocument({ now: () => NOW, state: first.encodeState(), randomness })
  let update = new Uint8Array()
  second.onLocal((bytes) => {
    update = new Uint8Array(bytes)
  })
  current.value = second
  addPerson({ name: 'Sol', kind: 'person' })
  expect(second.clientsIn(update)).toEqual(new Set([0x09090909]))
})

test('bytes where words should be harm nobody', () => {
  const bytes = [Uint8Array.of(1, 2), 0, 5]
  const { document } = strange((doc) => {
    entity(doc, 'people', 'p', { name: bytes, place: bytes, wonder: bytes, tune: bytes })
    entity(doc, 'kept', 'k', { entity: ['people/p', 0, 5], field: ['name', 0, 5], value: bytes })
    doc.getMap('meta').set('meeting', bytes)
  })
  expect(document.snapshot.peek()).toMatchObject({ meeting: '', people: [{ id: 'p', name: '' }] })
})

test('a field that no object can have under its own name is read as any other', () => {
  const stored = new Y.Doc().getMap<Y.Map<unknown>>('people').set('ann', new Y.Map([['__proto__', ['x', 0, 5]]]))
  const person = readPerson('ann', stored)
  expect(Object.entries(person)).toContainEqual(['__proto__', 'x'])
  expect(person.name).toBe('')
})
