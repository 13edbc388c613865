/** How a person's own lock is changed: other words, the phone's own lock, a passkey beside the words, and the power going. */

import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { current } from '../../document/current.ts'
import { addPerson } from '../../map/actions.ts'
import type { NewUnlock } from '../stage.ts'
import { Registry } from '../unlock/registry.ts'
import { openValue, vaultKey } from '../unlock/sealed-value.ts'
import type { RingRecord } from '../unlock/vault.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { people, space } from './shown-for-tests.ts'
import { eventually } from './table-for-tests.ts'

const WORDS = 'maple lantern river copper window'
const OTHER_WORDS = 'ferry walnut drizzle pocket candle'
const BY_WORDS: NewUnlock = { kind: 'passphrase', passphrase: WORDS }
const BY_OTHER_WORDS: NewUnlock = { kind: 'passphrase', passphrase: OTHER_WORDS }
const BY_PHONE: NewUnlock = { kind: 'phone' }
const SAID = { passphrase: WORDS }

vi.setConfig({ testTimeout: 30_000 }) // key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => {
  vi.restoreAllMocks()
})

async function keeps(
  tab: Tab,
  unlock: NewUnlock | { passphrase: string } = BY_WORDS,
  tablet: 'mine' | 'shared' = 'mine',
) {
  tab.kith.startTogether()
  addPerson({ name: 'Nan', kind: 'person' })
  const outcome = await tab.kith.keep({ unlock, card: null, tablet })
  if (outcome.ok) await eventually(() => expect(space(tab).state.value.here).toBe('saved'))
  else tab.kith.discard()
  return outcome
}

async function opensKept(profile: Profile, unlock: NewUnlock = BY_WORDS, tablet: 'mine' | 'shared' = 'mine') {
  const tab = await profile.opensTab()
  expect(await keeps(tab, unlock, tablet)).toEqual({ ok: true })
  return tab
}

/** Opened anew, as after a restart. */
async function reopened(tab: Tab, profile: Profile): Promise<Tab> {
  tab.power.cut()
  current.value = null
  return profile.opensTab()
}

describe('other words', () => {
  test('open it from now on, and the old ones do not', async () => {
    const profile = new Profile(relay)
    const tab = await opensKept(profile)
    expect(await tab.kith.changeLock(BY_OTHER_WORDS, { passphrase: 'not the words at all' })).toEqual({
      ok: false,
      why: 'wrongPassphrase',
    })
    const tooShort = await tab.kith.changeLock({ kind: 'passphrase', passphrase: 'short' }, SAID)
    expect(tooShort).toEqual({ ok: false, why: 'passphraseTooShort' })
    expect(await tab.kith.changeLock(BY_OTHER_WORDS, SAID)).toEqual({ ok: true })
    expect(people(tab)).toEqual(['Nan'])
    const later = await reopened(tab, profile)
    expect(await later.kith.unlock(null, WORDS)).toBe('wrong')
    expect(await later.kith.unlock(null, OTHER_WORDS)).toBe('open')
    expect(people(later)).toEqual(['Nan'])
    later.power.cut()
  })

  test('lock the other tabs, and one that was about to keep something asks for them', async () => {
    const profile = new Profile(relay)
    const tab = await opensKept(profile)
    const [waiting, begun] = [await profile.opensTab(), await profile.opensTab()]
    await waiting.kith.unlock(null, WORDS)
    await begun.kith.unlock(null, WORDS)
    begun.kith.startTogether()
    expect(begun.kith.unlockNeeded.value).toBe('nothing')
    expect(await tab.kith.changeLock(BY_OTHER_WORDS, SAID)).toEqual({ ok: true })
    await eventually(() => expect(waiting.reloads).toBe(1))
    await eventually(() => expect(begun.kith.unlockNeeded.value).toBe('passphrase'))
    const keep = (passphrase: string) => begun.kith.keep({ unlock: { passphrase }, card: null, tablet: 'mine' })
    expect(await keep(WORDS)).toEqual({ ok: false, why: 'wrongPassphrase' })
    expect(await keep(OTHER_WORDS)).toEqual({ ok: true })
    const later = await reopened(begun, profile)
    expect(await later.kith.unlock(null, OTHER_WORDS)).toBe('open')
    expect(later.kith.stage.value).toMatchObject({ name: 'choose', places: [{}, {}] })
    for (const each of [tab, waiting, later]) each.power.cut()
  })

  describe.each(['before', 'after'] as const)('the power goes %s the write', (when) => {
    test.each([
      ['from words to words', BY_WORDS, BY_OTHER_WORDS],
      ['from words to the phone', BY_WORDS, BY_PHONE],
      ['from the phone to words', BY_PHONE, BY_WORDS],
    ])('%s: the old way opens it, or the new one', async (_name, from, to) => {
      const profile = new Profile(relay)
      const tab = await opensKept(profile, from)
      const writes = cutsAt(when, tab)
      await Promise.race([
        tab.kith.changeLock(to, SAID),
        new Promise((resolve) => tab.power.onCut(() => resolve('cut'))),
      ])
      expect(tab.power.isCut).toBe(true)
      expect(writes()).toBe(when === 'before' ? 0 : 1)
      vi.restoreAllMocks()
      const now = when === 'before' ? from : to
      const later = await reopened(tab, profile)
      expect(await later.kith.unlock(null, now.kind === 'phone' ? '' : now.passphrase)).toBe('open')
      expect(people(later)).toEqual(['Nan'])
      later.power.cut()
    })
  })
})

/** The power goes at the next write of a ring, and nobody hears whether it was. How many writes there were. */
function cutsAt(when: 'before' | 'after', tab: Tab): () => number {
  const { put } = IDBObjectStore.prototype
  const { relock } = Registry.prototype
  let writes = 0
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...what) {
    if (['rings', 'places', 'begun'].includes(this.name)) writes++
    return put.apply(this, what)
  })
  vi.spyOn(Registry.prototype, 'relock').mockImplementation(async function (this: Registry, ring) {
    if (when === 'after') await relock.call(this, ring)
    tab.power.cut()
    return new Promise<never>(() => undefined)
  })
  return () => writes
}

describe('my phone locks itself', () => {
  test('by choice, and back to words any day: then the key that lay open opens nothing', async () => {
    const profile = new Profile(relay)
    const tab = await opensKept(profile)
    expect(tab.kith.opening.value).toMatchObject({ way: 'words', isOwn: true })
    expect(await tab.kith.changeLock(BY_PHONE, SAID)).toEqual({ ok: true })
    expect(tab.kith.opening.value).toMatchObject({ way: 'phone', mayHavePasskey: false })
    const phone = await reopened(tab, profile)
    expect(phone.kith.stage.value).toMatchObject({ name: 'locked', places: [{ opensWithoutWords: true }] })
    expect(phone.kith.unlockNeeded.value).toBe('phone')
    expect(await phone.kith.unlock(null, '')).toBe('open')
    const open = await ringOnDisk()
    expect(await phone.kith.changeLock(BY_OTHER_WORDS, { passphrase: '' })).toEqual({ ok: true })
    expect(await opensNothing(open)).toBe(true)
    const later = await reopened(phone, profile)
    expect(await later.kith.unlock(null, '')).toBe('wrong')
    expect(await later.kith.unlock(null, OTHER_WORDS)).toBe('open')
    expect(people(later)).toEqual(['Nan'])
    later.power.cut()
  })

  test('never for what two people share: not at the first keeping, not later, not beside another', async () => {
    const refused = { ok: false, why: 'sharedNeedsWords' }
    const profile = new Profile(relay)
    expect(await keeps(await profile.opensTab(), BY_PHONE, 'shared')).toEqual(refused)
    const shared = await opensKept(profile, BY_WORDS, 'shared')
    expect(shared.kith.opening.value).toMatchObject({ way: 'words', isOwn: false, mayHavePasskey: false })
    expect(await shared.kith.changeLock(BY_PHONE, SAID)).toEqual(refused)
    expect(await shared.kith.addPasskey(SAID)).toEqual(refused)
    shared.power.cut()
    const phone = new Profile(relay)
    const own = await reopened(await opensKept(phone, BY_PHONE), phone)
    expect(await keeps(own, { passphrase: '' }, 'shared')).toEqual(refused)
    expect(await keeps(own, BY_WORDS, 'shared')).toEqual({ ok: true }) // with words of its own
    const later = await reopened(own, phone)
    const { stage } = later.kith
    const places = stage.value.name === 'locked' ? stage.value.places : []
    expect(places.map((place) => place.opensWithoutWords).sort()).toEqual([false, true])
    later.power.cut()
  })

  test('not even where another tab makes the choice while two people keep something', async () => {
    const profile = new Profile(relay)
    const own = await opensKept(profile)
    const together = await profile.opensTab()
    await together.kith.unlock(null, WORDS)
    const { begin } = Registry.prototype
    vi.spyOn(Registry.prototype, 'begin').mockImplementationOnce(async function (this: Registry, place) {
      expect(await own.kith.changeLock(BY_PHONE, SAID)).toEqual({ ok: true })
      return begin.call(this, place)
    })
    expect(await keeps(together, { passphrase: WORDS }, 'shared')).toEqual({ ok: false, why: 'sharedNeedsWords' })
    const later = await reopened(together, profile)
    expect(later.kith.stage.value).toMatchObject({ places: [{ opensWithoutWords: true }] })
    for (const each of [own, later]) each.power.cut()
  })
})

describe('a passkey', () => {
  async function withPasskey(profile: Profile): Promise<Tab> {
    const tab = await opensKept(profile)
    await eventually(() => expect(tab.kith.opening.value).toMatchObject({ mayHavePasskey: true, hasPasskey: false }))
    expect(await tab.kith.addPasskey(SAID)).toEqual({ ok: true })
    expect(tab.kith.opening.value).toMatchObject({ hasPasskey: true })
    return tab
  }

  test('opens it as the words do, also after these were changed, until it is taken away', async () => {
    const profile = new Profile(relay)
    const tab = await withPasskey(profile)
    expect(await tab.kith.changeLock(BY_OTHER_WORDS, SAID)).toEqual({ ok: true })
    const later = await reopened(tab, profile)
    expect(later.kith.stage.value).toMatchObject({ name: 'locked', places: [{ opensWithPasskey: true }] })
    expect(await later.kith.unlockWithPasskey()).toBe('open')
    expect(people(later)).toEqual(['Nan'])
    expect(await later.kith.removePasskey()).toEqual({ ok: true })
    const last = await reopened(later, profile)
    expect(last.kith.stage.value).toMatchObject({ places: [{ opensWithPasskey: false }] })
    expect(await last.kith.unlockWithPasskey()).toBe('no passkey')
    expect(await last.kith.unlock(null, OTHER_WORDS)).toBe('open')
    last.power.cut()
  })

  test('that is gone, or answers with something else, opens nothing and harms nothing', async () => {
    const profile = new Profile(relay)
    const tab = await reopened(await withPasskey(profile), profile)
    profile.passkeys.isStrange = true
    expect(await tab.kith.unlockWithPasskey()).toBe('passkey wrong')
    profile.passkeys.isStrange = false
    profile.passkeys.isDeleted = true
    expect(await tab.kith.unlockWithPasskey()).toBe('no passkey')
    expect(tab.kith.stage.value.name).toBe('locked')
    expect(await tab.kith.unlock(null, WORDS)).toBe('open')
    expect(people(tab)).toEqual(['Nan'])
    tab.power.cut()
  })

  test('finds other words for whoever has forgotten theirs', async () => {
    const profile = new Profile(relay)
    const tab = await withPasskey(profile)
    expect(await tab.kith.changeLock(BY_OTHER_WORDS, 'passkey')).toEqual({ ok: true })
    const later = await reopened(tab, profile)
    expect(await later.kith.unlock(null, OTHER_WORDS)).toBe('open')
    later.power.cut()
  })

  test('asks for the words first, and is not offered where the browser has none', async () => {
    const profile = new Profile(relay)
    profile.passkeys.isThere = false
    const tab = await opensKept(profile)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(tab.kith.opening.value).toMatchObject({ mayHavePasskey: false })
    expect(await tab.kith.addPasskey({ passphrase: 'not the words at all' })).toEqual({
      ok: false,
      why: 'wrongPassphrase',
    })
    expect(profile.passkeys.asked).toBe(0)
    tab.power.cut()
  })

  test('goes when the tablet comes to be shared', async () => {
    const profile = new Profile(relay)
    const tab = await reopened(await withPasskey(profile), profile)
    expect(await keeps(tab, SAID, 'shared')).toEqual({ ok: true })
    expect(tab.kith.opening.value).toMatchObject({ isOwn: false, hasPasskey: false, mayHavePasskey: false })
    tab.power.cut()
  })

  test('goes when the phone locks itself', async () => {
    const profile = new Profile(relay)
    const tab = await withPasskey(profile)
    expect(await tab.kith.changeLock(BY_PHONE, SAID)).toEqual({ ok: true })
    expect(tab.kith.opening.value).toMatchObject({ way: 'phone', hasPasskey: false })
    tab.power.cut()
  })
})

test('names stay hidden over a restart, and the quiet time beside them as it was', async () => {
  const profile = new Profile(relay)
  const tab = await opensKept(profile)
  expect(tab.kith.opening.value?.namesHidden).toBe(false)
  expect(await tab.kith.lockAfter(10)).toEqual({ ok: true })
  expect(await tab.kith.hideNames(true)).toEqual({ ok: true })
  const later = await reopened(tab, profile)
  await later.kith.unlock(null, WORDS)
  expect(later.kith.opening.value).toMatchObject({ namesHidden: true, quiet_minutes: 10 })
  later.power.cut()
})

test('the quiet time is as it was chosen, also after a restart', async () => {
  const profile = new Profile(relay)
  const tab = await opensKept(profile)
  expect(tab.kith.opening.value?.quiet_minutes).toBe(5)
  expect(await tab.kith.lockAfter(15)).toEqual({ ok: true })
  const later = await reopened(tab, profile)
  await later.kith.unlock(null, WORDS)
  expect(later.kith.opening.value?.quiet_minutes).toBe(15)
  later.clock.ahead_ms += 14 * 60_000
  await new Promise((resolve) => setTimeout(resolve, 1200)) // longer than a look at the clock
  expect(later.reloads).toBe(0)
  later.clock.ahead_ms += 60_000
  await eventually(() => expect(later.reloads).toBe(1))
  later.power.cut()
})

async function ringOnDisk(): Promise<RingRecord> {
  const { name = '' } = (await indexedDB.databases()).filter((one) => one.name?.startsWith('kith-profile')).at(-1) ?? {}
  const database = await openDB(name)
  const ring: RingRecord = (await database.getAll('rings')).at(-1)
  database.close()
  return ring
}

async function opensNothing(old: RingRecord): Promise<boolean> {
  const now = await ringOnDisk()
  if (old.lock.kind !== 'phone') return false
  const key = await vaultKey(old.lock.key)
  return openValue(key, ['ring', now.id], now.places).then(
    () => false,
    () => true,
  )
}
