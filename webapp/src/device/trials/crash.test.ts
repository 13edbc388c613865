/** Power cuts at every single write of a device's disk: nothing that was shown as saved is lost, and all devices agree. */

import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Relay } from './relay-for-tests.ts'
import { eventually, newTable, type Person, type Table } from './table-for-tests.ts'

let relay: Relay
let table: Table

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())
afterEach(() => table.end())

/** Adds names until the power goes; gives back those that the screen said were saved. */
async function worksUntilThePowerGoes(person: Person, prefix: string): Promise<string[]> {
  const saved: string[] = []
  for (let count = 0; count < 8 && !person.power.isCut; count++) {
    const name = `${prefix} ${count}`
    person.adds(name)
    const gone = new Promise<'cut'>((resolve) => person.power.onCut(() => resolve('cut')))
    const ended = await Promise.race([person.engine.replica.outbox.save().then(() => 'saved' as const), gone])
    if (ended === 'saved' && person.engine.state.value.here === 'saved' && !person.power.isCut) saved.push(name)
    if (count % 3 === 2) await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 350))])
  }
  return saved
}

/** A tablet that has said two things, and what its disk held after the first of them. */
async function goesBackInTime(): Promise<string> {
  table = newTable(relay)
  const tablet = await table.keepsWithCard()
  tablet.engine.connect()
  tablet.adds('Nan')
  await tablet.isSent()
  const old = await table.copyOf(tablet)
  tablet.adds('Sol')
  await tablet.isSent()
  tablet.power.cut()
  return old
}

/** On a fresh phone, with nothing set aside. */
async function opensElsewhere(...names: string[]): Promise<void> {
  const phone = await table.opensWithCard()
  phone.engine.connect()
  await phone.sees(...names)
  expect(phone.engine.state.value.aside).toBe(0)
}

describe.each(['before', 'after'] as const)('the power goes %s the write', (when) => {
  test.each(Array.from({ length: 14 }, (_, at) => at + 1))(
    'number %i',
    async (at) => {
      table = newTable(relay)
      const tablet = await table.keepsWithCard()
      tablet.store.cutAt = at
      tablet.store.cutWhen = when
      tablet.engine.connect()
      const saved = await worksUntilThePowerGoes(tablet, 'person')
      if (!tablet.power.isCut) tablet.power.cut()
      const again = await table.opens(tablet.database, 'both')
      expect(again.people()).toEqual(expect.arrayContaining(saved))
      again.engine.connect()
      again.adds('after')
      await again.isSent()
      const phone = await table.opensWithCard()
      phone.engine.connect()
      await phone.sees(...saved, 'after')
      await eventually(() => expect(phone.document.snapshot.value).toEqual(again.document.snapshot.value))
      expect(phone.engine.state.value.aside).toBe(0)
      expect(again.engine.state.value.aside).toBe(0)
    },
    20_000,
  )
})

describe.each(['before', 'after'] as const)('the power of the one who receives goes %s the write', (when) => {
  test.each([1, 2, 3, 4, 5, 6])(
    'number %i',
    async (at) => {
      table = newTable(relay)
      const tablet = await table.keepsWithCard()
      tablet.engine.connect()
      tablet.adds('Nan')
      await tablet.isSent()
      const phone = await table.opensWithCard()
      phone.store.cutAt = phone.store.writes + at
      phone.store.cutWhen = when
      phone.engine.connect()
      tablet.adds('Sol')
      phone.adds('Ben')
      await new Promise((resolve) => setTimeout(resolve, 600))
      const saved = phone.engine.state.value.here === 'saved' && !phone.power.isCut ? ['Ben'] : []
      phone.power.cut()
      const again = await table.opens(phone.database, 0)
      again.engine.connect()
      await again.sees('Nan', 'Sol', ...saved)
      again.adds('after')
      await tablet.sees('after', ...saved)
      await eventually(() => expect(tablet.document.snapshot.value).toEqual(again.document.snapshot.value))
    },
    20_000,
  )
})

describe('old storage', () => {
  test.each([
    ['takes up what it once sent, and says its new words after it', false],
    ['also when it had sealed a record in the place of one that it forgot', true],
  ])('a device whose disk went back in time: %s', async (_name, seals) => {
    const old = await goesBackInTime()
    const again = await table.opens(old, 'both')
    again.adds('Ben')
    await again.saved()
    if (seals) await again.seals()
    again.engine.connect()
    await again.sees('Nan', 'Sol', 'Ben')
    await again.isSent()
    await opensElsewhere('Nan', 'Sol', 'Ben')
    expect(again.engine.state.value.aside).toBe(0)
  })
})

test('what was put back comes before what builds on it, also after a restart', async () => {
  const old = await goesBackInTime()
  let refused = (): void => undefined
  const again = await table.opens(old, 'both', undefined, (message) => {
    if (message.type === 'nack') refused()
    return message
  })
  const ben = again.adds('Ben')
  await again.saved()
  await again.seals()
  refused = () => {
    again.document.pen.value = 0 // another hand: never in the same record
    again.renames(ben, 'Benny')
  }
  const { outbox } = again.engine.replica
  const returned = outbox.returned.bind(outbox)
  outbox.returned = (entries) => {
    returned(entries)
    again.power.cut() // just after they are in the store's outbox again
  }
  again.engine.connect()
  await eventually(() => expect(again.power.isCut).toBe(true))
  const last = await table.opens(old, 'both')
  last.engine.connect()
  await last.isSent()
  await opensElsewhere('Nan', 'Sol', 'Benny')
}, 20_000)
