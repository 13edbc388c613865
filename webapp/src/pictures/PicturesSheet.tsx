/** Pictures of the map: keep one of today, look at one, see what is different between two. */

import { useState } from 'preact/hooks'
import type { Document, Picture } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { standing } from '../map/measures.ts'
import { dayWords } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { room } from '../working/attention.ts'
import { ComparePart } from './ComparePart.tsx'
import { PicturePart } from './PicturePart.tsx'
import { SeenPart } from './SeenPart.tsx'
import { titleOf } from './said.ts'
import { pictures } from './shown.ts'
import { TakeFields } from './TakeFields.tsx'

type Step = { readonly name: 'list' } | { readonly name: 'look' | 'compare'; readonly id: string }

const LIST: Step = { name: 'list' }

export interface PicturesSheetProps {
  readonly document: Document
  readonly onClose: () => void
}

export function PicturesSheet({ document, onClose }: PicturesSheetProps) {
  const [step, setStep] = useState<Step>(LIST)
  const kept = pictures(document)
  const chosen = step.name === 'list' ? undefined : kept.find(({ id }) => id === step.id)
  const back = () => setStep(LIST)
  if (chosen !== undefined) {
    const isLook = step.name === 'look'
    return (
      <Sheet
        title={isLook ? titleOf(chosen) : words.pictures.compare(titleOf(chosen))}
        step={`${step.name} ${chosen.id}`}
        onClose={onClose}
        actions={<Button onPress={back}>{words.pictures.back}</Button>}
      >
        {isLook ? (
          <PicturePart picture={chosen} document={document} onPutAway={back} />
        ) : (
          <ComparePart key={chosen.id} first={chosen} document={document} />
        )}
      </Sheet>
    )
  }
  return (
    <Sheet title={words.pictures.title} step="list" onClose={onClose}>
      <p class="app-soft">{words.pictures.lead}</p>
      <TakeFields onBegun={onClose} />
      <Button wide describedBy="paper-hint" onPress={() => (room.value = 'photographs')}>
        {words.map.menuEntries.photographs.label}
      </Button>
      <p class="app-soft" id="paper-hint">
        {words.map.menuEntries.photographs.hint}
      </p>
      <SeenPart standing={standing(document)} />
      {kept.length > 0 && (
        <section class="app-stack app-stack--close" aria-labelledby="pictures-kept">
          <h3 id="pictures-kept">{words.pictures.list}</h3>
          <ul class="app-stack">
            {kept.map((picture) => (
              <Line
                key={picture.id}
                picture={picture}
                onLook={() => setStep({ name: 'look', id: picture.id })}
                onCompare={() => setStep({ name: 'compare', id: picture.id })}
              />
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  )
}

interface LineProps {
  readonly picture: Picture
  readonly onLook: () => void
  readonly onCompare: () => void
}

function Line({ picture, onLook, onCompare }: LineProps) {
  const title = titleOf(picture)
  return (
    <li class="app-picture-line">
      <span>
        <b>{title}</b>
        {picture.name !== '' && <span class="app-soft"> {dayWords(picture.day)}</span>}
      </span>
      <span class="app-row">
        <Button label={words.pictures.look(title)} onPress={onLook}>
          {words.pictures.lookShort}
        </Button>
        <Button label={words.pictures.compare(title)} onPress={onCompare}>
          {words.pictures.compareShort}
        </Button>
      </span>
    </li>
  )
}
