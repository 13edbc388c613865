/** Words that were written upon a snapshot that was wrong, when the place is opened again: none of them is lost (P28). */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SharedDocument } from '../../document/shared-document.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { newTable, type Person, type Table } from '../trials/table-for-tests.ts'

let relay: Relay
let table: Table

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => table.end())

/** The document with one more person in it, as a snapshot that lies would bring it. */
function withOneMore(person: Person, name: string): Uint8Array<ArrayBuffer> {
  const other = new SharedDocument({ now: () => Date.now(), state: person.document.encodeState() })
  Object.assign(Object.create(person) as Person, { document: other }).adds(name)
  return new Uint8Array(other.encodeState())
}

/** A phone that wrote this away from every server, and was closed. */
async function writesAway(...names: string[]): Promise<{ tablet: Person; phone: Person }> {
  table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  tablet.adds('Nan')
  await tablet.isSent()
  const first = await table.opensWithCard()
  first.engine.connect()
  await first.isSent()
  await first.sees('Nan')
  await first.engine.close()
  const phone = await table.opens(first.database, 0)
  for (const name of names) phone.adds(name)
  await phone.saved()
  return { tablet, phone }
}

describe('upon a snapshot that was wrong', () => {
  test('words are said that stood in the cache already, and once', async () => {
    const { tablet, phone } = await writesAway('written away')
    await phone.store.write({ ahead: { updates: [withOneMore(tablet, 'nobody')], isWrong: true } })
    await phone.engine.close()
    const again = await table.opens(phone.database, 0)
    expect(again.people()).toEqual(['Nan', 'written away'])
    again.engine.connect()
    await tablet.sees('written away')
    await again.isSent()
    expect(tablet.people()).toEqual(['Nan', 'written away'])
    expect(tablet.engine.state.value.aside).toBe(0)
    await again.engine.close()
    const later = await table.opens(phone.database, 0)
    expect(later.people()).toEqual(['Nan', 'written away'])
  })
})
