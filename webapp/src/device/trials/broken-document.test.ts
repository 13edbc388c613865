/** A document that stops in the middle of what came: nothing of it is lost, and people are told. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { adds, people, space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 }) // real processes and key derivation, on a machine that may be busy

const WORDS = 'maple lantern river copper window'
let relay: Relay
const tabs: Tab[] = []

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => {
  vi.restoreAllMocks()
  for (const tab of tabs.splice(0)) tab.power.cut()
})

async function opensTab(profile: Profile): Promise<Tab> {
  const tab = await profile.opensTab()
  tabs.push(tab)
  return tab
}

const isSent = (tab: Tab): Promise<void> =>
  eventually(() => expect(space(tab).state.value).toMatchObject({ server: 'connected', sent: 'sent' }))

/** A shared tablet, and the phone of the person it is about; only the phone will say anything more. */
async function together(profile: Profile): Promise<[Tab, Tab]> {
  const card = CardSecret.fresh(testCrypto)
  const tablet = await opensTab(profile)
  tablet.kith.startTogether()
  const how = { unlock: { kind: 'passphrase', passphrase: WORDS }, card, tablet: 'shared' } as const
  expect(await tablet.kith.keep(how)).toEqual({ ok: true })
  adds(tablet, 'Nan')
  await isSent(tablet)
  const phone = await opensTab(new Profile(relay))
  expect(await phone.kith.openWithCard(card, { kind: 'phone' })).toEqual({ ok: true })
  await isSent(phone)
  return [tablet, phone]
}

/** It stops once something has been joined, as Yjs did: `also` where that is read from this device, too. */
function stops(also: 'only once' | 'again at each start'): void {
  const { applyRemote } = SharedDocument.prototype
  const spy = vi.spyOn(SharedDocument.prototype, 'applyRemote')
  spy.mockImplementation(function (this: SharedDocument, updates, fromOutside) {
    applyRemote.call(this, updates, fromOutside)
    if (updates.length === 0 || (!fromOutside && also === 'only once')) return
    if (also === 'only once') spy.mockRestore()
    throw new Error('Unexpected case')
  })
}

test('it is opened anew from the store, with all that came, and goes on', async () => {
  const [tablet, phone] = await together(new Profile(relay))
  const before = tablet.kith.stage.value
  stops('only once')
  adds(phone, 'Sol')
  await eventually(() => {
    expect(tablet.kith.stage.value).not.toBe(before)
    expect(tablet.kith.stage.value.name).toBe('open')
  })
  expect(people(tablet)).toEqual(['Nan', 'Sol'])
  adds(tablet, 'Ben')
  await isSent(tablet)
  await eventually(() => expect(people(phone)).toContain('Ben'))
})

test('where that stops as well it says so, then and at the lock, and a Kith that can join it shows it all', async () => {
  const profile = new Profile(relay)
  const [tablet, phone] = await together(profile)
  stops('again at each start')
  adds(phone, 'Sol')
  await eventually(() => expect(tablet.kith.stage.value).toEqual({ name: 'stuck', why: 'cannotJoin' }))
  tablet.power.cut()
  const again = await opensTab(profile)
  expect(await again.kith.unlock(null, WORDS)).toBe('cannot join')
  expect(again.kith.stage.value.name).not.toBe('open')
  vi.restoreAllMocks()
  const mended = await opensTab(profile)
  expect(await mended.kith.unlock(null, WORDS)).toBe('open')
  expect(people(mended)).toEqual(['Nan', 'Sol'])
})
