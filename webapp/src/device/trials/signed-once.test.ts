/** A tab signs while its disk is full, and its place is taken by another: under one number only one record is ever signed (P18). */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { toHex } from '../../../../sync/bytes.ts'
import { CardSecret } from '../../../../sync/card.ts'
import { parse as parseRecord } from '../../../../sync/envelope.ts'
import { parse } from '../../../../sync/messages.ts'
import { addPerson } from '../../map/actions.ts'
import type { Dial } from '../engine/channel.ts'
import { forgetDatabase } from '../store/indexed-db-store.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { DiskFaults } from './disk-faults-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { adds, people, space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

vi.setConfig({ testTimeout: 60_000 }) // real processes, on a machine that may be busy
const PHONE = { kind: 'phone' } as const
let relay: Relay
let tabs: Tab[] = []
let faults: DiskFaults | null = null

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => {
  faults?.end()
  for (const tab of tabs) tab.power.cut()
  tabs = []
})

/** A line on which everything is noted that is said, and on which it may get lost. */
class Line {
  readonly #said: Uint8Array<ArrayBuffer>[] = []
  /** Of sockets that were dialled so far, the last: what is pushed over these gets lost. */
  #lost = 0
  #dialled = 0

  readonly origin = relay.origin

  dial: Dial = (events) => {
    const socket = relay.dial(events)
    const number = ++this.#dialled
    return {
      send: (frame) => {
        const message = parse(frame)
        if (message.type === 'push') this.#said.push(...message.records)
        if (message.type !== 'push' || number > this.#lost) socket.send(frame)
      },
      close: () => socket.close(),
    }
  }

  losesWhatIsPushed(): void {
    this.#lost = this.#dialled
  }

  /** How many records there are of each that was signed, where there is more than one. */
  async signedTwice(): Promise<string[]> {
    const under = new Map<string, Set<string>>()
    for (const bytes of this.#said) {
      const { header, hash } = await parseRecord(bytes, testCrypto)
      const name = `${toHex(header.device)} ${header.seq}`
      under.set(name, (under.get(name) ?? new Set()).add(toHex(hash)))
    }
    return [...under].flatMap(([name, hashes]) => (hashes.size > 1 ? [name] : []))
  }

  get said(): number {
    return this.#said.length
  }
}

async function opensTab(profile: Profile): Promise<Tab> {
  const tab = await profile.opensTab()
  tabs.push(tab)
  return tab
}

/** A tab whose disk is full and that has said something all the same, of which nobody knows whether it has arrived. */
async function saysFromMemory() {
  faults = new DiskFaults((name) => name.startsWith('kith-'))
  const line = new Line()
  const profile = new Profile(line)
  const card = CardSecret.fresh(testCrypto)
  const tab = await opensTab(profile)
  tab.kith.startTogether()
  addPerson({ name: 'Nan', kind: 'person' })
  expect(await tab.kith.keep({ unlock: PHONE, card, tablet: 'mine' })).toEqual({ ok: true })
  await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
  faults.set('refused', 1)
  line.losesWhatIsPushed()
  const before = line.said
  adds(tab, 'Sol')
  await eventually(() => expect(line.said).toBeGreaterThan(before))
  return { line, profile, card, tab }
}

/** Another tab of the same browser takes the place. */
async function takesOver(profile: Profile): Promise<Tab> {
  const tab = await opensTab(profile)
  await tab.kith.unlock(null, '')
  expect(tab.kith.stage.value.name).toBe('elsewhere')
  expect(await tab.kith.takeOver()).toEqual({ ok: true })
  await eventually(() => expect(tab.kith.stage.value.name).toBe('open'))
  return tab
}

async function isThereOnANewDevice(card: CardSecret, ...names: string[]): Promise<void> {
  const phone = await opensTab(new Profile(relay))
  expect(await phone.kith.openWithCard(card, PHONE)).toEqual({ ok: true })
  await eventually(() => expect(people(phone).sort()).toEqual([...names].sort()))
  expect(space(phone).state.value.aside).toBe(0)
}

test('the tab that takes the place says the other one\u2019s record as it is, and its own behind it', async () => {
  const { line, profile, card, tab } = await saysFromMemory()
  const other = await takesOver(profile)
  adds(other, 'Ben')
  faults?.isMended()
  await eventually(() => expect(space(other).state.value.here).toBe('saved'))
  tab.watcher?.back()
  await eventually(() => expect(tab.kith.stage.value.name).toBe('elsewhere'))
  await vi.waitFor(() => expect(space(other).state.value).toMatchObject({ sent: 'sent', server: 'connected' }), 20_000)
  other.watcher?.back()
  await eventually(() => expect(people(other).sort()).toEqual(['Ben', 'Nan', 'Sol']))
  expect(await line.signedTwice()).toEqual([])
  await isThereOnANewDevice(card, 'Ben', 'Nan', 'Sol')
})

/** A tab that keeps somebody, all of it sent. */
async function keepsNan(profile: Profile, card: CardSecret): Promise<Tab> {
  const tab = await opensTab(profile)
  tab.kith.startTogether()
  addPerson({ name: 'Nan', kind: 'person' })
  expect(await tab.kith.keep({ unlock: PHONE, card, tablet: 'mine' })).toEqual({ ok: true })
  await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
  return tab
}

/** The browser ends, and all databases are thrown away when it is next opened. */
async function losesAll(profile: Profile, tab: Tab): Promise<Tab> {
  tab.power.cut()
  for (const { name = '' } of await indexedDB.databases())
    if (name === profile.registry || /^kith-[0-9a-f]{32}$/.test(name)) await forgetDatabase(name)
  const later = await opensTab(profile)
  expect(later.kith.stage.value.name).toBe('locked')
  await later.kith.unlock(null, '')
  await eventually(() => expect(later.kith.stage.value.name).toBe('open'))
  return later
}

test('what was signed before all was lost is said again as it is, out of the second copy', async () => {
  const [line, card] = [new Line(), CardSecret.fresh(testCrypto)]
  const profile = new Profile(line)
  const tab = await keepsNan(profile, card)
  line.losesWhatIsPushed()
  const before = line.said
  adds(tab, 'Sol')
  await eventually(() => expect(line.said).toBeGreaterThan(before))
  const later = await losesAll(profile, tab)
  expect(people(later).sort()).toEqual(['Nan', 'Sol'])
  adds(later, 'Ben')
  await vi.waitFor(() => expect(space(later).state.value).toMatchObject({ sent: 'sent', server: 'connected' }), 20_000)
  expect(await line.signedTwice()).toEqual([])
  await isThereOnANewDevice(card, 'Ben', 'Nan', 'Sol')
})

test('a copy of before takes up what the server has of this device, and signs behind it', async () => {
  const [line, card] = [new Line(), CardSecret.fresh(testCrypto)]
  const profile = new Profile(line)
  const tab = await keepsNan(profile, card)
  const putBack = await profile.spare.asItIs()
  adds(tab, 'Sol')
  await eventually(() => expect(space(tab).state.value.sent).toBe('sent'))
  putBack()
  const later = await losesAll(profile, tab)
  adds(later, 'Ben')
  await vi.waitFor(() => expect(people(later).sort()).toEqual(['Ben', 'Nan', 'Sol']), 20_000)
  await vi.waitFor(() => expect(space(later).state.value.sent).toBe('sent'), 20_000)
  expect(await line.signedTwice()).toEqual([])
  await isThereOnANewDevice(card, 'Ben', 'Nan', 'Sol')
})
