/**
 * One page: what is in the way, and who will do what, and when. Filled, or empty to fill in by hand. It prints alone, and nothing on
 * it says where it comes from.
 */

import { useState } from 'preact/hooks'
import type { Barrier, Document, Step } from '../../../sync/document.ts'
import { sideWords } from '../history/values.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { whenWords, whoWords } from '../plan/said.ts'
import { stepsFrom } from '../plan/steps-from.ts'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { printPage } from '../working/print-page.ts'
import { boardOnce } from './actions.ts'

/** As many as stand on one page with room to write. */
const EMPTY_ROWS = 7

export function PaperSheet({ document, onClose }: { readonly document: Document; readonly onClose: () => void }) {
  const { barriers } = words
  const [which, setWhich] = useState<'filled' | 'blank'>('filled')
  const shown = which === 'blank' ? [] : boardOnce(document).filter(({ archived }) => !archived)
  return (
    <Sheet
      title={barriers.paper}
      onClose={onClose}
      actions={
        <Button kind="main" onPress={printPage}>
          {barriers.paperPrint}
        </Button>
      }
    >
      <Choice
        label={barriers.paperWhich}
        shape="tiles"
        value={which}
        options={[
          { value: 'filled', label: barriers.paperFilled },
          { value: 'blank', label: barriers.paperBlank },
        ]}
        onChoose={setWhich}
      />
      <p class="app-soft">{namesHidden.value ? barriers.paperNames : barriers.paperHint}</p>
      <div class="app-page">
        <h3 class="app-page__title">{barriers.paperTitle}</h3>
        <table class="app-page__table">
          <thead>
            <tr>
              {Object.values(barriers.columns).map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.flatMap((barrier) => rowsOf(barrier, document))}
            {shown.length === 0 && Array.from({ length: EMPTY_ROWS }, (_, row) => <EmptyRow key={row} />)}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}

/** One row for each thing to do about it; one with room to write where there is none. */
function rowsOf(barrier: Barrier, document: Document) {
  const steps: readonly (Step | null)[] = stepsFrom(`barriers/${barrier.id}`, document.steps)
  return (steps.length === 0 ? [null] : steps).map((step, row) => (
    <tr key={`${barrier.id} ${step?.id ?? ''}`}>
      <td>{row === 0 && `${sideWords(barrier.side, document)}: ${barrier.words}`}</td>
      <td>{step?.what}</td>
      <td>{step !== null && step.who.kind !== 'unknown' && whoWords(step.who, document)}</td>
      <td>{step !== null && whenWords(step.when)}</td>
      <td>{step?.done === 'done' && words.barriers.paperYes}</td>
    </tr>
  ))
}

function EmptyRow() {
  return (
    <tr class="app-page__empty">
      {Object.values(words.barriers.columns).map((column) => (
        <td key={column} />
      ))}
    </tr>
  )
}
