import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { Journal } from './journal.ts'
import { MemoryStore } from './memory-store.ts'

const gap = (ix: number, seq: number) => ({ about: `missing ${ix}`, since: `from ${seq}` })

test('a server that lags over and over leaves one line about each device, and each gap is told once', async () => {
  const store = new MemoryStore()
  const journal = new Journal(store, [], systemClock)
  const tells = (...gaps: readonly ReturnType<typeof gap>[]): boolean => {
    journal.addOnce('something held back', gaps)
    const isTold = journal.notices.value.length > 0
    journal.ends('something held back')
    return isTold
  }
  expect(tells(gap(1, 5))).toBe(true)
  expect(tells(gap(1, 5))).toBe(false)
  for (let seq = 6; seq < 40; seq++) expect(tells(gap(1, seq), gap(11, 2))).toBe(true)
  const kinds = async () =>
    (await store.read()).journal.map(({ kind }) => kind).filter((kind) => kind.includes('missing'))
  expect(await kinds()).toEqual(['answered missing 1 from 39', 'answered missing 11 from 2'])
  const again = new Journal(store, (await store.read()).journal, systemClock)
  again.addOnce('something held back', [gap(1, 39), gap(11, 2)])
  expect(again.notices.value).toEqual([])
})
