/** Words that were written upon a snapshot that was wrong, when the place is opened again: none of them is lost (P28). */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Message } from '../../../../sync/messages.ts'
import { documentOf } from '../../document/left-behind.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { apartIn, leftIn } from '../entrance/left-behind.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from '../trials/table-for-tests.ts'

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
    await phone.store.write({ ahead: { updates: [withOneMore(tablet, 'nobody')], covers: [], isWrong: true } })
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

/** A phone that shows what the tablet has ahead of a log of which it gets no more than these positions until the gate opens. */
async function showsAhead(
  most: number,
): Promise<{ tablet: Person; opens: () => Promise<Person>; gate: { isShut: boolean } }> {
  table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  for (const name of ['Nan', 'Ada']) {
    tablet.adds(name)
    await tablet.isSent()
  }
  const first = await table.opensWithCard()
  const { ledger, state } = tablet.engine.replica
  const covers = ledger.value.allHeads(state.value).map(([ix, seq]) => [ix, seq] as const)
  const updates = [new Uint8Array(tablet.document.encodeState())]
  await first.store.write({ ahead: { updates, covers, isWrong: false } })
  await first.engine.close()
  const gate = { isShut: true }
  const alter = (message: Message): Message => {
    if (!gate.isShut || message.type !== 'records') return message
    return { ...message, records: message.records.filter(([position]) => position <= most) }
  }
  return { tablet, opens: () => table.opens(first.database, 0, undefined, alter), gate }
}

const idOf = (name: string, { document }: Person): string =>
  document.snapshot.value.people.find((person) => person.name === name)?.id ?? ''

describe('what the log cannot take', () => {
  test('is set apart with what it was written upon, and not thrown away', async () => {
    const { tablet, phone } = await writesAway()
    const lie = withOneMore(tablet, 'nobody')
    await phone.store.write({ ahead: { updates: [lie], covers: [], isWrong: false } })
    await phone.engine.close()
    const shown = await table.opens(phone.database, 0)
    shown.renames(idOf('nobody', shown), 'somebody')
    shown.adds('written away')
    await shown.saved()
    shown.engine.connect()
    await eventually(() => expect(shown.engine.refusal.value).toBe('DIGEST_WRONG'))
    await shown.engine.close()
    const again = await table.opens(phone.database, 0)
    expect(again.people()).toEqual(['Nan', 'written away'])
    const { outbox, apart } = await again.store.read()
    expect(outbox.length).toBeGreaterThan(0)
    const made = documentOf([tablet.document.encodeState(), ...apart.upon, ...apart.words])
    expect(made.people.map(({ name }) => name).sort()).toEqual(['Nan', 'somebody', 'written away'])
    const left = await leftIn(again.engine.replica, again.document)
    expect(left.flatMap(({ differences }) => differences.map(({ after }) => after))).toContain('somebody')
    const asked = async (): Promise<unknown> =>
      (await apartIn(again.engine.replica)).flatMap(({ differences }) => differences.map(({ after }) => after))
    expect(await asked()).toEqual(['somebody'])
    again.engine.connect()
    await tablet.sees('written away')
    await again.isSent()
    expect(tablet.people()).toEqual(['Nan', 'written away'])
    tablet.renames(idOf('written away', tablet), 'as the other says')
    await again.sees('as the other says')
    expect(await asked()).toEqual(['somebody'])
    await again.engine.close()
    const later = await table.opens(phone.database, 0)
    expect((await later.store.read()).apart).toEqual(apart)
  })
})

test('what was said anew of one edit is not asked about before it is sent', async () => {
  const { tablet, phone } = await writesAway()
  const updates = [withOneMore(tablet, 'nobody')]
  await phone.store.write({ ahead: { updates, covers: [], isWrong: false } })
  await phone.engine.close()
  const shown = await table.opens(phone.database, 0)
  const paths = ['nobody', 'Nan'].map((name) => `people/${idOf(name, shown)}`)
  shown.document.change('set relation', (draft) => {
    for (const path of paths) draft.write(path, 'relation', 'a friend')
  })
  await shown.saved()
  await shown.store.write({ ahead: { updates, covers: [], isWrong: true } })
  await shown.engine.close()
  const again = await table.opens(phone.database, 0)
  expect(again.document.snapshot.value.people.map(({ relation }) => relation)).toEqual(['a friend'])
  expect((await apartIn(again.engine.replica)).map(({ key }) => key)).toEqual([paths[0]])
  // Nor when somebody has written since: kept then, it would stand over what came later.
  again.engine.connect()
  await again.isSent()
  const relation = (person: Person) => person.document.snapshot.value.people.map((one) => one.relation)
  await eventually(() => expect(relation(tablet)).toEqual(['a friend']))
  tablet.document.change('set relation', (draft) => draft.write(paths[1] ?? '', 'relation', 'an aunt'))
  await eventually(() => expect(relation(again)).toEqual(['an aunt']))
  expect((await apartIn(again.engine.replica)).map(({ key }) => key)).toEqual([paths[0]])
})

describe('upon a snapshot that was right', () => {
  test('words stay where a server leaves a record out, also after a start, and go when it comes', async () => {
    const { tablet, opens, gate } = await showsAhead(1)
    const phone = await opens()
    phone.renames(idOf('Ada', phone), 'Ada as written away')
    await phone.saved()
    phone.engine.connect()
    await eventually(() => expect(phone.engine.refusal.value).not.toBeNull())
    expect(phone.engine.refusal.value).toBe('OMISSION')
    await phone.engine.close()
    const again = await opens()
    expect(again.people()).toEqual(['Ada as written away', 'Nan'])
    gate.isShut = false
    again.engine.connect()
    await tablet.sees('Ada as written away')
    await again.isSent()
    expect(again.engine.replica.ahead.isOn).toBe(false)
    expect(tablet.people()).toEqual(['Ada as written away', 'Nan'])
  })

  test('and where the space was closed and its records are gone; they go once it is open again', async () => {
    const { tablet, opens, gate } = await showsAhead(0)
    const owner = await table.opensWithCard()
    owner.engine.connect()
    await owner.isSent()
    await owner.engine.removals.close({ successor: null, erase: false }, null)
    const phone = await opens()
    phone.renames(idOf('Ada', phone), 'Ada as written away')
    await phone.saved()
    phone.engine.connect()
    await eventually(() => expect(phone.engine.state.value.server).toBe('connected'))
    expect(phone.engine.ending.value).toBe('closed')
    expect(phone.people()).toEqual(['Ada as written away', 'Nan'])
    expect(phone.engine.replica.ahead.isOn).toBe(true)
    gate.isShut = false
    await owner.engine.removals.reopen(null)
    await tablet.sees('Ada as written away')
    await phone.isSent()
    expect(phone.engine.replica.ahead.isOn).toBe(false)
  })
})
