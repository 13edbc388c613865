/** Where the words are, line by line: the furthest they have come, and anything that stands in the way. */

import { words } from '../words/en.ts'

/** As the device knows it; the same shape as its SyncState. */
export interface WhereWordsAre {
  readonly here: 'saving' | 'saved' | 'full' | 'gone'
  readonly sent: 'sent' | 'waiting' | 'never met'
  readonly server: 'connected' | 'unreachable' | 'refused' | 'lies'
  readonly other: 'theirs too' | 'not yet' | 'nobody'
  readonly aside: number
}

export interface Line {
  readonly text: string
  /** True for something reached. */
  readonly good: boolean
}

export function linesOf(state: WhereWordsAre, other: string | null): readonly Line[] {
  const say = words.working
  if (state.here === 'full' || state.here === 'gone') return [{ text: say[state.here], good: false }]
  const lines: Line[] = [state.here === 'saving' ? { text: say.saving, good: false } : { text: say.saved, good: true }]
  if (state.server === 'refused' || state.server === 'lies') lines.push({ text: say[state.server], good: false })
  else if (state.sent === 'sent') lines.push({ text: say.sent, good: true })
  else lines.push({ text: state.sent === 'waiting' ? say.waiting : say.neverMet, good: false })
  if (state.other === 'theirs too') lines.push({ text: other === null ? say.theirsToo : say.theirs(other), good: true })
  if (state.aside > 0) lines.push({ text: say.aside, good: false })
  return lines
}
