/** Where the words are, in words: saved here, sent, on the other's tablet too. No times, no "seen". */

import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { linesOf, type WhereWordsAre } from './where-words.ts'

interface SyncWordsProps {
  readonly state: WhereWordsAre
  readonly document: Document
  /** Whose device this is, by member number. */
  readonly members: readonly number[]
  /** On a sheet: one line under the other, in full size. */
  readonly inSheet?: boolean | undefined
}

export function SyncWords({ state, document, members, inSheet = false }: SyncWordsProps) {
  return (
    <ul class={inSheet ? 'app-sync app-sync--in-sheet' : 'app-sync'} aria-label={words.working.state}>
      {linesOf(state, { members, document }).map((line) => (
        <li class={line.good ? 'app-sync__line' : 'app-sync__line app-sync__line--care'} key={line.text}>
          {line.good && <span aria-hidden="true">✓ </span>}
          {line.text}
        </li>
      ))}
    </ul>
  )
}
