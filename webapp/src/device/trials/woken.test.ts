/** A tab that was frozen, lost its place to another tab, and wakes: nothing that it still does may reach the disk. */

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

test('what it wrote and could not save is not said to be saved', async () => {
  table = newTable(relay)
  const frozen = await table.keepsWithCard()
  const other = await table.opens(frozen.database, 'both')
  frozen.adds('late')
  other.adds('Ben')
  await other.saved()
  await frozen.engine.replica.outbox.save()
  expect(frozen.engine.state.value.here).toBe('gone')
  other.power.cut()
  expect((await table.opens(frozen.database, 'both')).people()).toEqual(['Ben'])
})
