/** Who could help with small things of any week: all of them as a list, and one at a time. */

import { useState } from 'preact/hooks'
import type { Document, Situation } from '../../../sync/document.ts'
import { situationName } from '../history/values.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { addSituation, bringBackSituation } from '../map/help-actions.ts'
import { AddLine } from '../plan/AddLine.tsx'
import { words } from '../words/en.ts'
import { PutAway } from '../working/PutAway.tsx'
import type { RoomProps } from '../working/rooms.ts'
import { OneSituation } from './OneSituation.tsx'
import { answerWords, shownSituations } from './situations.ts'

export function HelpSheet({ document, onClose }: RoomProps) {
  const [at, setAt] = useState<string | null>(null)
  const { help } = words
  const shown = shownSituations(document)
  const index = shown.findIndex(({ id }) => id === at)
  const one = shown[index]
  const next = shown[index + 1]
  if (one === undefined) {
    return (
      <Sheet title={help.title} onClose={onClose} step="all">
        <All document={document} shown={shown} onOpen={setAt} />
      </Sheet>
    )
  }
  return (
    <Sheet
      title={help.with(situationName(one.id, document))}
      onClose={onClose}
      step={one.id}
      actions={
        <>
          <Button onPress={() => setAt(null)}>{help.list}</Button>
          {next !== undefined && <Button onPress={() => setAt(next.id)}>{help.next}</Button>}
        </>
      }
    >
      <OneSituation key={one.id} situation={one} document={document} onLeave={() => setAt(null)} />
    </Sheet>
  )
}

interface AllProps {
  readonly document: Document
  readonly shown: readonly Situation[]
  readonly onOpen: (id: string) => void
}

function All({ document, shown, onOpen }: AllProps) {
  const { help } = words
  return (
    <>
      <p>{help.intro}</p>
      <ul class="app-help">
        {shown.map((one) => (
          <li key={one.id}>
            <button type="button" class="app-help__row" onClick={() => onOpen(one.id)}>
              <span class="app-help__what">{situationName(one.id, document)}</span>
              <span class="app-soft">{answerWords(one, document).join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
      <AddLine
        open={help.own}
        label={help.own}
        hint={help.ownHint}
        name="add situation"
        onAdd={addSituation}
        said={help.ownAdded}
      />
      <PutAway
        title={help.away}
        away={document.help
          .filter(({ away }) => away)
          .map(({ id }) => ({ id, what: situationName(id, document), back: () => bringBackSituation(id) }))}
        called={help.bringBack}
        said={help.isBack}
      />
    </>
  )
}
