/** A removal that would cut off words that were seen here is not followed, and what came before it is (P17). */

import { expect, test } from 'vitest'
import type { Head } from '../../../../sync/chain.ts'
import { genesis, invite, remove, replace } from '../../../../sync/control.ts'
import { newInvitation } from '../../../../sync/joining.ts'
import { newDeviceKeys } from '../../../../sync/keys.ts'
import { apply, begin } from '../../../../sync/membership.ts'
import { Ledger } from '../store/ledger.ts'
import { NO_PROGRESS } from '../store/store.ts'
import { testCrypto } from '../trials/table-for-tests.ts'
import { follow } from './following.ts'

const HASH = new Uint8Array(32).fill(7)
const OTHER = new Uint8Array(32).fill(8)

/** An invitation, and then a removal of the second device that says its last record was this. */
async function removal(final: Head, seen: Head, isOwn = false) {
  const [owner, other] = [await newDeviceKeys(testCrypto), await newDeviceKeys(testCrypto)]
  const more = [{ ed: other.signing.public, x: other.box.public, members: [0, 1] }]
  const [present, next] = [testCrypto.randomBytes(32), testCrypto.randomBytes(32)]
  const plan = { author: owner, listed: [0], memberCount: 2, cards: [], epochKey: present, more, ts: 1 }
  const first = await genesis({ ...plan, nonce: testCrypto.randomBytes(16) }, testCrypto)
  const state = await begin(first, testCrypto)
  const invited = await invite(state, owner, await newInvitation(testCrypto), [1], 9, 1, testCrypto)
  const after = await apply(state, invited, testCrypto)
  const heads = final.seq === 0 ? [] : [[1, final.seq, final.hash] as const]
  const going = { devices: [1], members: [], heads, epochKeys: { present, next }, ts: 1 }
  const removed = await remove(after, owner, going, testCrypto)
  const ledger = new Ledger(NO_PROGRESS)
  if (isOwn) ledger.acked = seen.seq
  else if (seen.seq > 0) ledger.advance(other.id, seen, 0)
  const own = isOwn ? other.id : owner.id
  const known = { chain: [first], state, ledger, own, ownHash: async () => seen.hash }
  return follow(known, 1, [invited, removed], testCrypto)
}

test.each([
  ['the very record that was seen last', { seq: 3, hash: HASH }],
  ['a later one, which has yet to come', { seq: 4, hash: OTHER }],
])('it is followed when it names %s', async (_, final) => {
  const { fresh, trouble, state } = await removal(final, { seq: 3, hash: HASH })
  expect([fresh.length, trouble, state.n]).toEqual([2, null, 2])
})

test.each([
  ['an earlier record', { seq: 2, hash: HASH }],
  ['another record in its place', { seq: 3, hash: OTHER }],
  ['none at all', { seq: 0, hash: HASH }],
])('FINAL_BACK when it names %s: the entry before it is kept', async (_, final) => {
  const { fresh, trouble, state } = await removal(final, { seq: 3, hash: HASH })
  expect(trouble).toMatchObject({ code: 'FINAL_BACK' })
  expect([fresh.length, state.n, state.devices[1]?.removedN]).toEqual([1, 1, null])
})

test.each([
  ['an earlier record than the server has', { seq: 2, hash: HASH }],
  ['another record in its place', { seq: 3, hash: OTHER }],
])('FINAL_BACK when it names, of this very device, %s', async (_, final) => {
  const { trouble, state } = await removal(final, { seq: 3, hash: HASH }, true)
  expect(trouble).toMatchObject({ code: 'FINAL_BACK' })
  expect(state.devices[1]?.removedN).toBeNull()
})

test('this very device is removed with the record that the server has last', async () => {
  const { trouble, state } = await removal({ seq: 3, hash: HASH }, { seq: 3, hash: HASH }, true)
  expect([trouble, state.devices[1]?.removedN]).toEqual([null, 2])
})

test('a copy of this device that goes on for it says itself which records stand, and this one follows', async () => {
  const [owner, copy] = [await newDeviceKeys(testCrypto), await newDeviceKeys(testCrypto)]
  const epochKey = testCrypto.randomBytes(32)
  const plan = { author: owner, listed: [0], memberCount: 1, cards: [], epochKey, more: [], ts: 1 }
  const first = await genesis({ ...plan, nonce: testCrypto.randomBytes(16) }, testCrypto)
  const state = await begin(first, testCrypto)
  const replaced = await replace(state, owner, copy, epochKey, [0, 2, OTHER], 1, testCrypto)
  const ledger = new Ledger({ ...NO_PROGRESS, acked: 3 })
  const known = { chain: [first], state, ledger, own: owner.id, ownHash: async () => HASH }
  const { trouble, state: after } = await follow(known, 1, [replaced], testCrypto)
  expect([trouble, after.devices[0]?.removedN]).toEqual([null, 1])
})
