/** One photograph: what it shows, its name, its day and what is on it, and putting it away. */

import type { Document, Photograph } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { CoField } from '../plan/CoField.tsx'
import { words } from '../words/en.ts'
import { paper } from '../working/attention.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { namesHidden } from '../working/hidden-names.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { useMedia } from '../working/media.ts'
import { NameAndDay } from '../working/NameAndDay.tsx'
import { archivePhotograph, renamePhotograph, setPhotographDay } from './actions.ts'
import { Look } from './Look.tsx'
import { titleOf } from './shown.ts'

interface PhotographPartProps {
  readonly photograph: Photograph
  readonly document: Document
  readonly onPutAway: () => void
  /** The sheet is to make room: the photograph stands beside the map. */
  readonly onBeside: () => void
}

export function PhotographPart({ photograph, document, onPutAway, onBeside }: PhotographPartProps) {
  const { id } = photograph
  const hasRoom = useMedia('(min-width: 37.5em)')
  return (
    <>
      <Look photograph={photograph} />
      {hasRoom && (
        <div class="app-stack app-stack--close">
          <Button
            wide
            describedBy="beside-hint"
            onPress={() => {
              paper.value = id
              onBeside()
            }}
          >
            {words.photographs.beside}
          </Button>
          <p class="app-soft" id="beside-hint">
            {words.photographs.besideHint}
          </p>
        </div>
      )}
      <CopiedFrom thing={photograph} />
      {!namesHidden.value && <About photograph={photograph} document={document} onPutAway={onPutAway} />}
    </>
  )
}

function About({ photograph, document, onPutAway }: Omit<PhotographPartProps, 'onBeside'>) {
  const { id, day } = photograph
  const entity = `photographs/${id}`
  return (
    <>
      <section class="app-stack" aria-label={words.photographs.about}>
        <CoField
          entity="photographs"
          id={id}
          field="words"
          label={words.photographs.words}
          hint={words.photographs.wordsHint}
          document={document}
        />
        <NameAndDay
          name={photograph.name}
          day={day}
          entity={entity}
          title={titleOf(photograph)}
          labels={words.photographs}
          onRename={(name) => renamePhotograph(id, name)}
          onDay={(drawn) => setPhotographDay(id, drawn)}
          onPutAway={() => {
            archivePhotograph(id)
            if (paper.value === id) paper.value = null
            announce(words.photographs.isAway)
            onPutAway()
          }}
        />
      </section>
      <KeptBeside document={document} entity={entity} fields={['name', 'day', 'archived']} />
    </>
  )
}
