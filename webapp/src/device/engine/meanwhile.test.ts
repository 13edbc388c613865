/** What one puts away while another, without a signal, works on it: told to whoever worked, also after a restart. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isPutAway } from '../../document/away.ts'
import { archivePerson, bringBackPerson } from '../../map/actions.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from '../trials/table-for-tests.ts'

let relay: Relay
let table: Table

beforeAll(async () => {
  relay = await Relay.start()
}, 60_000)
afterAll(() => relay.end())
afterEach(() => table.end())

const told = (person: Person) =>
  person.document.snapshot.value.kept.filter(isPutAway).map(({ entity, by, instead_by }) => [entity, by, instead_by])

const isAway = (person: Person, name: string) =>
  person.document.snapshot.value.people.some((one) => one.name === name && one.archived)

/** Both write with the server gone; then the one comes back, says all, and goes; then the other. */
async function apart(first: 'tablet' | 'phone') {
  table = newTable(relay)
  const [tablet, phone] = await table.pair()
  const ann = tablet.adds('Ann')
  await phone.sees('Ann')
  await Promise.all([tablet.isSent(), phone.isSent()])
  await Promise.all([tablet.engine.close(), phone.engine.close()])
  const away = await table.opens(tablet.database, 'both')
  away.do(() => archivePerson(ann))
  await away.saved()
  const work = await table.opens(phone.database, 0)
  work.renames(ann, 'Annie')
  await work.saved()
  for (const person of first === 'tablet' ? [away, work] : [work, away]) {
    person.engine.connect()
    await person.isSent()
  }
  for (const person of [away, work]) await eventually(() => expect(isAway(person, 'Annie')).toBe(true))
  return { tablet: away, phone: work, ann }
}

test.each(['tablet', 'phone'] as const)('told on both, and once, when the %s is back first', async (first) => {
  const { tablet, phone, ann } = await apart(first)
  const expected = [[`people/${ann}`, 0, 'both']]
  for (const person of [tablet, phone]) await eventually(() => expect(told(person)).toEqual(expected))
  await phone.isSent()
  await phone.engine.close()
  const again = await table.opens(phone.database, 0)
  expect(told(again)).toEqual(expected)
  again.engine.connect()
  tablet.do(() => bringBackPerson(ann))
  await eventually(() => expect(told(again)).toEqual([]))
})

test('not told where it was known', async () => {
  table = newTable(relay)
  const [tablet, phone] = await table.pair()
  const ann = tablet.adds('Ann')
  await phone.sees('Ann')
  phone.renames(ann, 'Annie')
  await tablet.sees('Annie')
  tablet.do(() => archivePerson(ann))
  await eventually(() => expect(isAway(phone, 'Annie')).toBe(true))
  phone.adds('Sol')
  await tablet.sees('Sol')
  expect([told(tablet), told(phone)]).toEqual([[], []])
})
