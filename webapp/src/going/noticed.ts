/**
 * Signs that somebody is moving on, as each of the two notices them: ticks and examples of their own, never added up. Each is an
 * answer beside `signs/<code>`, or beside a sign that the two had thought of, `sayings/<id>`.
 */

import type { Answer, Document } from '../../../sync/document.ts'
import { changeAs } from '../document/deeds.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import { answer } from '../talk/actions.ts'
import { words } from '../words/en.ts'

export type SignCode = keyof typeof words.going.noticed.signs

export interface Sign {
  /** What an answer to it stands beside. */
  readonly beside: string
  readonly words: string
}

/** The ones that are here from the start, and those that the two said they would notice. */
export function signsOf({ sayings }: Pick<Document, 'sayings'>): readonly Sign[] {
  const own = sayings.filter(({ kind, archived, beside }) => kind === 'sign' && !archived && beside === '')
  return [
    ...Object.entries(words.going.noticed.signs).map(([code, text]) => ({ beside: `signs/${code}`, words: text })),
    ...own.map(({ id, words: text }) => ({ beside: `sayings/${id}`, words: text })),
  ]
}

/** The words of the sign that an answer stands beside; '' where it is gone. */
export function signWords(beside: string, { sayings }: Pick<Document, 'sayings'>): string {
  const [root, code = ''] = beside.split('/')
  if (root === 'sayings') return sayings.find(({ id }) => id === code)?.words ?? ''
  return Object.entries<string>(words.going.noticed.signs).find(([known]) => known === code)?.[1] ?? ''
}

/** What was noticed of one sign, by both, the oldest first. */
export function noticedOf(beside: string, { answers }: Pick<Document, 'answers'>): readonly Answer[] {
  return answers.filter((one) => one.question === 'sign' && one.beside === beside && !one.archived)
}

export interface Noticed {
  readonly beside: string
  readonly by: number
  /** An example, in their words; a sign needs none. */
  readonly words?: string
  readonly through?: string
}

/** Somebody notices a sign, with an example or without, and gives its id. */
export function notice(given: Noticed): string | Refused {
  return answer({ question: 'sign', said: 'yes', ...given })
}

/** They do not notice it, or not any more: their own words of it go, and nobody else’s. */
export function noticeNoMore(beside: string, by: number, document: Pick<Document, 'answers'>): Outcome {
  const own = noticedOf(beside, document).filter((one) => one.by === by)
  const [first] = own
  if (first === undefined) return { refused: 'gone' }
  return changeAs(by, 'take back answer', 'answers', first.id, (draft) => {
    for (const { id } of own) draft.set('answers', id, 'archived', true)
  })
}
