/** A tab that was frozen, lost its place to another tab, and wakes: of all that it still does only words reach the disk. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Relay } from './relay-for-tests.ts'
import { newTable, type Table } from './table-for-tests.ts'

vi.setConfig({ testTimeout: 20_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay
let table: Table

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => table.end())

test('what the other tab sealed meanwhile without a server is there at the next start, and is sent', async () => {
  table = newTable(relay)
  const frozen = await table.keepsWithCard()
  frozen.engine.connect()
  frozen.adds('Nan')
  await frozen.isSent()
  const phone = await table.opensWithCard()
  phone.engine.connect()
  phone.adds('Sol')
  await frozen.sees('Nan', 'Sol')
  const other = await table.opens(frozen.database, 'both')
  for (const name of ['Ben', 'Ida', 'Zoe']) {
    other.adds(name)
    await other.saved()
    await other.seals()
  }
  other.power.cut()
  await frozen.engine.close() // woken: it says its last
  const again = await table.opens(frozen.database, 'both')
  again.engine.connect()
  await again.isSent()
  await phone.sees('Nan', 'Sol', 'Ben', 'Ida', 'Zoe')
  expect(again.people()).toEqual(phone.people())
})

test('its words are appended for the tab that has the place, which takes them up, in order, and sends them', async () => {
  table = newTable(relay)
  const frozen = await table.keepsWithCard()
  const other = await table.opens(frozen.database, 'both')
  other.engine.connect()
  const late = frozen.adds('late')
  other.adds('Ben')
  await other.saved()
  await frozen.saved()
  frozen.renames(late, 'later')
  await frozen.saved()
  expect(other.people()).toEqual(['Ben'])
  other.engine.wake()
  await other.sees('Ben', 'later')
  await other.isSent()
  const phone = await table.opensWithCard()
  phone.engine.connect()
  await phone.sees('Ben', 'later')
  expect(phone.engine.state.value.aside).toBe(0)
  other.power.cut()
  expect((await table.opens(frozen.database, 'both')).people()).toEqual(['Ben', 'later'])
})

test('what it appended is there at the next start, before anything new and behind nothing old', async () => {
  table = newTable(relay)
  const frozen = await table.keepsWithCard()
  const other = await table.opens(frozen.database, 'both')
  other.adds('Ben')
  await other.saved()
  frozen.adds('late')
  await frozen.saved()
  other.adds('Ida') // not knowing of it: never under the same key
  await other.saved()
  other.power.cut()
  const again = await table.opens(frozen.database, 'both')
  expect(again.people()).toEqual(['Ben', 'Ida', 'late'])
  again.adds('Zoe')
  await again.saved()
  again.power.cut()
  const last = await table.opens(frozen.database, 'both')
  expect(last.people()).toEqual(['Ben', 'Ida', 'Zoe', 'late'])
  last.engine.connect()
  await last.isSent()
})

test('it seals nothing and says nothing: that is for the tab that has the place', async () => {
  table = newTable(relay)
  const frozen = await table.keepsWithCard()
  const other = await table.opens(frozen.database, 'both')
  frozen.adds('late')
  await frozen.saved()
  await expect(frozen.seals()).rejects.toMatchObject({ code: 'STORAGE_TAKEN' })
  other.power.cut()
  const again = await table.opens(frozen.database, 'both')
  expect(again.people()).toEqual(['late'])
  expect(await again.store.ownFrom(1, 10)).toEqual([])
})
