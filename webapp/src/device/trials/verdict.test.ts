/** The verdict on a schedule sees what it is there for. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Relay } from './relay-for-tests.ts'
import { eventually, newTable } from './table-for-tests.ts'
import { expectAll, keptBy } from './verdict-for-tests.ts'

let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

test('words of one who was taken out are in its records or wait with it, and it is seen when they are not', async () => {
  const table = newTable(relay)
  const [tablet, phone] = await table.pair()
  const saved: Uint8Array<ArrayBuffer>[] = []
  tablet.document.onLocal((update) => saved.push(new Uint8Array(update)))
  tablet.adds('in a record')
  await tablet.isSent()
  await phone.engine.removals.remove([0], [], null)
  await eventually(() => expect(tablet.engine.isRemoved.value).toBe(true))
  tablet.adds('too late')
  await tablet.saved()
  const kept = await keptBy(tablet)
  expect(saved).toHaveLength(2)
  expectAll(saved, kept, 'tablet')
  const elsewhere = await keptBy(phone)
  expect(() => expectAll(saved, elsewhere, 'tablet')).toThrow('lost, written on the tablet')
  await table.end()
})
