/** What stands on the small card of the next meeting. */

import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'

/** What is arranged, and nothing else. */
export function linesOf(document: Document): readonly (readonly [string, string])[] {
  const { meet, out } = words
  const lines = [
    [out.cardWhen, document.meeting],
    [out.cardWhere, document.meeting_place],
    ...document.phones.map((phone, member) => [callName(member, document), phone] as const),
    [meet.cardLate, document.late],
  ] as const
  return lines.filter(([, said]) => said !== '')
}
