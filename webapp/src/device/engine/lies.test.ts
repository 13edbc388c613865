/** Which lies of a server are told to people, and which are none: an alarm needs proof, and ends when all is well again. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { decode, encode } from '../../../../sync/encoding.ts'
import type { Message } from '../../../../sync/messages.ts'
import { array, octets } from '../../../../sync/shape.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from '../trials/table-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

/** A tablet that hears the truth, and a phone that hears what `alter` makes of it. */
async function pair(alter: (message: Message) => Message): Promise<[Table, Person, Person]> {
  const table = newTable(relay)
  return [table, ...(await table.pair(alter))]
}

async function dialsAgain(person: Person): Promise<void> {
  await relay.down()
  await eventually(() => expect(person.engine.state.value.server).toBe('unreachable'))
  await relay.up()
  person.engine.wake()
}

const kinds = (person: Person) => person.engine.journal.notices.value.map(({ kind }) => kind)

test.each([
  ['fewer positions', { headPosition: 0 }],
  ['fewer of this phone\u2019s own words', { heads: [] }],
  ['a shorter list of who belongs', { controlLength: 1 }],
])('the same server with %s has lost something: it is told, and all is offered again', async (_, less) => {
  let isLess = false
  const [table, tablet, phone] = await pair((message) => {
    if (!isLess || message.type !== 'welcome') return message
    const head = phone.engine.replica.state.value.hashes[0] ?? message.controlHead
    return { ...message, ...less, ...('controlLength' in less && { controlHead: head }) }
  })
  phone.adds('Sol')
  await phone.isSent()
  isLess = true
  await dialsAgain(phone)
  await eventually(() => expect(kinds(phone)).toEqual(['server lost something']))
  phone.adds('Ben')
  tablet.engine.wake()
  await tablet.sees('Sol', 'Ben')
  await table.end()
})

test('what somebody saw and nobody shows is told while it stays away, and no longer', async () => {
  let hidden = 0
  const [table, tablet, phone] = await pair((message) => {
    if (message.type !== 'records' || hidden === 0) return message
    return { ...message, records: message.records.filter(([position]) => position !== hidden) }
  })
  hidden = phone.engine.replica.ledger.value.cursor + 1
  const before = phone.engine.replica.ledger.value.cursor
  tablet.adds('Nan')
  await tablet.isSent()
  expect(before + 1).toBe(hidden)
  tablet.adds('Ada')
  await eventually(() => expect(phone.engine.refusal.value).toBe('OMISSION'))
  await eventually(() => expect(kinds(phone)).toContain('something held back'))
  hidden = 0
  phone.engine.wake()
  await phone.sees('Nan', 'Ada')
  await eventually(() => expect(kinds(phone)).toEqual([]))
  await table.end()
})

test('that something stays away is told once, however much more comes behind it', async () => {
  let hidden = 0
  const [table, tablet, phone] = await pair((message) => message)
  const desk = await table.opensWithCard((message) => (hidden === 0 ? message : without(hidden, message)))
  desk.engine.connect()
  await desk.isSent()
  hidden = desk.engine.replica.ledger.value.cursor + 1
  for (const number of [1, 2, 3, 4]) {
    tablet.adds(`tablet ${number}`)
    await phone.sees(`tablet ${number}`)
    phone.adds(`phone ${number}`)
    await desk.sees(`phone ${number}`)
  }
  await eventually(() => expect(kinds(desk)).toContain('something held back'))
  const { journal } = await desk.store.read()
  expect(journal.map(({ kind }) => kind).filter((kind) => kind.includes('missing'))).toHaveLength(1)
  await table.end()
})

test('words up to the end of one who was taken out are waited for, and told of once; everybody goes on', async () => {
  let hidden = 0
  const [table, , phone] = await pair((message) => message)
  const lost = await table.opensWithCard()
  lost.engine.connect()
  lost.adds('Nan')
  await phone.sees('Nan')
  lost.adds('Ada')
  await phone.sees('Ada')
  hidden = phone.engine.replica.ledger.value.cursor
  await phone.engine.removals.remove([lost.engine.replica.self?.ix ?? -1], [], null)
  const desk = await table.opensWithCard((message) => (hidden === 0 ? message : without(hidden, message)))
  desk.engine.connect()
  await eventually(() => expect(kinds(desk)).toContain('something held back'))
  expect(desk.people()).toEqual(['Nan'])
  desk.adds('Sol')
  await phone.sees('Sol')
  phone.adds('Ben')
  await desk.sees('Ben')
  const told = desk.engine.journal.notices.value.find(({ kind }) => kind === 'something held back')
  desk.engine.journal.putAway(told?.id ?? -1)
  await dialsAgain(desk)
  await desk.isSent()
  expect(desk.engine.replica.ledger.value.isMissing).toBe(true)
  expect(kinds(desk)).not.toContain('something held back')
  hidden = 0
  await dialsAgain(desk)
  await desk.sees('Nan', 'Ada', 'Sol', 'Ben')
  await eventually(() => expect(desk.engine.replica.ledger.value.isMissing).toBe(false))
  await table.end()
})

test('a number that a device never reached is not its end when it is removed', async () => {
  let isInLeague = false
  const [table, tablet, phone] = await pair((message) => {
    if (!isInLeague || message.type !== 'records') return message
    const [last] = message.records.slice(-1)
    if (last === undefined) return message
    return { ...message, records: [...message.records, [last[0] + 1, farAhead(last[1])] as const] }
  })
  isInLeague = true
  tablet.adds('Nan')
  await phone.sees('Nan')
  await eventually(() => expect(phone.engine.state.value.aside).toBe(1))
  const { state, ledger } = phone.engine.replica
  await phone.engine.removals.remove([0], [], null)
  const { final = null } = state.value.devices[0] ?? {}
  expect(final).toMatchObject({ seq: ledger.value.head(tablet.engine.replica.keys.id).seq })
  await table.end()
})

test('a record altered while its entry was withheld is called forged once the entry is here, and asked for again', async () => {
  let isInLeague = false
  const [table, tablet, phone] = await pair((message) => {
    if (isInLeague && message.type === 'ctl') return { ...message, entries: [] }
    if (!isInLeague || message.type !== 'records') return message
    return { ...message, records: message.records.map(([position, record]) => [position, farAhead(record)] as const) }
  })
  const { aside } = phone.engine.replica
  isInLeague = true
  await tablet.engine.admissions.invite(1, relay.origin, tablet.engine.extend)
  tablet.adds('Nan')
  await tablet.isSent()
  await eventually(() => expect(aside.count.value).toBe(1))
  expect(aside.failed.value).toBe(0)
  isInLeague = false
  await tablet.engine.admissions.invite(1, relay.origin, tablet.engine.extend)
  await eventually(() => expect(aside.failed.value).toBe(1))
  await dialsAgain(phone)
  await phone.sees('Nan')
  await eventually(() => expect(aside.count.value).toBe(0))
  await table.end()
})

test('an entry that nobody has signed is nobody\u2019s second history', async () => {
  let isForging = false
  const [table, tablet, phone] = await pair((message) => {
    if (!isForging || message.type !== 'ctl' || message.entries.length === 0) return message
    return { ...message, entries: message.entries.map(resigned) }
  })
  isForging = true
  await tablet.engine.admissions.invite(1, relay.origin, tablet.engine.extend)
  await eventually(() => expect(phone.engine.state.value.server).toBe('lies'))
  isForging = false
  phone.engine.wake()
  await phone.isSent()
  expect(phone.engine.replica.chain).toEqual(tablet.engine.replica.chain)
  expect(kinds(phone)).toEqual([])
  await table.end()
})

test('nor is a hash in WELCOME that no entry has', async () => {
  let isForging = false
  const [table, , phone] = await pair((message) =>
    isForging && message.type === 'welcome' ? { ...message, controlHead: new Uint8Array(32) } : message,
  )
  isForging = true
  await dialsAgain(phone)
  await eventually(() => expect(phone.engine.state.value.server).toBe('lies'))
  isForging = false
  phone.engine.wake()
  await phone.isSent()
  expect(kinds(phone)).toEqual([])
  await table.end()
})

test('an entry that the server does not know yet passes with the socket', async () => {
  let isForgetting = true
  const [table, tablet, phone] = await pair((message) => {
    if (!isForgetting || message.type !== 'ack') return message
    const [first] = message.stored
    isForgetting = false
    if (first === undefined) return message
    const [device, seq] = first
    return { type: 'nack', device, seq, code: 'CTL_UNKNOWN', expectedSeq: seq, stored: null }
  })
  const servers = new Set<string>()
  const stop = phone.engine.state.subscribe(({ server }) => servers.add(server))
  phone.adds('Sol')
  await phone.isSent()
  await tablet.sees('Sol')
  expect(servers).not.toContain('refused')
  stop()
  await table.end()
})

/** The record under a number that its device never reached. */
function farAhead(record: Uint8Array): Uint8Array<ArrayBuffer> {
  const [header, body, signature] = array(decode(record), 3)
  const fields = array(decode(octets(header)), 10)
  const far = [...fields.slice(0, 4), Number.MAX_SAFE_INTEGER, ...fields.slice(5)]
  return encode([encode(far), octets(body), octets(signature)])
}

/** The same entry under a signature that is none. */
function resigned(entry: Uint8Array): Uint8Array<ArrayBuffer> {
  const [header, signature] = array(decode(entry), 2)
  const altered = octets(signature, 64)
  altered[5] = (altered[5] ?? 0) ^ 1
  return encode([octets(header), altered])
}

/** What a server says that never had the record at this position, nor any of its device's, and counts on without it. */
function without(hidden: number, message: Message): Message {
  const shifted = (position: number): number => (position > hidden ? position - 1 : position)
  if (message.type === 'welcome') return { ...message, heads: [], headPosition: shifted(message.headPosition) }
  if (message.type === 'ack')
    return { ...message, stored: message.stored.map(([id, seq, at]) => [id, seq, shifted(at)] as const) }
  if (message.type !== 'records') return message
  const left = message.records.filter(([position]) => position !== hidden)
  return { ...message, records: left.map(([position, bytes]) => [shifted(position), bytes] as const) }
}

test('what was deleted when all was closed for ever is no loss, also for one who hears of that only now', async () => {
  const [table, tablet, phone] = await pair((message) => message)
  tablet.adds('Nan')
  await tablet.isSent()
  await tablet.engine.close()
  await phone.engine.removals.close({ successor: null, erase: true }, null)
  const back = await table.opens(tablet.database, 'both')
  back.engine.connect()
  await eventually(() => expect(kinds(back)).toContain('closed'))
  await eventually(() => expect(back.engine.state.value.server).toBe('connected'))
  expect(kinds(back)).not.toContain('server lost something')
  expect(back.engine.removals.unsent).toBe(0)
  expect(back.people()).toEqual(['Nan'])
  await table.end()
})

test('what was lost while all was closed is told once it is open again', async () => {
  const [table, tablet, phone] = await pair((message) => message)
  phone.adds('Sol')
  await phone.isSent()
  await phone.engine.removals.close({ successor: null, erase: false }, null)
  const name = phone.database
  await phone.engine.close()
  const back = await table.opens(name, 0, undefined, (message) =>
    message.type === 'welcome' ? { ...message, heads: [], headPosition: 0 } : message,
  )
  back.engine.connect()
  await eventually(() => expect(back.engine.state.value.server).toBe('connected'))
  expect(kinds(back)).not.toContain('server lost something')
  await back.engine.removals.reopen(null)
  await dialsAgain(back)
  await eventually(() => expect(kinds(back)).toContain('server lost something'))
  await tablet.sees('Sol')
  await table.end()
})
