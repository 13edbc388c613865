/** Which hand may give what is asked of one person alone. The readers in sync/ have the same rules, each with its thing. */

import type { By } from '../../../sync/document.ts'

/** Whose map it is, by member number. */
export const OWNER = 0

/** Whether this hand places people; another's placing is a wonder. */
export function mayPlace(by: By): boolean {
  return by === OWNER || by === 'both'
}

/** Who said a thing, and whom it is about, as it is read. */
export type Whose = (field: 'by' | 'about') => unknown

/** What somebody says for themselves, and the hands that may give it. */
const GIVEN_BY = new Map<string, (by: By, whose: Whose) => boolean>([
  ['disclosures/consent', (by) => by === OWNER], // not both
  ['yardsticks/importance', (by) => by === OWNER], // not both
  ['goals/taken', mayPlace],
  ['wishes/taken', mayPlace],
  ['strengths/agreed', (by, whose) => by === 'both' || by === whose('about')],
  ['sayings/agreed', (by, whose) => by !== whose('by')],
  ['sayings/shown', (by, whose) => by === 'both' || by === whose('by')],
])

/** Whether what this hand writes there is read. Otherwise it stays stored, and reads as if nobody had said anything. */
export function mayGive(by: By, root: string, field: string, whose: Whose): boolean {
  return GIVEN_BY.get(`${root}/${field}`)?.(by, whose) ?? true
}
