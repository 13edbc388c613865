/**
 * The power, or the line, goes while a card is at the door: what was begun is finished, at once or at the next start, or taken
 * away. No device is left in the control chain whose keys nobody has.
 */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { parse } from '../../../../sync/messages.ts'
import type { Dial } from '../engine/channel.ts'
import { Profile, type Tab } from '../trials/browser-for-tests.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from '../trials/table-for-tests.ts'

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

const showsNan = ({ kith }: Tab): Promise<void> =>
  eventually(() => {
    const stage = kith.stage.value
    const names = stage.name === 'open' ? stage.space.document.snapshot.value.people.map(({ name }) => name) : []
    expect(names).toEqual(['Nan'])
  })

/** A tablet that others may visit with the table's card. */
async function keeps(table: Table): Promise<Person> {
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  tablet.adds('Nan')
  await tablet.isSent()
  return tablet
}

/** The phone's power goes as it sends the entry that lets it in: before the server has it, or after. */
async function cutAtTheDoor(when: 'before' | 'after'): Promise<Visited> {
  const table = newTable(relay)
  const tablet = await keeps(table)
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
  await showsNan(again)
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

/** The line ends once, with this entry: before the server has it, or before its answer comes. */
function lineThatEnds(when: 'before the entry' | 'before the answer', at = 1): Dial {
  let entries = 0
  return (events) => {
    let isHeard = true
    const socket = relay.dial({ ...events, received: (frame) => isHeard && events.received(frame) })
    const send = (frame: Parameters<typeof socket.send>[0]): void => {
      if (parse(frame).type !== 'ctl append' || ++entries !== at) return socket.send(frame)
      isHeard = false
      if (when === 'before the answer') socket.send(frame)
      else socket.close()
      events.closed()
    }
    return { send, close: () => isHeard && socket.close() }
  }
}

test('the answer is lost: the device that was let in has its keys, and opens', async () => {
  const table = newTable(relay)
  const tablet = await keeps(table)
  const phone = await new Profile({ dial: lineThatEnds('before the answer'), origin: relay.origin }).opensTab()
  expect(await phone.kith.openWithCard(table.card, UNLOCK)).toEqual({ ok: true })
  await showsNan(phone)
  expect(tablet.engine.replica.state.value.devices).toHaveLength(3) // it, the card, and the phone once
  phone.power.cut()
  await table.end()
})

test('the entry is lost: nothing is left of it, and the card may be shown again', async () => {
  const table = newTable(relay)
  await keeps(table)
  const phone = await new Profile({ dial: lineThatEnds('before the entry'), origin: relay.origin }).opensTab()
  await phone.kith.openWithCard(table.card, UNLOCK)
  await eventually(() => expect(phone.kith.stage.value).toEqual({ name: 'first' }))
  expect(await phone.kith.openWithCard(table.card, UNLOCK)).toEqual({ ok: true })
  await showsNan(phone)
  phone.power.cut()
  await table.end()
})

test('taking it on ends half-way: it opens, and says that somebody else may still be in', async () => {
  const table = newTable(relay)
  await keeps(table)
  const tablet = await new Profile({ dial: lineThatEnds('before the entry', 2), origin: relay.origin }).opensTab()
  expect(await tablet.kith.takeUpWithCard(table.card, UNLOCK)).toEqual({ ok: true })
  await showsNan(tablet)
  const stage = tablet.kith.stage.value
  expect(stage).toMatchObject({ name: 'open', space: { members: [0, 2] } })
  if (stage.name === 'open') expect(stage.space.people.value).toEqual([0, 1, 2])
  if (stage.name === 'open') expect(stage.space.notices.value).toMatchObject([{ kind: 'look who is in' }])
  tablet.power.cut()
  await table.end()
})
