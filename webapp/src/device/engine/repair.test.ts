/** A record that nobody can use (P23): its author is told, looks, goes on as another device and says everything anew. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { areEqual } from '../../../../sync/bytes.ts'
import { join } from '../../../../sync/snapshot.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { opened } from '../store/restoring.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table, testCrypto } from '../trials/table-for-tests.ts'
import { putNotice } from './sealing.ts'

vi.setConfig({ testTimeout: 120_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 60_000)
afterAll(() => relay.end())

async function pair(): Promise<[Table, Person, Person]> {
  const table = newTable(relay)
  return [table, ...(await table.pair())]
}

const kinds = (person: Person) => person.engine.journal.notices.value.map(({ kind }) => kind)

/** What an app did in which a fault has been mended since: a register in a hand that is not the record's. */
const writesBadly = (person: Person): void => writes(person, 'meeting', ['by the pond', 1, 5])

/** In the owner's hand. */
function writes(person: Person, key: string, register: readonly [string, number, number]): void {
  const doc = new Y.Doc()
  const state = person.document.encodeState()
  Y.applyUpdate(doc, state)
  doc.once('update', (update: Uint8Array) => {
    person.document.applyRemote([update], false)
    person.engine.replica.outbox.add(new Uint8Array(update), 0)
  })
  doc.getMap('meta').set(key, register)
}

test('what nobody could use is said anew under another name, and all end with the same', async () => {
  const [table, tablet, phone] = await pair()
  const ann = tablet.adds('Ann')
  await phone.sees('Ann')
  const before = tablet.engine.replica.keys.id
  writesBadly(tablet)
  await tablet.saved()
  await tablet.seals()
  tablet.adds('Ben')
  tablet.renames(ann, 'Anna')
  await eventually(() => expect(areEqual(tablet.engine.replica.keys.id, before)).toBe(false))
  await eventually(() => expect(kinds(tablet)).toContain('said anew'))
  await tablet.engine.close()

  const again = await table.opens(tablet.database, 'both')
  const shown = () => again.document.snapshot.value
  expect([again.people(), shown().meeting]).toEqual([['Anna', 'Ben'], 'by the pond'])
  again.engine.connect()
  await again.isSent()
  await phone.sees('Anna', 'Ben')
  await eventually(() => expect(phone.document.snapshot.value).toEqual(shown()))
  await eventually(() => expect(phone.engine.state.value.aside).toBe(0))
  phone.adds('Sol')
  await again.sees('Sol')
  const late = await table.opensWithCard()
  late.engine.connect()
  await late.sees('Anna', 'Ben', 'Sol')
  await eventually(() => expect(late.document.snapshot.value).toEqual(shown()))
  await eventually(() => expect(late.engine.state.value.aside).toBe(0))
  const said = phone.engine.replica.ledger.value.notices.map(({ ix, code }) => [ix, code])
  expect(said).toEqual([
    [0, 'ACTOR_WRONG'],
    [0, 'SAID_ANEW'],
  ])
  await table.end()
})

test('a snapshot leaves out what is set aside, and what waits behind it; who has the same aside finds it right', async () => {
  const [table, tablet, phone] = await pair()
  tablet.adds('Ann')
  await phone.sees('Ann')
  writesBadly(tablet)
  await tablet.saved()
  await tablet.seals()
  tablet.adds('Ben')
  await tablet.isSent()
  await tablet.engine.close() // before it hears that nobody can use it
  await eventually(() => expect(phone.engine.state.value.aside).toBe(2))
  for (let count = 0; count < 10; count++) {
    writes(phone, `page ${count}`, [`${count}`.repeat(55_000), 0, 5])
    await phone.saved()
    await phone.seals()
  }
  await phone.engine.flush()
  await phone.isSent()
  const { ledger, parts, aside } = phone.engine.replica
  await eventually(() => expect(phone.engine.presence.value).toEqual([]))
  await phone.engine.snapshots.look()
  const [known] = ledger.value.snapshots
  const own = await parts.store.ownFrom(known?.firstSeq ?? 0, known?.count ?? 0)
  const said = await Promise.all(own.map(({ bytes }) => opened(bytes, phone.engine.replica.stored, testCrypto)))
  const pieces = said.flatMap(({ remark }) => (remark?.type === 'part' ? [remark] : []))
  const snapshot = await join(pieces, testCrypto)
  expect(snapshot.position).toBe(Math.min(...aside.positions))
  expect(snapshot.covers.find(([ix]) => ix === 0)?.[1]).toBe(ledger.value.head(tablet.engine.replica.keys.id).seq)
  const shown = new SharedDocument({ now: () => Date.now(), state: snapshot.state }).snapshot.value
  expect([shown.people.map(({ name }) => name), shown.meeting]).toEqual([['Ann'], ''])

  const late = await table.opensWithCard()
  late.engine.connect()
  await late.isSent()
  await eventually(() => expect(late.engine.state.value.aside).toBe(2))
  await late.engine.snapshots.look()
  expect(late.engine.replica.ledger.value.snapshots.map(({ ix, isJudged }) => [ix, isJudged])).toEqual([[2, true]])
  expect(kinds(late)).not.toContain('copies differ')
  await table.end()
})

test('a false notice costs a look and nothing more', async () => {
  const [table, tablet, phone] = await pair()
  tablet.adds('Ann')
  await phone.sees('Ann')
  const { keys, ledger } = tablet.engine.replica
  const { seq, hash } = ledger.value.head(keys.id)
  const notice = { type: 'notice', ix: 0, seq, hash, code: 'ACTOR_WRONG' } as const
  await phone.engine.replica.turns.take(() => putNotice(phone.engine.replica, notice))
  await phone.engine.flush()
  await eventually(() => expect([...tablet.engine.replica.doubts.false]).toEqual([phone.engine.replica.self?.ix]))
  tablet.adds('Ben')
  await phone.sees('Ben')
  expect(areEqual(tablet.engine.replica.keys.id, keys.id)).toBe(true)
  expect(kinds(tablet)).not.toContain('said anew')
  await table.end()
})
