/** Another device of the same person's comes into their own space; nobody else's ever does (P15). Each refusal is a test. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { fromLink, OWN_MARK } from '../../../../sync/joining.ts'
import { current } from '../../document/current.ts'
import { addPerson } from '../../map/actions.ts'
import { asking, Waiting } from '../entrance/waiting.ts'
import type { OpenSpace } from '../stage.ts'
import { IndexedDbStore } from '../store/indexed-db-store.ts'
import { vaultKey } from '../unlock/sealed-value.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { own, space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

const WORDS = 'maple lantern river copper window'
const SAID = { passphrase: WORDS }
const NEW = { kind: 'passphrase', passphrase: WORDS } as const
const OK = { ok: true }
const OWNER = 0
const HELPER = 1
let relay: Relay
let table: { readonly tablet: Tab; readonly phone: Tab; readonly card: CardSecret }

beforeAll(async () => {
  relay = await Relay.start()
  table = await begins()
}, 60_000)
afterAll(async () => {
  table.tablet.power.cut()
  table.phone.power.cut()
  await relay.end()
})

/** A tablet that the two share, and the owner's phone with something of its owner's own. */
async function begins() {
  const card = CardSecret.fresh(testCrypto)
  const tablet = await newTab()
  tablet.kith.startTogether()
  expect(await tablet.kith.keep({ unlock: NEW, card, tablet: 'shared' })).toEqual(OK)
  await isSent(space(tablet))
  const phone = await withCard(card)
  expect(await phone.kith.own.open(SAID)).toEqual(OK)
  writes(own(phone).space, 'mine alone')
  await isSent(own(phone).space)
  return { tablet, phone, card }
}

const newTab = (): Promise<Tab> => new Profile(relay).opensTab()

async function withCard(card: CardSecret, tab?: Tab): Promise<Tab> {
  const comes = tab ?? (await newTab())
  expect(await comes.kith.openWithCard(card, NEW)).toEqual(OK)
  await isSent(space(comes))
  return comes
}

/** A device of the helper's own. */
async function helpersPhone(): Promise<Tab> {
  const { tablet } = table
  const offer = await tablet.kith.invite(HELPER)
  if (!offer.ok) throw new Error(offer.why)
  const desk = await newTab()
  expect(await desk.kith.join(offer.value.link, 'Jo', NEW)).toEqual(OK)
  await eventually(() => expect(space(tablet).requests.value).toHaveLength(1))
  expect(await tablet.kith.approve(space(tablet).requests.value[0]?.id ?? '')).toEqual(OK)
  await eventually(() => expect(desk.kith.stage.value.name).toBe('open'))
  return desk
}

function writes(space: OpenSpace, name: string): void {
  current.value = space.document
  addPerson({ name, kind: 'person' })
}

const namesIn = (space: OpenSpace): string[] => space.document.snapshot.value.people.map(({ name }) => name).sort()

async function isSent(space: OpenSpace): Promise<void> {
  await eventually(() => expect(space.state.value).toMatchObject({ server: 'connected', sent: 'sent' }))
}

async function offered(tab: Tab): Promise<string> {
  const offer = await tab.kith.own.invite()
  if (!offer.ok) throw new Error(offer.why)
  return offer.value.link
}

/** The server has handed the request on; whether it is shown is another matter. */
async function isAsked(tab: Tab): Promise<string> {
  await eventually(() => expect(own(tab).space.requests.value).toHaveLength(1))
  return own(tab).space.requests.value[0]?.id ?? ''
}

describe('another device of the same person\u2019s', () => {
  test('is let in, has all of it, and both go on from there', async () => {
    const { phone, card } = table
    const second = await withCard(card)
    expect(second.kith.own.stage.value).toEqual({ name: 'none', keeper: 'owner' })
    expect(await second.kith.own.takeUp(await offered(phone), SAID)).toEqual(OK)
    await eventually(() => expect(own(phone).requests.value).toHaveLength(1))
    expect(await phone.kith.own.answer(own(phone).requests.value[0]?.id ?? '', 'let in')).toEqual(OK)
    await eventually(() => expect(namesIn(own(second).space)).toEqual(['mine alone']))
    writes(own(second).space, 'on the second')
    await eventually(() => expect(namesIn(own(phone).space)).toEqual(['mine alone', 'on the second']))
    expect(own(second).space.devices.value.map(({ members, paper }) => [members, paper])).toEqual([
      [[OWNER], false],
      [[OWNER], false],
    ])
    second.power.cut()
  })

  test('goes on asking after a restart, and can give it up', async () => {
    const { phone, card } = table
    const profile = new Profile(relay)
    const before = await withCard(card, await profile.opensTab())
    expect(await before.kith.own.takeUp(await offered(phone), SAID)).toEqual(OK)
    await eventually(() => expect(before.kith.own.stage.value).toMatchObject({ name: 'joining', state: 'waiting' }))
    before.power.cut()
    const second = await profile.opensTab()
    expect(await second.kith.unlock(null, WORDS)).toBe('open')
    await eventually(() => expect(second.kith.own.stage.value).toMatchObject({ name: 'joining', state: 'waiting' }))
    await second.kith.own.stopJoining()
    expect(second.kith.own.stage.value).toEqual({ name: 'none', keeper: 'owner' })
    expect(await second.kith.own.open(SAID)).toEqual(OK)
    expect(namesIn(own(second).space)).toEqual([])
    expect(await second.kith.own.takeUp(await offered(phone), SAID)).toEqual({ ok: false, why: 'notAllowed' })
    second.power.cut()
    expect(await phone.kith.own.answer(await isAsked(phone), 'decline')).toEqual(OK)
  })
})

describe('nobody else', () => {
  test('with the link at a door: it opens nothing there', async () => {
    const link = await offered(table.phone)
    const stranger = await newTab()
    expect(await stranger.kith.read(link)).toEqual({ kind: 'nothing' })
    expect(await stranger.kith.join(link, 'Sam', NEW)).toEqual({ ok: false, why: 'invitationMistyped' })
    expect(await stranger.kith.own.takeUp(link, SAID)).toEqual({ ok: false, why: 'notAllowed' })
    stranger.power.cut()
  })

  test('with an invitation to the pair\u2019s place in its stead', async () => {
    const offer = await table.tablet.kith.invite(HELPER)
    if (!offer.ok) throw new Error(offer.why)
    const second = await withCard(table.card)
    expect(await second.kith.own.takeUp(offer.value.link, SAID)).toEqual({ ok: false, why: 'invitationMistyped' })
    second.power.cut()
  })

  test.each(['the tablet that two share', 'the helper\u2019s own phone'])('%s', async (which) => {
    const { phone, tablet } = table
    const asks = which.startsWith('the tablet') ? tablet : await helpersPhone()
    expect(await asks.kith.own.takeUp(await offered(phone), SAID)).toEqual(OK)
    await eventually(() => expect(asks.kith.own.stage.value).toMatchObject({ name: 'joining', state: 'waiting' }))
    const request = await isAsked(phone)
    expect(own(phone).requests.value).toEqual([])
    expect(await phone.kith.own.answer(request, 'let in')).toEqual({ ok: false, why: 'notAllowed' })
    expect(own(phone).requests.value).toEqual([])
    expect(await phone.kith.own.answer(request, 'decline')).toEqual(OK)
    await eventually(() => expect(asks.kith.own.stage.value).toMatchObject({ name: 'joining', state: 'declined' }))
    await asks.kith.own.stopJoining()
    if (asks !== tablet) asks.power.cut()
  })

  test('who vouches for nothing, whatever name they give', async () => {
    const { phone } = table
    const invited = await fromLink(await offered(phone), testCrypto, OWN_MARK)
    const { waits, end } = await asksBare(await asking(invited, 'Sam', testCrypto, phone.clock))
    const request = await isAsked(phone)
    expect(own(phone).requests.value).toEqual([])
    expect(await phone.kith.own.answer(request, 'let in')).toEqual({ ok: false, why: 'notAllowed' })
    expect(await phone.kith.own.answer(request, 'decline')).toEqual(OK)
    end()
    await waits
  })

  test('a device of the same person\u2019s that was taken off meanwhile', async () => {
    const { phone, card } = table
    const second = await withCard(card)
    expect(await second.kith.own.takeUp(await offered(phone), SAID)).toEqual(OK)
    await eventually(() => expect(own(phone).requests.value).toHaveLength(1))
    const last = space(phone).devices.value.at(-1)
    expect(await phone.kith.removeDevice(last?.ix ?? -1)).toEqual(OK)
    await eventually(() => expect(own(phone).requests.value).toEqual([]))
    const request = await isAsked(phone)
    expect(await phone.kith.own.answer(request, 'let in')).toEqual({ ok: false, why: 'notAllowed' })
    expect(await phone.kith.own.answer(request, 'decline')).toEqual(OK)
    second.power.cut()
  })

  test('with the card: it opens the pair\u2019s place, and nothing of anybody\u2019s own', async () => {
    const { phone } = table
    const fresh = await phone.kith.freshCard()
    expect(await phone.kith.addCard(fresh.secret)).toEqual(OK)
    const second = await withCard(fresh.secret)
    expect(second.kith.own.stage.value).toEqual({ name: 'none', keeper: 'owner' })
    expect(space(second).devices.value.some(({ paper }) => paper)).toBe(true)
    expect(own(phone).space.devices.value.some(({ paper }) => paper)).toBe(false)
    second.power.cut()
  })
})

/** Asks without a pair's place beside it, as no app does. */
async function asksBare(change: Awaited<ReturnType<typeof asking>>) {
  const store = await IndexedDbStore.create('kith-bare', await vaultKey(testCrypto.randomBytes(32)))
  await store.write(change)
  const parts = { dial: relay.dial, clock: table.phone.clock, crypto: testCrypto, origin: relay.origin }
  const waiting = await Waiting.open(parts, store)
  const waits = waiting.run(() => undefined)
  return { waits, end: () => waiting.stop() }
}
