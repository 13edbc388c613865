/** What someone likes, is good at, is said to be, and brings. Each is one undo step and one record. */

import type { Agreed, Strength, StrengthKind } from '../../../sync/document.ts'
import { addWords, changeAs, changeThing, found } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'

export interface NewStrength {
  readonly words: string
  readonly kind: StrengthKind
  /** Whose strength it is, by member number. */
  readonly about: number
  /** Who says so. Where both hold the pen, whose words they are is asked. */
  readonly by: number
}

/** Writes a strength at the end of the list, in the hand of whoever said it, and gives its id. */
export function addStrength({ words, kind, about, by }: NewStrength): string | Refused {
  const make = (draft: Draft): string => {
    const order = keyAtEnd(draft.document.strengths)
    return draft.create('strengths', { kind, about, by, order }, { words: words.trim() })
  }
  return addWords('add strength', words, make, by)
}

/** Yes, that is me: from now on it counts. Only the one it is about can say so. */
export function agreeStrength(id: string): Outcome {
  return answer(id, 'yes')
}

/** No, that is not me: it stays out. */
export function declineStrength(id: string): Outcome {
  return answer(id, 'no')
}

/** Neither yes nor no, again. */
export function leaveStrengthOpen(id: string): Outcome {
  return answer(id, '')
}

export function setStrengthKind(id: string, kind: StrengthKind): Outcome {
  return changeThing('set strength', 'strengths', id, (draft) => draft.set('strengths', id, 'kind', kind))
}

export function archiveStrength(id: string): Outcome {
  return changeThing('archive strength', 'strengths', id, (draft) => draft.set('strengths', id, 'archived', true))
}

export function bringBackStrength(id: string): Outcome {
  return changeThing('bring back strength', 'strengths', id, (draft) => draft.set('strengths', id, 'archived', false))
}

/** Whether it is shown among someone's strengths: said by themselves, or agreed to. */
export function counts({ about, by, agreed, archived }: Strength): boolean {
  return !archived && (agreed === 'yes' || (agreed === '' && (by === about || by === 'both')))
}

/** Whether whoever it is of took it off, words and all. */
export const isTakenOff = ({ archived, words }: Strength): boolean => archived && words === ''

/** Whether it waits for an answer of the one it is about. */
export function awaitsAnswer({ about, by, agreed, archived }: Strength): boolean {
  return !archived && agreed === '' && by !== about && by !== 'both'
}

function answer(id: string, agreed: Agreed): Outcome {
  const about = found('strengths', id)?.about
  return changeAs(about, 'answer strength', 'strengths', id, (draft) => draft.set('strengths', id, 'agreed', agreed))
}
