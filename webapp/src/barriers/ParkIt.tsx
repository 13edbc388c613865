/** What comes up while two people dream, and belongs elsewhere: a line that takes it to the board, out of sight here (row 3.10). */

import { useState } from 'preact/hooks'
import type { By, Document } from '../../../sync/document.ts'
import { AddLine } from '../plan/AddLine.tsx'
import { words } from '../words/en.ts'
import { WhoSays } from '../working/WhoSays.tsx'
import { addBarrier } from './actions.ts'

export function ParkIt({ document, pen }: { readonly document: Document; readonly pen: By }) {
  const { barriers } = words
  const [chosen, setChosen] = useState(0)
  return (
    <AddLine
      kind="quiet"
      open={barriers.park}
      label={barriers.what}
      hint={barriers.parkHint}
      name="park it"
      wordsFirst
      onAdd={(text) => addBarrier({ words: text, side: 'elsewhere', by: pen === 'both' ? chosen : pen })}
      said={barriers.parked}
    >
      <WhoSays label={barriers.whoSays} pen={pen} chosen={chosen} document={document} onChoose={setChosen} />
    </AddLine>
  )
}
