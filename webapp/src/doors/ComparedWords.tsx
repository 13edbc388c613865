/** Four words, large enough to read from across a table. */

import { words as catalogue } from '../words/en.ts'

interface ComparedWordsProps {
  readonly words: readonly string[]
  readonly label?: string | undefined
}

export function ComparedWords({ words, label = catalogue.doors.waitingTitle }: ComparedWordsProps) {
  return (
    <ol class="app-words app-words--large" aria-label={label}>
      {words.map((word, at) => (
        <li key={`${at}-${word}`} class="app-words__word">
          {word}
        </li>
      ))}
    </ol>
  )
}
