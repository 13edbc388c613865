/** A second copy takes every step, comes back whole, and never over what is newer. */

import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { Bytes } from '../../../../sync/bytes.ts'
import { StorageFull, StorageGone, StorageTaken } from '../errors.ts'
import { DiskFaults } from '../trials/disk-faults-for-tests.ts'
import { Gate, TestSpare } from '../trials/spare-for-tests.ts'
import { sealValue, vaultKey } from '../unlock/sealed-value.ts'
import { DatabaseHandle } from './database-handle.ts'
import { forgetDatabase, IndexedDbStore } from './indexed-db-store.ts'
import { appliedRow, ownRow, whole } from './rows.ts'
import { SecondCopy } from './second-copy.ts'
import { allRows, makeShelves, NOTHING_DONE, SINGLE, type SpaceShelves } from './shelves.ts'
import { copyOf, removeCopy } from './spare.ts'
import { APPENDED_FROM, type Change, type Kept, NO_PROGRESS, type SpaceStore } from './store.ts'

let names = 0
const newName = (): string => `copied-${names++}`
const bytes = (...values: number[]): Bytes => new Uint8Array(values)
const word = (key: number, value = key): Change => ({ outbox: [{ key, by: 0, update: bytes(value % 256) }] })
const words = async (store: SpaceStore): Promise<number[]> => (await store.read()).outbox.map(({ key }) => key)
const key = await vaultKey(new Uint8Array(32).fill(1))
let faults: DiskFaults | null = null

afterEach(() => {
  faults?.end()
  faults = null
})

/** Everything in it, once it and its copy have nothing more to do. */
async function all(store: SpaceStore): Promise<unknown> {
  const kept: Kept = await store.read()
  return { ...kept, own: await whole(ownRow(store, 0)), applied: await whole(appliedRow(store, 0)) }
}

async function opened(name: string, spare: TestSpare): Promise<IndexedDbStore> {
  const store = await IndexedDbStore.open(name, key, spare)
  await store.isCopied()
  return store
}

describe('a store that has lost its database', () => {
  test('finds everything in the copy when it is next opened', async () => {
    const [name, spare] = [newName(), new TestSpare()]
    const store = await IndexedDbStore.create(name, key, spare)
    await store.write({ ...word(1), progress: { ...NO_PROGRESS, cursor: 7 }, control: [{ n: 0, bytes: bytes(3) }] })
    await store.write({ ...word(2), aside: [{ position: -APPENDED_FROM, bytes: bytes(4), why: 'WAITS' }] })
    await store.write({ own: [{ seq: 1, bytes: bytes(5) }], outboxDone: [1] })
    const before = await all(store)
    await store.isCopied()
    store.close()
    await forgetDatabase(name)
    expect(await all(await opened(name, spare))).toEqual(before)
  })

  test('goes on where it was, when that happens under its hands', async () => {
    const [name, spare] = [newName(), new TestSpare()]
    const store = await IndexedDbStore.create(name, key, spare)
    await store.write(word(1))
    await store.isCopied()
    await forgetDatabase(name)
    await store.write(word(2))
    expect(await words(store)).toEqual([1, 2])
  })

  test('is gone where the copy is too, and the copy alone is never in the way', async () => {
    const [name, spare] = [newName(), new TestSpare()]
    const store = await IndexedDbStore.create(name, key, spare)
    await store.write(word(1))
    await store.isCopied()
    await spare.clear()
    await store.write(word(2))
    await store.isCopied()
    expect(await spare.names()).toEqual([copyOf(name)])
    store.close()
    await removeCopy(name, spare)
    await forgetDatabase(name)
    await expect(IndexedDbStore.open(name, key, spare)).rejects.toBeInstanceOf(StorageGone)
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name)
  })
})

test('what is signed is in the copy before anybody hears of it', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const store = await IndexedDbStore.create(name, key, spare)
  await store.write({ own: [{ seq: 1, bytes: bytes(5) }] })
  await forgetDatabase(name)
  expect(await (await IndexedDbStore.open(name, key, spare)).ownFrom(1, 9)).toEqual([{ seq: 1, bytes: bytes(5) }])
})

test('a newer database is not put back: the copy is made as new', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const first = await IndexedDbStore.create(name, key, spare)
  await first.write(word(1))
  await first.isCopied()
  const unheard = await IndexedDbStore.open(name, key)
  await unheard.write({ ...word(2), outboxDone: [1] })
  const after = await opened(name, spare)
  expect(await words(after)).toEqual([2])
  await forgetDatabase(name)
  expect(await words(await opened(name, spare))).toEqual([2])
})

test('words that a tab appends which has lost the place are in the copy, and nothing else of it', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const first = await IndexedDbStore.create(name, key, spare)
  const second = await opened(name, spare)
  await second.write(word(1))
  await first.write(word(1))
  await expect(first.write({ progress: NO_PROGRESS })).rejects.toBeInstanceOf(StorageTaken)
  await Promise.all([first.isCopied(), second.isCopied()])
  await forgetDatabase(name)
  const found = await words(await opened(name, spare))
  expect(found.filter((at) => at < APPENDED_FROM)).toEqual([1])
  expect(found).toHaveLength(2)
})

test('a copy that finds no room goes, and the words are on the disk', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const store = await IndexedDbStore.create(name, key, spare)
  await store.write(word(1))
  await store.isCopied()
  faults = new DiskFaults((database) => database === copyOf(name))
  faults.set('refused', 1)
  await store.write(word(2))
  await store.isCopied()
  expect(await spare.names()).toEqual([])
  await store.write(word(3))
  expect(await words(store)).toEqual([1, 2, 3])
  store.close()
  faults.end()
  await opened(name, spare)
  expect(await spare.names()).toEqual([copyOf(name)])
})

describe('a full disk', () => {
  /** A place whose disk has no room for the next word until a copy goes, beside another that may be lost. */
  async function fills(isOtherLost: boolean): Promise<{ store: IndexedDbStore; spare: TestSpare; other: string }> {
    const [name, other, spare] = [newName(), newName(), new TestSpare()]
    const [store, beside] = [
      await IndexedDbStore.create(name, key, spare),
      await IndexedDbStore.create(other, key, spare),
    ]
    await store.write(word(1))
    await Promise.all([store.isCopied(), beside.isCopied()])
    beside.close()
    if (isOtherLost) await forgetDatabase(other)
    const full = new DiskFaults((database) => database === name)
    faults = full
    full.set('refused', 1)
    const databases = await spare.databases('never')
    if (!databases) throw new Error('no copy')
    const remove = databases.deleteDatabase.bind(databases)
    databases.deleteDatabase = (gone) => {
      full.isMended()
      return remove(gone)
    }
    return { store, spare, other }
  }

  test('has the room of the copies first, and the words are on it', async () => {
    const { store, spare } = await fills(false)
    await store.write(word(2))
    expect(await words(store)).toEqual([1, 2])
    expect(await spare.names()).toEqual([])
    faults?.set('refused', 1)
    await expect(store.write(word(3))).rejects.toBeInstanceOf(StorageFull)
  })

  test('has no room of one that is all that is left of another place', async () => {
    const { store, spare, other } = await fills(true)
    await store.write(word(2))
    expect(await words(store)).toEqual([1, 2])
    expect(await spare.names()).toEqual([copyOf(other)])
  })
})

test('a copy that cannot go is believed no more', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const store = await IndexedDbStore.create(name, key, spare)
  await store.write(word(1))
  await store.isCopied()
  const databases = await spare.databases('never')
  if (!databases) throw new Error('no copy')
  databases.deleteDatabase = () => {
    throw new DOMException('held by a tab that is frozen', 'UnknownError')
  }
  faults = new DiskFaults((database) => database === copyOf(name))
  faults.set('refused', 1)
  await store.write(word(2))
  await store.isCopied()
  faults.end()
  store.close()
  await forgetDatabase(name)
  await expect(IndexedDbStore.open(name, key, spare)).rejects.toBeInstanceOf(StorageGone)
})

describe('a tab that is frozen while it compares, and wakes,', () => {
  async function comparesWhile(step: (store: IndexedDbStore) => Promise<void>): Promise<readonly number[]> {
    const [name, spare] = [newName(), new TestSpare()]
    const present = await IndexedDbStore.create(name, key, spare)
    await present.isCopied()
    const disk = new DatabaseHandle<SpaceShelves>(name, makeShelves)
    const [reads, thaws] = [new Gate(), new Gate()]
    const frozen = new SecondCopy(name, spare, async () => {
      const rows = await disk.run(allRows)
      reads.opens()
      await thaws.isOpen
      return rows
    })
    const tenant = await sealValue(key, ['single', SINGLE.tenant], new Uint8Array())
    void frozen.follow({ puts: [], done: NOTHING_DONE, tenants: { before: undefined, after: tenant } })
    await reads.isOpen
    await step(present)
    await present.isCopied()
    thaws.opens()
    await frozen.caughtUp()
    for (const one of [present, frozen, disk]) one.close()
    await forgetDatabase(name)
    return words(await opened(name, spare))
  }

  test('puts nothing old over what another has written since', async () => {
    expect(await comparesWhile((present) => present.write(word(1)))).toEqual([1])
  })

  test('takes away no words that were appended since', async () => {
    const found = await comparesWhile(async (present) => {
      present.yields()
      await present.write(word(1))
    })
    expect(found.map((at) => at >= APPENDED_FROM)).toEqual([true])
  })
})

test('a store that is closed while it is compared keeps its copy: what was not read is no worse than before', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const store = await IndexedDbStore.create(name, key, spare)
  const putBack = await spare.asItIs()
  await store.write(word(1))
  await store.isCopied()
  store.close()
  putBack()
  const again = await IndexedDbStore.open(name, key, spare)
  again.close()
  await again.isCopied()
  expect(await spare.names()).toEqual([copyOf(name)])
  expect(await words(await opened(name, spare))).toEqual([1])
})

test('a browser that has no place apart keeps everything once', async () => {
  const name = newName()
  const store = await IndexedDbStore.create(name, key)
  await store.write({ own: [{ seq: 1, bytes: bytes(5) }], ...word(2) })
  await store.isCopied()
  expect(await words(store)).toEqual([2])
})

type Deed = 'write' | 'seal' | 'give up' | 'unheard' | 'mute' | 'reopen' | 'lose' | 'lose the copy'
const DEEDS: readonly Deed[] = ['write', 'seal', 'give up', 'unheard', 'mute', 'reopen', 'lose', 'lose the copy']

test('whatever is written, lost and brought back: what opens is the disk, or what the copy had when that was lost', async () => {
  const deeds = fc.array(fc.constantFrom(...DEEDS), { minLength: 5, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(deeds, async (course) => {
      const [name, spare] = [newName(), new TestSpare()]
      const broken = new DiskFaults((database) => database === name)
      let store = await IndexedDbStore.create(name, key, spare)
      let at = 0
      const step = (deed: Deed): Change => {
        at++
        if (deed === 'seal') return { outboxDone: [at - 1], own: [{ seq: at, bytes: bytes(at % 256) }] }
        if (deed !== 'give up') return { ...word(at), applied: [{ number: at, bytes: bytes(at % 256) }] }
        return { control: [{ n: at % 3, bytes: bytes(at % 256) }], controlFrom: at % 3, appliedDone: [at - 1] }
      }
      for (const deed of course) {
        if (deed === 'unheard') {
          // Another life of it, whose steps the copy does not hear of: as one that is killed in between.
          store.close()
          const other = await IndexedDbStore.open(name, key)
          await other.write(step(deed))
          other.close()
          const now = await IndexedDbStore.open(name, key)
          const disk = await all(now)
          now.close()
          store = await opened(name, spare)
          expect(await all(store)).toEqual(disk)
        } else if (deed === 'mute') {
          broken.set('mute', 1, 1)
          await store.write(step('write'))
          broken.isMended()
        } else if (deed === 'reopen') {
          const disk = await all(store)
          store.close()
          store = await opened(name, spare)
          expect(await all(store)).toEqual(disk)
        } else if (deed === 'lose') {
          const disk = await all(store)
          await store.write(step('write'))
          const after = await all(store)
          expect(after).not.toEqual(disk)
          await store.isCopied()
          store.close()
          await forgetDatabase(name)
          store = await opened(name, spare)
          expect(await all(store)).toEqual(after)
        } else if (deed === 'lose the copy') {
          await store.isCopied()
          await spare.clear()
        } else await store.write(step(deed))
      }
      store.close()
      broken.end()
    }),
    { seed: 20_261_129, numRuns: 20 },
  )
}, 120_000)
