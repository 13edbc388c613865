/** The list of what is kept comes back from its copy where it is missed, and only then; what is taken off is in no copy. */

import 'fake-indexeddb/auto'
import { describe, expect, test, vi } from 'vitest'
import { StorageFull, StorageUnready } from '../errors.ts'
import { forgetDatabase, IndexedDbStore } from '../store/indexed-db-store.ts'
import { browserSpare, copyOf, removeCopy } from '../store/spare.ts'
import { DiskFaults } from '../trials/disk-faults-for-tests.ts'
import { Gate, TestSpare } from '../trials/spare-for-tests.ts'
import { type PlaceRecord, Registry } from './registry.ts'
import { vaultKey } from './sealed-value.ts'
import type { RingRecord } from './vault.ts'

let names = 0
const newName = (): string => `registry-copy-${names++}`
const bytes = (value: number) => new Uint8Array(16).fill(value)
const key = await vaultKey(new Uint8Array(32))
const ring = (value: number): RingRecord => ({
  id: 'ring',
  lock: { kind: 'phone', key: bytes(value) },
  places: { iv: bytes(value), ct: bytes(value) },
})
const place = (id: string): PlaceRecord => ({ id, ring: 'ring', label: `Label ${id}`, names: null })

async function keeps(registry: Registry, spare: TestSpare, id: string): Promise<{ id: string; database: string }> {
  const begun = { id, database: newName() }
  await registry.begin(begun)
  const store = await IndexedDbStore.create(begun.database, key, spare)
  await store.isCopied()
  store.close()
  await registry.keep(place(id), ring(1))
  return begun
}

test('a list that is missed is brought back, as it was after the last change', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  await keeps(registry, spare, 'one')
  await keeps(registry, spare, 'two')
  await registry.relock(ring(2))
  const before = await registry.read()
  registry.close()
  await forgetDatabase(name)
  const after = await Registry.open(name, spare, true)
  expect(await after.read()).toEqual(before)
  expect(before.rings).toEqual([ring(2)])
})

test('a list that is there stays as it is, whatever the copy says', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  await keeps(registry, spare, 'one')
  const putBack = await spare.asItIs()
  await registry.relock(ring(2))
  registry.close()
  putBack()
  const again = await Registry.open(name, spare, true)
  expect((await again.read()).rings).toEqual([ring(2)])
})

test('a list that has places in it comes back also where the mark is lost with it', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  const { database } = await keeps(registry, spare, 'one')
  const before = await registry.read()
  registry.close()
  await forgetDatabase(name)
  const after = await Registry.open(name, spare, false)
  expect(await after.read()).toEqual(before)
  await after.relock(ring(2))
  expect(await spare.names()).toEqual([copyOf(name), copyOf(database)].sort())
})

test('a list with no place in it that nobody misses does not come back, and its copy goes', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  await registry.begin({ id: 'one', database: newName() })
  registry.close()
  await forgetDatabase(name)
  const after = await Registry.open(name, spare, false)
  expect(await after.read()).toEqual({ rings: [], places: [], begun: [] })
  await expect.poll(() => spare.names()).toEqual([])
})

test('a list comes back over nothing that another tab has kept meanwhile', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  await keeps(registry, spare, 'one')
  registry.close()
  await forgetDatabase(name)
  const slow = new TestSpare()
  const [asks, answers] = [new Gate(), new Gate()]
  slow.databases = async (making) => {
    asks.opens()
    await answers.isOpen
    return spare.databases(making)
  }
  const opening = Registry.open(name, slow, true)
  await asks.isOpen
  const other = await Registry.open(name)
  await other.keep(place('two'), ring(2))
  answers.opens()
  const { rings, places } = await (await opening).read()
  expect([rings, places]).toEqual([[ring(2)], [place('two')]])
})

test('what a ring was locked with is in no copy any more when the disk has the new lock', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  await keeps(registry, spare, 'one')
  const written: string[] = []
  const order = new DiskFaults((database) => {
    written.push(database)
    return false
  })
  await registry.relock(ring(2))
  order.end()
  expect(written.slice(0, 2)).toEqual([copyOf(name), name])
  const disk = new DiskFaults((database) => database === name)
  disk.set('refused', 1)
  await expect(registry.relock(ring(3))).rejects.toBeInstanceOf(StorageFull)
  disk.end()
  registry.close()
  await forgetDatabase(name)
  expect((await (await Registry.open(name, spare, true)).read()).rings).toEqual([ring(2)])
})

describe('a place that is taken off while the spare does not answer', () => {
  const silent = async (): Promise<never> => {
    throw new StorageUnready('no answer')
  }

  test('is gone, and stays listed as begun until its copy is gone too', async () => {
    const [name, spare] = [newName(), new TestSpare()]
    const answers = spare.databases.bind(spare)
    const registry = await Registry.open(name, spare)
    const one = await keeps(registry, spare, 'one')
    await keeps(registry, spare, 'two')
    spare.databases = silent
    await registry.forget(one, null, ring(3))
    await registry.sweep(one)
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(one.database)
    expect((await registry.read()).begun).toEqual([one])
    registry.close()
    spare.databases = answers
    const again = await Registry.open(name, spare, true)
    await again.sweep(one)
    expect((await again.read()).begun).toEqual([])
    expect(await spare.names()).not.toContain(copyOf(one.database))
    again.close()
    await forgetDatabase(name)
    expect((await (await Registry.open(name, spare, true)).read()).places.map(({ id }) => id)).toEqual(['two'])
  })

  test('is in no list any more when the spare answers again in between', async () => {
    const [name, spare] = [newName(), new TestSpare()]
    const answers = spare.databases.bind(spare)
    const registry = await Registry.open(name, spare)
    const one = await keeps(registry, spare, 'one')
    const faults = new DiskFaults((database) => database === copyOf(name))
    faults.set('refused', 1)
    spare.databases = silent
    await registry.relock(ring(2))
    faults.end()
    spare.databases = answers
    expect(await spare.names()).toContain(copyOf(name))
    await registry.forget(one, null, ring(3))
    expect(await spare.names()).toEqual([])
  })

  test('where a bucket says nothing, that is no bucket without a copy', async () => {
    const fails = async (): Promise<never> => {
      throw new DOMException('no answer', 'UnknownError')
    }
    vi.stubGlobal('navigator', { storageBuckets: { keys: fails, open: fails, delete: fails } })
    const spare = browserSpare()
    await expect(spare.databases('never')).rejects.toBeInstanceOf(StorageUnready)
    expect(await removeCopy('any', spare)).toBe(false)
    await expect(spare.clear()).resolves.toBeUndefined()
    vi.unstubAllGlobals()
  })
})

test('a copy of the list that finds no room goes alone: those of the places may be all that is left of them', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  const { database } = await keeps(registry, spare, 'one')
  const faults = new DiskFaults((one) => one === copyOf(name))
  faults.set('refused', 1)
  await registry.relock(ring(2))
  faults.end()
  expect(await spare.names()).toEqual([copyOf(database)])
})

test('what is missed and not found is written over by nothing that is begun meanwhile', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  await keeps(registry, spare, 'one')
  registry.close()
  await forgetDatabase(name)
  const hidden = new TestSpare()
  hidden.databases = async () => (isHidden ? null : spare.databases('never'))
  let isHidden = true
  const after = await Registry.open(name, hidden, true)
  isHidden = false
  await after.begin({ id: 'two', database: newName() })
  after.close()
  await forgetDatabase(name)
  const again = await Registry.open(name, spare, true)
  expect((await again.read()).places.map(({ id }) => id)).toEqual(['one'])
})

test('what is taken off is in no copy any more, and the last takes everything', async () => {
  const [name, spare] = [newName(), new TestSpare()]
  const registry = await Registry.open(name, spare)
  const one = await keeps(registry, spare, 'one')
  const two = await keeps(registry, spare, 'two')
  expect(await spare.names()).toEqual([copyOf(name), copyOf(one.database), copyOf(two.database)].sort())
  await registry.forget(one, null, ring(3))
  await registry.sweep(one)
  expect(await spare.names()).toEqual([copyOf(name), copyOf(two.database)].sort())
  await registry.forget(two, 'ring', null)
  await registry.sweep(two)
  expect(await spare.names()).toEqual([])
  registry.close()
  await forgetDatabase(name)
  expect((await (await Registry.open(name, spare, true)).read()).places).toEqual([])
})
