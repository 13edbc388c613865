/** The map and the plan on paper, each on a page of its own: the copy of whoever has no device. */

import { useState } from 'preact/hooks'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { namesHidden } from '../working/hidden-names.ts'
import { printPage } from '../working/print-page.ts'
import type { RoomProps } from '../working/rooms.ts'
import { MapPage } from './MapPage.tsx'
import { PlanPage } from './PlanPage.tsx'

const { paper } = words
const WHICH = ['both', 'map', 'plan'] as const
const LETTERS = ['usual', 'large'] as const

export function OnPaperSheet({ document, onClose }: RoomProps) {
  const [which, setWhich] = useState<(typeof WHICH)[number]>('both')
  const [letters, setLetters] = useState<(typeof LETTERS)[number]>('usual')
  const isLarge = letters === 'large'
  return (
    <Sheet
      title={paper.title}
      onClose={onClose}
      actions={
        <Button kind="main" onPress={printPage}>
          {paper.print}
        </Button>
      }
    >
      <p>{paper.lead}</p>
      {namesHidden.value && <p class="app-soft">{paper.namesHidden}</p>}
      <Choice
        label={paper.which}
        shape="tiles"
        value={which}
        options={WHICH.map((value) => ({ value, label: paper.whichOf[value] }))}
        onChoose={setWhich}
      />
      <Choice
        label={paper.letters}
        shape="tiles"
        value={letters}
        options={LETTERS.map((value) => ({ value, label: paper.lettersOf[value] }))}
        onChoose={setLetters}
      />
      {which !== 'plan' && <MapPage document={document} isLarge={isLarge} />}
      {which !== 'map' && <PlanPage document={document} isLarge={isLarge} />}
    </Sheet>
  )
}
