/** A browser that has lost what was kept here, or will not say: Kith says so, and never greets as if nobody had been here. */

import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { addPerson } from '../../map/actions.ts'
import type { Dial } from '../engine/channel.ts'
import { forgetDatabase } from '../store/indexed-db-store.ts'
import { Profile, type Tab } from './browser-for-tests.ts'

const WORDS = 'maple lantern river copper window'
const UNLOCK = { kind: 'passphrase', passphrase: WORDS } as const
const OK = { ok: true }
const LOST = { name: 'storageGone', since: '2026-11' }
const nobody: Dial = ({ closed }) => {
  queueMicrotask(closed)
  return { send: () => undefined, close: () => undefined }
}
const tabs: Tab[] = []

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.power.cut()
})

const aProfile = (): Profile => new Profile({ dial: nobody, origin: 'http://localhost' })

async function opensTab(profile: Profile): Promise<Tab> {
  const tab = await profile.opensTab()
  tabs.push(tab)
  return tab
}

async function keeps(tab: Tab): Promise<void> {
  tab.kith.startTogether()
  addPerson({ name: 'Nan', kind: 'person' })
  expect(await tab.kith.keep({ unlock: UNLOCK, card: null, tablet: 'shared' })).toEqual(OK)
}

async function loses({ registry, spare }: Profile): Promise<void> {
  for (const tab of tabs.splice(0)) tab.power.cut()
  for (const { name = '' } of await indexedDB.databases()) {
    if (name === registry || /^kith-[0-9a-f]{32}$/.test(name)) await forgetDatabase(name)
  }
  await spare.clear()
}

test('a browser that never kept anything is greeted as one', async () => {
  const profile = aProfile()
  const tab = await opensTab(profile)
  tab.kith.startTogether()
  tab.kith.discard()
  expect(tab.kith.stage.value).toEqual({ name: 'first' })
  await loses(profile)
  expect((await opensTab(profile)).kith.stage.value).toEqual({ name: 'first' })
})

test('what was kept and is gone is said, until somebody keeps something again or knows', async () => {
  const profile = aProfile()
  const before = await opensTab(profile)
  await keeps(before)
  expect(before.asksToStay).toBeGreaterThan(0)
  await loses(profile)
  const tab = await opensTab(profile)
  expect(tab.kith.stage.value).toEqual(LOST)
  tab.kith.startTogether()
  tab.kith.discard()
  expect(tab.kith.stage.value).toEqual(LOST)
  await keeps(tab)
  expect(tab.kith.stage.value.name).toBe('open')

  await loses(profile)
  const again = await opensTab(profile)
  expect(again.kith.stage.value).toEqual(LOST)
  again.kith.forgetLost()
  await expect.poll(() => again.kith.stage.value).toEqual({ name: 'first' })
  expect((await opensTab(profile)).kith.stage.value).toEqual({ name: 'first' })
})

test.each([
  ['has no room for a list of what is kept', new DOMException('full', 'QuotaExceededError'), 0],
  ['fails in a way that nobody thought of', new TypeError('no such thing'), 1],
])('a browser that %s begins nothing, until it is tried again', async (_name, fault, faultsOfOurs) => {
  const profile = aProfile()
  const reports = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined)
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw fault
  })
  const tab = await opensTab(profile)
  expect(tab.kith.stage.value).toEqual({ name: 'stuck' })
  expect(reports.mock.calls.filter(([step]) => String(step).includes('throw error'))).toHaveLength(faultsOfOurs)
  vi.restoreAllMocks()
  tab.kith.tryAgain()
  expect(tab.reloads).toBe(1)
  expect((await opensTab(profile)).kith.stage.value).toEqual({ name: 'first' })
})
