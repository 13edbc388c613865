/** The questions in their order, and what an answer to each most likely is. */

import type { PersonKind, Ring } from '../../../sync/document.ts'
import type { QuestionCode } from '../words/help.ts'

/** From what is near at hand to what is longer ago. */
export const QUESTIONS: readonly QuestionCode[] = [
  ...(['talk', 'week', 'home', 'family', 'laugh', 'ring'] as const),
  ...(['lookAfter', 'face', 'join', 'job', 'chat', 'before'] as const),
]

/** What is brought up is a person unless the question asks for a place, or for something to go to. */
export function kindFor(code: QuestionCode): PersonKind {
  if (code === 'face') return 'place'
  return code === 'join' ? 'activity' : 'person'
}

/** "Not sure where yet", except for those from before. */
export function ringFor(code: QuestionCode): Ring {
  return code === 'before' ? 'past' : 'tray'
}
