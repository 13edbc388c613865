/**
 * Freezes what a browser keeps, for versions to come: a place with two people's words, under a passphrase. Played in the
 * checkout of the version that is frozen, as freeze.test.ts (`python -m tests.fixtures`); it may use only what was always there.
 */

import 'fake-indexeddb/auto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CardSecret } from '../../../../sync/card.ts'
import { current } from '../../document/current.ts'
import { addPerson, setNames } from '../../map/actions.ts'
import { addGoal } from '../../plan/actions.ts'
import { Profile } from './browser-for-tests.ts'
import { Relay } from './relay-for-tests.ts'
import { eventually, testCrypto } from './table-for-tests.ts'

const WORDS = 'maple lantern river copper window'

test('freezes a browser', async () => {
  const relay = await Relay.start()
  const card = CardSecret.fresh(testCrypto)
  const tab = await new Profile(relay).opensTab()
  tab.kith.startTogether()
  setNames(['Ama', 'Jo'])
  addPerson({ name: 'Nan', kind: 'person' })
  await tab.kith.keep({ unlock: { kind: 'passphrase', passphrase: WORDS }, card, tablet: 'shared' })
  const stage = tab.kith.stage.value
  if (stage.name !== 'open') throw new Error('not kept')
  const { space } = stage
  await eventually(() => expect(space.state.value).toMatchObject({ here: 'saved', sent: 'sent' }))

  const phone = await new Profile(relay).opensTab()
  await phone.kith.openWithCard(card, { kind: 'phone' })
  await eventually(() => expect(phone.kith.stage.value.name).toBe('open'))
  const other = phone.kith.stage.value
  if (other.name !== 'open') throw new Error('not opened')
  await eventually(() => expect(other.space.document.snapshot.value.people).toHaveLength(1))
  current.value = other.space.document
  addPerson({ name: 'Sol', kind: 'person' })
  addGoal('Paint again')
  await eventually(() => expect(space.document.snapshot.value.goals).toHaveLength(1))
  phone.power.cut()

  await eventually(() => expect(space.state.value).toMatchObject({ here: 'saved', sent: 'sent' }))
  await relay.down()
  await eventually(() => expect(space.state.value.server).toBe('unreachable'))
  current.value = space.document
  addPerson({ name: 'not sent yet', kind: 'person' })
  await eventually(() => expect(space.state.value.here).toBe('saved'))
  const shown = space.document.snapshot.value
  await tab.kith.lock() // and writes what it starts faster from
  const words = await card.words(testCrypto)
  const frozen = {
    passphrase: WORDS,
    card: words.join(' '),
    shown,
    databases: await dumped(),
  }
  await writeFile(join(import.meta.dirname, 'browser.json.gz'), gzipSync(JSON.stringify(frozen, asText)))
  await relay.end()
})

/** The first profile's list of places, and what its ring opens. */
async function dumped(): Promise<unknown[]> {
  const all = await indexedDB.databases()
  return Promise.all(all.map(({ name = '', version = 1 }) => dumpOf(name, version)))
}

async function dumpOf(name: string, version: number) {
  const database = await answer(indexedDB.open(name))
  const shelves = await Promise.all(
    [...database.objectStoreNames].map(async (shelf) => {
      const store = database.transaction(shelf).objectStore(shelf)
      const [keys, values] = [answer(store.getAllKeys()), answer(store.getAll())]
      return { name: shelf, keyPath: store.keyPath, keys: await keys, values: await values }
    }),
  )
  database.close()
  return { name, version, shelves }
}

function answer<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Bytes as text that says so. */
function asText(_key: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { bytes: Buffer.from(value).toString('base64'), is: 'buffer' }
  if (ArrayBuffer.isView(value))
    return { bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
  return value
}
