/** How people and their tablets leave, and what stays with those who stay: `kith` as the screens use it. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { current } from '../../document/current.ts'
import type { KnownDevice } from '../stage.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { adds, people, space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 }) // real processes and key derivation, on a machine that may be busy

const WORDS = 'maple lantern river copper window'
const PASSPHRASE = { kind: 'passphrase', passphrase: WORDS } as const
const PHONE = { kind: 'phone' } as const
const OK = { ok: true }
let relay: Relay
const tabs: Tab[] = []

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.power.cut()
})

async function opensTab(profile = new Profile(relay)): Promise<Tab> {
  const tab = await profile.opensTab()
  tabs.push(tab)
  return tab
}

const sees = (tab: Tab, ...names: string[]): Promise<void> =>
  eventually(() => expect(people(tab)).toEqual(expect.arrayContaining(names)))

const isSent = (tab: Tab): Promise<void> =>
  eventually(() => expect(space(tab).state.value).toMatchObject({ server: 'connected', sent: 'sent' }))

const devices = (tab: Tab): readonly KnownDevice[] => space(tab).devices.value
const kinds = (tab: Tab): string[] => space(tab).notices.value.map((notice) => notice.kind)

/** A shared tablet with something kept on it, and the owner's card where there is one. */
async function keeps(card: CardSecret | null, profile?: Profile): Promise<Tab> {
  const tablet = await opensTab(profile)
  tablet.kith.startTogether()
  current.value = null
  if (tablet.kith.stage.value.name !== 'unkept') throw new Error('not begun')
  expect(await tablet.kith.keep({ unlock: PASSPHRASE, card, tablet: 'shared' })).toEqual(OK)
  adds(tablet, 'Nan')
  await isSent(tablet)
  return tablet
}

async function opensWith(card: CardSecret): Promise<Tab> {
  const phone = await opensTab()
  expect(await phone.kith.openWithCard(card, PHONE)).toEqual(OK)
  await isSent(phone)
  return phone
}

describe('a device is removed', () => {
  test('it shows nothing any more, and those who stay go on under a new key that their cards open too', async () => {
    const [first, spare] = [CardSecret.fresh(testCrypto), CardSecret.fresh(testCrypto)]
    const tablet = await keeps(first)
    const phone = await opensWith(first)
    expect(await phone.kith.addCard(spare)).toEqual(OK)
    expect(devices(phone).map(({ mayRemove }) => mayRemove)).toEqual(['here', 'here', 'here', 'here'])
    expect(await phone.kith.removeDevice(0)).toEqual(OK)
    await eventually(() => expect(tablet.kith.stage.value).toMatchObject({ name: 'removed', unsent: 0 }))
    expect(devices(phone).map(({ removed }) => removed === null)).toEqual([false, false, true, true])
    adds(phone, 'Sol')
    await isSent(phone)

    const later = await opensWith(spare)
    await sees(later, 'Nan', 'Sol')
    expect(space(later).state.value.aside).toBe(0)
    const lost = await opensTab()
    expect(await lost.kith.openWithCard(first, PHONE)).toEqual({ ok: false, why: 'cardCancelled' })
    expect(lost.kith.stage.value.name).toBe('first')
    tablet.kith.putAwayRemoved()
    await eventually(() => expect(tablet.kith.stage.value.name).toBe('locked'))
  })

  test('one that was away hears why when it is back; what it had not sent stays there, sealed, for thirty days and a week', async () => {
    const card = CardSecret.fresh(testCrypto)
    const profile = new Profile(relay)
    const tablet = await keeps(card, profile)
    const phone = await opensWith(card)
    tablet.power.cut()
    expect(await phone.kith.removeDevice(0)).toEqual(OK)

    const back = await opensTab(profile)
    expect(await back.kith.unlock(null, WORDS)).toBe('open')
    adds(back, 'never sent')
    await eventually(() => expect(back.kith.stage.value).toMatchObject({ name: 'removed', unsent: 1 }))
    expect(current.value).toBeNull()
    const copy = await back.kith.makeCopy('river copper window maple')
    if (!copy.ok) throw new Error(copy.why)
    const reader = await opensTab()
    expect(await reader.kith.openCopy(copy.value, 'river copper window maple')).toMatchObject({
      ok: true,
      value: { preview: { people: 2, aside: 0 } },
    })
    back.power.cut()

    const again = await opensTab(profile)
    expect(await again.kith.unlock(null, WORDS)).toBe('open')
    await eventually(() => expect(again.kith.stage.value).toMatchObject({ name: 'removed', unsent: 1 }))
    again.power.cut()
    for (const [days, name] of [
      [31, 'removed'],
      [39, 'first'],
    ] as const) {
      const late = await opensTab(profile)
      late.clock.ahead_ms += days * 24 * 60 * 60 * 1000
      await late.kith.unlock(null, WORDS)
      await eventually(() => expect(late.kith.stage.value.name).toBe(name))
      late.power.cut()
    }
  })

  test('"remove this tablet" sends what waits, leaves, and forgets; the next who is there changes the key', async () => {
    const card = CardSecret.fresh(testCrypto)
    const profile = new Profile(relay)
    const tablet = await keeps(card, profile)
    const phone = await opensWith(card)
    expect(await phone.kith.addCard(CardSecret.fresh(testCrypto))).toEqual(OK)
    adds(tablet, 'last words')
    expect(await tablet.kith.leave()).toEqual(OK)
    expect(tablet.kith.stage.value).toEqual({ name: 'first' })
    await sees(phone, 'last words')
    adds(phone, 'Sol')
    await isSent(phone)
    expect(kinds(phone)).toEqual(expect.arrayContaining(['device removed']))
    tablet.power.cut()
    expect((await opensTab(profile)).kith.stage.value).toEqual({ name: 'first' })
  })

  test('the last one stays: there would be nobody to open it', async () => {
    const tablet = await keeps(null)
    expect(await tablet.kith.leave()).toEqual({ ok: false, why: 'notAllowed' })
    expect(people(tablet)).toEqual(['Nan'])
  })
})

describe('by the card, for one act', () => {
  test('a shared tablet removes, cancels, closes and reopens only while the card is shown to it', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card)
    const phone = await opensWith(card)
    await eventually(() => expect(devices(tablet)).toHaveLength(3))
    expect(devices(tablet)[2]).toMatchObject({ mayRemove: 'with the card', members: [0] })
    expect(space(tablet).mayEnd.value).toBe('with the card')
    expect(await tablet.kith.removeDevice(2)).toEqual({ ok: false, why: 'notAllowed' })
    expect(await tablet.kith.removeDevice(2, CardSecret.fresh(testCrypto))).toEqual({ ok: false, why: 'cardOfAnother' })
    expect(await tablet.kith.removeDevice(2, card)).toEqual(OK)
    await eventually(() => expect(phone.kith.stage.value.name).toBe('removed'))

    expect(await tablet.kith.close('closed')).toEqual({ ok: false, why: 'notAllowed' })
    expect(await tablet.kith.close('closed', card)).toEqual(OK)
    expect(space(tablet).ending.value).toBe('closed')
    await eventually(() => expect(space(tablet).ended.value).toMatchObject({ by: 0, isByThisOne: false }))
    const { at, until } = space(tablet).ended.value ?? { at: 0, until: 0 }
    expect((until ?? 0) - at).toBe(30 * 24 * 60 * 60)
    adds(tablet, 'while it was closed')
    await eventually(() => expect(space(tablet).state.value).toMatchObject({ here: 'saved', sent: 'waiting' }))
    expect(await tablet.kith.reopen(card)).toEqual(OK)
    expect(await tablet.kith.forgetEnded()).toEqual({ ok: false, why: 'notAllowed' })
    await isSent(tablet)
    expect(people(tablet)).toEqual(['Nan', 'while it was closed'])
  })

  test('a fresh card cancels the one that it came from, and is soon to be renewed itself', async () => {
    const [lost, fresh] = [CardSecret.fresh(testCrypto), CardSecret.fresh(testCrypto)]
    const tablet = await keeps(lost)
    expect(await tablet.kith.addCard(fresh)).toEqual({ ok: false, why: 'notAllowed' })
    expect(await tablet.kith.addCard(fresh, lost)).toEqual(OK)
    expect(await tablet.kith.removeDevice(1, fresh)).toEqual(OK)
    expect(devices(tablet).map(({ removed }) => removed === null)).toEqual([true, false, true])
    expect(devices(tablet)[2]?.stale).toBe(true)
    expect(await tablet.kith.removeDevice(2, lost)).toEqual({ ok: false, why: 'cardCancelled' })
  })

  test('a shared tablet becomes one person\u2019s, with what both had said on it', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card)
    await relay.down()
    adds(tablet, 'said by both')
    await eventually(() => expect(space(tablet).state.value).toMatchObject({ here: 'saved', server: 'unreachable' }))
    await relay.up()
    const phone = await opensWith(card)
    expect(devices(phone)[0]?.turnable).toEqual([
      { member: 0, may: 'here' },
      { member: 1, may: 'here' },
    ])
    expect(await phone.kith.turnInto(0, 1)).toEqual(OK)
    await eventually(() => expect(space(tablet).members).toEqual([1]))
    await isSent(tablet)
    adds(tablet, 'said by one')
    await sees(phone, 'said by both', 'said by one')
    expect(space(phone).state.value.aside).toBe(0)
  })
})

describe('the end', () => {
  test('each device clears what has been ended by itself; the words of the place are the same on both', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card)
    const phone = await opensWith(card)
    const before = await space(phone).compare()
    await eventually(async () => expect(await space(tablet).compare()).toEqual(before))
    expect(await phone.kith.close('closed')).toEqual(OK)
    await eventually(() => expect(space(phone).ended.value).toMatchObject({ by: 0, isByThisOne: true }))
    expect(await space(phone).compare()).not.toEqual(before)
    await eventually(() => expect(space(tablet).ending.value).toBe('closed'))
    expect(await tablet.kith.forgetEnded()).toEqual(OK)
    expect(tablet.kith.stage.value).toEqual({ name: 'first' })
    expect(people(phone)).toEqual(['Nan'])
  })
})

describe('begun afresh', () => {
  test('what was left out is nowhere in the new place, which opens with the new card; the old one is closed for ever', async () => {
    const [card, fresh] = [CardSecret.fresh(testCrypto), CardSecret.fresh(testCrypto)]
    const tablet = await keeps(card)
    const phone = await opensWith(card)
    adds(tablet, 'Sol')
    await sees(phone, 'Sol')
    const nan = space(tablet).document.snapshot.value.people.find(({ name }) => name === 'Nan')
    const how = { leftOut: new Set([nan?.id ?? '']), unlock: { passphrase: WORDS }, card: fresh, by: null }
    expect(await tablet.kith.beginAfresh(how)).toEqual({ ok: false, why: 'notAllowed' })
    expect(people(tablet)).toEqual(['Nan', 'Sol'])
    const { id } = space(tablet)

    expect(await tablet.kith.beginAfresh({ ...how, by: card })).toEqual(OK)
    expect(space(tablet).id).not.toBe(id)
    expect(people(tablet)).toEqual(['Sol'])
    await isSent(tablet)
    await eventually(() => expect(space(phone).ended.value).toMatchObject({ until: null, isFollowed: true }))
    expect(await phone.kith.reopen()).toEqual({ ok: false, why: 'closed' })

    const next = await opensWith(fresh)
    await sees(next, 'Sol')
    expect(people(next)).toEqual(['Sol'])
    expect(await phone.kith.forgetEnded()).toEqual(OK)
  })

  test('a phone that was away hears of it when it is back, and still shows what it had not sent', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card)
    const profile = new Profile(relay)
    const phone = await opensTab(profile)
    expect(await phone.kith.openWithCard(card, PHONE)).toEqual(OK)
    await isSent(phone)
    await relay.down()
    adds(phone, 'never sent')
    await eventually(() => expect(space(phone).state.value).toMatchObject({ here: 'saved', server: 'unreachable' }))
    phone.power.cut()
    await relay.up()
    await isSent(tablet)
    const how = { leftOut: new Set<string>(), unlock: { passphrase: WORDS }, card: null, by: card }
    expect(await tablet.kith.beginAfresh(how)).toEqual(OK)

    const back = await opensTab(profile)
    expect(await back.kith.unlock(null, '')).toBe('open')
    await eventually(() => expect(space(back).ended.value).toMatchObject({ until: null, isFollowed: true }))
    expect(people(back)).toEqual(['Nan', 'never sent'])
    expect(space(back).state.value.sent).toBe('waiting')
    expect(await back.kith.makeCopy('river copper window maple')).toMatchObject(OK)
    expect(people(tablet)).toEqual(['Nan'])
  })

  test('what a phone had not sent is offered there in the new place, one by one, until it is kept or left', async () => {
    const [card, fresh] = [CardSecret.fresh(testCrypto), CardSecret.fresh(testCrypto)]
    const tablet = await keeps(card)
    const profile = new Profile(relay)
    const phone = await opensTab(profile)
    expect(await phone.kith.openWithCard(card, PHONE)).toEqual(OK)
    await isSent(phone)
    await sees(phone, 'Nan')
    await relay.down()
    adds(phone, 'written away')
    adds(phone, 'not for long')
    const nan = space(phone).document.snapshot.value.people.find(({ name }) => name === 'Nan')
    space(phone).document.change('set relation', (draft) => draft.set('people', nan?.id ?? '', 'relation', 'aunt'))
    await eventually(() => expect(space(phone).state.value).toMatchObject({ here: 'saved', server: 'unreachable' }))
    phone.power.cut()
    await relay.up()
    await isSent(tablet)
    const how = { leftOut: new Set<string>(), unlock: { passphrase: WORDS }, card: fresh, by: card }
    expect(await tablet.kith.beginAfresh(how)).toEqual(OK)
    await isSent(tablet)

    const old = await opensTab(profile)
    expect(await old.kith.unlock(null, '')).toBe('open')
    await eventually(() => expect(space(old).leftBehind.value).toHaveLength(3))
    old.power.cut()
    const back = await opensTab(profile)
    expect(await back.kith.openWithCard(fresh, { passphrase: '' })).toEqual(OK)
    await sees(back, 'Nan')
    expect(space(back).document.snapshot.value.people[0]).toMatchObject({
      relation: '',
      copied: expect.stringMatching(/^\d{4}-/),
    })
    await eventually(() => expect(space(back).leftBehind.value).toHaveLength(3))
    const about = (name: string, screen = back) => {
      const found = space(screen).leftBehind.value.find(({ key, after }) =>
        after.people.some((person) => key === `people/${person.id}` && person.name === name),
      )
      if (found === undefined) throw new Error(name)
      return found
    }
    expect(space(back).answer(about('Nan'), 'keep')).toBe('done')
    expect(space(back).answer(about('written away'), 'keep')).toBe('done')
    await sees(tablet, 'written away')
    await eventually(() => expect(space(tablet).document.snapshot.value.people[0]?.relation).toBe('aunt'))
    expect(people(tablet)).toEqual(['Nan', 'written away'])

    const { id } = space(back)
    back.power.cut()
    const again = await opensTab(profile)
    expect(await again.kith.unlock(null, '')).toBe('open')
    const { value: stage } = again.kith.stage
    if (stage.name !== 'choose') throw new Error(stage.name)
    expect(stage.places.map((place) => [place.id === id, place.isEnded]).sort()).toEqual([
      [false, true],
      [true, false],
    ])
    expect(await again.kith.openPlace(id)).toEqual(OK)
    await eventually(() => expect(space(again).leftBehind.value).toHaveLength(1))
    expect(space(again).answer(about('not for long', again), 'leave')).toBe('done')
    expect(space(again).leftBehind.value).toEqual([])
    expect(people(again)).toEqual(['Nan', 'written away'])
  })
})

describe('somebody new', () => {
  test('a new practitioner takes up with the card: the one before goes, and the card is to be renewed', async () => {
    const [card, fresh] = [CardSecret.fresh(testCrypto), CardSecret.fresh(testCrypto)]
    const former = await keeps(card)
    const tablet = await opensTab()
    expect(await tablet.kith.takeUpWithCard(card, PHONE)).toEqual({ ok: false, why: 'sharedNeedsWords' })
    expect(await tablet.kith.takeUpWithCard(card, PASSPHRASE)).toEqual(OK)
    await sees(tablet, 'Nan')
    await eventually(() => expect(former.kith.stage.value.name).toBe('removed'))
    expect(space(tablet)).toMatchObject({ members: [0, 2], people: { value: [0, 2] } })
    expect(kinds(tablet)).not.toContain('look who is in')
    adds(tablet, 'Sol')
    await isSent(tablet)
    expect(devices(tablet).find(({ paper }) => paper)).toMatchObject({ stale: true, removed: null })

    const phone = await opensWith(card)
    await sees(phone, 'Nan', 'Sol')
    expect(kinds(phone)).toContain('fresh card needed')
    adds(phone, 'under a third key')
    await sees(tablet, 'under a third key')
    expect(kinds(tablet)).toEqual(expect.arrayContaining(['fresh card needed']))
    expect(await phone.kith.addCard(fresh)).toEqual(OK)
    expect(await phone.kith.tryCard(fresh)).toEqual(OK)
  })

  test('an invitation is taken back, and one for somebody new comes from the owner\u2019s own device alone', async () => {
    const card = CardSecret.fresh(testCrypto)
    const tablet = await keeps(card)
    expect(await tablet.kith.invite('somebody new')).toEqual({ ok: false, why: 'gone' })
    const phone = await opensWith(card)
    const offer = await phone.kith.invite('somebody new')
    if (!offer.ok) throw new Error(offer.why)
    const [open] = space(phone).invitations.value
    expect(open).toMatchObject({ members: [2], mayTakeBack: true })
    expect(await phone.kith.takeBack(open?.id ?? '')).toEqual(OK)
    expect(space(phone).invitations.value).toEqual([])
    const guest = await opensTab()
    expect(await guest.kith.join(offer.value.link, 'Ari', PHONE)).toEqual(OK)
    await eventually(() => expect(guest.kith.stage.value).toMatchObject({ name: 'joining', state: 'used' }))
    await guest.kith.stopJoining()
    expect(await phone.kith.removePerson(1)).toEqual(OK)
    await eventually(() => expect(tablet.kith.stage.value.name).toBe('removed'))
    expect(await phone.kith.removePerson(0)).toEqual({ ok: false, why: 'notAllowed' })
  })
})
