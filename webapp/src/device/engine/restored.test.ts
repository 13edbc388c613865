/** A server comes back with less than it had: it is given everything back in an order that it can take, and nobody is alarmed. */

import 'fake-indexeddb/auto'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { Message } from '../../../../sync/messages.ts'
import { backedUp, restored } from '../trials/backed-up-for-tests.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, type Person } from '../trials/table-for-tests.ts'

vi.setConfig({ testTimeout: 120_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeEach(async () => {
  await relay?.end()
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

const pair = () => backedUp(relay)
const isRestored = () => restored(relay)

/** Each in a record of its own. */
async function addsMany(person: Person, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, at) => `${at} of many`)
  for (const name of names) {
    person.adds(name)
    await person.saved()
    await person.seals()
  }
  await person.engine.flush()
  await vi.waitFor(() => expect(person.engine.state.value.sent).toBe('sent'), 60_000)
  return names
}

const kinds = (person: Person) => person.engine.journal.notices.value.map(({ kind }) => kind)

test('150 records that it lost of a tablet that is away are given back by the phone, as many at a time as it takes', async () => {
  const [table, tablet, phone] = await pair()
  const names = await addsMany(tablet, 150)
  await tablet.isSent()
  await phone.sees(...names)
  await tablet.engine.close()
  await isRestored()
  phone.engine.wake()
  await phone.isSent()
  const fresh = await table.opensWithCard()
  fresh.engine.connect()
  await fresh.sees('Nan', ...names)
  expect([kinds(fresh), kinds(phone)]).toEqual([[], expect.not.arrayContaining(['server lost something'])])
  await table.end()
})

test('and so are all 110 of a tablet that was taken out since, before what took it out', async () => {
  const [table, tablet, phone] = await pair()
  const names = await addsMany(tablet, 110)
  await tablet.isSent()
  await phone.sees(...names)
  await phone.engine.removals.remove([0], [], null)
  await eventually(() => expect(tablet.engine.isRemoved.value).toBe(true))
  await tablet.engine.close()
  phone.adds('after that')
  await phone.isSent()
  await isRestored()
  phone.engine.wake()
  await phone.isSent()
  const { replica } = phone.engine
  await eventually(() => expect(phone.engine.state.value.server).toBe('connected'))
  expect(replica.state.value.devices[0]?.removedN).not.toBeNull()
  const again = await table.opens(phone.database, 0)
  await phone.engine.close()
  again.engine.connect()
  await again.isSent()
  expect(again.people()).toEqual(['Nan', 'after that', ...names].sort())
  expect(kinds(again)).toEqual([])
  await table.end()
})

test('what it lost of a space that was closed comes when it is open again', async () => {
  const [table, tablet, phone] = await pair()
  tablet.adds('before it was closed')
  await tablet.isSent()
  await phone.sees('before it was closed')
  await phone.engine.removals.close({ successor: null, erase: false }, null)
  await eventually(() => expect(tablet.engine.ending.value).toBe('closed'))
  await tablet.engine.close()
  await isRestored()
  phone.engine.wake()
  await eventually(() => expect(phone.engine.state.value.server).toBe('connected'))
  await phone.engine.removals.reopen(null)
  const fresh = await table.opensWithCard()
  fresh.engine.connect()
  await fresh.sees('Nan', 'before it was closed')
  await table.end()
})

test('a conflict over an entry that it has after all is none', async () => {
  const [table, tablet, phone] = await pair()
  await tablet.engine.admissions.invite(1, relay.origin, tablet.engine.extend)
  await eventually(() => expect(phone.engine.replica.chain).toHaveLength(3))
  await Promise.all([tablet.engine.close(), phone.engine.close()])
  await isRestored()
  let conflicts = 0
  const alter = (message: Message): Message => {
    if (message.type !== 'ctl ack' || ++conflicts > 1) return message
    return { type: 'err', code: 'CTL_CONFLICT', retryAfterMs: null }
  }
  const again = await table.opens(phone.database, 0, undefined, alter)
  again.engine.connect()
  await again.isSent()
  expect([conflicts, again.engine.replica.chain.length, kinds(again)]).toEqual([1, 3, []])
  await table.end()
})

test('and one over an entry that it will not have keeps nobody from what else there is', async () => {
  const [table, tablet, phone] = await pair()
  await phone.engine.close()
  tablet.adds('while the phone was away')
  await tablet.isSent()
  let isOdd = false
  const alter = (message: Message): Message => {
    if (isOdd && message.type === 'welcome') {
      const { hashes } = phone.engine.replica.state.value
      return {
        ...message,
        incarnation: new Uint8Array(8),
        controlLength: 1,
        controlHead: hashes[0] ?? message.controlHead,
      }
    }
    if (isOdd && message.type === 'ctl')
      return { ...message, entries: message.fromN >= 1 ? [] : message.entries.slice(0, 1) }
    if (!isOdd || message.type !== 'ctl ack') return message
    return { type: 'err', code: 'CTL_CONFLICT', retryAfterMs: null }
  }
  isOdd = true
  const again = await table.opens(phone.database, 0, undefined, alter)
  again.engine.connect()
  await again.sees('while the phone was away')
  await again.isSent()
  expect(kinds(again)).toEqual([])
  await table.end()
})
