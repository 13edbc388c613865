import { describe, expect, test } from 'vitest'
import { type Baseline, scoreOf, tScore, type Word, weightOf } from './attainment.ts'
import { vectors } from './cases.ts'

interface Cases {
  readonly scores: readonly {
    readonly name: string
    readonly goals: readonly (readonly [number, number | null])[]
    readonly rho: number
    readonly t: number | null
  }[]
  readonly words: readonly {
    readonly name: string
    readonly word: Word
    readonly baseline: Baseline
    readonly half: boolean
    readonly score: number
  }[]
}

const cases = vectors<Cases>('attainment')

describe('the number', () => {
  test.each(cases.scores.map((one) => [one.name, one] as const))('of %s', (_, { goals, rho, t }) => {
    const found = tScore(
      goals.map(([score, weight]) => ({ score, weight })),
      rho,
    )
    if (t === null) expect(found).toBeNull()
    else expect(Math.abs((found ?? Number.NaN) - t)).toBeLessThanOrEqual(1e-4)
  })

  test('goals count alike where one weight was not said', () => {
    expect(
      tScore([
        { score: 1, weight: 9 },
        { score: 0, weight: null },
      ]),
    ).toBeCloseTo(56.2017, 4)
  })
})

test.each(cases.words.map((one) => [one.name, one] as const))(
  'the level of %s',
  (_, { word, baseline, half, score }) => {
    expect(scoreOf(word, baseline, half)).toBe(score)
  },
)

test('a weight is importance by difficulty, and nothing where either was not said', () => {
  expect([weightOf(3, 2), weightOf(0, 3), weightOf(null, 2), weightOf(2, null)]).toEqual([6, 0, null, null])
})
