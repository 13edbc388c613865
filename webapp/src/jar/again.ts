/** What was declined, let go or put away may come again, any day: it is said softly, and nothing is asked. */

import type { Document } from '../../../sync/document.ts'
import { isRefused, type Refused } from '../document/outcomes.ts'
import { tell } from '../kit/Announce.tsx'
import { brief } from '../plan/said.ts'
import { isDeclined } from '../plan/taking.ts'
import { words } from '../words/en.ts'

/** Adds it, and says so where it was there before and had been set aside. */
export function addingAgain(
  text: string,
  before: Pick<Document, 'wishes' | 'goals'>,
  add: (text: string) => string | Refused,
): string | Refused {
  const outcome = add(text)
  if (!isRefused(outcome) && wasSetAside(text, before)) tell(words.jar.again(brief(text, '')))
  return outcome
}

/** Whether a wish in these words is in the jar, and wanted. */
export function isInTheJar(text: string, { wishes }: Pick<Document, 'wishes'>): boolean {
  const same = sameAs(text)
  return wishes.some((wish) => same(wish.words) && !(isDeclined(wish) || wish.over || wish.archived))
}

/** Whether the same words stood there and were declined, let go, not wanted any more, or put away. */
export function wasSetAside(text: string, { wishes, goals }: Pick<Document, 'wishes' | 'goals'>): boolean {
  const same = sameAs(text)
  return (
    wishes.some((wish) => same(wish.words) && (isDeclined(wish) || wish.over || wish.archived)) ||
    goals.some((goal) => same(goal.title) && (isDeclined(goal) || goal.state === 'let go' || goal.archived))
  )
}

/** The same words, however they are spaced or capitalised, and with or without a full stop. */
function sameAs(text: string): (other: string) => boolean {
  const plain = (words: string): string =>
    words
      .normalize('NFKC')
      .toLocaleLowerCase('en-GB')
      .replace(/[\s.!?,]+/g, ' ')
      .trim()
  const wanted = plain(text)
  return (other) => plain(other) === wanted
}
