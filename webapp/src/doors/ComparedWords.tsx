/** Four words, large enough to read from across a table. */

import { words as catalogue } from '../words/en.ts'

export function ComparedWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol class="app-words app-words--large" aria-label={catalogue.doors.waitingTitle}>
      {words.map((word, at) => (
        <li key={`${at}-${word}`} class="app-words__word">
          {word}
        </li>
      ))}
    </ol>
  )
}
