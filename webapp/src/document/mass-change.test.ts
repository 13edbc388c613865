import { describe, expect, test } from 'vitest'
import type { By, Document, Person } from '../../../sync/document.ts'
import { differencesBetween } from './differences.ts'
import type { Moment } from './history.ts'
import { massChanges, standing, stillLost } from './mass-change.ts'
import { EMPTY, plainPerson } from './plain-for-tests.ts'

const person = (id: number): Person => plainPerson(`p${id}`, { name: `P${id}` })

const mapOf = (count: number): Document => ({ ...EMPTY, people: Array.from({ length: count }, (_, i) => person(i)) })

const away = (document: Document, ...ids: readonly number[]): Document => ({
  ...document,
  people: document.people.map((one) => (ids.some((id) => one.id === `p${id}`) ? { ...one, archived: true } : one)),
})

interface Act {
  readonly at: number
  readonly ids: readonly number[]
  readonly by?: By
  readonly device?: number
}

/** One hand's acts after another, each putting these people away. */
function moments(start: Document, acts: readonly Act[]): Moment[] {
  let before = start
  return acts.map(({ at, ids, by = 1, device = 1 }, place) => {
    const after = away(before, ...ids)
    const moment = {
      place,
      by,
      at,
      device,
      shared: false,
      differences: differencesBetween(before, after),
      before,
      after,
    }
    before = after
    return moment
  })
}

const found = (start: Document, ...acts: readonly Act[]) =>
  massChanges(moments(start, acts)).map(({ by, losses }) => [by, losses.length])

describe('three things and more than a fifth, within ten minutes, by one hand on one device', () => {
  test('2 of 4 are too few', () => expect(found(mapOf(4), { at: 0, ids: [0, 1] })).toEqual([]))
  test('3 of 4 are many', () => expect(found(mapOf(4), { at: 0, ids: [0, 1, 2] })).toEqual([[1, 3]]))
  test('3 of 15 are a fifth and no more', () => expect(found(mapOf(15), { at: 0, ids: [0, 1, 2] })).toEqual([]))
  test('3 of 14 are more', () => expect(found(mapOf(14), { at: 0, ids: [0, 1, 2] })).toEqual([[1, 3]]))
  test('one after another, to the very second', () => {
    const acts = (last: number) => [0, 300, last].map((at, i): Act => ({ at, ids: [i] }))
    expect(found(mapOf(5), ...acts(600))).toEqual([[1, 3]])
    expect(found(mapOf(5), ...acts(601))).toEqual([])
  })
  test('two hands are two, and so are two devices', () => {
    expect(found(mapOf(5), { at: 0, ids: [0, 1] }, { at: 1, ids: [2], by: 0 })).toEqual([])
    expect(found(mapOf(5), { at: 0, ids: [0, 1] }, { at: 1, ids: [2], device: 2 })).toEqual([])
    expect(found(mapOf(9), { at: 0, ids: [0, 1, 2] }, { at: 1, ids: [3, 4, 5], by: 0 })).toEqual([
      [1, 3],
      [0, 3],
    ])
  })
  test('what goes on is one; what comes long after is another', () => {
    const acts = [0, 100, 200, 700, 800].map((at, i): Act => ({ at, ids: [2 * i, 2 * i + 1] }))
    expect(found(mapOf(12), ...acts)).toEqual([[1, 10]])
    expect(found(mapOf(12), { at: 0, ids: [0, 1, 2] }, { at: 9000, ids: [3, 4, 5] })).toEqual([
      [1, 3],
      [1, 3],
    ])
  })
  test('a name taken out counts as much as somebody put away', () => {
    const before = mapOf(4)
    const after = { ...before, people: before.people.map((one) => ({ ...one, name: '' })) }
    const differences = differencesBetween(before, after)
    const moment: Moment = { place: 0, by: 0, at: 0, device: 0, shared: true, differences, before, after }
    expect(massChanges([moment])[0]?.losses[3]).toEqual({ entity: 'people', id: 'p3', field: 'name', before: 'P3' })
  })
})

test('what has been brought back is lost no longer', () => {
  const start = mapOf(4)
  const [change] = massChanges(moments(start, [{ at: 0, ids: [0, 1, 2] }]))
  expect(stillLost(change?.losses ?? [], away(start, 0, 2)).map(({ id }) => id)).toEqual(['p0', 'p2'])
  expect([...standing(away(start, 0, 2))]).toEqual(['people/p1', 'people/p3'])
})

test('strengths and pictures that are put away count like people and goals; ties and answers do not', () => {
  const strength = { copied: '', was: '', words: 'x', kind: 'like', about: 0, by: 0, agreed: '', order: '' } as const
  const before: Document = {
    ...EMPTY,
    strengths: ['s', 't'].map((id) => ({ ...strength, id, archived: false })),
    pictures: [
      { ...{ id: 'p', name: '', day: '', after: '', start: '', rows: [], copied: '', was: '' }, archived: false },
    ],
    ties: [{ a: 'x', b: 'y', strength: 'tie' }],
  }
  expect(standing(before)).toEqual(new Set(['strengths/s', 'strengths/t', 'pictures/p']))
  const after: Document = {
    ...before,
    strengths: before.strengths.map((one) => ({ ...one, archived: true })),
    pictures: before.pictures.map((one) => ({ ...one, archived: true })),
    ties: [],
  }
  const differences = differencesBetween(before, after)
  const moment: Moment = { place: 0, by: 1, at: 5, device: 0, shared: false, differences, before, after }
  expect(massChanges([moment]).map(({ losses }) => losses.length)).toEqual([3])
  expect(stillLost(massChanges([moment])[0]?.losses ?? [], before)).toEqual([])
})
