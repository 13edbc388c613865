/** What is asked for, and when. */

import { expect, test } from 'vitest'
import type { Message, Records } from '../../../../sync/messages.ts'
import { Pages } from './pages.ts'

function page(first: number, count: number, end = false): Records {
  const records = Array.from({ length: count }, (_, at) => [first + at, new Uint8Array()] as const)
  return { type: 'records', records, end }
}

/** Pages that are answered with these, and what was asked for up to now. */
function answered(...answers: Records[]): { readonly pages: Pages; readonly asked: number[] } {
  const asked: number[] = []
  const send = (message: Message): void => {
    if (message.type === 'pull') asked.push(message.fromPosition)
  }
  return { pages: new Pages({ send }, async () => answers.shift() ?? page(0, 0, true)), asked }
}

test('the next page is asked for before one is read, and only once', async () => {
  const { pages, asked } = answered(page(1, 3), page(4, 2), page(6, 1, true))
  await pages.after(0)
  expect(asked).toEqual([1, 4])
  await pages.after(3)
  expect(asked).toEqual([1, 4, 6])
  await pages.after(5)
  expect(asked).toEqual([1, 4, 6])
})

test('nothing is asked for behind a gap, or behind the end', async () => {
  const { pages, asked } = answered(page(2, 3), page(1, 4, true))
  await pages.after(0)
  await pages.after(0)
  expect(asked).toEqual([1, 1])
})

test('where the log begins anew, so does the asking', async () => {
  const { pages, asked } = answered(page(1, 3), page(1, 3))
  await pages.after(0)
  await pages.after(0)
  expect(asked).toEqual([1, 4, 1, 4])
})
