/** The two rows of records that a store keeps, in order, a page at a time: so that neither memory nor the screen is overrun. */

import type { AppliedRecord, OwnRecord, SpaceStore } from './store.ts'

const PAGE = 256

/** This device's own, from this number on. Raises as the store does. */
export function ownRow(store: Pick<SpaceStore, 'ownFrom'>, first = 1): AsyncGenerator<readonly OwnRecord[]> {
  const page = (seq: number): Promise<readonly OwnRecord[]> => store.ownFrom(seq, PAGE)
  return pages(first, page, ({ seq }) => seq)
}

/** Those of others, from this number on. Raises as the store does. */
export function appliedRow(
  store: Pick<SpaceStore, 'appliedFrom'>,
  first = 1,
): AsyncGenerator<readonly AppliedRecord[]> {
  const page = (number: number): Promise<readonly AppliedRecord[]> => store.appliedFrom(number, PAGE)
  return pages(first, page, ({ number }) => number)
}

/** All of a row at once. */
export async function whole<Kept>(row: AsyncIterable<readonly Kept[]>): Promise<readonly Kept[]> {
  const all: Kept[] = []
  for await (const page of row) all.push(...page)
  return all
}

async function* pages<Kept>(
  first: number,
  page: (from: number) => Promise<readonly Kept[]>,
  numberOf: (one: Kept) => number,
): AsyncGenerator<readonly Kept[]> {
  for (let from = first; ; ) {
    const records = await page(from)
    const last = records[records.length - 1]
    if (last === undefined) return
    yield records
    if (records.length < PAGE) return
    from = numberOf(last) + 1
  }
}
