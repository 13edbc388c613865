/** One good thing on somebody's list; and what is off the list: put away, or answered with a no. */

import type { By, Document, Strength } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import { archiveStrength, bringBackStrength, leaveStrengthOpen } from './actions.ts'

interface GoodThingProps {
  readonly strength: Strength
  readonly document: Document
}

export function GoodThing({ strength, document }: GoodThingProps) {
  const { strengths } = words
  const what = brief(strength.words, words.history.nothing)
  const isSaidByOther = strength.by !== strength.about && strength.by !== 'both'
  return (
    <li class="app-good__row">
      <span class="app-good__words">
        <span class="app-soft">{words.details.strengths[strength.kind]}</span> <b>{strength.words}</b>
        {isSaidByOther && (
          <span class="app-soft app-good__by">{strengths.saidBy(callName(strength.by, document))}</span>
        )}
        <CopiedFrom thing={strength} />
      </span>
      <Button
        kind="quiet"
        label={strengths.putAway(what)}
        onPress={() => {
          archiveStrength(strength.id)
          announce(strengths.isAway(what))
        }}
      >
        {strengths.putAwayShort}
      </Button>
      <KeptBeside document={document} entity={`strengths/${strength.id}`} fields={['kind', 'agreed', 'archived']} />
    </li>
  )
}

interface OffTheListProps {
  readonly strengths: readonly Strength[]
  readonly document: Document
  readonly pen: By
}

/** Kept out of sight, folded. A no can be taken back by whoever gave it, and by nobody else. */
export function OffTheList({ strengths, document, pen }: OffTheListProps) {
  return (
    <PutAway
      title={words.strengths.off}
      away={strengths.map(({ id, words: said, about, archived }) => ({
        id,
        what: brief(said, words.history.nothing),
        back:
          archived || pen === 'both' || pen === about
            ? () => (archived ? bringBackStrength(id) : leaveStrengthOpen(id))
            : undefined,
        after: <KeptBeside document={document} entity={`strengths/${id}`} fields={['agreed', 'archived']} />,
      }))}
      button={words.strengths.bringBackShort}
      called={words.strengths.bringBack}
      said={words.strengths.isBack}
    />
  )
}
