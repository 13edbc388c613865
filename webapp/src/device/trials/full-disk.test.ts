/**
 * A disk that is full, or a database that the browser drops, at every single write of a story: it is said, the work goes on
 * in memory and to the other, and once the disk takes something again all of it is there, with no reload.
 */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addGoal } from '../../plan/actions.ts'
import { DiskFaults, type Fault } from './disk-faults-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from './table-for-tests.ts'

let relay: Relay
let tables: Table[] = []
const AT_ONCE = 6

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(async () => {
  await Promise.all(tables.map((table) => table.end()))
  tables = []
})

interface Scene {
  readonly table: Table
  readonly tablet: Person
  readonly phone: Person
  readonly faults: DiskFaults
}

/** A shared tablet whose disk may fail, and the owner's phone. */
async function pair(): Promise<Scene> {
  const table = newTable(relay)
  tables.push(table)
  const [tablet, phone] = await table.pair()
  return { table, tablet, phone, faults: new DiskFaults((name) => name === tablet.database) }
}

/** Both write; each sees what the other wrote, whatever the tablet's disk does. */
async function bothWrite({ tablet, phone }: Scene): Promise<void> {
  const nan = tablet.adds('Nan')
  await phone.sees('Nan')
  const sol = phone.adds('Sol')
  await tablet.sees('Sol')
  tablet.renames(nan, 'Nan Ada')
  phone.renames(sol, 'Sol Bo')
  tablet.do(() => addGoal('Paint again'))
  await phone.sees('Nan Ada')
  await tablet.sees('Sol Bo')
  await tablet.isSent()
}

/** All that a copy of everything is made of can be read, from wherever it is. */
async function canBeCopied({ tablet }: Scene): Promise<void> {
  const { parts, ledger, keys, chain } = tablet.engine.replica
  const own = await parts.store.ownFrom(1, 1000)
  expect(own.map(({ seq }) => seq)).toEqual(own.map((_, at) => at + 1))
  expect(own.length).toBe(ledger.value.head(keys.id).seq)
  expect((await parts.store.appliedFrom(1, 1000)).length).toBe(ledger.value.applied)
  expect((await parts.store.read()).control).toHaveLength(chain.length)
}

async function isAllThereAfterAKill({ table, tablet, phone }: Scene): Promise<void> {
  await eventually(() => expect(tablet.engine.state.value.here).toBe('saved'))
  tablet.power.cut()
  const again = await table.opens(tablet.database, 'both')
  expect(again.document.snapshot.value).toEqual(tablet.document.snapshot.value)
  expect(again.document.snapshot.value).toEqual(phone.document.snapshot.value)
  again.power.cut()
}

/** Plays the story with the fault at the first write, at the second, until one is played to its end without meeting it. */
async function atEveryWrite(play: (scene: Scene, at: number) => Promise<void>): Promise<number> {
  for (let at = 1; ; at += AT_ONCE) {
    const struck = await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, more) => {
        const scene = await pair()
        await play(scene, at + more)
        scene.faults.end()
        return scene.faults.hasStruck
      }),
    )
    if (struck.includes(false)) return at + struck.indexOf(false) - 1
  }
}

/** Fewer than this, and the story has not been played. */
const WRITES_AT_LEAST = 8

describe.each<[string, Fault, 'full' | 'gone']>([
  ['the disk refuses', 'refused', 'full'],
  ['the disk gives up at the end of', 'aborted', 'full'],
  ['the database is lost before', 'dead', 'gone'],
])('%s', (_name, fault, here) => {
  test('every write from any one on, until there is room again', async () => {
    const writes = await atEveryWrite(async (scene, at) => {
      const { tablet, faults } = scene
      faults.set(fault, at)
      await bothWrite(scene)
      if (faults.hasStruck) expect(tablet.engine.state.value.here).toBe(here)
      await canBeCopied(scene)
      faults.isMended()
      tablet.engine.wake()
      await isAllThereAfterAKill(scene)
    })
    expect(writes).toBeGreaterThanOrEqual(WRITES_AT_LEAST)
  })
})

describe.each<[string, Fault]>([
  ['before', 'dead'],
  ['just after, unheard,', 'mute'],
])('the database is dropped %s', (_name, fault) => {
  test('any one write: it is opened again, and nobody notices', async () => {
    const writes = await atEveryWrite(async (scene, at) => {
      scene.faults.set(fault, at, 1)
      await bothWrite(scene)
      expect(scene.tablet.engine.state.value.here).toMatch(/sav/)
      await isAllThereAfterAKill(scene)
    })
    expect(writes).toBeGreaterThanOrEqual(WRITES_AT_LEAST)
  })
})

test('killed while its disk is still full, a tablet takes up what it sent from memory, and goes on', async () => {
  const scene = await pair()
  const { table, tablet, phone, faults } = scene
  faults.set('refused', 2)
  await bothWrite(scene)
  tablet.power.cut()
  faults.isMended()
  const again = await table.opens(tablet.database, 'both')
  again.engine.connect()
  await again.sees('Nan Ada', 'Sol Bo')
  again.adds('Ben')
  await phone.sees('Ben')
  await again.isSent()
  await eventually(() => expect(again.document.snapshot.value).toEqual(phone.document.snapshot.value))
  for (const { engine } of [again, phone]) {
    expect(engine.state.value.aside).toBe(0)
    expect(engine.journal.notices.value.map(({ kind }) => kind)).not.toContain('copied storage')
  }
  faults.end()
})

/** Somebody leaves, so that a new key is due, and it is this tablet that makes it: before its next record (P16). */
async function newKeyIsDue(scene: Scene, strikes: () => void): Promise<Scene> {
  const { table, tablet, phone } = scene
  const desk = await table.opensWithCard()
  desk.engine.connect()
  await desk.isSent()
  await phone.engine.close()
  strikes()
  tablet.adds('Nan, before')
  await desk.engine.removals.leave(() => desk.engine.flush())
  tablet.adds('Sol, behind the new key')
  await eventually(() => expect(tablet.engine.replica.state.value.epochs).toHaveLength(2))
  await tablet.isSent()
  const again = await table.opens(phone.database, 0)
  again.engine.connect()
  await again.sees('Nan, before', 'Sol, behind the new key')
  return { ...scene, phone: again }
}

test('a new key is made, and words are sealed and sent under it, on a disk that is full from any write on', async () => {
  const writes = await atEveryWrite(async (before, at) => {
    const { tablet, faults } = before
    const scene = await newKeyIsDue(before, () => faults.set('refused', at))
    if (faults.hasStruck) expect(tablet.engine.state.value.here).toBe('full')
    await canBeCopied(scene)
    faults.isMended()
    tablet.engine.wake()
    await isAllThereAfterAKill(scene)
  })
  expect(writes).toBeGreaterThanOrEqual(WRITES_AT_LEAST)
})

test('killed on a disk that was full from any write on, a tablet opens the key that it had made itself', async () => {
  const writes = await atEveryWrite(async (before, at) => {
    const { table, tablet, faults } = before
    const { phone } = await newKeyIsDue(before, () => faults.set('refused', at))
    tablet.power.cut()
    faults.isMended()
    const again = await table.opens(tablet.database, 'both')
    again.engine.connect()
    await again.sees('Nan, before', 'Sol, behind the new key')
    again.adds('Ben, since')
    await phone.sees('Ben, since')
    await again.isSent()
    expect(again.engine.replica.stored.epochs).toHaveLength(2)
    expect([again.engine.state.value.aside, phone.engine.state.value.aside]).toEqual([0, 0])
  })
  expect(writes).toBeGreaterThanOrEqual(WRITES_AT_LEAST)
})
