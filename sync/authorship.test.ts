import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Authors, authorOf, check } from './authorship.ts'
import { type Bytes, joined, toHex } from './bytes.ts'
import { codeOf, fromHex, vectors } from './cases.ts'
import type { By } from './envelope.ts'
import { read as readUpdate, type Update } from './yjs-update.ts'

interface Case {
  readonly name: string
  readonly before: readonly { readonly device: string; readonly by: By; readonly update: string }[]
  readonly device: string
  readonly by: By
  readonly update: string
  readonly code?: string
  readonly reads?: unknown
  readonly own?: readonly string[]
}

interface Cases {
  readonly cases: readonly Case[]
  readonly groundless?: readonly Case[]
}

const [authorship, letters] = [vectors<Cases>('authorship'), vectors<Cases>('letters')]
const TABLET = authorship.cases[0]?.device ?? ''

test.each([...authorship.cases, ...letters.cases, ...(letters.groundless ?? [])])('$name', async (given) => {
  const authors = new Authors()
  for (const own of given.own ?? []) authors.learn(fromHex(TABLET), readUpdate(fromHex(own)))
  for (const { device, by, update } of given.before) {
    authors.learn(fromHex(device), check(fromHex(update), by, fromHex(device), authors))
  }
  const read = await codeOf(() => readsOf(check(fromHex(given.update), given.by, fromHex(given.device), authors)))
  expect(read).toEqual(given.code ?? given.reads)
})

function readsOf({ ranges, items, deletes }: Update): unknown {
  const values = items.flatMap(({ parent, key, values: each }) => each.map((value) => [parent, key, authorOf(value)]))
  const types = items.filter(({ content }) => content === 'type').map(({ client, clock }) => [client, clock])
  return { clients: ranges, registers: values, types, deletes }
}

test('a value nested 3,000 deep is refused before the stack runs out', async () => {
  const head = Uint8Array.of(1, 1, 99, 0, 0x28, 1, 1, 0x61, 1, 0x62, 1) // one value under `b` of the root `a`
  const nested = new Uint8Array(6000).map((_, at) => (at % 2 === 0 ? 0x75 : 1))
  const update = joined(head, nested, Uint8Array.of(0x7e, 0))
  expect(await codeOf(() => check(update, 1, new Uint8Array(16), new Authors()))).toBe('ACTOR_WRONG')
})

describe('what Yjs itself writes', () => {
  const [mine, theirs] = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)]

  function updates(doc: Y.Doc, edit: () => void): Bytes {
    const before = Y.encodeStateVector(doc)
    doc.transact(edit)
    return new Uint8Array(Y.encodeStateAsUpdate(doc, before))
  }

  function person(by: By): Y.Map<unknown> {
    return new Y.Map<unknown>([
      ['name', ['Ann', by, 1]],
      ['note', new Y.Text('hello')],
    ])
  }

  test('is honest when it is', () => {
    const authors = new Authors()
    const one = new Y.Doc()
    const first = updates(one, () => one.getMap('people').set('a', person(0)))
    authors.learn(mine, check(first, 0, mine, authors))
    expect(authors.ownerOfClient(one.clientID)).toBe(mine)

    const two = new Y.Doc()
    Y.applyUpdate(two, first)
    const ann = two.getMap('people').get('a') as Y.Map<unknown>
    const second = updates(two, () => {
      ann.set('name', ['Anne', 1, 2])
      ;(ann.get('note') as Y.Text).insert(2, '👋')
      ;(ann.get('note') as Y.Text).delete(0, 1)
    })
    authors.learn(theirs, check(second, 1, theirs, authors))
    Y.applyUpdate(one, second)
    expect(one.getMap('people').toJSON()).toEqual({ a: { name: ['Anne', 1, 2], note: 'e👋llo' } })
  })

  test('is refused when it is not', async () => {
    const authors = new Authors()
    const one = new Y.Doc()
    const first = updates(one, () => one.getMap('people').set('a', person(0)))
    expect(await codeOf(() => check(first, 1, mine, authors))).toBe('ACTOR_WRONG')
    expect(await codeOf(() => check(first.slice(0, -1), 0, mine, authors))).toBe('ACTOR_WRONG')
    authors.learn(mine, check(first, 0, mine, authors))
    const more = updates(one, () => one.getMap('people').set('b', person(0)))
    expect(await codeOf(() => check(more, 0, theirs, authors))).toBe('ACTOR_WRONG')

    const two = new Y.Doc()
    Y.applyUpdate(two, first)
    const gone = updates(two, () => two.getMap('people').delete('a'))
    expect(await codeOf(() => check(gone, 1, theirs, authors))).toBe('ACTOR_WRONG')
    const over = new Y.Doc()
    Y.applyUpdate(over, first)
    const written = updates(over, () => over.getMap('people').set('a', ['nobody', 1, 3]))
    expect(await codeOf(() => check(written, 1, theirs, authors))).toBe('ACTOR_WRONG')
    expect(toHex(mine)).not.toBe(toHex(theirs))
  })

  test('is not read beyond its end', async () => {
    const doc = new Y.Doc()
    const update = updates(doc, () => doc.getMap('meta').set('meeting', ['Tuesday', 0, 1]))
    const inside = new Uint8Array([...update, ...update]).subarray(0, update.length - 2)
    expect(await codeOf(() => check(inside, 0, mine, new Authors()))).toBe('ACTOR_WRONG')
    const spare = new Uint8Array([...update, 0])
    expect(await codeOf(() => check(spare, 0, mine, new Authors()))).toBe('ACTOR_WRONG')
  })
})
