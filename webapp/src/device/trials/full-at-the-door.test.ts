/** A disk that fails at every single write of coming in: refused in words, nothing lost, no half place; then it works. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { current } from '../../document/current.ts'
import { addPerson } from '../../map/actions.ts'
import { StorageUnready } from '../errors.ts'
import { Lifeboat } from '../store/lifeboat.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { DiskFaults, type Fault } from './disk-faults-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { adds, people, space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

const PHONE = { kind: 'phone' } as const
let relay: Relay
let tabs: Tab[] = []
const faults = new DiskFaults((name) => name.startsWith('kith-'))

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(async () => {
  faults.end()
  await relay.end()
})
afterEach(() => {
  for (const tab of tabs) tab.power.cut()
  tabs = []
})

async function opensTab(profile: Profile): Promise<Tab> {
  const tab = await profile.opensTab()
  tabs.push(tab)
  return tab
}

/** With the fault at the first write, at the second, until nothing meets it. Gives back how many writes met it. */
async function atEveryWrite(fault: Fault, count: number, play: (at: number) => Promise<void>): Promise<number> {
  for (let at = 1; ; at++) {
    faults.set(fault, at, count)
    await play(at)
    if (!faults.hasStruck) return at - 1
    faults.isMended()
  }
}

async function keeps(tab: Tab): Promise<void> {
  const how = { unlock: PHONE, card: null, tablet: 'mine' } as const
  const outcome = await tab.kith.keep(how)
  if (outcome.ok) return
  expect(outcome.why).toBe('storageFull')
  expect(tab.kith.stage.value.name).toBe('unkept')
  expect(current.value?.snapshot.value.people.map(({ name }) => name)).toEqual(['Nan'])
  faults.isMended()
  expect(await tab.kith.keep(how)).toEqual({ ok: true })
}

/** Written, saved once there is room, and there again for the next tab, as the only place. */
async function goesOn(profile: Profile, tab: Tab, name: string): Promise<void> {
  await eventually(() => expect(people(tab)).toContain('Nan'))
  adds(tab, name)
  await eventually(() => expect(space(tab).state.value.here).not.toBe('saving'))
  faults.isMended()
  tab.watcher?.back()
  await eventually(() => expect(space(tab).state.value.here).toBe('saved'))
  tab.power.cut()
  const later = await opensTab(profile)
  expect(later.kith.stage.value).toMatchObject({ name: 'locked', places: [{ opensWithoutWords: true }] })
  expect(await later.kith.unlock(null, '')).toBe('open')
  await eventually(() => expect(people(later)).toEqual(expect.arrayContaining(['Nan', name])))
  later.power.cut()
}

describe.each<[string, Fault, number]>([
  ['refuses, from any one on,', 'refused', Number.POSITIVE_INFINITY],
  ['gives up, from any one on,', 'aborted', Number.POSITIVE_INFINITY],
  ['is dropped before any one of', 'dead', 1],
  ['is dropped just after any one of', 'mute', 1],
])('a disk that %s', (_name, fault, count) => {
  test('the writes of keeping the first conversation', async () => {
    const writes = await atEveryWrite(fault, count, async () => {
      const profile = new Profile(relay)
      const tab = await opensTab(profile)
      tab.kith.startTogether()
      addPerson({ name: 'Nan', kind: 'person' })
      await keeps(tab)
      await goesOn(profile, tab, 'Sol')
    })
    expect(writes).toBeGreaterThanOrEqual(4)
  })

  test('the writes of opening with a card', async () => {
    const card = CardSecret.fresh(testCrypto)
    faults.set(fault, 1, 0)
    const tablet = await opensTab(new Profile(relay))
    tablet.kith.startTogether()
    addPerson({ name: 'Nan', kind: 'person' })
    expect(await tablet.kith.keep({ unlock: PHONE, card, tablet: 'mine' })).toEqual({ ok: true })
    await eventually(() => expect(space(tablet).state.value.sent).toBe('sent'))
    tablet.power.cut()
    const writes = await atEveryWrite(fault, count, async (at) => {
      const profile = new Profile(relay)
      const phone = await opensTab(profile)
      const outcome = await phone.kith.openWithCard(card, PHONE)
      if (!outcome.ok) {
        expect(outcome.why).toBe('storageFull')
        expect(phone.kith.stage.value.name).toBe('first')
        faults.isMended()
        expect(await phone.kith.openWithCard(card, PHONE)).toEqual({ ok: true })
      }
      await eventually(() => expect(phone.kith.stage.value.name).toBe('open'))
      await goesOn(profile, phone, `Sol ${at}`)
    })
    expect(writes).toBeGreaterThanOrEqual(5)
  })
})

describe('while a conversation is being kept', () => {
  test('a fault of ours is reported, and answered: it can be pressed again', async () => {
    const tab = await opensTab(new Profile(relay))
    tab.kith.startTogether()
    const fault = new TypeError('a file that cannot be fetched')
    vi.spyOn(Lifeboat.prototype, 'read').mockRejectedValueOnce(fault)
    const reports: (() => void)[] = []
    const { queueMicrotask } = globalThis
    vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((step) => {
      if (String(step).includes('throw error')) reports.push(step)
      else queueMicrotask(step)
    })
    const how = { unlock: PHONE, card: null, tablet: 'mine' } as const
    expect(await tab.kith.keep(how)).toEqual({ ok: false, why: 'didNotWork' })
    expect(reports).toHaveLength(1)
    expect(reports[0]).toThrow(fault)
    expect(await tab.kith.keep(how)).toEqual({ ok: true })
  })

  test('a second press keeps nothing more, and nobody lets it go', async () => {
    const profile = new Profile(relay)
    const tab = await opensTab(profile)
    tab.kith.startTogether()
    addPerson({ name: 'Nan', kind: 'person' })
    const how = { unlock: PHONE, card: null, tablet: 'mine' } as const
    const [first, second] = [tab.kith.keep(how), tab.kith.keep(how)]
    await Promise.resolve()
    tab.kith.discard()
    expect(await second).toEqual({ ok: false, why: 'gone' })
    expect(await first).toEqual({ ok: true })
    expect(people(tab)).toEqual(['Nan'])
    tab.power.cut()
    expect((await opensTab(profile)).kith.stage.value).toMatchObject({ name: 'locked', places: [{}] })
  })

  test('a place that does not open after it was kept is taken away again, and the next press keeps one', async () => {
    const profile = new Profile(relay)
    const tab = await opensTab(profile)
    tab.kith.startTogether()
    addPerson({ name: 'Nan', kind: 'person' })
    vi.spyOn(Lifeboat.prototype, 'read').mockRejectedValueOnce(new StorageUnready())
    const how = { unlock: PHONE, card: null, tablet: 'mine' } as const
    expect(await tab.kith.keep(how)).toEqual({ ok: false, why: 'storageGone' })
    expect(await tab.kith.keep(how)).toEqual({ ok: true })
    expect(people(tab)).toEqual(['Nan'])
    tab.power.cut()
    expect((await opensTab(profile)).kith.stage.value).toMatchObject({ name: 'locked', places: [{}] })
  })
})
