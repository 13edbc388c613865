/** Where the words are, in words: saved here, sent, on the other's tablet too. No times, no "seen". */

import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { callName } from './names.ts'
import { linesOf, type WhereWordsAre } from './where-words.ts'

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

/** On one's own device the other is known by name; on a shared one "the other tablet" is all that is true. */
function otherName(document: Document, members: readonly number[]): string | null {
  const [own] = members
  if (members.length !== 1 || own === undefined) return null
  return callName(own === 0 ? 1 : 0, document)
}
