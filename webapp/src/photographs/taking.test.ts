import { expect, test } from 'vitest'
import { fitted } from './taking.ts'

test.each([
  [4000, 3000, 2000, 1500],
  [3000, 4000, 1500, 2000],
  [800, 600, 800, 600],
  [20_000, 3, 2000, 1],
])('%i by %i is kept as %i by %i', (width, height, keptWidth, keptHeight) => {
  expect(fitted(width, height, 2000)).toEqual([keptWidth, keptHeight])
})
