import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { History } from '../../document/history.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { newTable, type Table, testCrypto } from '../trials/table-for-tests.ts'
import { inOneOrder, readLog } from './log.ts'

describe('one order of two rows', () => {
  const entry = (device: number, seq: number, at: number, seen: readonly (readonly [number, number])[] = []) => ({
    ...{ device, seq, at, seen, shared: false, by: 0 },
    update: Uint8Array.of(device, seq),
  })
  const order = (own: ReturnType<typeof entry>[], applied: ReturnType<typeof entry>[]) =>
    inOneOrder(own, applied, 0).map(({ update }) => [...update].join('.'))

  test('by their times where neither had seen the other', () =>
    expect(order([entry(0, 1, 10), entry(0, 2, 30)], [entry(1, 1, 20)])).toEqual(['0.1', '1.1', '0.2']))
  test('after what its author had seen, whatever the clocks say', () => {
    expect(order([entry(0, 1, 10, [[1, 1]])], [entry(1, 1, 99)])).toEqual(['1.1', '0.1'])
    expect(order([entry(0, 1, 99)], [entry(1, 1, 10, [[0, 1]])])).toEqual(['0.1', '1.1'])
  })
  test('also when something that was seen never came', () =>
    expect(order([entry(0, 1, 5, [[2, 7]])], [entry(1, 1, 9, [[3, 1]])])).toEqual(['0.1', '1.1']))
})

describe('what a device keeps', () => {
  let relay: Relay
  let table: Table
  beforeAll(async () => {
    relay = await Relay.start()
    table = newTable(relay)
  }, 30_000)
  afterAll(async () => {
    await table.end()
    relay.end()
  })

  test('both devices read one history, with whose hand and whose device it was', async () => {
    const tablet = await table.keepsWithCard()
    tablet.engine.connect()
    const ann = tablet.adds('Ann')
    await tablet.isSent()
    const phone = await table.opensWithCard()
    phone.engine.connect()
    await phone.sees('Ann')
    phone.renames(ann, 'Annie')
    await tablet.sees('Annie')
    for (const { engine } of [tablet, phone]) {
      const log = await readLog(engine.replica)
      const moments = await new History(log).moments(0, log.length)
      expect(moments.map(({ by, shared, differences }) => [by, shared, differences[0]?.what])).toEqual([
        ['both', true, 'added'],
        [0, false, 'changed'],
      ])
    }
  })

  test('what was said under a key that was given up since is there too', async () => {
    const tablet = await table.keepsWithCard()
    tablet.adds('Ann')
    await tablet.saved()
    await tablet.seals()
    const { replica } = tablet.engine
    await replica.keep((keys) => ({ ...keys, epochs: [testCrypto.randomBytes(32)], givenUp: keys.epochs }))
    expect(await readLog(replica)).toHaveLength(1)
  })

  test('what is not sent yet is there too', async () => {
    const tablet = await table.keepsWithCard()
    tablet.adds('Ann')
    const log = await readLog(tablet.engine.replica)
    expect(log.map(({ by, shared }) => [by, shared])).toEqual([['both', true]])
  })
})
