/** What one of the two said, day by day, in their own words: derived from what stands in the document, and written nowhere. Pure. */

import type { Answer, Document } from '../../../sync/document.ts'
import { toldOnce } from '../going/column-actions.ts'
import { signWords } from '../going/noticed.ts'
import { feelingName } from '../history/values.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { answerOf } from './actions.ts'

export interface Line {
  readonly id: string
  /** What it was said of: "Hope", "How I feel". */
  readonly about: string
  readonly words: string
  readonly through: string
}

export interface DayOfWords {
  /** As `2026-11-30`, or nothing. */
  readonly day: string
  readonly lines: readonly Line[]
}

/** Names that came to mind are for the map, what was heard is the other’s, and how the two work together is of both. */
const NOT_OF_ONE: readonly string[] = ['thought', 'heard', 'together']

/** What that answer stands beside: an app that knows no such question takes it for no other. */
export const BESIDE_WORDS = 'words'

/** That somebody would rather not look back on their own words just now, if they said so. */
export function asideOf(by: number, { answers }: Pick<Document, 'answers'>): Answer | undefined {
  const said = answerOf(answers, 'look back', by, BESIDE_WORDS)
  return said?.said === 'not now' ? said : undefined
}

/** The newest day first; of one day in the order in which it is kept. */
export function saidOverTime(document: Document, by: number): readonly DayOfWords[] {
  const { talk } = words
  const { sayings, feelings, answers, impressions, occasions, outings } = document
  const isTheirs = (one: { readonly by: number; readonly archived: boolean }): boolean => one.by === by && !one.archived
  const said: readonly (Line & { readonly day: string })[] = [
    ...toldOnce(sayings.filter(({ archived }) => !archived))
      .filter((one) => isTheirs(one) && !NOT_OF_ONE.includes(one.kind))
      .map((one) => ({ ...one, about: talk.kinds[one.kind] })),
    ...feelings.filter(isTheirs).map((one) => ({ ...one, about: talk.feel, words: feelingName(one) })),
    ...answers
      .filter((one) => isTheirs(one) && one.question === 'sign')
      .map((one) => ({ ...one, about: brief(signWords(one.beside, document), talk.asks.sign) })),
    ...impressions.filter(isTheirs).map((one) => {
      const occasion = occasions.find(({ id }) => id === one.occasion)
      const outing = outings.find(({ id }) => id === one.outing)
      const felt = one.felt === '' ? '' : words.out.felt[one.felt]
      return {
        id: one.id,
        day: occasion?.day ?? '',
        about: brief(outing?.what ?? '', words.out.untitled),
        words: [felt, one.words].filter(Boolean).join('. '),
        through: '',
      }
    }),
  ]
  const lines = said.filter((one) => one.words.trim() !== '')
  const days = [...new Set(lines.map(({ day }) => day))].sort().reverse()
  return days.map((day) => ({
    day,
    lines: lines
      .filter((one) => one.day === day)
      .map(({ id, about, words: text, through }) => ({ id, about, words: text, through })),
  }))
}
