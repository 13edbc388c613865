/** What the engine's judges believe of 1,000 tampered frames of each class, the same classes as in tests/tampering/. */

import { describe, expect, test } from 'vitest'
import { areEqual } from '../../../../../sync/bytes.ts'
import { Damaged } from '../../../../../sync/errors.ts'
import type { Eph } from '../../../../../sync/messages.ts'
import { openFrame, type Presence, seal } from '../../../../../sync/presence.ts'
import type { Cover } from '../../../../../sync/remark.ts'
import { Shelf, split } from '../../../../../sync/snapshot.ts'
import { flipped, RECORDS } from './records-for-tests.ts'
import { Draw, Scene, seededCrypto, word } from './scene-for-tests.ts'
import { OTHERS_THAN_RECORDS } from './updates-for-tests.ts'

const MUTATIONS = 1000
const CLASSES = Object.entries({ ...RECORDS, ...OTHERS_THAN_RECORDS })

describe('of 1,000 tampered frames 0 are accepted and 0 crash', () => {
  test.each(CLASSES)('%s', async (_, tamper) => {
    const scene = await Scene.made()
    const before = scene.ledger.progress()
    for (let n = 0; n < MUTATIONS; n++) {
      const believed = await scene.hears(await tamper(scene, new Draw(n)))
      if (believed.length > 0) expect.fail(`accepted: ${n}`)
    }
    expect(scene.ledger.progress()).toEqual(before)
    expect(await scene.goesOn()).toBe(true)
  })

  test('there are 31 classes', () => expect(CLASSES).toHaveLength(31))
})

describe('of 1,000 tampered frames of presence 0 are accepted and 0 crash', () => {
  const [space, device, session, key] = [1, 2, 3, 4].map((fill) => new Uint8Array(fill === 4 ? 32 : 16).fill(fill))
  const said: Presence = { kind: 'typing', by: 1, entity: 'people/ann', field: 'name' }
  const good = (changes: { counter?: number; epoch?: number; space?: Uint8Array<ArrayBuffer> } = {}): Promise<Eph> => {
    if (!space || !device || !session || !key) throw new TypeError('no keys')
    const header = { space, device, session, epoch: 2, counter: 7, ...changes }
    return seal(header, said, key, seededCrypto)
  }
  const tampered = {
    'a bit flipped in the box': (frame: Eph, draw: Draw) => ({ ...frame, box: flipped(frame.box, draw) }),
    'a bit flipped in the header': (frame: Eph, draw: Draw) => ({ ...frame, header: flipped(frame.header, draw) }),
    truncated: (frame: Eph, draw: Draw) => ({ ...frame, box: frame.box.slice(0, draw.below(frame.box.length)) }),
    'of another space': (_: Eph, draw: Draw) => good({ space: draw.bytes(16) }),
    'of another epoch': (_: Eph, draw: Draw) => good({ epoch: draw.of([0, 1, 3, 2 ** 53 - 1]) }),
    'a counter used again': (_: Eph, draw: Draw) => good({ counter: 1 + draw.below(6) }),
  }

  test.each(Object.entries(tampered))('%s', async (_, tamper) => {
    if (!space || !key) throw new TypeError('no keys')
    const frame = await good()
    for (let n = 0; n < MUTATIONS; n++) {
      const opened = openFrame(await tamper(frame, new Draw(n)), space, 2, key, 6, seededCrypto)
      await expect(opened).rejects.toBeInstanceOf(Damaged)
    }
    expect(await openFrame(frame, space, 2, key, 6, seededCrypto)).toEqual(said)
  })
})

test('of 1,000 snapshots without a device, or older than the log, 0 are trusted on their own device’s word', async () => {
  const scene = await Scene.made()
  const shelf = new Shelf()
  const ix = scene.state.devices.findIndex(({ id }) => areEqual(id, scene.desk.id))
  const heads = scene.ledger.allHeads(scene.state)
  for (let n = 0; n < MUTATIONS; n++) {
    const draw = new Draw(n)
    const covers = heads.filter(() => draw.chance(0.6)).map(([at, seq, hash]): Cover => [at, 1 + draw.below(seq), hash])
    const state = word(n)
    const snapshot = { position: 1 + draw.below(9), covers, digest: draw.bytes(32), state, actors: [] }
    const [part] = await split(snapshot)
    const [firstSeq, lastHash] = [2 * n + 1, draw.bytes(32)]
    if (part) shelf.add(ix, firstSeq, lastHash, part)
    shelf.add(ix, firstSeq + 1, draw.bytes(32), {
      type: 'attest',
      ix,
      firstSeq,
      lastHash,
      digest: snapshot.digest,
      ok: true,
    })
  }
  expect(shelf.series()).toHaveLength(MUTATIONS)
  expect(shelf.newestTrusted(scene.state)).toBeNull()
})
