/** A second copy that was given up is taken up again, and still comes back whole, and never over what is newer. */

import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Bytes } from '../../../../sync/bytes.ts'
import { DiskFaults } from '../trials/disk-faults-for-tests.ts'
import { TestSpare } from '../trials/spare-for-tests.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import { forgetDatabase, IndexedDbStore } from './indexed-db-store.ts'
import { COPY_REST_MS } from './second-copy.ts'
import { copyOf } from './spare.ts'
import { APPENDED_FROM, type Change, type SpaceStore } from './store.ts'

let names = 0
const newName = (): string => `copied-again-${names++}`
const bytes = (...values: number[]): Bytes => new Uint8Array(values)
const word = (key: number): Change => ({ outbox: [{ key, by: 0, update: bytes(key) }] })
const words = async (store: SpaceStore): Promise<number[]> => (await store.read()).outbox.map(({ key }) => key)
const key = await vaultKey(new Uint8Array(32).fill(1))
let faults: DiskFaults | null = null

afterEach(() => {
  faults?.end()
  faults = null
  vi.restoreAllMocks()
})

/** The page has run for so long that a copy which was given up may be taken up again. */
function laterOn(): void {
  const then = performance.now() + COPY_REST_MS + 1
  vi.spyOn(performance, 'now').mockReturnValue(then)
}

async function opened(name: string, spare: TestSpare): Promise<IndexedDbStore> {
  const store = await IndexedDbStore.open(name, key, spare)
  await store.isCopied()
  return store
}

describe('a copy that was given up is taken up again once there is room', () => {
  test('with all that the disk has, at the first step after a rest', async () => {
    const { store, spare } = await fillsUp()
    await store.write(word(3))
    await store.isCopied()
    expect(await spare.names()).toEqual([])
    laterOn()
    await store.write({ ...word(4), outboxDone: [1] })
    await store.isCopied()
    const before = await store.read()
    expect(await words(store)).toEqual([2, 3, 4])
    store.close()
    await forgetDatabase(store.name)
    expect(await (await opened(store.name, spare)).read()).toEqual(before)
  })

  test('and goes again where there is none yet, and comes another time', async () => {
    const { store, spare } = await fillsUp()
    const full = new DiskFaults((database) => database === copyOf(store.name))
    faults = full
    full.set('refused', 1)
    laterOn()
    await store.write(word(3))
    await store.isCopied()
    expect(await spare.names()).toEqual([])
    full.end()
    laterOn()
    await store.write(word(4))
    await store.isCopied()
    expect(await spare.names()).toEqual([copyOf(store.name)])
    expect(await words(store)).toEqual([1, 2, 3, 4])
  })

  test('but puts nothing old over what another tab has written in it since', async () => {
    const { store, spare } = await fillsUp()
    const other = await opened(store.name, spare)
    await other.write(word(3))
    await other.isCopied()
    laterOn()
    await store.write(word(4)) // appended: another has the place
    await Promise.all([store.isCopied(), other.isCopied()])
    await other.write(word(5))
    await other.isCopied()
    await forgetDatabase(store.name)
    const found = await words(await opened(store.name, spare))
    expect(found.filter((at) => at < APPENDED_FROM)).toEqual([1, 2, 3, 5])
  })

  /** A place whose copy found no room. */
  async function fillsUp(): Promise<{ store: IndexedDbStore & { name: string }; spare: TestSpare }> {
    const [name, spare] = [newName(), new TestSpare()]
    const store = await IndexedDbStore.create(name, key, spare)
    await store.write(word(1))
    await store.isCopied()
    const full = new DiskFaults((database) => database === copyOf(name))
    full.set('refused', 1)
    await store.write(word(2))
    await store.isCopied()
    full.end()
    return { store: Object.assign(store, { name }), spare }
  }
})
