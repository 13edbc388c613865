/**
 * Words that rest on a history that was given up (P19): each is said anew upon what stands, or kept for people to see, and
 * nothing that came since is written over without being kept beside (P25).
 */

import 'fake-indexeddb/auto'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Bytes } from '../../../../sync/bytes.ts'
import { read } from '../../../../sync/yjs-update.ts'
import { Chance } from '../../document/devices-for-tests.ts'
import { leftIn } from '../entrance/left-behind.ts'
import { opened } from '../store/restoring.ts'
import { actOn } from '../trials/acts-for-tests.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from '../trials/table-for-tests.ts'

vi.setConfig({ testTimeout: 120_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeEach(async () => {
  await relay?.end()
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

interface Parted {
  readonly table: Table
  readonly tablet: Person
  /** Wrote upon what the tablet had said, and will be the first of the two to meet the others again. */
  readonly desk: Person
  /** Was away, and is the owner's: what it does first on the restored server stands. */
  readonly phone: Person
  readonly nan: string
}

/** A tablet and a desk that said much since the server was backed up, and a phone that was away; the server is put back. */
async function parted(says: (parted: Parted, sol: string) => Promise<void>): Promise<Parted> {
  const table = newTable(relay)
  const [tablet, phone] = await table.pair()
  const desk = await table.opensWithCard()
  desk.engine.connect()
  const nan = tablet.adds('Nan')
  for (const one of [desk, phone]) await one.sees('Nan')
  await eventually(() => expect(phone.engine.replica.state.value.devices).toHaveLength(4))
  await relay.backsUp('before')
  await phone.engine.close()
  await tablet.engine.admissions.invite(1, relay.origin, tablet.engine.extend)
  const sol = tablet.adds('Sol')
  await desk.sees('Sol')
  const all = { table, tablet, desk, phone, nan }
  await says(all, sol)
  await desk.isSent()
  await tablet.isSent()
  await eventually(() => expect(tablet.people()).toEqual(desk.people()))
  await tablet.engine.close()
  await desk.engine.close()
  await relay.down()
  await relay.restores('before')
  await relay.up()
  return all
}

/** The owner's phone is the first on the restored server: what it says there stands. */
async function goesAnotherWay({ table, phone, nan }: Parted): Promise<Person> {
  const again = await table.opens(phone.database, 0)
  again.engine.connect()
  await again.isSent()
  await again.engine.admissions.invite(1, relay.origin, again.engine.extend)
  again.renames(nan, 'Nana')
  await again.isSent()
  return again
}

/** Until its document is to begin anew. */
async function isToBeginAnew(table: Table, person: Person, by: 0 | 'both'): Promise<Person> {
  const back = await table.opens(person.database, by)
  back.engine.connect()
  await eventually(() => expect(back.engine.refusal.value).toBe('SAID_ANEW'))
  return back
}

/** As the app opens it by itself. */
async function comesBack(table: Table, person: Person, by: 0 | 'both'): Promise<Person> {
  const back = await isToBeginAnew(table, person, by)
  await back.engine.close()
  const again = await table.opens(person.database, by)
  again.engine.connect()
  await again.isSent()
  return again
}

const shown = (person: Person) => ({ ...person.document.snapshot.value, kept: [] })
const beside = ({ document }: Person) => document.snapshot.value.kept.map(({ value }) => value)
const apart = async (person: Person) => {
  const left = await leftIn(person.engine.replica, person.document)
  return left.map(({ key, after }) => after.people.find(({ id }) => key === `people/${id}`)?.name)
}

test('what was written upon another\u2019s lost words is said anew, or kept to be seen; nothing newer goes unseen', async () => {
  const all = await parted(async ({ desk, nan }, sol) => {
    desk.renames(sol, 'Solly')
    desk.renames(nan, 'Nanny')
    desk.adds('Ben')
  })
  const phone = await goesAnotherWay(all)
  const desk = await comesBack(all.table, all.desk, 0)
  await phone.sees('Nanny', 'Ben')
  expect(desk.people()).toEqual(['Ben', 'Nanny'])
  await eventually(() => expect(shown(phone)).toEqual(shown(desk)))
  expect([beside(desk), beside(phone)]).toEqual([['Nana'], ['Nana']])
  expect(await apart(desk)).toEqual(['Solly'])
  for (const one of [desk, phone]) {
    expect(one.engine.state.value).toMatchObject({ server: 'connected', aside: 0 })
  }
  const tablet = await comesBack(all.table, all.tablet, 'both')
  for (const one of [phone, desk]) await one.sees('Sol')
  await eventually(() => expect([shown(phone), shown(desk)]).toEqual([shown(tablet), shown(tablet)]))
  for (const one of [tablet, desk, phone]) expect(one.engine.state.value.aside).toBe(0)
  await all.table.end()
})

test('words of somebody whom that history alone let in, and words upon them, are kept to be seen; so is what comes at the last', async () => {
  let newcomer: Person | null = null
  let kit = ''
  const all = await parted(async ({ table, tablet }) => {
    newcomer = await table.opensWithCard()
    newcomer.engine.connect()
    kit = newcomer.adds('Kit')
    await tablet.sees('Kit')
    tablet.renames(kit, 'Kitty')
    await newcomer.sees('Kitty')
    await newcomer.engine.close()
  })
  await goesAnotherWay(all)
  const begins = await isToBeginAnew(all.table, all.tablet, 'both')
  begins.adds('at the last')
  begins.renames(kit, 'Kit Ada')
  await begins.saved()
  await begins.engine.close()
  const tablet = await comesBack(all.table, all.tablet, 'both')
  expect(tablet.people()).toEqual(['Nana', 'Sol', 'at the last'])
  expect(await apart(tablet)).toEqual(['Kit Ada'])
  expect(tablet.engine.state.value).toMatchObject({ server: 'connected', aside: 0 })

  const { database } = newcomer ?? all.tablet
  const stays = await all.table.opens(database, 0)
  stays.engine.connect()
  await eventually(() => expect(stays.engine.refusal.value).toBe('DEVICE_UNKNOWN'))
  expect(stays.people()).toContain('Kitty')
  await all.table.end()
})

test('somebody who was made anew meanwhile by another, to say what rested on them, is nobody twice', async () => {
  const all = await parted(async ({ tablet }, sol) => tablet.renames(sol, 'Solly'))
  const phone = await goesAnotherWay(all)
  const [sol] = all.tablet.document.snapshot.value.people.filter(({ name }) => name === 'Solly')
  const doc = new Y.Doc()
  const made = [
    ['name', ['Sol', 0, 1]],
    ['relation', ['uncle', 0, 1]],
  ] as const
  doc.getMap('people').set(sol?.id ?? '', new Y.Map<unknown>(made))
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc))
  phone.document.applyRemote([update], false)
  phone.engine.replica.outbox.add(update, 0)
  await phone.isSent()
  const tablet = await comesBack(all.table, all.tablet, 'both')
  tablet.adds('Ben')
  await phone.sees('Solly', 'Ben')
  await eventually(() => expect(shown(phone)).toEqual(shown(tablet)))
  const people = phone.document.snapshot.value.people.filter(({ id }) => id === sol?.id)
  expect(people).toMatchObject([{ name: 'Solly', relation: 'uncle' }])
  for (const one of [tablet, phone]) expect(one.engine.state.value).toMatchObject({ server: 'connected', aside: 0 })
  await all.table.end()
})

test.each(['before', 'after'])('the power goes just %s the step in which the document begins anew', async (when) => {
  const all = await parted(async ({ desk }, sol) => {
    desk.renames(sol, 'Solly')
    desk.adds('Ben')
  })
  const phone = await goesAnotherWay(all)
  const cut = await all.table.opens(all.desk.database, 0)
  const { write } = cut.store
  cut.store.write = async (change) => {
    if (change.appliedDone === undefined) return write.call(cut.store, change)
    if (when === 'after') await write.call(cut.store, change)
    cut.power.cut()
    return new Promise<never>(() => undefined)
  }
  cut.engine.connect()
  await eventually(() => expect(cut.power.isCut).toBe(true))
  const again = await all.table.opens(all.desk.database, 0)
  const isAnew = () => again.engine.refusal.value === 'SAID_ANEW'
  again.engine.connect()
  await eventually(() => expect(isAnew() || again.engine.state.value.sent === 'sent').toBe(true))
  await again.engine.close()
  const desk = await all.table.opens(all.desk.database, 0)
  desk.engine.connect()
  await desk.isSent()
  await phone.sees('Nana', 'Ben')
  expect(desk.people()).toEqual(['Ben', 'Nana'])
  expect(await apart(desk)).toEqual(['Solly'])
  expect([desk.engine.state.value.aside, phone.engine.state.value.aside]).toEqual([0, 0])
  await all.table.end()
})

/** Every value that stands in a register of one of these. */
function valuesIn(updates: readonly Bytes[]): ReadonlySet<string> {
  const items = updates.flatMap((update) => read(update).items)
  const registers = items.flatMap(({ values }) => values.filter(Array.isArray))
  return new Set(registers.map(([value]) => JSON.stringify(value, plain)))
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

async function recordsOf({ engine: { replica } }: Person): Promise<readonly Bytes[]> {
  const { store, crypto } = replica.parts
  const rows = [...(await store.ownFrom(1, 10_000)), ...(await store.appliedFrom(1, 10_000))]
  const all = await Promise.all(rows.map(({ bytes }) => opened(bytes, replica.stored, crypto)))
  return all.flatMap(({ update }) => (update === null ? [] : [update]))
}

const SEED = Number(process.env['KITH_SEED'] ?? 1)

test(`whatever two did by chance on a history that was given up is in a record or kept apart (seed ${SEED})`, async () => {
  const chance = new Chance(SEED)
  const written: Bytes[] = []
  const all = await parted(async ({ tablet, desk, nan }) => {
    for (const one of [tablet, desk]) one.document.onLocal((update) => written.push(new Uint8Array(update)))
    for (let acts = 0; acts < 60; acts++) {
      const one = chance.pick([tablet, desk])
      one.do(() => actOn(one.document, chance, nan))
      if (chance.below(4) === 0) await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })
  const phone = await goesAnotherWay(all)
  const desk = await comesBack(all.table, all.desk, 0)
  const tablet = await comesBack(all.table, all.tablet, 'both')
  const everybody = [phone, desk, tablet]
  await eventually(() => expect([shown(desk), shown(tablet)]).toEqual([shown(phone), shown(phone)]))
  await eventually(() => expect(everybody.map(({ engine }) => engine.state.value.aside)).toEqual([0, 0, 0]))
  const kept = await Promise.all([desk, tablet].map(async ({ store }) => (await store.read()).apart.words))
  const found = valuesIn([...(await recordsOf(phone)), ...kept.flat()])
  expect([...valuesIn(written)].filter((value) => !found.has(value))).toEqual([])
  await all.table.end()
})
