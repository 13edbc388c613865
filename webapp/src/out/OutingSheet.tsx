/** An outing in full, folded: when and where, who helps, plan B, worries, first tiny steps, how it was, and a card for the pocket. */

import { useState } from 'preact/hooks'
import type { By, Document, Outing } from '../../../sync/document.ts'
import type { Outcome } from '../document/outcomes.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { Fold } from '../kit/Fold.tsx'
import { Pick } from '../kit/Pick.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { AddLine } from '../plan/AddLine.tsx'
import { addStep } from '../plan/actions.ts'
import { CoText } from '../plan/CoText.tsx'
import { brief, whenWords } from '../plan/said.ts'
import { stepsFrom } from '../plan/steps-from.ts'
import { words } from '../words/en.ts'
import { enterRoom } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { PocketCard } from '../working/PocketCard.tsx'
import { Afterwards } from './Afterwards.tsx'
import {
  archiveOuting,
  letOutingGo,
  linkToOuting,
  type OutingLine,
  restOuting,
  sayNoThanks,
  setOutingGoal,
  setOutingLine,
  setOutingWhen,
} from './actions.ts'
import { linesOf } from './card.ts'
import { LineField } from './LineField.tsx'
import { Supports } from './Supports.tsx'
import { Worries } from './Worries.tsx'

interface OutingSheetProps {
  readonly outing: Outing
  readonly document: Document
  readonly pen: By
  readonly onClose: () => void
}

export function OutingSheet({ outing, document, pen, onClose }: OutingSheetProps) {
  const { out } = words
  const { id } = outing
  const [hasCard, setCard] = useState(false)
  const what = brief(outing.what, out.untitled)
  const steps = stepsFrom(`outings/${id}`, document.steps)
  const times = document.occasions.filter((one) => one.outing === id)
  const end = (act: (id: string) => Outcome, said: string) => () => {
    done(act(id), said)
    onClose()
  }
  return (
    <Sheet title={out.about(what)} onClose={onClose}>
      <CoText entity="outings" id={id} field="what" label={out.what} document={document} oneLine look="box" />
      <WhenWhere outing={outing} document={document} />
      <Supports outing={outing} document={document} />
      <Fold title={out.planB} said={outing.plan_b} hint={out.planBHint}>
        <CoText entity="outings" id={id} field="plan_b" label={out.planB} document={document} look="box" />
      </Fold>
      <Worries outing={outing} document={document} pen={pen} />
      <Fold
        title={out.firstBits}
        said={steps.map((step) => brief(step.what, words.plan.untitledStep)).join(', ')}
        hint={out.firstBitsHint}
      >
        <div class="app-row">
          {out.firstSteps.map((first) => (
            <Button
              key={first}
              onPress={() => {
                addStep({ what: first, origin: `outings/${id}` })
                announce(out.firstAdded(first))
              }}
            >
              {first}
            </Button>
          ))}
        </div>
        <AddLine
          open={out.addFirst}
          label={out.addFirstFor(what)}
          name={`first outings/${id}`}
          onAdd={(text) => addStep({ what: text, origin: `outings/${id}` })}
          said={out.firstAdded}
        />
      </Fold>
      <Afterwards
        outing={outing}
        times={times}
        document={document}
        pen={pen}
        onElsewhere={(room) => {
          onClose()
          enterRoom(room)
        }}
      />
      <div>
        <Button onPress={() => setCard(true)}>{out.card}</Button>
      </div>
      <div class="app-stack app-stack--close app-sheet__end">
        <p class="app-soft">{out.noReason}</p>
        <div class="app-row">
          <Button onPress={end(sayNoThanks, out.isNo)}>{out.noThanks}</Button>
          <Button onPress={end(restOuting, out.isOff(what))}>{out.pause}</Button>
          <Button onPress={end(letOutingGo, out.isOff(what))}>{out.letGo}</Button>
          <Button onPress={end(archiveOuting, out.isAway(what))}>{out.putAway}</Button>
        </div>
      </div>
      {hasCard && (
        <PocketCard
          title={out.card}
          hint={out.cardHint}
          heading={brief(outing.what, out.untitled)}
          lines={linesOf(outing, document)}
          onClose={() => setCard(false)}
        />
      )}
    </Sheet>
  )
}

const LINES: readonly OutingLine[] = ['where', 'time', 'getting', 'cost', 'meet', 'phone']

function WhenWhere({ outing, document }: { readonly outing: Outing; readonly document: Document }) {
  const { out, plan } = words
  const { id, when } = outing
  const goals = document.goals.filter(({ archived }) => !archived)
  const people = document.people
    .filter((one) => outing.people.includes(one.id) || !(one.archived || one.died))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const said = [whenWords(when), outing.time, outing.where].filter((one) => one !== '')
  return (
    <Fold title={out.whenWhere} said={said.join(', ')} hint={out.whenWhereHint}>
      <Field
        label={out.when}
        hint={out.whenHint}
        type="date"
        value={when.kind === 'day' ? when.day : ''}
        onInput={(day) => {
          if (day === '') setOutingWhen(id, { kind: 'none' })
          else if (/^\d{4}-\d{2}-\d{2}$/.test(day)) setOutingWhen(id, { kind: 'day', day })
        }}
      />
      {LINES.map((line) => (
        <LineField
          key={line}
          label={out[line]}
          hint={line === 'cost' ? out.costHint : undefined}
          type={line === 'phone' ? 'tel' : 'text'}
          value={outing[line]}
          name={`outings/${id}/${line}`}
          onWrite={(text) => setOutingLine(id, line, text)}
        />
      ))}
      <KeptBeside document={document} entity={`outings/${id}`} fields={['when', ...LINES]} />
      {goals.length > 0 && (
        <Pick
          label={out.goal}
          value={outing.goal}
          options={[
            { value: '', label: out.noGoal },
            ...goals.map((goal) => ({ value: goal.id, label: brief(goal.title, plan.untitledGoal) })),
          ]}
          onPick={(goal) => setOutingGoal(id, goal)}
        />
      )}
      {people.length > 0 && (
        <fieldset class="app-choice app-choice--people">
          <legend class="app-field__label">{out.with}</legend>
          <div class="app-choice__options">
            {people.map((one) => (
              <Tick
                key={one.id}
                label={one.name}
                checked={outing.people.includes(one.id)}
                onChange={(on) => linkToOuting(id, one.id, on)}
              />
            ))}
          </div>
        </fieldset>
      )}
    </Fold>
  )
}
