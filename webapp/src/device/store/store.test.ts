/** What every SpaceStore promises, asked of both. */

import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../../sync/bytes.ts'
import { StorageFull, StorageGone, StorageTaken } from '../errors.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import { forgetDatabase, IndexedDbStore } from './indexed-db-store.ts'
import { MemoryStore } from './memory-store.ts'
import { NO_PROGRESS, NOTHING_APART, type Progress, type SpaceKeys, type SpaceStore } from './store.ts'

const bytes = (...values: number[]): Bytes => new Uint8Array(values)
const filled = (size: number, value: number): Bytes => new Uint8Array(size).fill(value)

const KEYS: SpaceKeys = {
  space: filled(16, 1),
  signSeed: filled(32, 2),
  boxSeed: filled(32, 3),
  epochs: [filled(32, 4)],
  joining: null,
  invitations: [{ invite: filled(16, 5), secret: filled(32, 6), expires: 7, member: 1 }],
  next: { signSeed: filled(32, 12), boxSeed: filled(32, 13), from: 4, isAnew: true },
  anew: { ix: 0, seq: 4, hash: filled(32, 14) },
}
const PROGRESS: Progress = {
  created: true,
  incarnation: filled(8, 8),
  cursor: 12,
  applied: 7,
  heads: [{ device: filled(16, 9), seq: 3, hash: filled(32, 10), ctl: 1 }],
  acked: 2,
  told: [[1, 4]],
  theirs: [[2, 3]],
  bytes: 4096,
  snapshots: [{ ix: 2, firstSeq: 5, count: 3, number: 9, records: 400, bytes: 2048, isJudged: true }],
  served: 3,
  missing: [[1, 6]],
  everAcked: 4,
  notices: [{ by: 1, ix: 0, seq: 4, hash: filled(32, 11), code: 'ACTOR_WRONG' }],
}

let names = 0
const newName = (): string => `kith-test-${names++}`

/** There is room for words, and not for the values that a space has one of. */
async function onAFullDisk<Answer>(step: () => Promise<Answer>): Promise<Answer> {
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (value, key) {
    if (this.name === 'single') throw new DOMException('full', 'QuotaExceededError')
    return put.call(this, value, key)
  }
  try {
    return await step()
  } finally {
    IDBObjectStore.prototype.put = put
  }
}

const STORES: [string, () => Promise<SpaceStore>][] = [
  ['memory', async () => new MemoryStore()],
  ['IndexedDB', async () => IndexedDbStore.create(newName(), await vaultKey(filled(32, 99)))],
]

describe.each(STORES)('a store in %s', (_name, make) => {
  test('starts empty', async () => {
    const kept = await (await make()).read()
    const nothing = { control: [], outbox: [], aside: [], journal: [] }
    expect(kept).toEqual({ keys: null, progress: null, ...nothing, state: null, ahead: null, apart: NOTHING_APART })
  })

  test('gives back what it was given', async () => {
    const store = await make()
    const state = { applied: 4, ownSeq: 2, clients: [[77, 0]] as const, update: bytes(1, 2) }
    const line = { id: 0, kind: 'card used', at: 5, member: 0, putAway: false }
    const ahead = { updates: [bytes(5), bytes(6)], covers: [[0, 4]] as const, isWrong: true }
    const apart = { upon: [bytes(7)], words: [bytes(8), bytes(9)] }
    await store.write({
      keys: KEYS,
      progress: PROGRESS,
      state,
      ahead,
      apart,
      outbox: [
        { key: 0, by: 'both', update: bytes(1) },
        { key: 1, by: 1, update: bytes(2) },
      ],
      control: [{ n: 0, bytes: bytes(3) }],
      aside: [{ position: 9, bytes: bytes(4), why: 'DECRYPT_BAD' }],
      journal: [line],
    })
    expect(await store.read()).toEqual({
      keys: KEYS,
      progress: PROGRESS,
      state,
      ahead,
      apart,
      outbox: [
        { key: 0, by: 'both', update: bytes(1) },
        { key: 1, by: 1, update: bytes(2) },
      ],
      control: [{ n: 0, bytes: bytes(3) }],
      aside: [{ position: 9, bytes: bytes(4), why: 'DECRYPT_BAD' }],
      journal: [line],
    })
    await store.write({ ahead: null })
    expect((await store.read()).ahead).toBeNull()
  })

  test('takes the words out in the step that puts the sealed record in', async () => {
    const store = await make()
    await store.write({ outbox: [0, 1, 2].map((key) => ({ key, by: 0, update: bytes(key) })) })
    await store.write({ own: [{ seq: 1, bytes: bytes(9) }], outboxDone: [0, 1], progress: PROGRESS })
    const kept = await store.read()
    expect(kept.outbox.map((entry) => entry.key)).toEqual([2])
    expect(kept.progress).toEqual(PROGRESS)
    expect(await store.ownFrom(1, 10)).toEqual([{ seq: 1, bytes: bytes(9) }])
  })

  test('lets go of own records that are another device\u2019s now, and keeps who goes on', async () => {
    const store = await make()
    const next = { signSeed: filled(32, 7), boxSeed: filled(32, 8), from: 3, isAnew: false }
    await store.write({ own: [1, 2, 3].map((seq) => ({ seq, bytes: bytes(seq) })), keys: { ...KEYS, next } })
    expect((await store.read()).keys).toEqual({ ...KEYS, next })
    await store.write({ ownDone: [1, 2, 3], own: [{ seq: 1, bytes: bytes(9) }], keys: KEYS })
    expect(await store.ownFrom(1, 10)).toEqual([{ seq: 1, bytes: bytes(9) }])
    expect((await store.read()).keys).toEqual(KEYS)
  })

  test('gives records in order, from where it is asked, in pages', async () => {
    const store = await make()
    await store.write({ applied: [5, 1, 3, 300, 70].map((number) => ({ number, bytes: bytes(number % 256) })) })
    expect((await store.appliedFrom(2, 3)).map((record) => record.number)).toEqual([3, 5, 70])
    expect((await store.appliedFrom(71, 3)).map((record) => record.number)).toEqual([300])
  })

  test('lets go of records that are good no longer, in the step that puts others in their place', async () => {
    const store = await make()
    const keys = { ...KEYS, parted: { applied: 3, key: 2 ** 40 } }
    await store.write({ applied: [1, 2, 3].map((number) => ({ number, bytes: bytes(number) })), keys })
    expect((await store.read()).keys).toEqual(keys)
    await store.write({ applied: [{ number: 1, bytes: bytes(9) }], appliedDone: [2, 3], keys: KEYS })
    expect(await store.appliedFrom(1, 9)).toEqual([{ number: 1, bytes: bytes(9) }])
    expect((await store.read()).keys).toEqual(KEYS)
  })

  test('keeps the last of many changes that were given at once', async () => {
    const store = await make()
    const writes = [...Array(50).keys()].map((cursor) => store.write({ progress: { ...NO_PROGRESS, cursor } }))
    await Promise.all(writes)
    expect((await store.read()).progress?.cursor).toBe(49)
  })

  test('a record that is no longer set aside is gone from there', async () => {
    const store = await make()
    await store.write({ aside: [{ position: 9, bytes: bytes(4), why: 'WAITS' }] })
    await store.write({ asideDone: [9], applied: [{ number: 1, bytes: bytes(4) }] })
    expect((await store.read()).aside).toEqual([])
  })
})

describe('on the disk', () => {
  test('opens again under its key, and not under another', async () => {
    const name = newName()
    const store = await IndexedDbStore.create(name, await vaultKey(filled(32, 1)))
    await store.write({ outbox: [{ key: 0, by: 0, update: bytes(7) }] })
    const again = await IndexedDbStore.open(name, await vaultKey(filled(32, 1)))
    expect((await again.read()).outbox).toHaveLength(1)
    const stranger = await IndexedDbStore.open(name, await vaultKey(filled(32, 2)))
    await expect(stranger.read()).rejects.toMatchObject({ code: 'STORAGE_DAMAGED' })
  })

  test('a cleared database is gone, and is not made anew by writing', async () => {
    const name = newName()
    const store = await IndexedDbStore.create(name, await vaultKey(filled(32, 1)))
    await forgetDatabase(name)
    await expect(store.write({ progress: PROGRESS })).rejects.toBeInstanceOf(StorageGone)
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name)
  })

  test('a handle that died is opened again', async () => {
    const name = newName()
    const store = await IndexedDbStore.create(name, await vaultKey(filled(32, 1)))
    const transaction = IDBDatabase.prototype.transaction
    let deaths = 2
    IDBDatabase.prototype.transaction = function (...args) {
      if (deaths-- > 0) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
      return transaction.apply(this, args)
    }
    try {
      await store.write({ progress: PROGRESS })
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    expect((await store.read()).progress).toEqual(PROGRESS)
  })

  test('two that opened a full disk, one behind the other, do not both write: words and what was signed alone, under other keys', async () => {
    const name = newName()
    const key = await vaultKey(filled(32, 1))
    const first = await IndexedDbStore.create(name, key)
    const second = await onAFullDisk(() => IndexedDbStore.open(name, key))
    await first.write({ outbox: [{ key: 0, by: 0, update: bytes(1) }], progress: PROGRESS })
    await expect(second.write({ progress: { ...PROGRESS, acked: 1 } })).rejects.toBeInstanceOf(StorageTaken)
    await second.write({ outbox: [{ key: 0, by: 0, update: bytes(2) }] })
    const signed = [bytes(3), bytes(4)].map((record) => ({ position: 0, bytes: record, why: 'WAITS' }))
    await second.write({ outbox: [{ key: 1, by: 0, update: bytes(5) }], aside: signed })
    const kept = await first.read()
    expect(kept.outbox.map(({ update }) => update)).toEqual([bytes(1), bytes(2), bytes(5)])
    expect(kept.progress).toEqual(PROGRESS)
    const appended = await first.appended()
    expect(appended.outbox.map(({ update }) => update)).toEqual([bytes(2), bytes(5)])
    expect(appended.aside.map((record) => record.bytes).sort()).toEqual([bytes(3), bytes(4)])
    expect(appended.aside.every(({ position }) => position < 0)).toBe(true)
  })

  test('one that yields leaves it to the other from then on, also where that could not say yet that it is there', async () => {
    const name = newName()
    const key = await vaultKey(filled(32, 1))
    const first = await IndexedDbStore.create(name, key)
    const second = await onAFullDisk(() => IndexedDbStore.open(name, key))
    first.yields()
    await expect(first.write({ progress: PROGRESS })).rejects.toBeInstanceOf(StorageTaken)
    await first.write({ outbox: [{ key: 0, by: 0, update: bytes(1) }] })
    await second.write({ outbox: [{ key: 0, by: 0, update: bytes(2) }], progress: { ...PROGRESS, acked: 1 } })
    const kept = await second.read()
    expect(kept.outbox.map(({ update }) => update)).toEqual([bytes(2), bytes(1)])
    expect(kept.progress?.acked).toBe(1)
  })

  test('a full disk is named, nothing of the step happened, and the next may succeed', async () => {
    const store = await IndexedDbStore.create(newName(), await vaultKey(filled(32, 1)))
    await onAFullDisk(async () => {
      const step = store.write({ outbox: [{ key: 0, by: 0, update: bytes(7) }], progress: PROGRESS })
      await expect(step).rejects.toBeInstanceOf(StorageFull)
    })
    expect((await store.read()).outbox).toEqual([])
    await store.write({ progress: PROGRESS })
    expect((await store.read()).progress).toEqual(PROGRESS)
  })
})
