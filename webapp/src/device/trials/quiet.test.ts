/** Locking and giving up: nothing half typed is lost, nothing unsaved is thrown away, and nobody is locked out in the middle. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { parse } from '../../../../sync/messages.ts'
import { current } from '../../document/current.ts'
import type { Dial } from '../engine/channel.ts'
import { Engine } from '../engine/engine.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { adds, people, space } from './shown-for-tests.ts'
import { eventually } from './table-for-tests.ts'

const WORDS = 'maple lantern river copper window'
vi.setConfig({ testTimeout: 60_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => {
  vi.restoreAllMocks()
})

async function opensKept(profile: Profile): Promise<Tab> {
  const tab = await profile.opensTab()
  tab.kith.startTogether()
  const unlock = { kind: 'passphrase', passphrase: WORDS } as const
  expect(await tab.kith.keep({ unlock, card: null, tablet: 'shared' })).toEqual({ ok: true })
  return tab
}

function fillsTheDisk(): void {
  const full = (): never => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)
}

test('what is half typed when it locks is there again', async () => {
  const profile = new Profile(relay)
  const tab = await opensKept(profile)
  tab.halfTyped = () => adds(tab, 'half typed')
  await tab.kith.lock()
  const later = await profile.opensTab()
  await later.kith.unlock(null, WORDS)
  expect(people(later)).toEqual(['half typed'])
  later.power.cut()
})

test('what is half typed goes along to the tab that takes over', async () => {
  const profile = new Profile(relay)
  const first = await opensKept(profile)
  const second = await profile.opensTab()
  await second.kith.unlock(null, WORDS)
  first.halfTyped = () => adds(first, 'half typed')
  await second.kith.takeOver()
  expect(people(second)).toEqual(['half typed'])
  second.power.cut()
})

test('a tab that gave its place up, or is only quiet, locks itself and not the one where somebody writes', async () => {
  const profile = new Profile(relay)
  const first = await opensKept(profile)
  const second = await profile.opensTab()
  await second.kith.unlock(null, WORDS)
  await second.kith.takeOver()
  first.watcher?.hidden()
  first.clock.ahead_ms += 60 * 60_000
  await eventually(() => expect(first.reloads).toBe(1))
  expect(second.reloads).toBe(0)
  const third = await profile.opensTab()
  await third.kith.unlock(null, WORDS)
  await third.kith.takeOver()
  expect(second.kith.stage.value.name).toBe('elsewhere')
  third.clock.ahead_ms += 60 * 60_000
  await eventually(() => expect(third.reloads).toBe(1))
  expect(second.reloads).toBe(0)
  second.power.cut()
})

test('a disk that never answers holds up no lock: all is covered at once, and then the page goes', async () => {
  const tab = await opensKept(new Profile(relay))
  adds(tab, 'Nan')
  await eventually(() => expect(space(tab).state.value).toMatchObject({ here: 'saved', sent: 'sent' }))
  vi.spyOn(Engine.prototype, 'close').mockReturnValue(new Promise(() => undefined))
  const locked = tab.kith.lock()
  expect(tab.kith.covered.value).toBe(true)
  tab.kith.uncover()
  expect(tab.kith.covered.value).toBe(true)
  await locked
  expect(tab.reloads).toBe(1)
  expect(current.value).toBe(null)
  tab.power.cut()
})

test('leaving quickly hides all at once, and takes what was half typed to the disk before the page goes', async () => {
  const tab = await opensKept(new Profile(relay))
  const { state } = space(tab)
  await eventually(() => expect(state.value.here).toBe('saved'))
  let here = ''
  tab.power.onCut(() => {
    here = state.value.here
  })
  tab.halfTyped = () => adds(tab, 'half typed')
  tab.kith.leaveQuickly()
  expect(tab.kith.stage.value.name).toBe('starting')
  expect(current.value).toBe(null)
  await eventually(() => expect(tab.power.isCut).toBe(true))
  expect(here).toBe('saved')
})

test('an update waits for a disk that takes what was said, and not for one that never answers', async () => {
  const nobody: Dial = ({ closed }) => {
    queueMicrotask(closed)
    return { send: () => undefined, close: () => undefined }
  }
  const profile = new Profile({ dial: nobody, origin: 'http://localhost' })
  const unkept = await profile.opensTab()
  unkept.kith.startTogether()
  expect(await unkept.kith.mayEnd()).toBe(false)
  unkept.kith.discard()
  const tab = await opensKept(profile)
  tab.halfTyped = () => adds(tab, 'half typed')
  expect(await tab.kith.mayEnd()).toBe(true)
  expect(people(tab)).toEqual(['half typed'])
  fillsTheDisk()
  adds(tab, 'Nan')
  expect(await tab.kith.mayEnd()).toBe(false)
  vi.spyOn(Engine.prototype, 'flush').mockReturnValue(new Promise(() => undefined))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const answer = tab.kith.mayEnd()
  await vi.runAllTimersAsync()
  vi.useRealTimers()
  expect(await answer).toBe(false)
  vi.restoreAllMocks()
  expect(await tab.kith.mayEnd()).toBe(true)
  tab.power.cut()
})

test('unsaved words stay, covered, when another tab locks all', async () => {
  const profile = new Profile(relay)
  const first = await opensKept(profile)
  await relay.down()
  const second = await opensKept(new Profile(relay)) // another browser: it is untouched
  const third = await profile.opensTab()
  fillsTheDisk()
  adds(first, 'nowhere else')
  await eventually(() => expect(space(first).state.value.here).toBe('full'))
  await third.kith.lock()
  await eventually(() => expect(first.kith.covered.value).toBe(true))
  expect(first.reloads + second.reloads).toBe(0)
  first.kith.uncover()
  expect(people(first)).toEqual(['nowhere else'])
  for (const tab of [first, second, third]) tab.power.cut()
  await relay.up()
})

test('unsaved words stay on the screen, and are not said to be saved, when another tab takes the place', async () => {
  const profile = new Profile(relay)
  const first = await opensKept(profile)
  await relay.down()
  const second = await profile.opensTab()
  await second.kith.unlock(null, WORDS)
  fillsTheDisk()
  adds(first, 'nowhere else')
  await eventually(() => expect(space(first).state.value.here).toBe('full'))
  await second.kith.takeOver()
  expect(people(first)).toEqual(['nowhere else'])
  expect(space(first).state.value.here).not.toBe('saved')
  expect(first.isHeldOpen).toBe(true)
  for (const tab of [first, second]) tab.power.cut()
  await relay.up()
})

test('once there is room again, words that another tab could not save go to the one that has the place, over nothing', async () => {
  const profile = new Profile(relay)
  const first = await opensKept(profile)
  await relay.down()
  const second = await profile.opensTab()
  await second.kith.unlock(null, WORDS)
  fillsTheDisk()
  adds(first, 'held')
  await eventually(() => expect(space(first).state.value.here).toBe('full'))
  await second.kith.takeOver()
  vi.restoreAllMocks()
  first.watcher?.back()
  await eventually(() => expect(first.kith.stage.value.name).toBe('elsewhere'))
  expect(first.isHeldOpen).toBe(false)
  adds(second, 'here')
  await eventually(() => expect(space(second).state.value.here).toBe('saved'))
  second.watcher?.back()
  await eventually(() => expect(people(second).sort()).toEqual(['held', 'here']))
  for (const tab of [first, second]) tab.power.cut()
  const last = await profile.opensTab()
  await last.kith.unlock(null, WORDS)
  expect(people(last).sort()).toEqual(['held', 'here'])
  last.power.cut()
  await relay.up()
})

test('and so do words that it had sealed, and that did not arrive', async () => {
  let isHeard = true
  let dialled = 0
  const dial: Dial = (events) => {
    const socket = relay.dial(events)
    const isOfFirst = dialled++ === 0 // on a line that swallowed its words, the second would wait for an answer for ever
    const send: typeof socket.send = (frame) => {
      if (isHeard || !isOfFirst || parse(frame).type !== 'push') socket.send(frame)
    }
    return { send, close: () => socket.close() }
  }
  const profile = new Profile({ dial, origin: relay.origin })
  const first = await opensKept(profile)
  await eventually(() => expect(space(first).state.value.sent).toBe('sent'))
  const second = await profile.opensTab()
  await second.kith.unlock(null, WORDS)
  isHeard = false
  fillsTheDisk()
  adds(first, 'sealed')
  await eventually(() => expect(space(first).state.value).toMatchObject({ here: 'full', sent: 'waiting' }))
  await second.kith.takeOver()
  vi.restoreAllMocks()
  first.watcher?.back()
  await eventually(() => expect(first.kith.stage.value.name).toBe('elsewhere'))
  second.watcher?.back()
  await eventually(() => expect(people(second)).toEqual(['sealed']))
  adds(second, 'here')
  await eventually(() => expect(space(second).state.value).toMatchObject({ here: 'saved', sent: 'sent' }))
  for (const tab of [first, second]) tab.power.cut()
})
