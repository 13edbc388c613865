/** What came of something that somebody did: said, or why it did not. */

import { isRefused, type Outcome } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'

/** Says that it is done, or why not. */
export function done(outcome: Outcome | string, text: string): void {
  if (isRefused(outcome)) tell(words.working.refusals[outcome.refused])
  else announce(text)
}
