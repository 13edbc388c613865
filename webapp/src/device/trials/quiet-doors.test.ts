/** Every screen from which something opens at a touch closes by itself: the list, "elsewhere", waiting to be let in. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Damaged } from '../../../../sync/errors.ts'
import { current } from '../../document/current.ts'
import { addPerson } from '../../map/actions.ts'
import { Lifeboat } from '../store/lifeboat.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { eventually } from './table-for-tests.ts'

const MINUTE_MS = 60_000
let relay: Relay
let tabs: Tab[] = []

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => {
  for (const tab of tabs) tab.power.cut()
  tabs = []
})

async function opensTab(profile: Profile): Promise<Tab> {
  const tab = await profile.opensTab()
  tabs.push(tab)
  return tab
}

/** On a phone that locks itself: no words, and no wait for them. */
async function keeps(tab: Tab, name: string): Promise<void> {
  const isNew = tab.kith.unlockNeeded.value === 'new'
  tab.kith.startTogether()
  addPerson({ name, kind: 'person' })
  const unlock = isNew ? ({ kind: 'phone' } as const) : { passphrase: '' }
  expect(await tab.kith.keep({ unlock, card: null, tablet: 'mine' })).toEqual({ ok: true })
}

/** A profile that keeps two places, and a tab that lists them. */
async function choosing(): Promise<{ profile: Profile; tab: Tab }> {
  const profile = new Profile(relay)
  for (const name of ['Nan', 'Sol']) {
    const tab = await opensTab(profile)
    await keeps(tab, name)
    await tab.kith.lockAfter(1)
    tab.power.cut()
  }
  current.value = null
  const tab = await opensTab(profile)
  expect(await tab.kith.unlock(null, '')).toBe('open')
  expect(tab.kith.stage.value).toMatchObject({ name: 'choose', places: [{}, {}] })
  return { profile, tab }
}

const passes = (tab: Tab, time_ms: number): void => {
  tab.clock.ahead_ms += time_ms
}
const locks = (tab: Tab): Promise<void> => eventually(() => expect(tab.reloads).toBe(1))

test('the list of what is kept here locks after the quiet time that was chosen', async () => {
  const { tab } = await choosing()
  passes(tab, MINUTE_MS)
  await locks(tab)
})

test('what is damaged on this device is said to be, and the rest of the list opens', async () => {
  const { tab } = await choosing()
  const stage = tab.kith.stage.value
  const [one, other] = stage.name === 'choose' ? stage.places : []
  vi.spyOn(Lifeboat.prototype, 'read').mockRejectedValueOnce(new Damaged('CHAIN_BROKEN'))
  expect(await tab.kith.openPlace(one?.id ?? '')).toEqual({ ok: false, why: 'damagedHere' })
  expect(tab.kith.stage.value).toBe(stage)
  expect(await tab.kith.openPlace(other?.id ?? '')).toEqual({ ok: true })
})

test('what was begun from the list, covered and let go of does not lead back to the list', async () => {
  const { tab } = await choosing()
  tab.kith.startTogether()
  passes(tab, MINUTE_MS)
  await eventually(() => expect(tab.kith.covered.value).toBe(true))
  tab.kith.uncover()
  tab.kith.discard()
  expect(tab.kith.stage.value.name).toBe('locked')
})

test('a tab that says where the place is open says what is wrong with it, and locks, whether it lost the place or never had it', async () => {
  const profile = new Profile(relay)
  const first = await opensTab(profile)
  await keeps(first, 'Nan')
  const second = await opensTab(profile)
  await second.kith.unlock(null, '')
  expect(second.kith.stage.value.name).toBe('elsewhere')
  passes(second, 5 * MINUTE_MS)
  await locks(second)
  expect(first.kith.stage.value.name).toBe('open')

  first.kith.meetingUntil(first.clock.now() + 60 * MINUTE_MS)
  const third = await opensTab(profile)
  await third.kith.unlock(null, '')
  vi.spyOn(Lifeboat.prototype, 'read').mockRejectedValueOnce(new Damaged('CHAIN_BROKEN'))
  expect(await third.kith.takeOver()).toEqual({ ok: false, why: 'damagedHere' })
  expect(third.kith.stage.value.name).toBe('elsewhere')
  expect(await third.kith.takeOver()).toEqual({ ok: true })
  expect(first.kith.stage.value.name).toBe('elsewhere')
  passes(first, 5 * MINUTE_MS)
  await locks(first)
  expect(third.kith.stage.value.name).toBe('open')
})

test('who waits to be let in finds it locked, and waits on once it is opened', async () => {
  const tablet = await opensTab(new Profile(relay))
  await keeps(tablet, 'Nan')
  const stage = tablet.kith.stage.value
  if (stage.name !== 'open') throw new Error(stage.name)
  await eventually(() => expect(stage.space.cannotInvite.value).toBeNull())
  const offer = await tablet.kith.invite(0)
  if (!offer.ok) throw new Error(offer.why)
  const profile = new Profile(relay)
  const desk = await opensTab(profile)
  expect(await desk.kith.join(offer.value.link, 'Ama', { kind: 'phone' })).toEqual({ ok: true })
  await eventually(() => expect(desk.kith.stage.value).toMatchObject({ name: 'joining', state: 'waiting' }))
  passes(desk, 5 * MINUTE_MS)
  await locks(desk)
  const later = await opensTab(profile)
  expect(await later.kith.unlock(null, '')).toBe('open')
  await eventually(() => expect(later.kith.stage.value).toMatchObject({ name: 'joining', state: 'waiting' }))
})

test('on a screen from which nothing opens the time is not counted', async () => {
  const tab = await opensTab(new Profile(relay))
  tab.kith.startTogether()
  tab.kith.discard()
  passes(tab, 60 * MINUTE_MS)
  await new Promise((resolve) => setTimeout(resolve, 1500)) // longer than a look at the clock
  expect(tab.kith.covered.value).toBe(false)
  expect(tab.reloads).toBe(0)
})

test('what is kept and does not open any more is said at the lock', async () => {
  const profile = new Profile(relay)
  const tab = await opensTab(profile)
  await keeps(tab, 'Nan')
  tab.power.cut()
  const later = await opensTab(profile)
  vi.spyOn(Lifeboat.prototype, 'read').mockRejectedValueOnce(new Damaged('CHAIN_BROKEN'))
  expect(await later.kith.unlock(null, '')).toBe('gone')
  expect(later.kith.stage.value.name).toBe('locked')
  expect(await later.kith.unlock(null, '')).toBe('open')
})
