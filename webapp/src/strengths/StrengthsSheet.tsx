/** Good things about each of the two. */

import type { By, Document } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { Sheet } from '../kit/Sheet.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import type { RoomProps } from '../working/rooms.ts'
import { addStrength, counts } from './actions.ts'

export function StrengthsSheet({ document, onClose }: RoomProps) {
  const { strengths } = words
  return (
    <Sheet title={strengths.title} onClose={onClose}>
      <p>{strengths.intro}</p>
      {document.names.map((_, about) => (
        <OfOne key={about} about={about} document={document} pen={current.value?.pen.value ?? 'both'} />
      ))}
    </Sheet>
  )
}

function OfOne({ about, document, pen }: { about: number; document: Document; pen: By }) {
  const { strengths } = words
  const name = callName(about, document)
  const shown = document.strengths.filter((one) => one.about === about && counts(one))
  return (
    <section class="app-stack app-stack--close" aria-labelledby={`strengths-${about}`}>
      <h3 id={`strengths-${about}`}>{strengths.of(name)}</h3>
      {shown.length === 0 ? (
        <p class="app-soft">{strengths.none}</p>
      ) : (
        <ul>
          {shown.map((one) => (
            <li key={one.id}>{`${strengths.kinds[one.kind]}: ${one.words}`}</li>
          ))}
        </ul>
      )}
      <AddLine
        open={strengths.add}
        label={strengths.addFor(name)}
        name={`add strength ${about}`}
        onAdd={(text) => addStrength({ words: text, kind: 'like', about, by: pen === 'both' ? about : pen })}
        said={strengths.added}
      />
    </section>
  )
}
