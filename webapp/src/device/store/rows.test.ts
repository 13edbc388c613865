/** A row of records is read whole, once, from wherever one begins, however long it is. */

import { expect, test } from 'vitest'
import { MemoryStore } from './memory-store.ts'
import { appliedRow, ownRow, whole } from './rows.ts'

test.each([0, 1, 255, 256, 257, 512, 700])('%i records', async (count) => {
  const store = new MemoryStore()
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  await store.write({
    own: numbers.map((seq) => ({ seq, bytes: new Uint8Array([1]) })),
    applied: numbers.map((number) => ({ number, bytes: new Uint8Array([2]) })),
  })
  expect((await whole(ownRow(store))).map(({ seq }) => seq)).toEqual(numbers)
  expect((await whole(appliedRow(store))).map(({ number }) => number)).toEqual(numbers)
  expect((await whole(appliedRow(store, 3))).map(({ number }) => number)).toEqual(numbers.slice(2))
})
