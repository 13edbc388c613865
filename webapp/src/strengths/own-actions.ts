/**
 * Good things of the one who helps, in the place that is theirs alone. What they choose of it, one by one, goes among the good things
 * of a pair as a copy, said by them of themselves.
 */

import type { Document, Strength, StrengthKind } from '../../../sync/document.ts'
import { checkText } from '../document/lengths.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { HELPER } from '../offers/asked.ts'
import { addStrength } from './actions.ts'

/** Writes one at the end of one's own list, and gives its id. */
export function addOwnStrength(own: OwnDocument, words: string, kind: StrengthKind): string | Refused {
  if (words.trim() === '') return { refused: 'empty' }
  const wrong = checkText(words)
  if (wrong !== null) return wrong
  let id = ''
  own.change('add strength', (draft) => {
    const by = draft.by === 'both' ? 0 : draft.by
    const order = keyAtEnd(draft.document.strengths)
    id = draft.create('strengths', { kind, about: by, by, order }, { words: words.trim() })
  })
  return id
}

/** Puts one away on one's own list, or brings it back. What is shown in a pair stays as it is. */
export function archiveOwnStrength(own: OwnDocument, id: string, archived: boolean): Outcome {
  if (!own.snapshot.peek().strengths.some((one) => one.id === id)) return { refused: 'gone' }
  own.change(archived ? 'archive strength' : 'bring back strength', (draft) =>
    draft.set('strengths', id, 'archived', archived),
  )
  return 'done'
}

/** What stands in the pair in these words, said by the one who helps of themselves. */
export function shownStrength({ strengths }: Pick<Document, 'strengths'>, { words, kind }: Strength) {
  return strengths.find(
    (one) => !one.archived && one.about === HELPER && one.by === HELPER && one.words === words && one.kind === kind,
  )
}

/** Shows one in the open pair, in the hand of the one who helps; once. Gives the copy's id. */
export function showStrength(document: Pick<Document, 'strengths'>, strength: Strength): string | Refused {
  if (shownStrength(document, strength) !== undefined) return { refused: 'there already' }
  const { words, kind } = strength
  return addStrength({ words, kind, about: HELPER, by: HELPER })
}
