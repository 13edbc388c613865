import { expect, test } from 'vitest'
import { RINGS } from './geometry.ts'
import { layOut } from './layout.ts'
import type { Frame, Placed } from './picture.ts'
import { steadyPicture } from './steady.ts'

const ringWords = ['Closest', 'Close', 'In my life']
const tablet: Frame = {
  width: 750,
  height: 640,
  text_px: 15,
  widthOf: (text) => text.length * 7.6,
  ringWords,
  keepFree: [],
}

const people = (count: number): readonly Placed[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p${String(i).padStart(3, '0')}`,
    name: `Person ${i}`,
    ring: RINGS[[0, 1, 1, 2, 2, 2][i % 6] ?? 0] ?? 'life',
    angle: (i * 997) % 3600,
    tag: i % 10 === 0 ? 'Jo wonders: here?' : '',
  }))

test('the same map laid out again is the very same, part by part', () => {
  const before = layOut(people(40), tablet, 2)
  const now = steadyPicture(layOut(people(40), tablet, 2), before)
  for (const { id } of people(40)) {
    expect(now.spots.get(id)).toBe(before.spots.get(id))
    expect(now.labels.get(id)).toBe(before.labels.get(id))
    expect(now.tags.get(id)).toBe(before.tags.get(id))
  }
})

test('whoever is added to a hundred and fifty leaves most of them as they were, and what is shown is what was laid out', () => {
  const before = layOut(people(150), tablet, 2.8)
  const after = layOut(people(151), tablet, 2.8)
  const now = steadyPicture(after, before)
  const same = people(150).filter(({ id }) => now.spots.get(id) === before.spots.get(id))
  expect(same.length).toBeGreaterThan(100)
  expect(now).toEqual(after)
})

test('the first picture is taken as it is', () => {
  const first = layOut(people(3), tablet, 1)
  expect(steadyPicture(first, null)).toBe(first)
})
