/** A photograph in the log: kept before it is sent, the same on every device, and in no document. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { addPhotograph } from '../../photographs/actions.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table, testCrypto } from '../trials/table-for-tests.ts'
import { photographIn } from './pieces.ts'

vi.setConfig({ testTimeout: 120_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay
let table: Table

beforeAll(async () => {
  relay = await Relay.start()
  table = newTable(relay)
}, 60_000)
afterAll(async () => {
  await table.end()
  relay.end()
})

const JPEG_BYTES = 130_000
/** A photograph's bytes are like chance to everybody but who draws them. */
const drawn = (): Bytes => {
  const whole = new Uint8Array(JPEG_BYTES)
  for (let at = 0; at < whole.length; at += 65_536)
    whole.set(testCrypto.randomBytes(Math.min(65_536, JPEG_BYTES - at)), at)
  return whole
}

const keeps = (person: Person, jpeg: Bytes) => person.do(() => addPhotograph(jpeg))

function only(person: Person) {
  const [one, ...more] = person.document.snapshot.value.photographs
  if (one === undefined || more.length > 0) throw new Error('not one photograph')
  return one
}

const looksAt = (person: Person) => photographIn(person.engine.replica, only(person))

test('kept with no connection, after a start, and at home: the same bytes, and in no document', async () => {
  const tablet = await table.keepsWithCard()
  const jpeg = drawn()
  await keeps(tablet, jpeg)
  await tablet.saved()
  expect(await looksAt(tablet)).toEqual(jpeg)
  await tablet.engine.close()
  const again = await table.opens(tablet.database, 'both')
  expect(await looksAt(again)).toEqual(jpeg)
  again.engine.connect()
  await again.isSent()
  expect(again.engine.replica.outbox.all).toEqual([])
  expect(await looksAt(again)).toEqual(jpeg)
  const phone = await table.opensWithCard()
  phone.engine.connect()
  await eventually(() => expect(only(phone).size).toBe(JPEG_BYTES))
  expect(await looksAt(phone)).toEqual(jpeg)
  for (const { document } of [again, phone]) expect(document.encodeState().length).toBeLessThan(JPEG_BYTES / 20)
})

test('pieces that have not come are waited for', async () => {
  const [tablet, phone] = await newTable(relay).pair()
  await keeps(tablet, drawn())
  const sealing = only(tablet)
  expect(await photographIn(phone.engine.replica, sealing)).toBe('coming')
  await tablet.isSent()
  await eventually(() => expect(only(phone).pieces).toEqual(sealing.pieces))
  expect(areEqual((await looksAt(phone)) as Bytes, (await looksAt(tablet)) as Bytes)).toBe(true)
  await Promise.all([tablet.engine.close(), phone.engine.close()])
})
