/** What was said of all pairs, by its day: the nearest first, then next time, then no day. No day is ever too late. */

import type { Errand, Round } from '../../../sync/document.ts'

export interface ByDay {
  readonly key: string
  /** As `2026-11-30`; '' for next time, and for no day. */
  readonly day: string
  readonly errands: readonly { readonly errand: Errand; readonly round: Round }[]
}

export function byDay(rounds: readonly Round[]): readonly ByDay[] {
  const all = rounds.flatMap((round) => round.errands.map((errand) => ({ errand, round })))
  const days = [...new Set(all.flatMap(({ errand: { when } }) => (when.kind === 'day' ? [when.day] : [])))].sort()
  const parts = [
    ...days.map((day) => ({
      key: day,
      day,
      errands: all.filter(({ errand: { when } }) => when.kind === 'day' && when.day === day),
    })),
    ...(['next', 'none'] as const).map((key) => ({
      key,
      day: '',
      errands: all.filter(({ errand: { when } }) => when.kind === key),
    })),
  ]
  return parts.filter(({ errands }) => errands.length > 0)
}
