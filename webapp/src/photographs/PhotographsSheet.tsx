/** Maps on paper: take a photograph of one, look at those that are kept, bring back what was put away. */

import { useState } from 'preact/hooks'
import type { Bytes } from '../../../sync/bytes.ts'
import type { Document, Photograph } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import type { RoomProps } from '../working/rooms.ts'
import { bringBackPhotograph } from './actions.ts'
import { PhotographPart } from './PhotographPart.tsx'
import { photographs, photographsAway, titleOf } from './shown.ts'
import { Keep, Take } from './Take.tsx'

type Step =
  | { readonly name: 'list' }
  | { readonly name: 'keep'; readonly jpeg: Bytes }
  | { readonly name: 'look'; readonly id: string }

const LIST: Step = { name: 'list' }

export function PhotographsSheet({ document, onClose }: RoomProps) {
  const [step, setStep] = useState<Step>(LIST)
  const kept = photographs(document)
  const chosen = step.name === 'look' ? kept.find(({ id }) => id === step.id) : undefined
  const back = () => setStep(LIST)
  const look = (id: string) => setStep({ name: 'look', id })
  if (step.name === 'keep') {
    return (
      <Sheet title={words.photographs.keepTitle} step="keep" onClose={onClose}>
        <Keep jpeg={step.jpeg} onKept={look} onAnother={back} />
      </Sheet>
    )
  }
  if (chosen !== undefined) {
    return (
      <Sheet
        wide
        title={titleOf(chosen)}
        step={`look ${chosen.id}`}
        onClose={onClose}
        actions={<Button onPress={back}>{words.photographs.back}</Button>}
      >
        <PhotographPart photograph={chosen} document={document} onPutAway={back} onBeside={onClose} />
      </Sheet>
    )
  }
  return (
    <Sheet title={words.photographs.title} step="list" onClose={onClose}>
      <p class="app-soft">{words.photographs.lead}</p>
      <Take onTaken={(jpeg) => setStep({ name: 'keep', jpeg })} />
      {kept.length > 0 && (
        <section class="app-stack app-stack--close" aria-labelledby="photographs-kept">
          <h3 id="photographs-kept">{words.photographs.list}</h3>
          <ul class="app-stack">
            {kept.map((one) => (
              <Line key={one.id} photograph={one} document={document} onLook={() => look(one.id)} />
            ))}
          </ul>
        </section>
      )}
      <PutAway
        title={words.photographs.away}
        away={photographsAway(document).map((one) => ({
          id: one.id,
          what: titleOf(one),
          back: () => bringBackPhotograph(one.id),
        }))}
        button={words.photographs.bringBackShort}
        called={words.photographs.bringBack}
        said={() => words.photographs.isBack}
      />
    </Sheet>
  )
}

interface LineProps {
  readonly photograph: Photograph
  readonly document: Document
  readonly onLook: () => void
}

function Line({ photograph, document, onLook }: LineProps) {
  const { say, title } = { say: words.photographs, title: titleOf(photograph) }
  const { by } = photograph
  return (
    <li class="app-photo-line">
      <span>
        <b>{title}</b>
        <span class="app-soft app-photo-line__by">{by === 'both' ? say.byBoth : say.by(callName(by, document))}</span>
      </span>
      <Button label={say.look(title)} onPress={onLook}>
        {say.lookShort}
      </Button>
    </li>
  )
}
