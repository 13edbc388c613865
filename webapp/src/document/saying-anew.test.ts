import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fromHex } from '../../../sync/bytes.ts'
import { vectors } from '../../../sync/cases.ts'
import type { By } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { piecesIn, written as writtenPiece } from '../../../sync/piece.ts'
import { randomBytes } from './ids.ts'
import { saidAnew, type Written } from './saying-anew.ts'

function scribe(doc: Y.Doc): (by: Written['by'], change: (doc: Y.Doc) => void) => Written {
  return (by, change) => {
    const found: Uint8Array[] = []
    const listen = (update: Uint8Array): number => found.push(update)
    doc.on('update', listen)
    doc.transact(() => change(doc))
    doc.off('update', listen)
    return { by, update: found[0] ?? new Uint8Array() }
  }
}

const person = (name: string) =>
  new Y.Map<unknown>([
    ['name', [name, 0, 1]],
    ['note', new Y.Text('with tea')],
    ['links', new Y.Map()],
  ])

const noteOf = (doc: Y.Doc, id: string): Y.Text => doc.getMap<Y.Map<unknown>>('people').get(id)?.get('note') as Y.Text

const whole = (doc: Y.Doc) => ({ meta: doc.getMap('meta').toJSON(), people: doc.getMap('people').toJSON() })

test('registers, texts and new things come again under other ids, in the same hands', () => {
  const common = new Y.Doc()
  common.getMap('people').set('ann', person('Ann'))
  const base = Y.encodeStateAsUpdate(common)
  const writes = scribe(common)
  const written = [
    writes(0, (doc) => doc.getMap('meta').set('meeting', ['park', 1, 2])),
    writes(1, (doc) => noteOf(doc, 'ann').insert(5, 'a cup of 🫖 ')),
    writes('both', (doc) => doc.getMap('people').set('ben', person('Ben'))),
  ]
  const said = saidAnew([base], { updates: [] }, written, randomBytes)
  expect(said.map(({ isWhole }) => isWhole)).toEqual([true, true, true])
  const anew = said.flatMap((one) => one.anew)
  expect(anew.map(({ by }) => by)).toEqual([0, 1, 'both'])
  const other = new Y.Doc()
  for (const update of [base, ...anew.map(({ update }) => update)]) Y.applyUpdate(other, update)
  expect(whole(other)).toEqual({
    meta: { meeting: ['park', 0, 2] },
    people: {
      ann: { name: ['Ann', 0, 1], note: 'with a cup of 🫖 tea', links: {} },
      ben: { name: ['Ben', 'both', 1], note: 'with tea', links: {} },
    },
  })
  expect(other.store.pendingStructs).toBeNull()
})

test('a picture of many people comes again in updates that fit into records, and so do long words', () => {
  const common = new Y.Doc()
  const rows = Array.from({ length: 500 }, (_, at) => [`person ${at}`, [['close', at, 'person'], 0, 1]] as const)
  const picture = new Y.Map<unknown>([
    ['name', ['All of us', 0, 1]],
    ['rows', new Y.Map<unknown>(rows)],
    ['words', new Y.Text('🫖'.repeat(20_000))],
  ])
  const written = scribe(common)(0, (doc) => doc.getMap('pictures').set('p', picture))
  const [said] = saidAnew([], { updates: [] }, [written], randomBytes)
  const sizes = said?.anew.map(({ update }) => update.length) ?? []
  expect(sizes.length).toBeGreaterThan(2)
  expect(Math.max(...sizes)).toBeLessThan(limits.record_bytes)
  const other = new Y.Doc()
  for (const { update } of said?.anew ?? []) Y.applyUpdate(other, update)
  expect(other.getMap('pictures').toJSON()).toEqual(common.getMap('pictures').toJSON())
})

test('what lost to another and what is about nothing that is there changes nothing', () => {
  const common = new Y.Doc()
  const base = Y.encodeStateAsUpdate(common)
  const lie = new Y.Doc()
  lie.getMap('people').set('nobody', person('Nobody'))
  lie.getMap('meta').set('meeting', ['nowhere', 1, 1])
  const seen = Y.encodeStateAsUpdate(lie)
  const writes = scribe(lie)
  const written = [
    writes(0, (doc) => doc.getMap('meta').set('meeting', ['park', 0, 2])),
    writes(0, (doc) => noteOf(doc, 'nobody').insert(0, 'who? ')),
  ]
  const said = saidAnew([base], { updates: [seen] }, written, randomBytes)
  expect(said.map(({ isWhole, anew }) => [isWhole, anew.length])).toEqual([
    [true, 1],
    [false, 0],
  ])
  const other = new Y.Doc()
  for (const { update } of said.flatMap((one) => one.anew)) Y.applyUpdate(other, update)
  expect(whole(other)).toEqual({ meta: { meeting: ['park', 0, 2] }, people: {} })
})

test('of a text that was seen with other words in it only what was written comes, and nothing of it goes', () => {
  const common = new Y.Doc()
  common.getMap('people').set('ann', person('Ann'))
  const base = [Y.encodeStateAsUpdate(common)]
  const lie = new Y.Doc()
  for (const update of base) Y.applyUpdate(lie, update)
  noteOf(lie, 'ann').delete(4, 4)
  noteOf(lie, 'ann').insert(4, ' no milk')
  const seen = Y.encodeStateAsUpdate(lie)
  const writes = scribe(lie)
  const written = [writes(0, (doc) => noteOf(doc, 'ann').insert(0, 'always '))]
  const said = saidAnew(base, { updates: [seen] }, written, randomBytes)
  for (const { update } of said.flatMap((one) => one.anew)) Y.applyUpdate(common, update)
  expect(noteOf(common, 'ann').toString()).toBe('always with tea')
})

/** What the log made of Ann, what somebody wrote upon other words than it has, and what came into the log meanwhile. */
function meanwhile() {
  const common = new Y.Doc()
  common.getMap('people').set('ann', person('Ann'))
  const before = Y.encodeStateAsUpdate(common)
  const screen = new Y.Doc()
  Y.applyUpdate(screen, before)
  const lost = scribe(screen)(1, (doc) => doc.getMap<Y.Map<unknown>>('people').get('ann')?.set('name', ['Annie', 1, 2]))
  const written = scribe(screen)(0, (doc) =>
    doc.getMap<Y.Map<unknown>>('people').get('ann')?.set('name', ['Anna', 0, 3]),
  )
  const since = scribe(common)(1, (doc) => doc.getMap<Y.Map<unknown>>('people').get('ann')?.set('name', ['Ana', 1, 9]))
  return { seen: [before, lost.update], base: [before, since.update], written: [written] }
}

test('a value that came meanwhile gives way to one that never met it on a screen, and is kept beside the field (P25)', () => {
  const { seen, base, written } = meanwhile()
  const [said] = saidAnew(base, { updates: seen, alone: 1 }, written, randomBytes)
  const other = new Y.Doc()
  for (const update of [...base, ...(said?.anew ?? []).map((one) => one.update)]) Y.applyUpdate(other, update)
  expect(whole(other).people['ann']).toMatchObject({ name: ['Anna', 0, 3] })
  const kept = Object.values(other.getMap('kept').toJSON())
  expect(kept).toEqual([
    {
      entity: ['people/ann', 0, 3],
      field: ['name', 0, 3],
      value: ['Ana', 0, 3],
      author: [1, 0, 3],
      when: [9, 0, 3],
    },
  ])
  expect(other.store.pendingStructs).toBeNull()
})

test('what stands there as its author saw it is written over as anywhere, and kept nowhere', () => {
  const common = new Y.Doc()
  common.getMap('people').set('ann', person('Ann'))
  const base = [Y.encodeStateAsUpdate(common)]
  const screen = new Y.Doc()
  for (const update of base) Y.applyUpdate(screen, update)
  const rename = (name: string) =>
    scribe(screen)(0, (doc) => doc.getMap<Y.Map<unknown>>('people').get('ann')?.set('name', [name, 0, 3]))
  const said = saidAnew(base, { updates: base, alone: 2 }, [rename('Anna'), rename('Annie')], randomBytes)
  for (const { update } of said.flatMap((one) => one.anew)) Y.applyUpdate(common, update)
  expect(whole(common).people['ann']).toMatchObject({ name: ['Annie', 0, 3] })
  expect(common.getMap('kept').size).toBe(0)
})

test('what another has made anew in the same place is not made twice: it gets the words of whoever made it first', () => {
  const [first, common] = [new Y.Doc(), new Y.Doc()]
  const ann = person('Ann')
  ann.set('relation', ['', 0, 1])
  const written = [
    scribe(first)(0, (doc) => doc.getMap('people').set('ann', ann)),
    scribe(first)(0, (doc) => noteOf(doc, 'ann').insert(0, 'always ')),
  ]
  const anew = person('Annie')
  anew.set('relation', ['aunt', 1, 2])
  scribe(common)(1, (doc) => doc.getMap('people').set('ann', anew))
  scribe(common)(1, (doc) => noteOf(doc, 'ann').insert(8, ', no milk'))
  const base = Y.encodeStateAsUpdate(common)
  const said = saidAnew([base], { updates: [], alone: 2 }, written, randomBytes)
  expect(said.map(({ isWhole }) => isWhole)).toEqual([true, true])
  for (const { update } of said.flatMap((one) => one.anew)) Y.applyUpdate(common, update)
  expect(whole(common).people).toEqual({
    ann: { name: ['Ann', 0, 1], relation: ['aunt', 1, 2], note: 'always with tea, no milk', links: {} },
  })
  const kept = Object.values(common.getMap<Y.Map<unknown>>('kept').toJSON())
  expect(kept.map(({ value }) => value)).toEqual([['Annie', 0, 1]])
})

test('the pieces of a photograph come again as they were, in the hand of their edit, beside all else in it', () => {
  const piece = { name: 'aa', piece: new Uint8Array(90).fill(7) }
  const doc = new Y.Doc()
  const other = scribe(doc)(1, (one) => one.getMap('meta').set('meeting', ['park', 1, 2]))
  const pieces = [0, 1].map((clock) => writtenPiece([99, clock], piece, 0, 5))
  const written = [{ by: 1, update: new Uint8Array(Y.mergeUpdates([other.update, ...pieces])) }] as const
  const [said] = saidAnew([], { updates: [] }, written, randomBytes)
  const anew = said?.anew.map(({ update }) => new Uint8Array(update)) ?? []
  expect(anew.flatMap((update) => piecesIn(update))).toEqual([piece, piece])
  expect(said?.anew.map(({ by }) => by)).toEqual([1, 1, 1])
  expect(new Set(anew.flatMap((update) => Y.decodeUpdate(update).structs.map(({ id }) => id.client))).size).toBe(3)
  const here = new Y.Doc()
  for (const update of anew) Y.applyUpdate(here, update)
  expect(here.getMap('meta').toJSON()).toEqual({ meeting: ['park', 1, 2] })
  expect(here.getMap('pieces').size).toBe(0)
})

interface Cases {
  readonly cases: readonly {
    readonly name: string
    readonly base: readonly string[]
    readonly seen: readonly string[]
    readonly tail: readonly { readonly by: By; readonly update: string }[]
    readonly is_whole: boolean
    readonly after: Readonly<Record<string, unknown>>
  }[]
}

test.each(vectors<Cases>('saying_anew').cases)('as Python says it: $name', ({ base, seen, tail, is_whole, after }) => {
  const written = tail.map(({ by, update }) => ({ by, update: fromHex(update) }))
  const before = { updates: seen.map(fromHex), alone: written.length }
  const said = saidAnew(base.map(fromHex), before, written, randomBytes)
  const doc = new Y.Doc()
  const anew = said.flatMap((one) => one.anew.map(({ update }) => update))
  for (const update of [...base.map(fromHex), ...anew]) Y.applyUpdate(doc, update)
  expect(Object.fromEntries(Object.keys(after).map((root) => [root, doc.getMap(root).toJSON()]))).toEqual(after)
  expect(said.every(({ isWhole }) => isWhole)).toBe(is_whole)
})
