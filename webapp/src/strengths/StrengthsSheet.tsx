/** Good things about each of the two: what counts, what waits for a yes, and what was left off. */

import type { By, Document } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import type { RoomProps } from '../working/rooms.ts'
import { AddGoodThing } from './AddGoodThing.tsx'
import { awaitsAnswer, counts, isTakenOff } from './actions.ts'
import { GoodThing, OffTheList } from './GoodThing.tsx'
import { Said } from './Said.tsx'

export function StrengthsSheet({ document, onClose }: RoomProps) {
  const pen = current.value?.pen.value ?? 'both'
  return (
    <Sheet title={words.strengths.title} onClose={onClose}>
      <p>{words.strengths.intro}</p>
      {document.names.map((_, about) => (
        <OfOne key={about} about={about} document={document} pen={pen} />
      ))}
    </Sheet>
  )
}

interface OfOneProps {
  readonly about: number
  readonly document: Document
  readonly pen: By
}

function OfOne({ about, document, pen }: OfOneProps) {
  const { strengths } = words
  const all = document.strengths.filter((one) => one.about === about)
  const shown = all.filter(counts)
  const waiting = all.filter(awaitsAnswer)
  return (
    <section class="app-stack app-stack--close app-good" aria-labelledby={`strengths-${about}`}>
      <h3 id={`strengths-${about}`}>{strengths.of(callName(about, document))}</h3>
      {waiting.map((one) => (
        <Said key={one.id} strength={one} document={document} pen={pen} />
      ))}
      {shown.length === 0 ? (
        <p class="app-soft">{strengths.none}</p>
      ) : (
        <ul class="app-good__list">
          {shown.map((one) => (
            <GoodThing key={one.id} strength={one} document={document} />
          ))}
        </ul>
      )}
      <AddGoodThing about={about} document={document} pen={pen} />
      <OffTheList
        strengths={all.filter((one) => !counts(one) && !awaitsAnswer(one) && !isTakenOff(one))}
        document={document}
        pen={pen}
      />
    </section>
  )
}
