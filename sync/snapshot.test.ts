import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toHex } from './bytes.ts'
import { codeOf, fromHex, itemOf, type JsonItem, systemRandomness, vectors } from './cases.ts'
import { nativeCrypto } from './crypto.ts'
import { digest } from './digest.ts'
import { LIMITS } from './limits.ts'
import { replay } from './membership.ts'
import { type Cover, parseAttest, parsePart, type Remark } from './remark.ts'
import { array, octets, whole } from './shape.ts'
import { join, Shelf, type Snapshot, split } from './snapshot.ts'

interface Cases {
  readonly entries: readonly string[]
  readonly digests: readonly { readonly name: string; readonly state: string; readonly digest: string }[]
  readonly refused_digests: readonly { readonly name: string; readonly state: string; readonly code: string }[]
  readonly good: readonly {
    readonly name: string
    readonly position: number
    readonly covers: JsonItem
    readonly digest: string
    readonly state: string
    readonly actors: JsonItem
    readonly parts: readonly JsonItem[]
  }[]
  readonly refused: readonly { readonly name: string; readonly parts: readonly JsonItem[]; readonly code: string }[]
  readonly shelves: readonly {
    readonly name: string
    readonly length: number
    readonly said: readonly (readonly [ix: number, seq: number, hash: string, remark: readonly [string, JsonItem]])[]
    readonly trusted: readonly [ix: number, firstSeq: number] | null
  }[]
}

const cases = vectors<Cases>('snapshots')
const crypto = nativeCrypto(globalThis.crypto.subtle, systemRandomness)
const partsOf = (items: readonly JsonItem[]) => items.map((item) => parsePart(array(itemOf(item))))

describe('digest', () => {
  test.each(cases.digests)('$name, also of what Yjs makes of the state', async (given) => {
    const state = fromHex(given.state)
    expect(toHex(await digest(state, crypto))).toBe(given.digest)
    expect(toHex(await digest(madeByYjs(state), crypto))).toBe(given.digest)
  })

  test.each(cases.refused_digests)('$code: $name', async ({ state, code }) => {
    expect(await codeOf(() => digest(fromHex(state), crypto))).toBe(code)
  })

  test('however updates arrive, and whatever undo holds on to, it is the same: 500 edits by four', async () => {
    const draw = seeded(8)
    const docs = [11, 12, 13, 14].map((client) => Object.assign(new Y.Doc(), { clientID: client }))
    const undo = docs.map((doc) => new Y.UndoManager(doc.getText('note')))
    for (let edit = 0; edit < 500; edit++) {
      const [one, other] = [docs[draw(4)], docs[draw(4)]]
      if (one === undefined || other === undefined) continue
      change(one, draw)
      if (draw(3) === 0) Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)))
      if (draw(9) === 0) undo[draw(4)]?.undo()
    }
    for (const one of docs) for (const other of [...docs].reverse()) Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    const states = docs.map((doc) => new Uint8Array(Y.encodeStateAsUpdate(doc)))
    const all = [...states, ...states.map(madeByYjs)]
    expect(new Set(await Promise.all(all.map(async (state) => toHex(await digest(state, crypto))))).size).toBe(1)
  })
})

describe('split and join', () => {
  test.each(cases.good)('$name', async (given) => {
    const snapshot: Snapshot = {
      position: given.position,
      covers: array(itemOf(given.covers)).map((item): Cover => {
        const [ix, seq, hash] = array(item, 3)
        return [whole(ix), whole(seq), octets(hash)]
      }),
      digest: fromHex(given.digest),
      state: fromHex(given.state),
      actors: array(itemOf(given.actors)).map((item) => {
        const [client, ix] = array(item, 2)
        return [whole(client), whole(ix)] as const
      }),
    }
    expect(await join(partsOf(given.parts), crypto)).toEqual(snapshot)
    expect(await join(await split(snapshot), crypto)).toEqual(snapshot)
  })

  test.each(cases.refused)('$code: $name', async ({ parts, code }) => {
    expect(await codeOf(() => join(partsOf(parts), crypto))).toBe(code)
  })

  test('a large state comes apart and together, and a larger one is never made', async () => {
    const doc = new Y.Doc()
    doc.getMap('meta').set('note', [toHex(systemRandomness(60_000)) + toHex(systemRandomness(60_000)), 0, 1])
    const state = new Uint8Array(Y.encodeStateAsUpdate(doc))
    const whole_ = { position: 9, covers: [], digest: await digest(state, crypto), state, actors: [] }
    const parts = await split(whole_)
    expect(parts.map(({ piece }) => piece.length <= LIMITS.snapshot_part_bytes)).toEqual([true, true, true])
    expect(await join(parts, crypto)).toEqual(whole_)
    const larger = { ...whole_, state: new Uint8Array(LIMITS.snapshot_bytes) }
    expect(await codeOf(() => split(larger))).toBe('TOO_LARGE')
  })
})

describe('which one is trusted', () => {
  test.each(cases.shelves)('$name', async ({ length, said, trusted }) => {
    const state = await replay(cases.entries.slice(0, length).map(fromHex), crypto)
    const shelf = new Shelf()
    for (const [ix, seq, hash, remark] of said) shelf.add(ix, seq, fromHex(hash), remarkOf(remark))
    const found = shelf.newestTrusted(state)
    expect(found && [found.ix, found.firstSeq]).toEqual(trusted)
  })
})

function remarkOf([kind, item]: readonly [string, JsonItem]): Remark {
  const items = array(itemOf(item))
  return kind === 'Part' ? parsePart(items) : parseAttest(items)
}

function madeByYjs(state: Uint8Array): Uint8Array<ArrayBuffer> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return new Uint8Array(Y.encodeStateAsUpdate(doc))
}

function change(doc: Y.Doc, draw: (below: number) => number): void {
  if (draw(2) === 0) {
    const value = ['x', 1.5, null, { b: 1, a: [true] }, 2 ** 40][draw(5)]
    doc.getMap('meta').set(['a', 'b', 'c'][draw(3)] ?? '', [value, 0, 1])
    return
  }
  const text = doc.getText('note')
  if (text.length > 5 && draw(5) < 2) text.delete(1, 3)
  else text.insert(draw(text.length + 1), ['tea', ' and cake', 'é'][draw(3)] ?? '')
}

/** The same numbers every time. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}
