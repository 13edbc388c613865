/** What is half typed is kept with its place, sealed, and is there again after the power went. */

import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import type { Dial } from '../engine/channel.ts'
import { Profile } from './browser-for-tests.ts'
import { space } from './shown-for-tests.ts'

vi.setConfig({ testTimeout: 30_000 }) // real key derivation, on a machine that may be busy

const WORDS = 'maple lantern river copper window'
const HALF = { key: 'add step', label: 'Add a small step', text: 'Ask xylophone' }
const nobody: Dial = ({ closed }) => {
  queueMicrotask(closed)
  return { send: () => undefined, close: () => undefined }
}

async function records(name: string): Promise<{ readonly half?: unknown }[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const asking = database.transaction('places').objectStore('places').getAll()
  return new Promise((resolve) => {
    asking.onsuccess = () => {
      database.close()
      resolve(asking.result)
    }
  })
}

test('it outlives the power and is nowhere in clear; the last word said of it counts', async () => {
  const profile = new Profile({ dial: nobody, origin: 'http://localhost' })
  const tab = await profile.opensTab()
  tab.kith.startTogether()
  const unlock = { kind: 'passphrase', passphrase: WORDS } as const
  expect(await tab.kith.keep({ unlock, card: null, tablet: 'shared' })).toEqual({ ok: true })
  expect(space(tab).halfTyped.left).toBeNull()
  space(tab).halfTyped.keep({ ...HALF, text: 'Ask' })
  space(tab).halfTyped.keep(null)
  space(tab).halfTyped.keep(HALF)
  await expect.poll(async () => (await records(profile.registry))[0]?.half !== undefined).toBe(true)
  await expect.poll(() => leftAfterRestart(profile)).toEqual(HALF)
  const clear = JSON.stringify(await records(profile.registry), (_, value: unknown) =>
    value instanceof Uint8Array || value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
  )
  expect(clear).toContain('half')
  expect(clear).not.toContain('xylophone')
  tab.power.cut()
})

async function leftAfterRestart(profile: Profile): Promise<unknown> {
  const later = await profile.opensTab()
  await later.kith.unlock(null, WORDS)
  if (later.kith.stage.value.name === 'elsewhere') await later.kith.takeOver()
  const { left } = space(later).halfTyped
  later.power.cut()
  return left
}
