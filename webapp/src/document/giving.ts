/** Which hand may give what is asked of one person alone. The readers in sync/ have the same rules, each with its thing. */

import type { By } from '../../../sync/document.ts'
import { isOwn } from './own-things.ts'

/** Whose map it is, by member number. */
export const OWNER = 0

/** Whose words are asked about where nobody says whose they are. */
export const HELPER = 1

/** Whether this hand places people; another's placing is a wonder. */
export function mayPlace(by: By): boolean {
  return by === OWNER || by === 'both'
}

/** Who said a thing, whom it is about, and what else tells whose hand may write in it, as it is read. */
export type Whose = (field: 'by' | 'about' | 'kind' | 'copied') => unknown

/** Whether what this hand writes is said by that one: a copy is made by the owner, or by both. */
function saysSo(by: By, whose: Whose): boolean {
  return by === 'both' || by === whose('by') || (by === OWNER && whose('copied') !== '')
}

/** What somebody says for themselves, and the hands that may give it. */
const GIVEN_BY = new Map<string, (by: By, whose: Whose) => boolean>([
  ['disclosures/consent', (by) => by === OWNER], // not both
  ['yardsticks/importance', (by) => by === OWNER], // not both
  ['goals/taken', mayPlace],
  ['wishes/taken', mayPlace],
  ['strengths/agreed', (by, whose) => by === 'both' || by === whose('about')],
  ['sayings/agreed', (by, whose) => by !== whose('by')],
])

/** What either of the two does to another's saying: strikes how they work together, and drops a first thought onto the map. */
const OF_EITHER: readonly string[] = ['together/archived', 'thought/archived', 'thought/beside']

/** Whether such a field of what is one member's own may, in some kind of it, be in the other's hand. */
export function isOfEither(root: string, field: string): boolean {
  return root === 'sayings' && (field === 'agreed' || OF_EITHER.some((one) => one.endsWith(`/${field}`)))
}

/** Whether what this hand writes there is read. Otherwise it stays stored, and reads as if nobody had said anything. */
export function mayGive(by: By, root: string, field: string, whose: Whose): boolean {
  const given = GIVEN_BY.get(`${root}/${field}`)
  if (given !== undefined) return given(by, whose)
  if (field === 'by') return saysSo(by, whose)
  if (!isOwn(root) || (root === 'sayings' && OF_EITHER.includes(`${whose('kind')}/${field}`))) return true
  return saysSo(by, whose)
}
