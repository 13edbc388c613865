/** A server that names positions it has no right to: nobody's words are passed over for good. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Message } from '../../../../sync/messages.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable } from '../trials/table-for-tests.ts'

let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

/** Lies in every ACK while `isLying()`: `positions` of them for the first record named. */
const falseAcks =
  (isLying: () => boolean, positions: (position: number) => readonly number[]) =>
  (message: Message): Message => {
    const first = message.type === 'ack' ? message.stored[0] : undefined
    if (message.type !== 'ack' || first === undefined || !isLying()) return message
    const [device, seq, position] = first
    return { ...message, stored: positions(position).map((at) => [device, seq, at] as const) }
  }

test('one record counts for one position, however many an ACK names', async () => {
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  await tablet.isSent()
  const twenty = () => Array.from({ length: 20 }, (_, at) => at + 1)
  const phone = await table.opensWithCard(falseAcks(() => true, twenty))
  phone.engine.connect()
  await phone.isSent()
  phone.adds('Sol')
  await phone.isSent()
  tablet.adds('Nan')
  tablet.adds('Ada')
  await eventually(() => expect(phone.people()).toEqual(expect.arrayContaining(['Nan', 'Ada'])))
  await table.end()
})

test('what a false position hid comes when a server is met that tells the truth', async () => {
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  await tablet.isSent()
  let isLying = true
  const phone = await table.opensWithCard((message) => {
    if (isLying && message.type === 'records' && message.records.length > 0) return { ...message, records: [] }
    return falseAcks(
      () => isLying,
      () => [phone.engine.replica.ledger.peek().cursor + 1],
    )(message)
  })
  phone.engine.connect()
  await phone.isSent()
  tablet.adds('Nan')
  await tablet.isSent()
  phone.adds('Sol')
  await phone.isSent()
  isLying = false
  await relay.down()
  await relay.up()
  await eventually(() => expect(phone.people()).toContain('Nan'))
  await table.end()
}, 30_000)
