/** Engines as they run in a browser, against the real relay, with real sockets and real cryptography. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { areEqual } from '../../../../sync/bytes.ts'
import { encode } from '../../../../sync/encoding.ts'
import { addGoal, addStep } from '../../plan/actions.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from '../trials/table-for-tests.ts'

let relay: Relay
let table: Table

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => table.end())

/** A shared tablet and the owner's phone, both connected. */
function pair(...alter: Parameters<Table['pair']>): ReturnType<Table['pair']> {
  table = newTable(relay)
  return table.pair(...alter)
}

describe('two devices', () => {
  test('a tablet keeps, meets the server, and a card opens the same elsewhere', async () => {
    table = newTable(relay)
    const tablet = await table.keepsWithCard()
    tablet.adds('Nan')
    await tablet.saved()
    expect(tablet.engine.state.value).toMatchObject({ here: 'saved', sent: 'never met', other: 'nobody' })
    tablet.engine.connect()
    await tablet.isSent()
    const phone = await table.opensWithCard()
    phone.engine.connect()
    await phone.sees('Nan')
    phone.adds('Sol')
    await tablet.sees('Sol')
    expect(tablet.people()).toEqual(phone.people())
    await eventually(() =>
      expect(tablet.engine.journal.notices.value.map((notice) => notice.kind)).toEqual(['card used']),
    )
    expect(tablet.engine.devices.value.map((device) => [device.paper, device.thisOne])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ])
  })

  test('what the other has is known about two seconds later, and still after a restart', async () => {
    const [tablet, phone] = await pair()
    phone.adds('Sol')
    await eventually(() => expect(phone.engine.state.value.other).toBe('theirs too'))
    expect(tablet.people()).toEqual(['Sol'])
  })

  test('both write while the server is gone; both find everything when it is back', async () => {
    const [tablet, phone] = await pair()
    const nan = tablet.adds('Nan')
    await phone.sees('Nan')
    await relay.down()
    await eventually(() => expect(phone.engine.state.value.server).toBe('unreachable'))
    tablet.renames(nan, 'Nan Ada')
    tablet.adds('Corner café')
    phone.adds('Sol')
    phone.do(() => addGoal('Paint again'))
    await Promise.all([tablet.saved(), phone.saved()])
    expect(tablet.engine.state.value).toMatchObject({ here: 'saved', sent: 'waiting' })
    await relay.up()
    tablet.engine.wake()
    phone.engine.wake()
    await phone.sees('Nan Ada', 'Corner café', 'Sol')
    await tablet.sees('Nan Ada', 'Corner café', 'Sol')
    await eventually(() => expect(tablet.document.snapshot.value).toEqual(phone.document.snapshot.value))
  })

  test('20,000 characters at once arrive whole', async () => {
    const [tablet, phone] = await pair()
    const long = '🙂é'.repeat(5000) + 'x'.repeat(10_000)
    tablet.do(() => addStep({ what: long }))
    await eventually(() => expect(phone.document.snapshot.value.steps[0]?.what).toBe(long))
    expect(phone.engine.state.value.aside).toBe(0)
  })

  test('a hand on one screen shows on the other, and goes when it is lifted', async () => {
    const [tablet, phone] = await pair()
    await eventually(() => expect(phone.engine.presence.value).toHaveLength(1))
    const hand = { pointer: 1, kind: 'person', entity: 'x', ring: 'close', angle: 450, x: 10, y: -20 }
    tablet.engine.showHands([hand], 'both')
    await eventually(() => expect(phone.engine.presence.value[0]?.hands).toEqual([hand]))
    tablet.engine.showTyping({ entity: 'steps/x', field: 'what' }, 1)
    await eventually(() => expect(phone.engine.presence.value[0]).toMatchObject({ by: 1, typing: { field: 'what' } }))
    tablet.engine.showHands([], 'both')
    await eventually(() => expect(phone.engine.presence.value[0]?.hands).toEqual([]))
    await tablet.engine.close()
    tablet.power.cut()
    await eventually(() => expect(phone.engine.presence.value).toEqual([]))
  })
})

describe('bad days', () => {
  test('a record that arrives damaged is set aside, its device waits, others go on; once mended all is there', async () => {
    let isMended = false
    let tabletId: Uint8Array = new Uint8Array()
    const [tablet, phone] = await pair((message) => {
      if (message.type !== 'records' || isMended) return message
      const records = message.records.map(([position, record]) => {
        const isIts =
          areEqual(
            record.slice(0, 400).filter((_, at) => at < 400),
            record.slice(0, 400),
          ) && holds(record, tabletId)
        return [position, isIts ? flipped(record) : record] as const
      })
      return { ...message, records }
    })
    tabletId = tablet.engine.replica.keys.id
    tablet.adds('Nan')
    await eventually(() => expect(phone.engine.state.value.aside).toBe(1))
    tabletId = new Uint8Array(16)
    tablet.adds('Sol')
    await eventually(() => expect(phone.engine.state.value.aside).toBe(2))
    phone.adds('Ben')
    await tablet.sees('Ben')
    expect(phone.people()).toEqual(['Ben'])
    isMended = true
    await phone.engine.replica.outbox.save()
    const again = await restarted(phone)
    await again.sees('Nan', 'Sol', 'Ben')
    await eventually(() => expect(again.engine.state.value.aside).toBe(0))
  })

  test('nonsense from the server does no harm', async () => {
    let isMad = false
    const [tablet, phone] = await pair((message) =>
      isMad && message.type !== 'challenge' ? encode([99, 'what']) : message,
    )
    isMad = true
    tablet.adds('Nan')
    await eventually(() => expect(phone.engine.state.value.server).toBe('lies'))
    phone.adds('Sol')
    await phone.saved()
    isMad = false
    phone.engine.wake()
    await phone.sees('Nan', 'Sol')
    await tablet.sees('Nan', 'Sol')
  })

  test('a server that lost everything is given it again', async () => {
    const [tablet, phone] = await pair()
    tablet.adds('Nan')
    await phone.sees('Nan')
    await relay.end()
    relay = await Relay.start()
    table = newTable(relay)
    const again = await restarted(tablet)
    await again.isSent()
    const fresh = await table.opens(phone.database, 0)
    fresh.engine.connect()
    again.adds('Sol')
    await fresh.sees('Nan', 'Sol')
    phone.power.cut()
  })
})

/** As after the browser was killed: a new engine on the same disk. */
async function restarted(person: Person, by: 0 | 'both' = 0): Promise<Person> {
  person.power.cut()
  const again = await table.opens(person.database, by)
  again.engine.connect()
  return again
}

const holds = (bytes: Uint8Array, part: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from(part))

function flipped(record: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const damaged = new Uint8Array(record)
  const at = damaged.length - 100
  damaged[at] = (damaged[at] ?? 0) ^ 1
  return damaged
}
