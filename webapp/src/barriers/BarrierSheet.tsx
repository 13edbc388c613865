/** One thing in the way in full: what kind, where, how it is, smaller parts of it, and other ways round it. */

import { useState } from 'preact/hooks'
import type { Barrier, By, Document } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Pick } from '../kit/Pick.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { addStep } from '../plan/actions.ts'
import { CoText } from '../plan/CoText.tsx'
import { brief } from '../plan/said.ts'
import { originOfSmaller, stepsFrom } from '../plan/steps-from.ts'
import { words } from '../words/en.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { WhoSays } from '../working/WhoSays.tsx'
import { KindPick, SideChoice } from './AddBarrier.tsx'
import {
  archiveBarrier,
  bringBackBarrier,
  setBarrierKind,
  setBarrierSide,
  setBarrierState,
  setBarrierStops,
  splitBarrier,
} from './actions.ts'
import { saidBy } from './said-by.ts'

interface BarrierSheetProps {
  readonly barrier: Barrier
  readonly document: Document
  readonly pen: By
  readonly onClose: () => void
}

export function BarrierSheet({ barrier, document, pen, onClose }: BarrierSheetProps) {
  const { barriers } = words
  const { id } = barrier
  const what = brief(barrier.words, barriers.untitled)
  const kept = (...fields: string[]) => <KeptBeside document={document} entity={`barriers/${id}`} fields={fields} />
  return (
    <Sheet title={barriers.about(what)} onClose={onClose}>
      <CopiedFrom thing={barrier} />
      <p class="app-soft">{saidBy(barrier, document)}</p>
      <CoText entity="barriers" id={id} field="words" label={barriers.what} document={document} oneLine look="box" />
      <Choice
        label={barriers.state}
        shape="tiles"
        value={barrier.state}
        options={(['open', 'worked around', 'left'] as const).map((value) => ({
          value,
          label: barriers.states[value],
        }))}
        onChoose={(state) => setBarrierState(id, state)}
      />
      {kept('state')}
      <Split barrier={barrier} document={document} pen={pen} />
      <Ways barrier={barrier} document={document} />
      <KindPick value={barrier.kind} onPick={(kind) => setBarrierKind(id, kind)} />
      {kept('kind')}
      <SideChoice
        document={document}
        value={String(barrier.side)}
        onChoose={(side) => setBarrierSide(id, side === 'service' || side === 'elsewhere' ? side : Number(side))}
      />
      {kept('side')}
      <StopsPick barrier={barrier} document={document} />
      {kept('stops', 'archived')}
      <div class="app-stack app-sheet__end">
        <p class="app-soft" id="barrier-away-hint">
          {barriers.putAwayHint}
        </p>
        <Button
          describedBy="barrier-away-hint"
          onPress={() => {
            if (barrier.archived) bringBackBarrier(id)
            else archiveBarrier(id)
            announce((barrier.archived ? barriers.isBack : barriers.isAway)(what))
            onClose()
          }}
        >
          {barrier.archived ? barriers.bringBack(what) : barriers.putAway}
        </Button>
      </div>
    </Sheet>
  )
}

interface PartProps {
  readonly barrier: Barrier
  readonly document: Document
}

function Split({ barrier, document, pen }: PartProps & { readonly pen: By }) {
  const { barriers } = words
  const [chosen, setChosen] = useState(typeof barrier.by === 'number' ? barrier.by : 0)
  const smaller = document.barriers.filter((one) => one.parent === barrier.id && !one.archived)
  return (
    <Fold
      title={barriers.split}
      said={smaller.map((one) => brief(one.words, barriers.untitled)).join(', ')}
      hint={barriers.splitHint}
    >
      <WhoSays label={barriers.whoSays} pen={pen} chosen={chosen} document={document} onChoose={setChosen} />
      <AddLine
        open={barriers.smallerPart}
        label={barriers.smallerPart}
        name={`split barriers/${barrier.id}`}
        onAdd={(text) => splitBarrier(barrier.id, text, pen === 'both' ? chosen : pen)}
        said={barriers.splitDone}
      />
    </Fold>
  )
}

/** For each thing to try: another way to the same, or a smaller first bit of it. Both are steps of the one plan. */
function Ways({ barrier, document }: PartProps) {
  const { barriers } = words
  const origin = `barriers/${barrier.id}`
  const steps = stepsFrom(origin, document.steps)
  if (steps.length === 0) return null
  return (
    <Fold title={barriers.ways} said="" hint={barriers.who}>
      {steps.map((step) => {
        const what = brief(step.what, words.plan.untitledStep)
        return (
          <div class="app-stack app-stack--close" key={step.id} role="group" aria-label={what}>
            <p>
              <b>{what}</b>
            </p>
            <AddLine
              kind="quiet"
              open={barriers.anotherShort}
              label={barriers.anotherWay(what)}
              name={`another ${step.id}`}
              hint={barriers.anotherHint}
              onAdd={(text) => addStep({ what: text, origin })}
              said={barriers.tried}
            />
            <AddLine
              kind="quiet"
              open={barriers.smallerShort}
              label={barriers.smaller(what)}
              name={`smaller ${step.id}`}
              hint={barriers.smallerHint}
              onAdd={(text) => addStep({ what: text, origin: originOfSmaller(step, document.steps) })}
              said={barriers.tried}
            />
          </div>
        )
      })}
    </Fold>
  )
}

function StopsPick({ barrier, document }: PartProps) {
  const { barriers, plan, out } = words
  const goals = document.goals.filter(({ archived }) => !archived)
  const outings = document.outings.filter(({ archived }) => !archived)
  if (goals.length + outings.length === 0) return null
  return (
    <Pick
      label={barriers.stops}
      value={barrier.stops}
      options={[
        { value: '', label: barriers.stopsNothing },
        ...goals.map(({ id, title }) => ({ value: `goals/${id}`, label: brief(title, plan.untitledGoal) })),
        ...outings.map(({ id, what }) => ({ value: `outings/${id}`, label: brief(what, out.untitled) })),
      ]}
      onPick={(stops) => setBarrierStops(barrier.id, stops)}
    />
  )
}
