/** A tab that is frozen with a database open that is to go: Kith starts, keeps and forgets all the same. */

import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { addPerson } from '../../map/actions.ts'
import { Registry } from '../unlock/registry.ts'
import { Profile } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'

vi.setConfig({ testTimeout: 60_000 }) // real processes and key derivation, on a machine that may be busy

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

test('what was begun and cannot be removed yet stops nobody, and is gone at a later start', async () => {
  const relay = await Relay.start()
  const profile = new Profile(relay)
  const begun = { id: 'begun', database: `${profile.registry}-begun` }
  const registry = await Registry.open(profile.registry)
  await registry.begin(begun)
  const frozen = await opened(begun.database)
  const [first, second] = [await profile.opensTab(), await profile.opensTab()]
  expect(first.kith.stage.value.name).toBe('first')
  second.kith.startTogether()
  addPerson({ name: 'Nan', kind: 'person' })
  expect(await second.kith.keep({ unlock: { kind: 'phone' }, card: null, tablet: 'mine' })).toEqual({ ok: true })
  expect((await registry.read()).begun).toEqual([begun])
  frozen.close()
  const later = await profile.opensTab()
  await vi.waitFor(async () => expect((await registry.read()).begun).toEqual([]), { timeout: 60_000 })
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(begun.database)
  for (const tab of [first, second, later]) tab.power.cut()
  registry.close()
  await relay.end()
})
