/** "Today we…": a few words about a meeting, begun from three answers. Pure. */

import type { MeetingKind } from '../../../sync/document.ts'
import { today } from '../words/today.ts'

export type Did = keyof typeof today.dids
export type Felt = keyof typeof today.felts

export interface Answers {
  readonly did: Did | null
  readonly felt: Felt | null
  /** The words of the step that comes next; '' for nothing yet. */
  readonly next: string
  /** When they meet again, in their own words; '' where that is not said. */
  readonly meeting: string
}

/** What kind of a meeting it was, by what they did. */
export const KIND_OF: Readonly<Record<Did, MeetingKind>> = {
  talk: 'chat',
  map: 'map',
  plan: 'plan',
  out: 'out',
  hard: 'stock',
  tea: 'chat',
}

/** What these answers say, one sentence each; '' while nothing was answered. */
export function draftOf({ did, felt, next, meeting }: Answers): string {
  if (did === null && felt === null && next === '') return ''
  const sentences = [
    did === null ? '' : today.did(today.dids[did]),
    felt === null ? '' : today.felts[felt],
    next === '' ? '' : today.nextIs(ended(next)),
    meeting.trim() === '' ? '' : today.meet(ended(meeting)),
  ]
  return sentences.filter((one) => one !== '').join(' ')
}

/** With one full stop, unless it ends in some other way. */
function ended(text: string): string {
  const words = text.trim()
  return /[.!?\u2026]$/.test(words) ? words : `${words}.`
}
