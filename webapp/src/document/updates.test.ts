import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Authors, check } from '../../../sync/authorship.ts'
import { fromHex } from '../../../sync/bytes.ts'
import { read } from '../../../sync/yjs-update.ts'
import { makeUpPeople } from '../demo/made-up-people.ts'
import { update as bytes, type Range } from '../device/trials/changed-app-for-tests.ts'
import { addPerson, movePerson, renamePerson, undo } from '../map/actions.ts'
import { addGoal, addStep } from '../plan/actions.ts'
import { current } from './current.ts'
import { SharedDocument } from './shared-document.ts'
import { inHand, inParts, mergedUpdates, silenceOf, UPDATE_BYTES } from './updates.ts'

const NOW = Date.UTC(2026, 10, 23)
const DEVICE = new Uint8Array(16)
/** What no device takes (vectors/authorship.json): of two values in one, kept twice, one is left. */
const PARTED_IN_KEPT = fromHex(
  '020314002701046b657074017801280014000576616c7565027503770276307d017d057503770276317d017d05c814011402017503770276' +
    '307d017d05021500881403017503770276307d017d052701046b65707401780100',
)

afterEach(() => {
  current.value = null
})

/** An evening's work of both, change by change. */
function talk(): { document: SharedDocument; updates: Uint8Array[] } {
  const document = new SharedDocument({ now: () => NOW })
  const updates: Uint8Array[] = []
  document.onLocal((update) => updates.push(update))
  current.value = document
  const nan = String(addPerson({ name: 'Nan 👵', kind: 'person', ring: 'close', angle: 40 }))
  renamePerson(nan, 'Nana')
  undo()
  movePerson(nan, 'closest', 50)
  const goal = String(addGoal('Paint 👋'))
  const step = String(addStep({ goal, what: 'Ask Sol' }))
  document.textField('steps', step, 'what').edit('Ask Sol kindly', 14)
  document.textField('steps', step, 'what').edit('Ask kindly', 3)
  return { document, updates }
}

test('many changes as one update say the same', () => {
  const { document, updates } = talk()
  const other = new SharedDocument({ now: () => NOW, state: mergedUpdates(updates) })
  expect(other.snapshot.peek()).toEqual(document.snapshot.peek())
})

test('in another hand, everything is there, and honest work of that hand; what both placed, the other wonders', () => {
  const { document, updates } = talk()
  for (const all of [document.encodeState(), mergedUpdates(updates)]) {
    const mine = new Uint8Array(inHand(all, 1))
    expect(() => check(mine, 1, DEVICE, new Authors())).not.toThrow()
    const other = new SharedDocument({ now: () => NOW, state: mine })
    const { people, ...plan } = document.snapshot.peek()
    // Nor does it speak for both.
    expect(other.snapshot.peek()).toMatchObject({ ...plan, goals: plan.goals.map((goal) => ({ ...goal, by: 1 })) })
    expect(other.snapshot.peek().people[0]).toMatchObject({
      name: people[0]?.name,
      place: { ring: 'tray', by: 1 },
      wonder: { ring: 'closest', angle: 50, by: 1 },
    })
    expect(other.stateVector()).toEqual(document.stateVector())
  }
})

test('in the same hand, nothing changes', () => {
  const { document, updates } = talk()
  const same = new SharedDocument({ now: () => NOW })
  same.applyRemote(
    updates.map((update) => inHand(update, 'both')),
    false,
  )
  expect(same.snapshot.peek()).toEqual(document.snapshot.peek())
  expect(same.stateVector()).toEqual(document.stateVector())
  const owner = new SharedDocument({ now: () => NOW, state: inHand(makeUpPeople(() => NOW).encodeState(), 0) })
  expect(owner.snapshot.peek().people.every(({ place }) => place.by === 0)).toBe(true)
})

test('in the place of an update silence says nothing, and keeps nobody waiting', () => {
  const { document, updates } = talk()
  const person = String(addPerson({ name: 'Bo', kind: 'person' }))
  const [said, last] = [updates.slice(0, -1), updates.slice(-1)]
  const without = new SharedDocument({ now: () => NOW })
  without.applyRemote([...said.map(silenceOf), ...last], false)
  expect(without.snapshot.peek()).toMatchObject({ people: [{ id: person, name: 'Bo' }], goals: [], steps: [] })
  expect(without.stateVector()).toEqual(document.stateVector())
})

test('a type that is deleted with something in it that is not leaves the document alive', () => {
  const document = new SharedDocument({ now: () => NOW })
  current.value = document
  document.applyRemote([PARTED_IN_KEPT], true)
  const told: Uint8Array[] = []
  document.onLocal((update) => told.push(update))
  addPerson({ name: 'Nan', kind: 'person' })
  expect(told).toHaveLength(1)
  expect(document.snapshot.peek().people).toMatchObject([{ name: 'Nan' }])
})

test('what is larger than a record goes in parts, which say the same, in this order and in any', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const words = `${'👵'.repeat(20_000)}!`
  doc.transact(() => {
    doc.getText('words').insert(0, words)
    for (let each = 0; each < 3000; each++) doc.getMap('people').set(`person ${each}`, ['a neighbour', 'both', each])
  })
  const [update = new Uint8Array()] = updates
  const parts = inParts(update)
  expect(parts.length).toBeGreaterThan(2)
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(UPDATE_BYTES)
  for (const order of [parts, [...parts].reverse()]) {
    const other = new Y.Doc()
    for (const part of order) Y.applyUpdate(other, part)
    expect(other.getText('words').toString()).toBe(words)
    expect(other.getMap('people').toJSON()).toEqual(doc.getMap('people').toJSON())
  }
})

test('so does what deletes more than a record takes', () => {
  const gone = Array.from({ length: 8000 }, (_, at): Range => [2 ** 31 + at, at, 1])
  const parts = inParts(bytes([], gone))
  expect(parts.length).toBeGreaterThan(1)
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(UPDATE_BYTES)
  expect(parts.flatMap((part) => read(new Uint8Array(part)).deletes)).toEqual(gone)
})
