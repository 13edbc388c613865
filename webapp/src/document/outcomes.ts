/** What can come of something that a person did. Expected refusals are outcomes with a sentence on screen, never thrown. */

import type { By } from '../../../sync/document.ts'

export type RefusedReason =
  | 'nothing open'
  | 'empty'
  | 'too long'
  | 'too many people'
  | 'too many photos'
  | 'no room'
  | 'gone'
  | 'theirs to say'
  | 'asked not to'
  | 'for whom'
  | 'there already'
  | 'of this map'

export interface Refused {
  readonly refused: RefusedReason
}

export type Outcome = 'done' | Refused

export type UndoOutcome = 'undone' | 'nothing to undo' | { readonly changedSince: By }

export function isRefused(outcome: unknown): outcome is Refused {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}
