/** A disk that refuses, comes back, is lost, or is another tab's. */

import { describe, expect, test } from 'vitest'
import type { Bytes } from '../../../../sync/bytes.ts'
import type { Clock } from '../clock.ts'
import { type DeviceError, StorageFull, StorageGone, StorageTaken, StorageUnready } from '../errors.ts'
import { Lifeboat } from './lifeboat.ts'
import { MemoryStore } from './memory-store.ts'
import { APPENDED_FROM, type Change, NO_PROGRESS } from './store.ts'

const bytes = (...values: number[]): Bytes => new Uint8Array(values)
const outbox = (...keys: number[]) => keys.map((key) => ({ key, by: 0, update: bytes(key) }))
const own = (...seqs: number[]) => seqs.map((seq) => ({ seq, bytes: bytes(seq) }))

const LINE = { id: 0, kind: 'card used', at: 5, member: 0, putAway: false }

class Refusing extends MemoryStore {
  refusal: DeviceError | null = null
  hasRoom = true

  /** A place that another tab has still takes words. */
  override async write(change: Change): Promise<void> {
    const isWords = Object.keys(change).every((name) => name === 'outbox' || name === 'aside')
    if (this.refusal && !(this.refusal instanceof StorageTaken && isWords)) throw this.refusal
    if (!this.hasRoom) throw new StorageFull()
    await super.write(change)
  }

  async appended() {
    const { outbox, aside } = await this.read()
    return { outbox: outbox.filter(({ key }) => key >= APPENDED_FROM), aside }
  }
}

/** Timers go off when the test says so. */
class Held implements Clock {
  #due: (() => void) | null = null
  now = (): number => 0
  elapsed = (): number => 0
  after = (_wait_ms: number, then: () => void): (() => void) => {
    this.#due = then
    return () => {
      this.#due = null
    }
  }
  get isWaiting(): boolean {
    return this.#due !== null
  }
  passes(): void {
    const due = this.#due
    this.#due = null
    due?.()
  }
}

function afloat(): { disk: Refusing; clock: Held; boat: Lifeboat } {
  const disk = new Refusing()
  const clock = new Held()
  return { disk, clock, boat: new Lifeboat(disk, clock) }
}

describe.each([
  ['full', new StorageFull()],
  ['gone', new StorageUnready()],
] as const)('a disk that is %s', (trouble, refusal) => {
  test('is said to be, and everything goes on in memory', async () => {
    const { disk, boat } = afloat()
    await boat.write({ outbox: outbox(1, 2), own: own(1) })
    disk.refusal = refusal
    await boat.write({ outboxDone: [1], own: own(2), progress: { ...NO_PROGRESS, acked: 2 } })
    await boat.write({ outbox: outbox(3), aside: [{ position: 9, bytes: bytes(4), why: 'WAITS' }] })
    expect(boat.trouble.value).toBe(trouble)
    const kept = await boat.read()
    expect(kept.outbox.map(({ key }) => key)).toEqual([2, 3])
    expect(kept.progress?.acked).toBe(2)
    expect(await boat.ownFrom(1, 10)).toEqual(own(1, 2))
    expect(await boat.ownFrom(2, 10)).toEqual(own(2))
    expect(await boat.ownFrom(1, 1)).toEqual(own(1))
    expect((await disk.read()).outbox.map(({ key }) => key)).toEqual([1, 2])
  })

  test('has everything, the last of each, as soon as it takes something again', async () => {
    const { disk, clock, boat } = afloat()
    await boat.write({ outbox: outbox(1) })
    disk.refusal = refusal
    await boat.write({ outbox: outbox(2), journal: [LINE], aside: [{ position: 9, bytes: bytes(4), why: 'WAITS' }] })
    clock.passes()
    await boat.goAshore()
    expect(boat.trouble.value).toBe(trouble)
    await boat.write({ own: own(1), outboxDone: [1, 2], journal: [{ ...LINE, putAway: true }], asideDone: [9] })
    disk.refusal = null
    clock.passes()
    await boat.goAshore()
    expect(boat.trouble.value).toBeNull()
    const kept = await disk.read()
    expect(kept.outbox).toEqual([])
    expect(kept.aside).toEqual([])
    expect(kept.journal).toEqual([{ ...LINE, putAway: true }])
    expect(await disk.ownFrom(1, 10)).toEqual(own(1))
    await boat.write({ own: own(2) })
    expect(await disk.ownFrom(1, 10)).toEqual(own(1, 2))
  })

  test('takes no cache ahead of what the cache is of, and a cache alone is no trouble', async () => {
    const { disk, boat } = afloat()
    const state = { applied: 0, ownSeq: 1, clients: [], update: bytes(1) }
    disk.refusal = refusal
    await expect(boat.write({ state })).rejects.toBe(refusal)
    expect(boat.trouble.value).toBeNull()
    await boat.write({ own: own(1) })
    await expect(boat.write({ state })).rejects.toBeInstanceOf(StorageFull)
  })
})

test('a device that goes on as another does so in memory, too, with the state that belongs to it', async () => {
  const { disk, boat } = afloat()
  const state = { applied: 0, ownSeq: 0, clients: [], update: bytes(1) }
  await boat.write({ own: own(1, 2, 3) })
  disk.refusal = new StorageFull()
  const again = [{ seq: 1, bytes: bytes(9) }]
  await boat.write({ ownDone: [1, 2, 3], own: again, state })
  expect(await boat.ownFrom(1, 10)).toEqual(again)
  expect((await boat.read()).state).toEqual(state)
  disk.refusal = null
  await boat.goAshore()
  expect(await disk.ownFrom(1, 10)).toEqual(again)
  expect((await disk.read()).state).toEqual(state)
})

test('many writes at once come to the disk in their order, whichever of them it refuses', async () => {
  const { disk, boat } = afloat()
  const writes = Array.from({ length: 20 }, async (_, at) => {
    await Promise.resolve()
    if (at === 5) disk.refusal = new StorageFull()
    if (at === 12) disk.refusal = null
    await boat.write({ progress: { ...NO_PROGRESS, cursor: at } })
  })
  await Promise.all(writes)
  await boat.goAshore()
  expect((await disk.read()).progress?.cursor).toBe(19)
})

test('a disk that has lost everything is not asked again', async () => {
  const { disk, clock, boat } = afloat()
  disk.refusal = new StorageGone()
  await boat.write({ outbox: outbox(1) })
  expect(boat.trouble.value).toBe('gone')
  expect(clock.isWaiting).toBe(false)
  disk.refusal = null
  await boat.goAshore()
  expect((await disk.read()).outbox).toEqual([])
  expect((await boat.read()).outbox).toEqual(outbox(1))
})

describe('a place that another tab has', () => {
  function taken(): ReturnType<typeof afloat> {
    const { disk, ...more } = afloat()
    disk.refusal = new StorageFull()
    return { disk, ...more }
  }

  test('is given up: words that were in hand, and those that follow, go to its outbox, and nothing else does', async () => {
    const { disk, boat } = taken()
    await boat.write({ outbox: outbox(1) })
    await boat.write({ progress: { ...NO_PROGRESS, cursor: 4 }, journal: [LINE] })
    disk.refusal = new StorageTaken()
    await boat.goAshore()
    expect(boat.trouble.value).toBeNull()
    await boat.write({ outbox: outbox(2) })
    await expect(boat.write({ own: own(1), outboxDone: [2] })).rejects.toBeInstanceOf(StorageTaken)
    await boat.goAshore()
    expect(await disk.read()).toMatchObject({ outbox: outbox(1, 2), journal: [], progress: null })
  })

  test('has no room for words yet: they stay in hand, in order, and are tried again', async () => {
    const { disk, clock, boat } = taken()
    await boat.write({ outbox: outbox(1) })
    disk.refusal = new StorageTaken()
    disk.hasRoom = false
    await boat.goAshore()
    await boat.write({ outbox: outbox(2) })
    await expect(boat.write({ progress: NO_PROGRESS })).rejects.toBeInstanceOf(StorageTaken)
    expect(boat.trouble.value).toBe('full')
    disk.hasRoom = true
    clock.passes()
    await boat.goAshore()
    expect(boat.trouble.value).toBeNull()
    expect(await disk.read()).toMatchObject({ outbox: outbox(1, 2), progress: null })
  })

  test('gets as they are the records that were signed and are not on the disk: under no number is there another', async () => {
    const { disk, boat } = taken()
    await boat.write({ outbox: outbox(1, 2, 3, 4) })
    await boat.write({ own: own(1), outboxDone: [1], progress: NO_PROGRESS })
    await boat.write({ own: own(2), outboxDone: [2, 3], progress: { ...NO_PROGRESS, acked: 1 } })
    disk.refusal = new StorageTaken()
    await boat.goAshore()
    expect(boat.trouble.value).toBeNull()
    const kept = await disk.read()
    expect(kept).toMatchObject({ outbox: outbox(4), progress: null })
    expect(kept.aside.map(({ bytes: record, why }) => [record, why])).toContainEqual([bytes(2), 'WAITS'])
    expect(await disk.ownFrom(1, 9)).toEqual([])
  })

  test('and what is asked for it signs nothing more, also where the disk has not said so yet', async () => {
    const { disk, boat } = taken()
    await boat.write({ outbox: outbox(1) })
    boat.yields()
    await expect(boat.write({ own: own(1), outboxDone: [1] })).rejects.toBeInstanceOf(StorageTaken)
    disk.refusal = new StorageTaken()
    await boat.goAshore()
    expect((await disk.read()).outbox).toEqual(outbox(1))
  })
})

describe('while the disk is full', () => {
  function shared(isTheirs: boolean) {
    const { disk, clock } = afloat()
    let isOurs = false
    const signing = {
      isAnothers: async () => isTheirs && !isOurs,
      begin: async () => {
        isOurs = !isTheirs
        return isOurs
      },
      end: () => {
        isOurs = false
      },
    }
    disk.refusal = new StorageFull()
    return { disk, boat: new Lifeboat(disk, clock, signing), isOurs: () => isOurs }
  }

  test('nothing is signed where another tab has signed what is not on the disk: the words stay words', async () => {
    const { boat } = shared(true)
    await boat.write({ outbox: outbox(1) })
    await expect(boat.write({ own: own(1), outboxDone: [1] })).rejects.toBeInstanceOf(StorageFull)
    expect([(await boat.read()).outbox, await boat.ownFrom(1, 9)]).toEqual([outbox(1), []])
  })

  test('no other tab signs from the first record in memory until all are on the disk', async () => {
    const { disk, boat, isOurs } = shared(false)
    await boat.write({ outbox: outbox(1) })
    expect(isOurs()).toBe(false)
    await boat.write({ own: own(1), outboxDone: [1] })
    expect(isOurs()).toBe(true)
    disk.refusal = null
    await boat.goAshore()
    expect([isOurs(), await disk.ownFrom(1, 9)]).toEqual([false, own(1)])
  })
})

test('words of another tab that were sealed while the disk was full are not taken up again', async () => {
  const { disk, boat } = afloat()
  const [late, later] = [APPENDED_FROM + 1, APPENDED_FROM + 2]
  await disk.write({ outbox: outbox(late) })
  expect((await boat.appended()).outbox).toEqual(outbox(late))
  disk.refusal = new StorageFull()
  await boat.write({ own: own(1), outboxDone: [late] })
  disk.refusal = null
  await disk.write({ outbox: outbox(later) })
  expect((await boat.appended()).outbox).toEqual(outbox(later))
})
