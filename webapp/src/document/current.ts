/** The document that the screens show. */

import { type Signal, signal } from '@preact/signals-core'
import type { By } from '../../../sync/document.ts'
import type { Draft } from './draft.ts'
import type { Outcome } from './outcomes.ts'
import type { SharedDocument } from './shared-document.ts'
import type { ChangeName } from './undo.ts'

export const current: Signal<SharedDocument | null> = signal(null)

/** Does something to the open document: one undo step, one record. The pen's hand does it, where no other is given. */
export function change(what: ChangeName, edit: (draft: Draft) => void, by?: By): Outcome {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  document.change(what, edit, by)
  return 'done'
}

/** The hand that holds the pen writes for itself; where both hold it, for either. */
export function mayWriteAs(hand: By): boolean {
  const pen = current.peek()?.pen.peek()
  return pen === 'both' || pen === hand
}
