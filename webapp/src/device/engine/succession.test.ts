/** Two devices with the same keys whose histories part for good: one goes on as another, and nobody's words are lost (P22). */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { areEqual } from '../../../../sync/bytes.ts'
import type { Message } from '../../../../sync/messages.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from '../trials/table-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

/** A server that says it took what it did not: only so do histories part for good. */
class LyingServer {
  isLying = true

  readonly alter = (message: Message): Message => {
    const isRefusal = this.isLying && message.type === 'nack' && message.code === 'SEQ_CONFLICT'
    return isRefusal ? { type: 'ack', stored: [[message.device, message.seq, 1]] } : message
  }
}

/** The person's storage is copied, their own engine closed, and the copy says these words in its place. */
async function aCopySpeaks(table: Table, person: Person, ...words: string[]): Promise<void> {
  const name = await table.copyOf(person)
  await person.engine.close()
  const copy = await table.opens(name, 0)
  copy.engine.connect()
  for (const word of words) {
    copy.adds(word)
    await copy.isSent()
  }
  await copy.engine.close()
}

test('a copy spoke in its place: it goes on under new keys, with what was displaced, and opens so again', async () => {
  const table = newTable(relay)
  const phone = await table.keepsWithCard()
  phone.engine.connect()
  await phone.isSent()
  const tablet = await table.opensWithCard()
  tablet.engine.connect()
  tablet.adds('from both')
  await tablet.isSent()
  await phone.sees('from both')
  await aCopySpeaks(table, tablet, 'said by the copy')

  const lying = new LyingServer()
  const again = await table.opens(tablet.database, 0, undefined, lying.alter)
  again.adds('displaced')
  await again.saved()
  await again.seals()
  const before = again.engine.replica.keys.id
  again.engine.connect()
  await eventually(() => expect(again.engine.replica.unacked.value).toEqual([]))
  lying.isLying = false
  again.adds('after that')
  await eventually(() => expect(areEqual(again.engine.replica.keys.id, before)).toBe(false))
  await again.isSent()
  const everything = ['after that', 'displaced', 'from both', 'said by the copy']
  await phone.sees(...everything)
  await again.sees(...everything)
  expect(phone.engine.state.value.aside).toBe(0)
  expect(again.engine.journal.notices.value.map((notice) => notice.kind)).toContain('copied storage')
  await again.engine.close()

  const later = await table.opens(again.database, 0)
  expect(later.people()).toEqual(everything)
  later.engine.connect()
  later.adds('on the next day')
  await phone.sees('on the next day')
  expect(phone.engine.devices.value.map(({ removed }) => removed === null)).toEqual([true, true, false, true])
  await table.end()
})

test.each(['the server', 'a restored server'])(
  'and so does one that has nothing more to say, where %s turns out to have what the copy said',
  async (server) => {
    const table = newTable(relay)
    const [phone, tablet] = await table.pair()
    tablet.adds('from both')
    await tablet.isSent()
    await phone.sees('from both')
    await aCopySpeaks(table, tablet, 'said by the copy')

    const lying = new LyingServer()
    const again = await table.opens(tablet.database, 0, undefined, lying.alter)
    again.adds('acknowledged by the other face')
    await again.saved()
    await again.seals()
    again.engine.connect()
    await again.isSent()
    lying.isLying = false
    await again.engine.close()
    const asRestored = (message: Message): Message =>
      message.type === 'welcome' ? { ...message, incarnation: new Uint8Array(message.incarnation.length) } : message
    const later = await table.opens(again.database, 0, undefined, server === 'the server' ? undefined : asRestored)
    later.engine.connect()
    const everything = ['acknowledged by the other face', 'from both', 'said by the copy']
    await phone.sees(...everything)
    await later.sees(...everything)
    await later.isSent()
    expect(phone.engine.state.value.aside).toBe(0)
    expect(later.engine.journal.notices.value.map(({ kind }) => kind)).toContain('copied storage')
    await table.end()
  },
)

test('an older disk on which more than one record was sealed takes what is stored in their place, and says its own behind', async () => {
  const table = newTable(relay)
  const phone = await table.keepsWithCard()
  phone.engine.connect()
  await phone.isSent()
  const tablet = await table.opensWithCard()
  tablet.engine.connect()
  tablet.adds('from both')
  await tablet.isSent()
  await aCopySpeaks(table, tablet, 'first of the copy', 'second of the copy')

  const again = await table.opens(tablet.database, 0)
  for (const word of ['first sealed', 'second sealed', 'third sealed']) {
    again.adds(word)
    await again.saved()
    await again.seals()
  }
  expect(again.engine.replica.unacked.value).toHaveLength(3)
  again.engine.connect()
  await again.isSent()
  const everything = [
    'first of the copy',
    'first sealed',
    'from both',
    'second of the copy',
    'second sealed',
    'third sealed',
  ]
  await again.sees(...everything)
  await phone.sees(...everything)
  expect(phone.engine.state.value.aside).toBe(0)
  expect(again.engine.state.value.aside).toBe(0)
  await table.end()
})
