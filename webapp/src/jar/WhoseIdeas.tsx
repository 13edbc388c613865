/** Whose ideas the wishes and goals were, side by side in their own words. Only the two see it, and nothing of it is counted. */

import type { Document, Whose } from '../../../sync/document.ts'
import { Fold } from '../kit/Fold.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import { ideasBy } from './ideas.ts'

export function WhoseIdeas({ document }: { readonly document: Document }) {
  const { jar } = words
  const sources = ideasBy(document)
  if (sources.length === 0) return null
  return (
    <Fold title={jar.ideas} said={sources.map(([whose]) => fromWords(whose, document)).join(', ')} hint={jar.ideasHint}>
      <p class="app-soft">{jar.ideasHint}</p>
      {sources.map(([whose, ideas]) => (
        <section class="app-stack app-stack--close" key={String(whose)} aria-label={fromWords(whose, document)}>
          <h4>{fromWords(whose, document)}</h4>
          <p>{ideas.map((idea) => brief(idea, jar.untitled)).join(' · ')}</p>
        </section>
      ))}
    </Fold>
  )
}

function fromWords(whose: Whose, document: Document): string {
  const { jar } = words
  if (whose === 'both') return jar.ideasOfBoth
  return typeof whose === 'number' ? jar.ideasOf(callName(whose, document)) : jar.ideasOfOthers
}
