/**
 * Goal Attainment Scaling: how far a goal was reached, in words, and the one number some ask for. The twin of attainment.py,
 * which says where it comes from. The number is null where nothing was rated, and is never for comparing people.
 */

export type Baseline = '' | 'much less' | 'less' | 'expected'
export type Word = 'a lot better' | 'a bit better' | 'as hoped' | 'partly' | 'no change' | 'worse'
export type Weight = 0 | 1 | 2 | 3

/** One goal that was rated. A weight that was not said is null. */
export interface Rated {
  readonly score: number
  readonly weight: number | null
}

/** How much goals of one person are taken to go together. */
const RHO = 0.3

/** Where it began; "expected" is a goal to keep going what goes well already. */
const BEGAN: Readonly<Record<Baseline, number>> = { 'much less': -2, less: -1, '': -1, expected: 0 }

/** The level that a word stands for, from -2 to 2. With half scores, partly there from -1 is -0.5. */
export function scoreOf(word: Word, baseline: Baseline, halfScores = false): number {
  switch (word) {
    case 'a lot better':
      return 2
    case 'a bit better':
      return 1
    case 'as hoped':
      return 0
    case 'no change':
      return BEGAN[baseline]
    case 'worse':
      return -2
    case 'partly':
      return halfScores && BEGAN[baseline] === -1 ? -0.5 : -1
  }
}

/** Importance is the owner's own, difficulty both's. Null where either was not said. */
export function weightOf(importance: Weight | null, difficulty: Weight | null): number | null {
  return importance === null || difficulty === null ? null : importance * difficulty
}

/**
 * 50 where all was reached as hoped; null, never 50, where nothing was rated. Goals count alike where a weight was not said, and
 * where all weights are 0.
 */
export function tScore(goals: readonly Rated[], rho = RHO): number | null {
  if (goals.length === 0) return null
  const areWeighed = goals.every(({ weight }) => weight !== null) && goals.some(({ weight }) => weight !== 0)
  const weighed = goals.map(({ score, weight }) => ({ score, weight: areWeighed ? (weight ?? 1) : 1 }))
  const sum = (of: (goal: { readonly score: number; readonly weight: number }) => number): number =>
    weighed.reduce((all, goal) => all + of(goal), 0)
  const spread = (1 - rho) * sum(({ weight }) => weight ** 2) + rho * sum(({ weight }) => weight) ** 2
  return 50 + (10 * sum(({ score, weight }) => score * weight)) / Math.sqrt(spread)
}
