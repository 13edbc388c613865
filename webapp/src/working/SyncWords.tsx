/** Where the words are, in words: saved here, sent, on the other's tablet too. No times, no "seen". */

import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { callName } from './names.ts'

/** As the device knows it; the same shape as its SyncState. */
export interface WhereWordsAre {
  readonly here: 'saving' | 'saved' | 'full' | 'gone'
  readonly sent: 'sent' | 'waiting' | 'never met'
  readonly server: 'connected' | 'unreachable' | 'refused' | 'lies'
  readonly other: 'theirs too' | 'not yet' | 'nobody'
  readonly aside: number
}

interface SyncWordsProps {
  readonly state: WhereWordsAre
  readonly document: Document
  /** Whose device this is, by member number: the other is named. */
  readonly members: readonly number[]
}

export function SyncWords({ state, document, members }: SyncWordsProps) {
  return (
    <ul class="app-sync" aria-label={words.working.state}>
      {linesOf(state, otherName(document, members)).map((line) => (
        <li class={line.good ? 'app-sync__line' : 'app-sync__line app-sync__line--care'} key={line.text}>
          {line.good && <span aria-hidden="true">✓ </span>}
          {line.text}
        </li>
      ))}
    </ul>
  )
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

/** On one's own device the other is known by name; on a shared one "the other tablet" is all that is true. */
function otherName(document: Document, members: readonly number[]): string | null {
  const [own] = members
  if (members.length !== 1 || own === undefined) return null
  return callName(own === 0 ? 1 : 0, document)
}
