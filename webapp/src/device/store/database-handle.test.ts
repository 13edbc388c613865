/** One handle at a time, however it is lost, and none that stays open unknown to anybody. */

import 'fake-indexeddb/auto'
import { forceCloseDatabase } from 'fake-indexeddb'
import { type DBSchema, unwrap } from 'idb'
import { afterEach, expect, test, vi } from 'vitest'
import { DatabaseHandle, onlyReads, removeDatabase } from './database-handle.ts'

interface Shelves extends DBSchema {
  words: { key: number; value: string }
}

let names = 0
const newName = (): string => `kith-handle-test-${names++}`
const made = (name: string) => new DatabaseHandle<Shelves>(name, (database) => void database.createObjectStore('words'))

afterEach(() => {
  vi.useRealTimers()
})

/** A connection of a tab that answers nobody. */
function frozen(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

test('after a drop, a read and a write at once share one new handle, which gives way to a deletion', async () => {
  const name = newName()
  const handle = made(name)
  await handle.open('where there is none')
  await handle.run(async (database) => forceCloseDatabase(unwrap(database) as never))
  const [, word] = await Promise.all([
    handle.run((database) => database.put('words', 'hello', 1)),
    handle.run((database) => database.get('words', 1)),
  ])
  expect(word).toBe('hello')
  expect(await removeDatabase(name)).toBe(true)
})

test('a read that the browser cuts off is told to whoever asked, and nowhere else', async () => {
  const handle = made(newName())
  await handle.open('where there is none')
  const database = await handle.run(async (opened) => opened)
  const unheard: unknown[] = []
  const hear = (reason: unknown): void => void unheard.push(reason)
  process.on('unhandledRejection', hear)
  const reading = onlyReads(database.transaction('words'))
  const asked = reading.store.get(1)
  reading.abort()
  await expect(asked).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve))
  process.off('unhandledRejection', hear)
  expect(unheard).toEqual([])
})

test('a handle that is closed while it is being opened does not stay open', async () => {
  const name = newName()
  const handle = made(name)
  const opening = handle.open('where there is none')
  handle.close()
  await opening
  expect(await removeDatabase(name)).toBe(true)
})

test('a database that a frozen tab has open is not waited for, and goes when that tab ends', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const name = newName()
  const handle = made(name)
  await handle.open('where there is none')
  const other = await frozen(name)
  const removing = removeDatabase(name)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await removing).toBe(false)
  other.close()
  await vi.waitFor(async () => {
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name)
  })
})
