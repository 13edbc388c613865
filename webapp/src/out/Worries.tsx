/** Each one's own worries about an outing, and beside each what either of the two could do. */

import { useState } from 'preact/hooks'
import type { By, Document, Outing, Worry } from '../../../sync/document.ts'
import { Fold } from '../kit/Fold.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { CoField } from '../plan/CoField.tsx'
import { CoText } from '../plan/CoText.tsx'
import { brief } from '../plan/said.ts'
import { NobodyWatches } from '../talk/NobodyWatches.tsx'
import { words } from '../words/en.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { Hand } from '../working/Hand.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { callName } from '../working/names.ts'
import { PutAway } from '../working/PutAway.tsx'
import { WhoSays } from '../working/WhoSays.tsx'
import { addWorry, archiveWorry, bringBackWorry } from './support-actions.ts'
import { TakeAway } from './TakeAway.tsx'

interface WorriesProps {
  readonly outing: Outing
  readonly document: Document
  readonly pen: By
}

export function Worries({ outing, document, pen }: WorriesProps) {
  const { out } = words
  const [chosen, setChosen] = useState(0)
  const all = document.worries.filter((one) => one.outing === outing.id)
  const shown = all.filter(({ archived }) => !archived)
  const away = all.filter(({ archived, by }) => archived && (pen === 'both' || pen === by))
  return (
    <Fold
      title={out.worries}
      said={shown.map((one) => brief(one.words, words.history.nothing)).join(', ')}
      hint={out.worriesHint}
    >
      <NobodyWatches document={document} />
      {shown.map((worry) => (
        <OneWorry key={worry.id} worry={worry} document={document} pen={pen} />
      ))}
      <WhoSays label={out.whoSays} pen={pen} chosen={chosen} document={document} onChoose={setChosen} />
      <AddLine
        open={out.addWorry}
        label={out.addWorry}
        name={`worry outings/${outing.id}`}
        onAdd={(text) => addWorry({ outing: outing.id, words: text, by: pen === 'both' ? chosen : pen })}
        said={() => out.worryAdded}
      />
      <PutAway
        title={out.putAway}
        away={away.map((one) => ({
          id: one.id,
          what: brief(one.words, words.history.nothing),
          back: () => bringBackWorry(one.id),
        }))}
        called={words.plan.bringBack}
        said={words.plan.isBack}
      />
    </Fold>
  )
}

interface OneWorryProps {
  readonly worry: Worry
  readonly document: Document
  readonly pen: By
}

function OneWorry({ worry, document, pen }: OneWorryProps) {
  const { out } = words
  const { id, by } = worry
  const what = brief(worry.words, words.history.nothing)
  const mayChange = pen === 'both' || pen === by
  const other = by === 0 ? 1 : 0
  return (
    <div class="app-outing__part app-stack app-stack--close" role="group" aria-label={what}>
      <p class="app-goal__by">
        <Hand by={by} document={document} /> {out.worryOf(callName(by, document))}
      </p>
      {mayChange ? (
        <CoText
          entity="worries"
          id={id}
          field="words"
          label={out.addWorry}
          by={by}
          document={document}
          oneLine
          look="box"
        />
      ) : (
        <p>{worry.words}</p>
      )}
      <CopiedFrom thing={worry} />
      <div class="app-outing__two">
        <Could field="i_could" label={out.iCould(callName(by, document))} worry={worry} document={document} pen={pen} />
        <Could
          field="you_could"
          label={out.youCould(callName(other, document))}
          worry={worry}
          document={document}
          pen={pen}
        />
      </div>
      <KeptBeside document={document} entity={`worries/${id}`} fields={['archived']} />
      {mayChange && <TakeAway what={what} onTake={() => archiveWorry(id)} />}
    </div>
  )
}

interface CouldProps extends OneWorryProps {
  readonly field: 'i_could' | 'you_could'
  readonly label: string
}

/** What one of the two could do about it: where both hold the pen, in the hand of whoever worries. */
function Could({ field, label, worry, document, pen }: CouldProps) {
  const by = pen === 'both' ? worry.by : pen
  return <CoField entity="worries" id={worry.id} field={field} label={label} by={by} document={document} />
}
