/** Engines as they run in a browser, against the real relay, with real sockets and real cryptography. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Relay } from './relay-for-tests.ts'
import { newTable, type Table } from './table-for-tests.ts'

let relay: Relay
let table: Table

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

describe('two devices', () => {
  test('a tablet keeps, meets the server, and a card opens the same elsewhere', async () => {
    table = newTable(relay)
    const tablet = await table.keepsWithCard()
    tablet.adds('Nan')
    await tablet.saved()
    tablet.engine.connect()
    await tablet.isSent()
    const phone = await table.opensWithCard()
    phone.engine.connect()
    await phone.sees('Nan')
    phone.adds('Sol')
    await tablet.sees('Sol')
    expect(tablet.people()).toEqual(phone.people())
  })
})

afterEach(() => table.end())
