/** The power goes while a card is at the door: the next start finishes what was begun, or takes it away. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parse } from '../../../../sync/messages.ts'
import type { Dial } from '../engine/channel.ts'
import { Profile, type Tab } from '../trials/browser-for-tests.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person } from '../trials/table-for-tests.ts'

const UNLOCK = { kind: 'passphrase', passphrase: 'maple lantern river copper window' } as const
vi.setConfig({ testTimeout: 20_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

interface Visited {
  readonly tablet: Person
  readonly profile: Profile
  end(): Promise<void>
}

/** The phone's power goes as it sends the entry that lets it in: before the server has it, or after. */
async function cutAtTheDoor(when: 'before' | 'after'): Promise<Visited> {
  const table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  tablet.adds('Nan')
  await tablet.isSent()
  let phone: Tab | null = null
  const dial: Dial = (events) => {
    const socket = relay.dial(events)
    const send = (frame: Parameters<typeof socket.send>[0]): void => {
      const isEntry = parse(frame).type === 'ctl append'
      if (!isEntry || !phone || when === 'after') socket.send(frame)
      if (isEntry) phone?.power.cut()
    }
    return { send, close: () => when === 'after' || socket.close() }
  }
  const profile = new Profile({ dial, origin: relay.origin })
  phone = await profile.opensTab()
  void phone.kith.openWithCard(table.card, UNLOCK)
  const isCut = phone.power
  await eventually(() => expect(isCut.isCut).toBe(true))
  phone = null
  return { tablet, profile, end: () => table.end() }
}

test('it had let the device in: the place opens with all that is in it', async () => {
  const { tablet, profile, end } = await cutAtTheDoor('after')
  await eventually(() => expect(tablet.engine.replica.state.value.n).toBe(1))
  const again = await profile.opensTab()
  expect(await again.kith.unlock(null, UNLOCK.passphrase)).toBe('open')
  await eventually(() => {
    const stage = again.kith.stage.value
    const names = stage.name === 'open' ? stage.space.document.snapshot.value.people.map(({ name }) => name) : []
    expect(names).toEqual(['Nan'])
  })
  again.power.cut()
  await end()
})

test('it had not: nothing is left of it, and the card may be shown again', async () => {
  const { profile, end } = await cutAtTheDoor('before')
  const again = await profile.opensTab()
  expect(again.kith.stage.value.name).toBe('locked')
  expect(await again.kith.unlock(null, UNLOCK.passphrase)).toBe('open')
  await eventually(() => expect(again.kith.stage.value).toEqual({ name: 'first' }))
  expect((await profile.opensTab()).kith.stage.value).toEqual({ name: 'first' })
  again.power.cut()
  await end()
})
