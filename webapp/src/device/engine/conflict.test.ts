/** Two devices add to the control chain at once: both get their way, and nobody calls the server a liar for it. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable } from '../trials/table-for-tests.ts'

vi.setConfig({ testTimeout: 20_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

test('an entry that came while another was being made is no sign of a loss', async () => {
  const table = newTable(relay)
  const [tablet, phone] = await table.pair()
  const servers: string[] = []
  tablet.engine.state.subscribe(({ server }) => servers.push(server))
  let isFirst = true
  const offer = await tablet.engine.admissions.invite(1, relay.origin, (build) =>
    tablet.engine.extend(async (state) => {
      if (isFirst) {
        isFirst = false
        await phone.engine.admissions.invite(1, relay.origin, phone.engine.extend)
        await eventually(() => expect(tablet.engine.replica.state.value.n).toBeGreaterThan(state.n))
      }
      return build(state)
    }),
  )
  expect(offer.link).toContain('#j1.')
  expect(new Set(servers)).toEqual(new Set(['connected']))
  await table.end()
})
