/** What one tab does alone, and a tab that never ends it. */

import { afterEach, expect, test, vi } from 'vitest'
import { StorageUnready } from './errors.ts'
import { type Locks, type Loudspeaker, Tabs } from './tabs.ts'

const silent: Loudspeaker = { postMessage: () => undefined, close: () => undefined, onmessage: null }

/** Whoever comes second waits for the first, or until it is called off. */
class Queue implements Locks {
  #before: Promise<unknown> = Promise.resolve()

  request: Locks['request'] = (_name, { signal }, hold) => {
    const calledOff = new Promise<never>((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('called off', 'AbortError')))
    })
    const turn = Promise.race([this.#before, calledOff]).then(() => hold({}))
    this.#before = turn.catch(() => undefined)
    return turn
  }
}

afterEach(() => {
  vi.useRealTimers()
})

test('a step waits for another tab\u2019s, and answers or fails as itself', async () => {
  const tabs = new Tabs(
    new Queue(),
    () => silent,
    () => undefined,
  )
  let end: (() => void) | null = null
  const first = tabs.alone('rings', () => new Promise<void>((resolve) => (end = resolve)))
  const second = tabs.alone('rings', async () => 'done')
  const third = tabs.alone('rings', () => Promise.reject(new RangeError('ours')))
  third.catch(() => undefined)
  const ends = await vi.waitUntil(() => end)
  ends()
  await first
  expect(await second).toBe('done')
  await expect(third).rejects.toBeInstanceOf(RangeError)
})

test('a step that never ends stops no other tab: it is told to ask again', async () => {
  vi.useFakeTimers()
  const tabs = new Tabs(
    new Queue(),
    () => silent,
    () => undefined,
  )
  void tabs.alone('rings', () => new Promise<void>(() => undefined))
  const second = tabs.alone('rings', async () => 'done')
  const told = expect(second).rejects.toBeInstanceOf(StorageUnready)
  await vi.advanceTimersByTimeAsync(60_000)
  await told
})
