/** Clocks that are years wrong, or jump: everybody ends with the same, the last word stands, and nobody is kept out. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { areEqual } from '../../../../sync/bytes.ts'
import { fromLink } from '../../../../sync/joining.ts'
import { type Clock, systemClock } from '../clock.ts'
import { Relay } from './relay-for-tests.ts'
import { eventually, newTable, type Person, type Table, testCrypto } from './table-for-tests.ts'

const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000
let relay: Relay
let table: Table

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => table.end())

/** Runs as time does, from wherever it was set. */
class SetClock implements Clock {
  ahead_ms: number
  constructor(at_ms: number) {
    this.ahead_ms = at_ms - systemClock.now()
  }
  now = (): number => systemClock.now() + this.ahead_ms
  elapsed = systemClock.elapsed
  after = systemClock.after
}

const CLOCKS: readonly [string, () => number][] = [
  ['1970', () => 0],
  ['ten years ago', () => systemClock.now() - 10 * YEAR_MS],
  ['in ten years', () => systemClock.now() + 10 * YEAR_MS],
  ['in 2038, as 32 bits run out', () => 2 ** 31 * 1000 - 500],
]

/** A tablet whose clock is right, and a phone for each that is not. */
async function room(): Promise<{ tablet: Person; phones: Person[]; clocks: SetClock[] }> {
  table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  await tablet.isSent()
  const clocks = CLOCKS.map(([, at]) => new SetClock(at()))
  const phones: Person[] = []
  for (const clock of clocks) {
    table.clock = clock
    const phone = await table.opensWithCard()
    phone.engine.connect()
    phones.push(phone)
  }
  return { tablet, phones, clocks }
}

async function haveTheSame(all: readonly Person[]): Promise<void> {
  await eventually(() => {
    for (const { engine, document } of all) {
      expect(engine.state.value).toMatchObject({ sent: 'sent', aside: 0 })
      expect(document.snapshot.value).toEqual(all[0]?.document.snapshot.value)
    }
  })
}

test('1970, 2038 and ten years either way: the last to have seen the others has the last word, whatever its clock says', async () => {
  const { tablet, phones } = await room()
  const all = [tablet, ...phones]
  const nan = tablet.adds('Nan')
  let said = 'Nan'
  for (const who of [...all, ...[...all].reverse()]) {
    await who.sees(said)
    said = `Nan ${all.indexOf(who)} after ${said.length}`
    who.renames(nan, said)
  }
  for (const who of all) await who.sees(said)
  await Promise.all(all.map(async (who, at) => who.adds(`by ${at}`)))
  await haveTheSame(all)
  expect(tablet.people()).toHaveLength(1 + all.length)
})

test('a clock that jumps back and ahead in the middle changes nothing of who has the last word', async () => {
  const { tablet, phones, clocks } = await room()
  const [phone, clock] = [phones[3], clocks[3]]
  if (!phone || !clock) throw new Error('nobody there')
  const nan = phone.adds('Nan')
  await tablet.sees('Nan')
  for (const [at, years] of [-68, 20, -30, 100].entries()) {
    clock.ahead_ms += years * YEAR_MS
    phone.renames(nan, `jump ${at}`)
    await tablet.sees(`jump ${at}`)
    tablet.renames(nan, `seen ${at}`)
    await phone.sees(`seen ${at}`)
  }
  await haveTheSame([tablet, ...phones])
  expect(tablet.people()).toEqual(['seen 3'])
})

test.each(CLOCKS)(
  'an invitation made by a tablet whose clock says %s is good for six days by the server’s',
  async (_, at) => {
    table = newTable(relay)
    table.clock = new SetClock(at())
    const tablet = await table.keepsWithCard()
    tablet.engine.connect()
    await tablet.isSent()
    const { admissions, extend } = tablet.engine
    const offer = await admissions.invite(1, relay.origin, extend)
    const { invitation } = await fromLink(offer.link, testCrypto)
    const entry = tablet.engine.replica.state.value.invites.find(({ id }) => areEqual(id, invitation.id))
    const days = ((entry?.expires ?? 0) - systemClock.now() / 1000) / 86_400
    expect(Math.round(days)).toBe(6)
    expect(Math.round((offer.expires - table.clock.now() / 1000) / 86_400)).toBe(6)
  },
)
