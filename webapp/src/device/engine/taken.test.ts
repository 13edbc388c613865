/** Records may come in another order than they were written in, as after a restore: all that can be used is, at once. */

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

/** What stands last comes first. */
const backwards = (message: Message): Message => {
  if (message.type !== 'records') return message
  const last = [...message.records].reverse()
  return {
    ...message,
    records: message.records.map(([position, own], at) => [position, last[at]?.[1] ?? own] as const),
  }
}

test('what rests on words that wait themselves is tried again as often as these go on', async () => {
  const table = newTable(relay)
  const [tablet, phone] = await table.pair()
  let ada = ''
  for (const name of ['Nan', 'Sol', 'Ada']) {
    ada = tablet.adds(name)
    await tablet.isSent()
  }
  await phone.sees('Nan', 'Sol', 'Ada')
  phone.renames(ada, 'Ida')
  await phone.isSent()
  const laptop = await table.opensWithCard(backwards)
  laptop.engine.connect()
  await laptop.sees('Nan', 'Sol', 'Ida')
  expect(laptop.engine.replica.aside.all).toEqual([])
  await table.end()
})
