/** A shared tablet becomes one person’s while it holds words of either hand that nobody has got yet. */

import 'fake-indexeddb/auto'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { By } from '../stage.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable } from '../trials/table-for-tests.ts'

vi.setConfig({ testTimeout: 40_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeEach(async () => {
  await relay?.end()
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

test('what was said in a hand that it gives up is said also behind what the one says who keeps it', async () => {
  const table = newTable(relay)
  const [tablet, phone] = await table.pair()
  await tablet.engine.close()
  await phone.engine.removals.turn(0, [0], null)

  const back = await table.opens(tablet.database, 'both')
  const said: readonly (readonly [By, string])[] = [
    [0, 'Ann'],
    ['both', 'Ben'],
    [1, 'Cy'],
    [0, 'Dot'],
  ]
  for (const [hand, name] of said) {
    back.document.pen.value = hand
    back.adds(name)
  }
  await back.saved()
  back.engine.connect()
  await phone.sees('Ann', 'Ben', 'Cy', 'Dot')
  await eventually(() => expect(back.engine.replica.self?.members).toEqual([0]))
  expect(phone.engine.state.value.aside).toBe(0)
  back.adds('Eve')
  await phone.sees('Eve')
  await table.end()
})
