/** Whose ideas there are, in words and in no number. Pure. */

import type { Document, Whose } from '../../../sync/document.ts'

type Ideas = Pick<Document, 'names' | 'wishes' | 'goals'>

/** What came from whom, each idea once: a goal that was made of a wish is that wish. Of whom nothing was said is not there. */
export function ideasBy({ names, wishes, goals }: Ideas): readonly (readonly [Whose, readonly string[]])[] {
  const inJar = wishes.filter(({ archived }) => !archived)
  const isOfThese = (origin: string): boolean => inJar.some(({ id }) => origin === `wishes/${id}`)
  const all = [
    ...inJar.map(({ idea, words }) => ({ idea, words })),
    ...goals
      .filter(({ archived, origin }) => !archived && !isOfThese(origin))
      .map(({ idea, title }) => ({ idea, words: title })),
  ]
  const sources: readonly Whose[] = [...names.keys(), 'both', 'someone else']
  return sources.flatMap((whose) => {
    const ideas = all.filter(({ idea }) => idea === whose).map(({ words }) => words)
    return ideas.length === 0 ? [] : [[whose, ideas] as const]
  })
}
