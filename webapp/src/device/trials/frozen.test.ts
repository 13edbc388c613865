/** What earlier versions kept in a browser opens for ever: with its words, from its records, and it goes on from there. */

import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { forgetDatabase } from '../store/indexed-db-store.ts'
import { Profile } from './browser-for-tests.ts'
import { Relay, ROOT } from './relay-for-tests.ts'
import { adds, people, space } from './shown-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

interface Shelf {
  readonly name: string
  readonly keyPath: string | null
  readonly keys: readonly IDBValidKey[]
  readonly values: readonly unknown[]
}
interface Frozen {
  readonly passphrase: string
  readonly card: string
  readonly shown: { readonly people: readonly { readonly name: string }[] }
  readonly databases: readonly { readonly name: string; readonly version: number; readonly shelves: readonly Shelf[] }[]
}

const FROZEN = join(ROOT, 'tests', 'fixtures', 'frozen')
/** The state as it was, kept to start faster. */
const STATE = 2
let relay: Relay

beforeAll(async () => {
  relay = await Relay.start()
}, 30_000)
afterAll(() => relay.end())

function frozenBy(version: string): Frozen {
  const text = gunzipSync(readFileSync(join(FROZEN, version, 'browser.json.gz'))).toString()
  return JSON.parse(text, asBytes) as Frozen
}

function asBytes(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return value
  const bytes = new Uint8Array(Buffer.from(String(value.bytes), 'base64'))
  return 'is' in value ? bytes.buffer : bytes
}

/** Under the names that they had; the places' list under the name that the next profile looks for. */
async function thaw({ databases }: Frozen, profile: Profile): Promise<void> {
  const listed = databases.find(({ shelves }) => shelves.some(({ name }) => name === 'rings'))
  for (const { name, version, shelves } of databases) {
    const isList = shelves.some(({ name: shelf }) => shelf === 'rings')
    if (isList && name !== listed?.name) continue // the phone's, whose places nobody asks for
    await forgetDatabase(name)
    await restore(isList ? profile.registry : name, version, shelves)
  }
}

function restore(name: string, version: number, shelves: readonly Shelf[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version)
    opening.onupgradeneeded = () => {
      for (const { name: shelf, keyPath, keys, values } of shelves) {
        const store = opening.result.createObjectStore(shelf, { keyPath })
        for (const [at, value] of values.entries()) store.put(value, keyPath === null ? keys[at] : undefined)
      }
    }
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
}

describe.each(readdirSync(FROZEN))('what %s kept', (version) => {
  const frozen = frozenBy(version)
  const names = frozen.shown.people.map(({ name }) => name)

  test('opens with its words, and goes on with a relay of today', async () => {
    const profile = new Profile(relay)
    await thaw(frozen, profile)
    const tab = await profile.opensTab()
    expect(await tab.kith.unlock(null, 'maple lantern river copper winter')).toBe('wrong')
    expect(await tab.kith.unlock(null, frozen.passphrase)).toBe('open')
    expect(space(tab).document.snapshot.value).toMatchObject(frozen.shown)
    adds(tab, 'written today')
    await eventually(() => expect(space(tab).state.value).toMatchObject({ here: 'saved', sent: 'sent' }))
    const phone = await new Profile(relay).opensTab()
    const card = await CardSecret.fromWords(frozen.card, testCrypto)
    expect(await phone.kith.openWithCard(card, { kind: 'phone' })).toEqual({ ok: true })
    await eventually(() => expect(people(phone)).toContain('written today'))
    expect(space(tab).state.value.aside).toBe(0)
    for (const each of [tab, phone]) each.power.cut()
  })

  test('opens from its records alone, without what is kept to start faster', async () => {
    const profile = new Profile(relay)
    const databases = frozen.databases.map(({ shelves, ...database }) => ({
      ...database,
      shelves: shelves.map((shelf) => (shelf.name === 'single' ? without(shelf, STATE) : shelf)),
    }))
    expect(JSON.stringify(databases).length).toBeLessThan(JSON.stringify(frozen.databases).length)
    await thaw({ ...frozen, databases }, profile)
    const tab = await profile.opensTab()
    expect(await tab.kith.unlock(null, frozen.passphrase)).toBe('open')
    expect(people(tab)).toEqual(names)
    tab.power.cut()
  })
})

function without({ keys, values, ...shelf }: Shelf, key: number): Shelf {
  const isOther = (_: unknown, at: number): boolean => keys[at] !== key
  return { ...shelf, keys: keys.filter(isOther), values: values.filter(isOther) }
}
