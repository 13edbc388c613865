/** A tablet that was removed shows nothing any more, whatever its disk and its clock do. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { current } from '../../document/current.ts'
import { addPerson } from '../../map/actions.ts'
import { Profile, type Tab } from './browser-for-tests.ts'
import { DiskFaults } from './disk-faults-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

vi.setConfig({ testTimeout: 60_000 }) // real processes and key derivation, on a machine that may be busy

const WORDS = 'maple lantern river copper window'
const FIFTY_YEARS_MS = 50 * 365 * 24 * 60 * 60 * 1000
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

const isSent = (tab: Tab): Promise<void> =>
  eventually(() => {
    const stage = tab.kith.stage.value
    expect(stage.name === 'open' && stage.space.state.value).toMatchObject({ server: 'connected', sent: 'sent' })
  })

test('on a full disk, and with a clock that stands fifty years back or ahead: it is said, and the words stay', async () => {
  const card = CardSecret.fresh(testCrypto)
  const profile = new Profile(relay)
  const tablet = await profile.opensTab()
  tablet.kith.startTogether()
  const unlock = { kind: 'passphrase', passphrase: WORDS } as const
  expect(await tablet.kith.keep({ unlock, card, tablet: 'shared' })).toEqual({ ok: true })
  await isSent(tablet)
  const phone = await new Profile(relay).opensTab()
  expect(await phone.kith.openWithCard(card, { kind: 'phone' })).toEqual({ ok: true })
  tablet.power.cut()
  await isSent(phone)
  expect(await phone.kith.removeDevice(0)).toEqual({ ok: true })

  const faults = new DiskFaults((name) => name === profile.registry)
  const back = await profile.opensTab()
  back.clock.ahead_ms -= FIFTY_YEARS_MS
  expect(await back.kith.unlock(null, WORDS)).toBe('open')
  const stage = back.kith.stage.value
  if (stage.name !== 'open') throw new Error(stage.name)
  current.value = stage.space.document
  addPerson({ name: 'never sent', kind: 'person' })
  faults.set('refused', 1)
  await eventually(() => expect(back.kith.stage.value).toMatchObject({ name: 'removed', unsent: 1 }))
  expect(current.value).toBeNull()
  expect(faults.hasStruck).toBe(true)
  back.power.cut()
  faults.isMended()

  for (const ahead_ms of [-FIFTY_YEARS_MS, FIFTY_YEARS_MS, 0]) {
    const again = await profile.opensTab()
    again.clock.ahead_ms += ahead_ms
    await again.kith.unlock(null, WORDS)
    await eventually(() => expect(again.kith.stage.value).toMatchObject({ name: 'removed', unsent: 1 }))
    again.power.cut()
  }
  phone.power.cut()
  faults.end()
})
