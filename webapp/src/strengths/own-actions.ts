/**
 * Good things of the one who helps, in the place that is theirs alone. What they choose of it, one by one, goes among the good things
 * of a pair as a copy, said by them of themselves.
 */

import type { Document, Strength, StrengthKind } from '../../../sync/document.ts'
import { current, mayWriteAs } from '../document/current.ts'
import { checkText } from '../document/lengths.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { HELPER } from '../offers/asked.ts'

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
export function shownStrength({ strengths }: Pick<Document, 'strengths'>, strength: Strength): Strength | undefined {
  return strengths.find((one) => !one.archived && isCopyOf(strength, one))
}

/**
 * Shows one in the open pair, in the hand of the one who helps; once. No undo step takes it off with its words left behind:
 * `takeStrengthOff` does, words and all. Gives the copy's id.
 */
export function showStrength(strength: Strength): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (!mayWriteAs(HELPER)) return { refused: 'theirs to say' }
  if (shownStrength(document.snapshot.peek(), strength) !== undefined) return { refused: 'there already' }
  const { words, kind } = strength
  let id = ''
  document.changeForGood((draft) => {
    const order = keyAtEnd(draft.document.strengths)
    id = draft.create('strengths', { kind, about: HELPER, by: HELPER, order }, { words })
  }, HELPER)
  return id
}

/** It is not shown in the open pair any more: every copy is put away, and has no words. What was read was read. */
export function takeStrengthOff(strength: Strength): Outcome {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (!mayWriteAs(HELPER)) return { refused: 'theirs to say' }
  const copies = document.snapshot.peek().strengths.filter((one) => isCopyOf(strength, one))
  if (copies.length === 0) return { refused: 'gone' }
  document.changeForGood((draft) => {
    for (const { id } of copies) {
      draft.set('strengths', id, 'archived', true)
      draft.rewrite('strengths', id, 'words', '')
    }
  }, HELPER)
  return 'done'
}

function isCopyOf({ words, kind }: Strength, { about, by, ...one }: Strength): boolean {
  return about === HELPER && by === HELPER && one.words === words && one.kind === kind
}
