/** One thing in the way, on the board: its words, who said it, how it is, and what will be tried. */

import type { Barrier, Document } from '../../../sync/document.ts'
import { valueWords } from '../history/values.ts'
import { Button } from '../kit/Button.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { addStep } from '../plan/actions.ts'
import { CoText } from '../plan/CoText.tsx'
import { StepRow } from '../plan/StepRow.tsx'
import { brief } from '../plan/said.ts'
import { stepsFrom } from '../plan/steps-from.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { Hand } from '../working/Hand.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { saidBy } from './said-by.ts'

interface BarrierCardProps {
  readonly barrier: Barrier
  readonly document: Document
  readonly onOpen: () => void
}

export function BarrierCard({ barrier, document, onOpen }: BarrierCardProps) {
  const { barriers } = words
  const { id, kind, state, by, stops, parent } = barrier
  const what = brief(barrier.words, barriers.untitled)
  const steps = stepsFrom(`barriers/${id}`, document.steps)
  const larger = document.barriers.find((one) => one.id === parent)
  const isEarlier = lookingBack.value !== null
  return (
    <li class={`app-barrier${state === 'open' ? '' : ' app-barrier--settled'}`}>
      <CoText entity="barriers" id={id} field="words" label={barriers.what} document={document} oneLine look="title" />
      <p class="app-barrier__line app-soft">
        <span class="app-goal__by">
          <Hand by={by} document={document} /> {saidBy(barrier, document)}
        </span>
        {kind !== '' && <span class="app-chip">{barriers.kinds[kind]}</span>}
        {state !== 'open' && <span class="app-chip app-chip--both">{barriers.states[state]}</span>}
        {larger !== undefined && <span>{barriers.partOf(brief(larger.words, barriers.untitled))}</span>}
        {stops !== '' && <span>{barriers.before(valueWords('stops', stops, document))}</span>}
      </p>
      <CopiedFrom thing={barrier} />
      <KeptBeside
        document={document}
        entity={`barriers/${id}`}
        fields={['kind', 'side', 'state', 'stops', 'archived']}
      />
      {steps.length > 0 && (
        <ul class="app-steps" aria-label={barriers.plans}>
          {steps.map((step) => (
            <StepRow key={step.id} step={step} document={document} lit={false} among={null} />
          ))}
        </ul>
      )}
      {!isEarlier && (
        <div class="app-row">
          <AddLine
            open={barriers.try}
            label={barriers.tryFor(what)}
            name={`try barriers/${id}`}
            hint={barriers.tryHint}
            onAdd={(text) => addStep({ what: text, origin: `barriers/${id}` })}
            said={barriers.tried}
          />
          <Button kind="quiet" label={barriers.moreAbout(what)} onPress={onOpen}>
            {barriers.more}
          </Button>
        </div>
      )}
    </li>
  )
}
