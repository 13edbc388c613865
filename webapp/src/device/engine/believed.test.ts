/** A record of this device's own that a server once had is in others' hands: it is not taken back for another (P22). */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Welcome } from '../../../../sync/messages.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { newTable, type Person, testCrypto } from '../trials/table-for-tests.ts'
import { meet } from './incarnations.ts'
import { settle } from './sealing.ts'

vi.setConfig({ testTimeout: 60_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

/** A server that came back from a backup in which nothing of this device is left. */
function emptied({ engine: { replica } }: Person): Welcome {
  const { n, head } = replica.state.value
  const lost = { heads: [], headPosition: 0, incarnation: testCrypto.randomBytes(8) }
  return { type: 'welcome', controlLength: n + 1, controlHead: head, ...lost }
}

test('what a server had acknowledged parts this device from its copy, also after that server has lost it', async () => {
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  const copied = await table.copyOf(tablet)
  tablet.engine.connect()
  tablet.adds('believed')
  await tablet.isSent()
  await tablet.engine.close()
  const copy = await table.opens(copied, 'both')
  for (const name of ['by the copy', 'and this']) {
    copy.adds(name)
    await copy.saved()
    await copy.seals()
  }
  const stored = await copy.store.ownFrom(1, 2)

  const before = await table.opens(tablet.database, 'both')
  const { acked } = before.engine.replica.ledger.value
  expect(acked).toBeGreaterThan(0)
  await meet(before.engine.replica, emptied(before), true)
  before.power.cut()
  const again = await table.opens(tablet.database, 'both')
  const { replica } = again.engine
  expect([replica.ledger.value.acked, replica.ledger.value.everAcked]).toEqual([0, acked])
  expect(replica.unacked.value.map(({ seq }) => seq)).toEqual(Array.from({ length: acked }, (_, at) => at + 1))
  expect(await settle(replica, stored[0]?.bytes ?? new Uint8Array())).toBe('forked')
  expect(replica.unacked.value).toHaveLength(acked)

  for (const each of [copy, again]) each.power.cut()
})

test('what no server had acknowledged gives way, as on an older disk', async () => {
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  const copied = await table.copyOf(tablet)
  tablet.adds('never sent')
  await tablet.saved()
  await tablet.seals()
  const copy = await table.opens(copied, 'both')
  copy.adds('by the copy')
  await copy.saved()
  await copy.seals()
  const [stored] = await copy.store.ownFrom(1, 1)
  expect(await settle(tablet.engine.replica, stored?.bytes ?? new Uint8Array())).toBe('adopted')
  for (const each of [copy, tablet]) each.power.cut()
})
