/**
 * A shared tablet became one person’s, and its disk is one of before (P22), with words of a hand that it has given up: nobody
 * could use them, and they stop nothing else. They are kept for people to see.
 */

import 'fake-indexeddb/auto'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { keep } from '../../document/left-behind.ts'
import { apartIn } from '../entrance/left-behind.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from '../trials/table-for-tests.ts'

vi.setConfig({ testTimeout: 60_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeEach(async () => {
  await relay?.end()
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

interface Turned {
  readonly table: Table
  readonly phone: Person
  /** What the tablet keeps now that it is the owner's. */
  readonly now: string
  /** What it kept before, with words that both had said and words that the owner had. */
  readonly before: string
}

/** A tablet that both write on, and a copy of its disk with what is written there; then it is turned. */
async function turned(isSent: boolean): Promise<Turned> {
  const table = newTable(relay)
  const [tablet, phone] = await table.pair()
  tablet.adds('Nan')
  await tablet.isSent()
  await phone.sees('Nan')
  const database = isSent ? tablet.database : await table.copyOf(tablet)
  await tablet.engine.close()
  const away = await table.opens(database, 'both')
  away.document.pen.value = 'both'
  const ann = away.adds('Ann, by both')
  away.document.pen.value = 0
  away.adds('Ben, by the owner')
  away.renames(ann, 'Annie, by the owner')
  await away.saved()
  const before = await table.copyOf(away)
  await away.engine.close()
  await phone.engine.removals.turn(0, [0], null)
  const back = await table.opens(tablet.database, 0)
  back.engine.connect()
  await back.isSent()
  back.adds('Cy, since')
  await back.isSent()
  await phone.sees('Cy, since')
  await back.engine.close()
  return { table, phone, now: tablet.database, before }
}

/** As the app opens it by itself where the document begins anew. */
async function comesBack(table: Table, database: string): Promise<Person> {
  const first = await table.opens(database, 0)
  first.engine.connect()
  await eventually(() => {
    const { server, sent } = first.engine.state.value
    expect(first.engine.refusal.value === 'SAID_ANEW' || (server === 'connected' && sent === 'sent')).toBe(true)
  })
  if (first.engine.refusal.value === null) return first
  await first.engine.close()
  const again = await table.opens(database, 0)
  again.engine.connect()
  await again.isSent()
  return again
}

test('words in a hand that it has given up are set apart, and offered; what the one said who keeps it goes on', async () => {
  const { table, phone, before } = await turned(false)
  const tablet = await comesBack(table, before)
  await phone.sees('Nan', 'Ben, by the owner', 'Cy, since')
  expect(tablet.people()).toEqual(['Ben, by the owner', 'Cy, since', 'Nan'])
  expect(phone.people()).toEqual(tablet.people())
  expect([tablet.engine.state.value.aside, phone.engine.state.value.aside]).toEqual([0, 0])
  const offered = await apartIn(tablet.engine.replica)
  expect(
    offered.map(({ after }) => after.people.map(({ name }) => name).filter((name) => name.includes('Ann'))),
  ).toEqual([['Annie, by the owner']])
  for (const thing of offered) keep(tablet.document, thing)
  await phone.sees('Annie, by the owner')
  tablet.adds('Dot, later')
  await phone.sees('Dot, later')
  await table.end()
})

test('words that its later life had said before it was turned are nobody twice, and nothing is asked', async () => {
  const { table, phone, before } = await turned(true)
  const tablet = await comesBack(table, before)
  tablet.adds('Dot, later')
  await phone.sees('Dot, later')
  const all = ['Annie, by the owner', 'Ben, by the owner', 'Cy, since', 'Dot, later', 'Nan']
  expect([tablet.people(), phone.people()]).toEqual([all, all])
  expect(await apartIn(tablet.engine.replica)).toEqual([])
  expect([tablet.engine.state.value.aside, phone.engine.state.value.aside]).toEqual([0, 0])
  await table.end()
})
