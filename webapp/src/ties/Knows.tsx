/** "Who they know here": a folded line of somebody's sheet. */

import type { Document, Person } from '../../../sync/document.ts'
import { Fold } from '../kit/Fold.tsx'
import { words } from '../words/en.ts'
import { KnowsTicks } from './KnowsTicks.tsx'
import { knowsWords } from './knowing.ts'

export function Knows({ person, document }: { readonly person: Person; readonly document: Document }) {
  const waits = document.kept.some(({ entity, field }) => entity === 'ties' && field.split('/').includes(person.id))
  return (
    <Fold
      title={words.ties.knows}
      said={knowsWords(person.id, document)}
      hint={words.ties.knowsHint}
      startsOpen={waits}
    >
      <KnowsTicks person={person} document={document} />
    </Fold>
  )
}
