import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Notice } from '../device/stage.ts'
import { current } from '../document/current.ts'
import type { Logged } from '../document/history.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addPerson, archivePerson, bringBackPerson } from '../map/actions.ts'
import { bringBackMany } from './actions.ts'
import { manyPutAway, watchMassChanges } from './guard.ts'

const START_S = 1_777_777_777

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  current.value = null
  vi.useRealTimers()
})

/** A pair's document with ten people on the map, its log, and what was noted about it. */
function place(notices = signal<readonly Notice[]>([])) {
  const document = new SharedDocument({ now: () => 0 })
  const log: Logged[] = []
  document.onLocal((update, by) => log.push({ update, by, at: START_S + log.length, device: 1, shared: false }))
  current.value = document
  const ids = Array.from({ length: 10 }, (_, i) => String(addPerson({ name: `P${i}`, kind: 'person' })))
  const space = {
    document,
    notices,
    readLog: async () => log,
    noteManyPutAway: (by: number | 'both', at: number) => {
      const member = by === 'both' ? null : by
      notices.value = [...notices.value, { id: notices.value.length, kind: 'many put away', at, member }]
    },
    putAway: (id: number) => {
      notices.value = notices.value.filter((one) => one.id !== id)
    },
  }
  return { document, ids, space, notices }
}

const settled = () => vi.advanceTimersByTimeAsync(5000)
const told = () => manyPutAway.value.map(({ by, losses }) => [by, losses.length])

test('it is told on whichever device sees it, brought back in one go, and then it is quiet', async () => {
  const { document, ids, space, notices } = place()
  const stop = watchMassChanges(space)
  document.pen.value = 1
  for (const id of ids.slice(0, 3)) archivePerson(id)
  await settled()
  expect(told()).toEqual([[1, 3]])
  bringBackPerson(ids[0] ?? '')
  expect(told()).toEqual([[1, 2]])
  bringBackMany(manyPutAway.value[0]?.losses ?? [])
  expect(told()).toEqual([])
  expect(notices.value).toEqual([])
  expect(document.snapshot.value.people.some((person) => person.archived)).toBe(false)
  stop()
})

test('left so, it is not asked again, also when more goes later', async () => {
  const { ids, space, notices } = place()
  const stop = watchMassChanges(space)
  for (const id of ids.slice(0, 4)) archivePerson(id)
  await settled()
  space.putAway(0)
  expect(told()).toEqual([])
  archivePerson(ids[5] ?? '')
  await settled()
  expect(notices.value).toEqual([])
  stop()
})

test('what nobody has answered is told again after a restart; what was put away long before is not', async () => {
  const { ids, space } = place()
  const stop = watchMassChanges(space)
  for (const id of ids.slice(0, 3)) archivePerson(id)
  await settled()
  stop()
  expect(told()).toEqual([])
  const again = watchMassChanges(space)
  await settled()
  expect(told()).toEqual([['both', 3]])
  again()
  space.putAway(0)
  const once = watchMassChanges(space)
  await settled()
  expect(told()).toEqual([])
  once()
})
