/** What a map shows, counted in words. Folded: nobody is met by numbers. */

import type { Standing } from '../map/measures.ts'
import { words } from '../words/en.ts'
import { seenWords } from './seen.ts'

export function SeenPart({ standing }: { readonly standing: Standing }) {
  return (
    <details class="app-who-where">
      <summary class="app-who-where__title">{words.pictures.seen}</summary>
      <ul class="app-stack app-stack--close">
        {seenWords(standing).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="app-soft">{words.pictures.noMore}</p>
    </details>
  )
}
