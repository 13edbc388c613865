/** Where the words are, line by line: the furthest they have come, and anything that stands in the way. */

import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { callName } from './names.ts'

/** As the device knows it; the same shape as its SyncState. */
export interface WhereWordsAre {
  readonly here: 'saving' | 'saved' | 'full' | 'gone'
  readonly sent: 'sent' | 'waiting' | 'never met'
  readonly server: 'connected' | 'unreachable' | 'refused' | 'lies'
  readonly other: 'theirs too' | 'not yet' | 'nobody'
  readonly holders: readonly (readonly number[])[]
  readonly aside: number
}

export interface Line {
  readonly text: string
  /** True for something reached. */
  readonly good: boolean
}

export interface WhoseDevice {
  /** Whose device this is, by member number. */
  readonly members: readonly number[]
  readonly document: Pick<Document, 'names'>
}

export function linesOf(state: WhereWordsAre, here: WhoseDevice): readonly Line[] {
  const say = words.working
  const isHere = state.here === 'saved' || state.here === 'saving'
  if (!isHere && state.sent !== 'sent') return [{ text: say[state.here], good: false }]
  const lines: Line[] = [HERE[state.here]]
  if (isHere && (state.server === 'refused' || state.server === 'lies'))
    lines.push({ text: say[state.server], good: false })
  else if (state.sent === 'sent') lines.push({ text: say.sent, good: true })
  else lines.push({ text: state.sent === 'waiting' ? say.waiting : say.neverMet, good: false })
  if (state.other === 'theirs too') lines.push({ text: whereElse(state.holders, here), good: true })
  if (state.aside > 0) lines.push({ text: say.aside, good: false })
  return lines
}

const HERE: Readonly<Record<WhereWordsAre['here'], Line>> = {
  saving: { text: words.working.saving, good: false },
  saved: { text: words.working.saved, good: true },
  full: { text: words.working.fullButSent, good: false },
  gone: { text: words.working.goneButSent, good: false },
}

/** Names the other only where a device of theirs has it: what a shared tablet has, the other need not have seen. */
function whereElse(holders: readonly (readonly number[])[], { members, document }: WhoseDevice): string {
  const say = words.working
  const own = holders.flatMap((whose) => (whose.length === 1 ? whose : []))
  const others = [...new Set(own)].filter((member) => members.length > 1 || !members.includes(member))
  const [other] = others
  if (others.length > 1) return say.theirsToo
  if (other !== undefined) return say.theirs(callName(other, document))
  return holders.some((whose) => whose.length > 1) && members.length === 1 ? say.sharedToo : say.oursToo
}
