/** What was asked for in a history that was given up is asked for again of whom it meant (P19), whoever goes on for them by then. */

import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as control from '../../../../sync/control.ts'
import { newDeviceKeys } from '../../../../sync/keys.ts'
import { Relay } from '../trials/relay-for-tests.ts'
import { eventually, newTable, type Person, testCrypto } from '../trials/table-for-tests.ts'
import { presentKeyOf } from './epoch-keys.ts'

vi.setConfig({ testTimeout: 40_000 }) // real processes and key derivation, on a machine that may be busy
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

/** Under other keys, as after a fork (P22). */
async function goesOn({ engine: { replica, extend } }: Person): Promise<void> {
  const { keys, ledger, self } = replica
  const { seq, hash } = ledger.value.head(keys.id)
  const fresh = await newDeviceKeys(testCrypto)
  const [signSeed, boxSeed] = [fresh.signing.private, fresh.box.private]
  await replica.keep((stored) => ({ ...stored, next: { signSeed, boxSeed, from: seq + 1, isAnew: false } }))
  await extend((state) => {
    const last = [self?.ix ?? 0, seq, hash] as const
    return control.replace(state, keys, fresh, presentKeyOf(replica, state), last, 5, testCrypto)
  })
}

test.each(['an earlier Kith kept', 'this one keeps'])(
  'a tablet that was to go, by what %s of it, and goes on under other keys: it goes all the same',
  async (kept) => {
    const table = newTable(relay)
    const [tablet, phone] = await table.pair()
    tablet.adds('Nan')
    await phone.sees('Nan')
    const { replica } = phone.engine
    const state = replica.state.value
    const epochKeys = { present: presentKeyOf(replica, state), next: testCrypto.randomBytes(32) }
    const removal = { devices: [0], members: [], heads: [], epochKeys, ts: 5 }
    const entry = await control.remove(state, replica.keys, removal, testCrypto)
    const who = { common: state.devices.length, names: state.devices.map(({ id }) => id) }
    const named = kept === 'this one keeps' ? who : { common: who.common }
    await replica.keep((keys) => ({ ...keys, undone: [{ entries: [entry], own: replica.keys.id, ...named }] }))
    await phone.engine.close()
    await goesOn(tablet)
    expect(tablet.engine.replica.state.value.devices[3]).toMatchObject({ replaces: 0, removedN: null })

    const back = await table.opens(phone.database, 0)
    back.engine.connect()
    await eventually(() => expect(back.engine.replica.stored.undone).toEqual([]))
    expect(back.engine.replica.state.value.devices[3]?.removedN).not.toBeNull()
    await eventually(() => expect(tablet.engine.isRemoved.value).toBe(true))
    await table.end()
  },
)
