/** A server is restored and others go another way from there: one history stands, the same for everybody (P19). */

import 'fake-indexeddb/auto'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { Message } from '../../../../sync/messages.ts'
import { backedUp, restored } from '../trials/backed-up-for-tests.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, type Person } from '../trials/table-for-tests.ts'

vi.setConfig({ testTimeout: 40_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeEach(async () => {
  await relay?.end()
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

const pair = () => backedUp(relay)
const isRestored = () => restored(relay)

const invites = (person: Person) => person.engine.admissions.invite(1, relay.origin, person.engine.extend)

test('the other one\u2019s history stands: it is taken over, and what was said under ours is said again', async () => {
  const [table, tablet, phone] = await pair()
  await phone.engine.close()
  await invites(tablet)
  tablet.adds('after the backup')
  await tablet.isSent()
  const name = tablet.database
  await tablet.engine.close()
  await isRestored()

  const again = await table.opens(phone.database, 0)
  again.engine.connect()
  await again.isSent()
  await invites(again)
  const back = await table.opens(name, 'both')
  back.engine.connect()
  back.adds('under the other history')
  await back.isSent()
  await again.sees('Nan', 'after the backup', 'under the other history')
  expect(back.engine.state.value).toMatchObject({ server: 'connected', aside: 0 })
  expect(again.engine.state.value).toMatchObject({ server: 'connected', aside: 0 })
  await back.engine.close()
  const later = await table.opens(name, 'both')
  expect(later.people()).toEqual(['Nan', 'after the backup', 'under the other history'])
  await table.end()
})

test('ours has removed somebody and stands: this device stops there, and everything stays readable', async () => {
  const [table, tablet, phone] = await pair()
  await tablet.engine.close()
  await phone.engine.removals.remove([0], [], null)
  await phone.engine.close()
  await isRestored()

  const again = await table.opens(tablet.database, 'both')
  again.engine.connect()
  await again.isSent()
  await invites(again)
  const back = await table.opens(phone.database, 0)
  back.engine.connect()
  await eventually(() => expect(back.engine.refusal.value).toBe('FORK_CONTROL'))
  expect(back.people()).toEqual(['Nan'])
  expect(back.engine.journal.notices.value.map(({ kind }) => kind)).toContain('server shows another history')
  await table.end()
})

test('ours took nothing from anybody, and gives way: what we had asked for is asked for again, also after the power went', async () => {
  const [table, tablet, phone] = await pair()
  await tablet.engine.close()
  await invites(phone)
  const [invited] = phone.engine.replica.state.value.invites
  await phone.isSent()
  await phone.engine.close()
  await isRestored()

  const again = await table.opens(tablet.database, 'both')
  again.engine.connect()
  await again.isSent()
  await invites(again)
  const cut: Person = await table.opens(phone.database, 0, undefined, (message) => {
    if (cut.engine.replica.stored.undone?.length) cut.power.cut()
    return message
  })
  cut.engine.connect()
  await eventually(() => expect(cut.power.isCut).toBe(true))
  const back = await table.opens(phone.database, 0)
  back.engine.connect()
  back.adds('under the other history')
  await back.isSent()
  await again.sees('Nan', 'under the other history')
  await eventually(() => expect(again.engine.replica.state.value.invites).toHaveLength(2))
  expect(again.engine.replica.state.value.invites[1]).toMatchObject({ id: invited?.id, open: true })
  await eventually(() => expect(back.engine.replica.stored.undone).toEqual([]))
  expect(back.engine.state.value).toMatchObject({ server: 'connected', aside: 0 })
  expect(back.engine.journal.notices.value).toEqual([])
  await table.end()
})

test('the two part after it was met, and before it had all of ours again: they are compared', async () => {
  const [table, tablet, phone] = await pair()
  await tablet.engine.close()
  await invites(phone)
  await phone.engine.close()
  await isRestored()
  const met = await table.opens(phone.database, 0, undefined, (message) => {
    if (message.type === 'ctl ack') return { type: 'err', code: 'CTL_CONFLICT', retryAfterMs: null }
    return message.type === 'ctl' && message.fromN === 2 ? { ...message, entries: [] } : message
  })
  met.engine.connect()
  await met.isSent()
  const { incarnation } = met.engine.replica.ledger.value
  if (incarnation === null) throw new Error('the phone has met no server')
  await met.engine.close()
  await isRestored()
  const again = await table.opens(tablet.database, 'both')
  again.engine.connect()
  await again.isSent()
  await invites(again)

  const isTheSame = (message: Message): Message => (message.type === 'welcome' ? { ...message, incarnation } : message)
  const back = await table.opens(phone.database, 0, undefined, isTheSame)
  back.engine.connect()
  back.adds('under the other history')
  await back.isSent()
  await again.sees('Nan', 'under the other history')
  expect(back.engine.state.value).toMatchObject({ server: 'connected', aside: 0 })
  expect(back.engine.replica.chain).toEqual(again.engine.replica.chain)
  await table.end()
})

test('theirs cuts off words that this device has: it is not taken over, and everything stays readable', async () => {
  const [table, tablet, phone] = await pair()
  const other = await table.opensWithCard()
  other.engine.connect()
  await other.sees('Nan')
  await relay.backsUp('with both phones')
  await other.engine.close()
  tablet.adds('after the backup')
  await phone.sees('after the backup')
  await invites(phone)
  await phone.engine.close()
  await tablet.engine.close()
  await relay.down()
  await relay.restores('with both phones')
  await relay.up()

  const again = await table.opens(other.database, 0)
  again.engine.connect()
  await again.isSent()
  await again.engine.removals.remove([0], [], null)
  const back = await table.opens(phone.database, 0)
  back.engine.connect()
  await eventually(() => expect(back.engine.refusal.value).toBe('FINAL_BACK'))
  expect(back.people()).toEqual(['Nan', 'after the backup'])
  expect(back.engine.journal.notices.value.map(({ kind }) => kind)).toContain('removal cuts words')
  await table.end()
})

test('a server that hides that it went back, with entries by somebody who came since, shows another history', async () => {
  const [table, tablet, phone] = await pair()
  const incarnation = tablet.engine.replica.ledger.value.incarnation
  if (incarnation === null) throw new Error('the tablet has met no server')
  await invites(phone)
  await eventually(() => expect(tablet.engine.replica.state.value.invites).toHaveLength(1))
  await tablet.engine.close()
  await phone.engine.close()
  await isRestored()
  const other = await table.opensWithCard()
  other.engine.connect()
  await other.isSent()
  await invites(other)

  const hides = (message: Message): Message => (message.type === 'welcome' ? { ...message, incarnation } : message)
  const back = await table.opens(tablet.database, 'both', undefined, hides)
  back.engine.connect()
  await eventually(() => expect(back.engine.refusal.value).toBe('FORK_CONTROL'))
  expect(back.people()).toEqual(['Nan'])
  await table.end()
})
