/** Who knows whom, without the map: a line for each person, which opens to ticks. */

import type { Document } from '../../../sync/document.ts'
import { Fold } from '../kit/Fold.tsx'
import { words } from '../words/en.ts'
import { KnowsTicks } from './KnowsTicks.tsx'
import { knowsWords } from './knowing.ts'

export function TyingList({ document }: { readonly document: Document }) {
  const people = document.people
    .filter((person) => !person.archived && person.kind !== 'missing')
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB') || (one.id < other.id ? -1 : 1))
  return (
    <div class="app-people app-stack">
      {people.map((person) => (
        <Fold key={person.id} title={person.name} said={knowsWords(person.id, document)} hint={words.ties.knowsHint}>
          <KnowsTicks person={person} document={document} />
        </Fold>
      ))}
    </div>
  )
}
