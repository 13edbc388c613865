import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Authors, check } from './authorship.ts'
import { toHex } from './bytes.ts'
import { bothCryptos, codeOf, fromHex, vectors } from './cases.ts'
import { digest } from './digest.ts'
import type { By } from './envelope.ts'
import { nameOf, opened, piecesIn, seal, written } from './piece.ts'

interface Named {
  readonly name: string
  readonly names: readonly string[]
  readonly key: string
}

interface Cases {
  readonly photographs: readonly (Named & {
    readonly fill: string
    readonly size: number
    readonly pieces: readonly string[]
  })[]
  readonly updates: readonly {
    readonly name: string
    readonly piece: string
    readonly client: number
    readonly clock: number
    readonly by: By
    readonly at: number
    readonly update: string
  }[]
  readonly others: readonly { readonly name: string; readonly update: string; readonly pieces: readonly string[] }[]
  readonly waiting: readonly (Named & { readonly found: readonly string[] })[]
  readonly refused: readonly (Named & { readonly found: readonly string[]; readonly code: string })[]
  readonly refused_plain: readonly { readonly name: string; readonly size: number; readonly code: string }[]
}

const cases = vectors<Cases>('pieces')
/** More than a document takes that holds no piece, far less than a piece. */
const ROOM_BYTES = 400

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  const byName = async (pieces: readonly string[]) =>
    new Map(await Promise.all(pieces.map(async (hex) => [await nameOf(fromHex(hex), crypto), fromHex(hex)] as const)))

  test.each(cases.photographs)('$name', async ({ fill, size, key, pieces, names }) => {
    const plain = fromHex(fill.repeat(size))
    expect((await seal(plain, fromHex(key), crypto)).map(toHex)).toEqual(pieces)
    const found = await byName(pieces)
    expect([...found.keys()]).toEqual(names)
    expect(await opened(found, names, fromHex(key), crypto)).toEqual(plain)
  })

  test.each(cases.updates)('an update: $name', async ({ piece, client, clock, by, at, update }) => {
    const named = { name: await nameOf(fromHex(piece), crypto), piece: fromHex(piece) }
    expect(toHex(written([client, clock], named, by, at))).toBe(update)
    expect(piecesIn(fromHex(update))).toEqual([named])
  })

  test.each(cases.waiting)('$name', async ({ found, names, key }) => {
    expect(await opened(await byName(found), names, fromHex(key), crypto)).toBeNull()
  })

  test.each(cases.refused)('$name', async ({ found, names, key, code }) => {
    const pieces = await byName(found)
    expect(await codeOf(() => opened(pieces, names, fromHex(key), crypto))).toBe(code)
  })

  test.each(cases.refused_plain)('$name', async ({ size, code }) => {
    expect(await codeOf(() => seal(new Uint8Array(size), new Uint8Array(32), crypto))).toBe(code)
  })

  test('readers take it as any update of its author, and no document holds it', async () => {
    const [piece = new Uint8Array()] = await seal(new Uint8Array(40_000).fill(7), new Uint8Array(32), crypto)
    const update = written([11, 0], { name: await nameOf(piece, crypto), piece }, 0, 1764547200)
    const [tablet, desk] = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)]
    const authors = new Authors()
    authors.learn(tablet, check(update, 0, tablet, authors))
    expect(await codeOf(async () => check(update, 1, tablet, new Authors()))).toBe('ACTOR_WRONG')
    expect(await codeOf(async () => check(update, 0, desk, authors))).toBe('ACTOR_WRONG')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    expect(doc.getMap('pieces').size).toBe(0)
    const state = new Uint8Array(Y.encodeStateAsUpdate(doc))
    expect(state.length).toBeLessThan(ROOM_BYTES)
    const other = new Y.Doc()
    Y.applyUpdate(other, state)
    expect(await digest(new Uint8Array(Y.encodeStateAsUpdate(other)), crypto)).toEqual(await digest(state, crypto))
  })
})

test.each(cases.others)('$name', ({ update, pieces }) => {
  expect(piecesIn(fromHex(update)).map(({ piece }) => toHex(piece))).toEqual(pieces)
})
