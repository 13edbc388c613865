/** Found by a schedule: what is written between WELCOME and the end of the stream is nothing that the server has lost. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Message } from '../../../../sync/messages.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { newTable } from '../trials/table-for-tests.ts'

let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

/** As if the last record of everybody had been written just after it. */
function aMomentEarlier(message: Message): Message {
  if (message.type !== 'welcome') return message
  const heads = message.heads.map(([device, seq, hash]) => [device, seq - 1, hash] as const)
  return { ...message, heads: heads.filter(([, seq]) => seq > 0) }
}

test('a record that comes after WELCOME is no sign of a loss', async () => {
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  tablet.adds('Nan')
  await tablet.isSent()
  tablet.adds('Sol')
  await tablet.isSent()
  const phone = await table.opensWithCard(aMomentEarlier)
  phone.engine.connect()
  await phone.sees('Nan', 'Sol')
  await phone.isSent()
  expect(phone.engine.journal.notices.value.map(({ kind }) => kind)).toEqual([])
  await table.end()
})

test('nor is somebody who is let in then', async () => {
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  await tablet.isSent()
  tablet.power.cut()
  await table.opensWithCard()
  const { replica } = (await table.opensWithCard()).engine
  const oneBefore = { controlLength: 2, controlHead: replica.state.value.hashes[1] ?? new Uint8Array(32) }
  const again = await table.opens(tablet.database, 'both', undefined, (message) =>
    message.type === 'welcome' ? { ...message, ...oneBefore } : message,
  )
  again.engine.connect()
  await again.isSent()
  expect(again.engine.replica.chain).toHaveLength(3)
  expect(again.engine.journal.notices.value.map(({ kind }) => kind)).toEqual(['card used'])
  await table.end()
})
