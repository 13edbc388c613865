/** Words on their way to the disk, whatever comes in between. */

import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { Outbox } from './outbox.ts'

test('a change that comes just as there was nothing to save is saved, too', async () => {
  const store = new MemoryStore()
  const outbox = new Outbox(store, [], systemClock)
  void outbox.save()
  outbox.add(new Uint8Array([1]), 0)
  await outbox.save()
  expect(outbox.here.value).toBe('saved')
  expect((await store.read()).outbox).toHaveLength(1)
})
