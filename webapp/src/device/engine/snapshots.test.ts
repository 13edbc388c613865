/** Snapshots on real devices against the real relay: made, judged, shown first, and what becomes of one that lies (P28). */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { digest } from '../../../../sync/digest.ts'
import type { Message } from '../../../../sync/messages.ts'
import type { Attest, Part } from '../../../../sync/remark.ts'
import { split } from '../../../../sync/snapshot.ts'
import { current } from '../../document/current.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { addPerson, renamePerson } from '../../map/actions.ts'
import { opened } from '../store/restoring.ts'
import { Profile, type Tab } from '../trials/browser-for-tests.ts'
import { DiskFaults } from '../trials/disk-faults-for-tests.ts'
import { Power, wired } from '../trials/faults-for-tests.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { space } from '../trials/shown-for-tests.ts'
import { eventually, newTable, type Person, type Table, testCrypto } from '../trials/table-for-tests.ts'
import { putAttest, putSnapshot } from './sealing.ts'

const MANY = 410

let relay: Relay
let table: Table
let disk: DiskFaults | null = null

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => {
  disk?.end()
  disk = null
  table.end()
})

/** A shared tablet with more in its log than one reads at once, and the owner's phone, which has it all. */
async function pair(): Promise<{ tablet: Person; phone: Person }> {
  table = newTable(relay)
  const [tablet, phone] = await table.pair()
  for (const { engine } of [tablet, phone]) engine.snapshots.stop() // only when they are told to
  for (let count = 0; count < MANY; count++) {
    tablet.adds(`person ${count}`)
    await tablet.saved()
    await tablet.seals()
  }
  await tablet.engine.flush()
  await tablet.isSent()
  await eventually(() => expect(phone.people()).toHaveLength(MANY))
  return { tablet, phone }
}

/** A third device of the owner's, for which the log does not come until it is let through. */
async function opensSlowly(): Promise<{ person: Person; letThrough: () => void }> {
  const gate = { isShut: true }
  const alter = (message: Message): Message => (gate.isShut ? withoutRecords(message) : message)
  const person = await table.opensWithCard(alter)
  person.engine.snapshots.stop()
  person.engine.connect()
  const letThrough = (): void => {
    gate.isShut = false
    person.engine.wake()
  }
  return { person, letThrough }
}

/** Parts as this device would make them, of the document with one more person in it. */
async function falseParts(person: Person, name: string): Promise<readonly Part[]> {
  const { replica } = person.engine
  const state = new Uint8Array(person.document.encodeState())
  const other = new SharedDocument({ now: () => Date.now(), state })
  const before = person.document
  const liar = Object.assign(Object.create(person) as Person, { document: other })
  if (name !== '') liar.adds(name)
  expect(before.snapshot.value.people).toHaveLength(person.people().length)
  const made = new Uint8Array(other.encodeState())
  const covers = replica.ledger.value.allHeads(replica.state.value)
  const position = replica.ledger.value.cursor + 1
  return split({ position, covers, digest: await digest(made, testCrypto), state: made, actors: [] })
}

async function puts(person: Person, parts: readonly Part[]): Promise<void> {
  const { replica } = person.engine
  await replica.turns.take(() => putSnapshot(replica, parts))
  await person.engine.flush()
  await person.isSent()
}

/** Says that whatever came is right, without a look. */
async function vouches(person: Person): Promise<void> {
  const { replica } = person.engine
  await eventually(() => expect(replica.ledger.value.snapshots.filter(({ isJudged }) => !isJudged)).toHaveLength(1))
  const [known] = replica.ledger.value.snapshots
  if (!known) throw new Error('no snapshot')
  const [record] = (await person.store.appliedFrom(known.number, 1)).map(({ bytes }) => bytes)
  if (!record) throw new Error('no record')
  const { remark, hash } = await opened(record, replica.stored, testCrypto)
  if (remark?.type !== 'part') throw new Error('no part')
  const { ix, firstSeq } = known
  const attest: Attest = { type: 'attest', ix, firstSeq, lastHash: hash, digest: remark.digest, ok: true }
  await replica.turns.take(() => putAttest(replica, attest, known))
  await person.engine.flush()
  await person.isSent()
}

const isJudged = (person: Person): boolean =>
  person.engine.replica.ledger.value.snapshots.some((known) => known.isJudged)

const noticesOf = (person: Person): string[] => person.engine.journal.notices.value.map(({ kind }) => kind)

describe('a device that is far behind', () => {
  test('shows the snapshot at once, keeps what is written on it, and the log behind it is the same', async () => {
    const { tablet, phone } = await pair()
    await tablet.engine.snapshots.look()
    await tablet.isSent()
    await eventually(() => expect(phone.engine.replica.ledger.value.snapshots).toHaveLength(1))
    await phone.engine.snapshots.look()
    expect(isJudged(phone)).toBe(true)
    await phone.isSent()

    const { person, letThrough } = await opensSlowly()
    await eventually(() => expect(person.people()).toHaveLength(MANY))
    expect(person.engine.replica.ahead.isOn).toBe(true)
    expect(person.engine.replica.ledger.value.applied).toBe(0)
    const first = person.document.snapshot.value.people.find(({ name }) => name === 'person 0')
    person.renames(first?.id ?? '', 'written meanwhile')
    person.adds('added meanwhile')
    await person.saved()
    await person.engine.snapshots.look()
    letThrough()
    await person.isSent()
    await tablet.sees('written meanwhile', 'added meanwhile')
    expect(person.engine.replica.ahead.isOn).toBe(false)
    expect(person.engine.state.value.aside).toBe(0)
    expect([tablet, phone, person].flatMap(noticesOf).filter((kind) => kind === 'copies differ')).toEqual([])

    await person.engine.close()
    person.power.cut()
    const again = await table.opens(person.database, 0)
    expect(again.people()).toEqual(tablet.people())
  })
})

describe('a snapshot of before', () => {
  test('still opens after a device was removed and the key is another: each record has the key of its own time', async () => {
    const { tablet, phone } = await pair()
    await tablet.engine.snapshots.look()
    await eventually(() => expect(phone.engine.replica.ledger.value.snapshots).toHaveLength(1))
    await phone.engine.snapshots.look()
    await phone.isSent()
    const lost = await table.opensWithCard()
    lost.engine.snapshots.stop()
    await phone.engine.removals.remove([lost.engine.replica.self?.ix ?? -1], [], null)
    phone.adds('under the new key')
    await tablet.sees('under the new key')
    const { person, letThrough } = await opensSlowly()
    await eventually(() => expect(person.people()).toHaveLength(MANY))
    expect(person.engine.replica.stored.epochs).toHaveLength(2)
    letThrough()
    await person.sees('under the new key')
    await person.isSent()
    expect(person.engine.replica.ahead.isOn).toBe(false)
  })
})

describe('a snapshot is not shown', () => {
  test('when its device is wrong about what the records make: others find out, and say so', async () => {
    const { tablet, phone } = await pair()
    await puts(tablet, await falseParts(tablet, 'nobody'))
    await eventually(() => expect(phone.engine.replica.ledger.value.snapshots).toHaveLength(1))
    await phone.engine.snapshots.look()
    expect(isJudged(phone)).toBe(true)
    expect(noticesOf(phone)).toContain('copies differ')
    await phone.isSent()
    await neverShows('nobody')
  })

  test('when only a device of the same member says that it is right', async () => {
    const { tablet, phone } = await pair()
    const second = await table.opensWithCard()
    second.engine.snapshots.stop()
    second.engine.connect()
    await second.isSent()
    await puts(phone, await falseParts(phone, 'nobody'))
    await vouches(second)
    await neverShows('nobody')
    await tablet.isSent()
  })

  test('when a part of it is missing, or a record that it covers: then nobody says anything of it', async () => {
    const { tablet, phone } = await pair()
    const [only] = await falseParts(tablet, '')
    if (!only) throw new Error('no part')
    await puts(tablet, [{ ...only, count: 2 }])
    tablet.adds('afterwards')
    await phone.sees('afterwards')
    await phone.engine.snapshots.look()
    expect(isJudged(phone)).toBe(false)
    const ahead = only.covers.map(([ix, seq, hash]) => [ix, seq + 100, hash] as const)
    await puts(tablet, [{ ...only, covers: ahead }])
    tablet.adds('later still')
    await phone.sees('later still')
    await phone.engine.snapshots.look()
    expect(isJudged(phone)).toBe(false)
    await neverShows('nobody')
  })

  /** To a fresh device, before it has the log or after. */
  async function neverShows(name: string): Promise<void> {
    const { person, letThrough } = await opensSlowly()
    await eventually(() => expect(person.engine.refusal.value).toBe('OMISSION'))
    expect(person.people()).toEqual([])
    expect(person.engine.replica.ahead.isOn).toBe(false)
    letThrough()
    await person.isSent()
    expect(person.people().length).toBeGreaterThanOrEqual(MANY)
    expect(person.people()).not.toContain(name)
  }
})

describe('two who lie together', () => {
  test('are found out by the log: it is said, their lie goes, and what was written meanwhile stays', async () => {
    const { tablet, phone } = await pair()
    await puts(tablet, await falseParts(tablet, 'nobody'))
    await vouches(phone)
    const gate = { isShut: true }
    const dial = wired(relay.dial, new Power(), (message) => (gate.isShut ? withoutRecords(message) : message))
    const profile = new Profile({ dial, origin: relay.origin })
    const tab = await profile.opensTab()
    expect(await tab.kith.openWithCard(table.card, { kind: 'phone' })).toEqual({ ok: true })
    const before = space(tab).document
    const names = (): string[] => space(tab).document.snapshot.value.people.map(({ name }) => name)
    await eventually(() => expect(names()).toContain('nobody'))
    current.value = before
    addPerson({ name: 'written meanwhile', kind: 'person' })
    renamePerson(idOf('nobody', before), 'somebody')
    const full = new DiskFaults((name) => name !== profile.registry && !name.startsWith('kith-engine-test'))
    disk = full
    full.set('refused', 1)
    addPerson({ name: 'on a full disk', kind: 'person' })
    await eventually(() => expect(space(tab).state.value.here).toBe('full'))
    gate.isShut = false
    await eventually(() => expect(space(tab).notices.value.map(({ kind }) => kind)).toContain('copies differ'))
    const { writes } = full
    await eventually(() => expect(full.writes).toBeGreaterThan(writes + 1)) // whatever was tried at once is over
    expect(space(tab).document).toBe(before) // what is on the screen alone does not go with it
    full.isMended()
    await eventually(() => expect(space(tab).document).not.toBe(before))
    expect(names()).not.toContain('nobody')
    expect(names()).not.toContain('somebody')
    expect(names()).toContain('written meanwhile')
    expect(space(tab).notices.value.map(({ kind }) => kind)).toContain('copies differ')
    await tablet.sees('written meanwhile', 'on a full disk')
    await isOfferedAndKept(tab)
    await tablet.sees('somebody')
    full.end()
    current.value = space(tab).document
    addPerson({ name: 'and afterwards', kind: 'person' })
    await tablet.sees('and afterwards')
    expect(tablet.people()).toHaveLength(MANY + 4)
    tab.power.cut()

    await isCutOffAndFindsOut(tablet)
  })

  /** What was written about nobody, which no log could take. */
  async function isOfferedAndKept(tab: Tab): Promise<void> {
    await eventually(() => expect(space(tab).apart.value).toHaveLength(1))
    const [thing] = space(tab).apart.value
    expect(thing?.differences.map(({ field, after }) => [field, after])).toEqual([['name', 'somebody']])
    if (thing) expect(space(tab).answer(thing, 'keep')).toBe('done')
    expect(space(tab).apart.value).toEqual([])
    expect(space(tab).document.snapshot.value.people.map(({ name }) => name)).toContain('somebody')
  }

  /** It is opened again with no server in between: what was shown, and written upon it, is there until the log has come. */
  async function isCutOffAndFindsOut(tablet: Person): Promise<void> {
    const { person } = await opensSlowly()
    await eventually(() => expect(person.people()).toContain('nobody'))
    person.renames(idOf('nobody', person.document), 'somebody else')
    person.renames(idOf('person 0', person.document), 'in their own words')
    await person.saved()
    person.power.cut()
    const back = await table.opens(person.database, 0)
    expect(back.people()).toEqual(expect.arrayContaining(['somebody else', 'in their own words', 'person 1']))
    await back.seals()
    expect(await back.store.ownFrom(1, 1)).toEqual([])
    back.adds('before the log came')
    await back.saved()
    back.engine.connect()
    await eventually(() => expect(back.engine.refusal.value).toBe('DIGEST_WRONG'))
    back.adds('while it goes')
    await back.engine.close()
    const again = await table.opens(person.database, 0)
    again.engine.connect()
    await again.isSent()
    await tablet.sees('in their own words', 'before the log came', 'while it goes')
    expect(again.people()).toEqual(tablet.people())
    expect(tablet.people()).not.toContain('somebody else')
    expect(tablet.engine.state.value.aside).toBe(0)
  }
})

function idOf(name: string, document: SharedDocument): string {
  return document.snapshot.value.people.find((person) => person.name === name)?.id ?? ''
}

const withoutRecords = (message: Message): Message =>
  message.type === 'records' ? { type: 'records', records: [], end: false } : message
