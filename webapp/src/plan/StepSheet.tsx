/** A step in full: what, who, when, how it is, how it went, who it is with, and putting it away. */

import { useState } from 'preact/hooks'
import type { Document, Step, Who } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice, type Option } from '../kit/Choice.tsx'
import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { Hand } from '../working/Hand.tsx'
import { namesHidden } from '../working/hidden-names.ts'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { NamesAreHidden } from '../working/NamesAreHidden.tsx'
import { callName } from '../working/names.ts'
import { archiveStep, bringBackStep, setStepDone, setStepWhen, setStepWho } from './actions.ts'
import { CalendarPart } from './CalendarPart.tsx'
import { CameFrom } from './CameFrom.tsx'
import { CoField } from './CoField.tsx'
import { PeopleTicks } from './PeopleTicks.tsx'
import { brief, hasBeen } from './said.ts'

export function StepSheet({ step, document, onClose }: { step: Step; document: Document; onClose: () => void }) {
  const { plan } = words
  const what = brief(step.what, plan.untitledStep)
  const kept = (...fields: string[]) => <KeptBeside document={document} entity={`steps/${step.id}`} fields={fields} />
  return (
    <Sheet title={plan.stepWords(what)} onClose={onClose}>
      <CopiedFrom thing={step} />
      <CameFrom origin={step.origin} document={document} />
      <CoField entity="steps" id={step.id} field="what" label={plan.step} document={document} oneLine />
      <WhoChoice step={step} document={document} />
      {kept('who')}
      <WhenChoice step={step} document={document} />
      {kept('when')}
      <CalendarPart steps={[step]} />
      <Choice
        label={plan.state}
        shape="tiles"
        value={step.done}
        options={[
          { value: 'open', label: plan.open },
          { value: 'done', label: plan.done },
          { value: 'let go', label: plan['let go'], hint: plan.letGoHint },
        ]}
        onChoose={(done) => setStepDone(step.id, done)}
      />
      {kept('done')}
      <CoField entity="steps" id={step.id} field="went" label={plan.went} hint={plan.wentHint} document={document} />
      <PeopleTicks
        label={plan.withPeople}
        entity="steps"
        id={step.id}
        people={step.people}
        text={what}
        document={document}
      />
      {kept('people', 'archived')}
      <div class="app-stack app-sheet__end">
        <p class="app-soft" id="step-away-hint">
          {plan.putAwayHint}
        </p>
        <Button
          describedBy="step-away-hint"
          onPress={() => {
            if (step.archived) bringBackStep(step.id)
            else archiveStep(step.id)
            announce((step.archived ? plan.isBack : plan.isAway)(what))
            onClose()
          }}
        >
          {step.archived ? plan.bringBack(what) : plan.putAway}
        </Button>
      </div>
    </Sheet>
  )
}

type WhoOption = 'both' | 'person' | 'other' | 'unknown' | `member ${number}`

function WhoChoice({ step, document }: { readonly step: Step; readonly document: Document }) {
  const { plan } = words
  const { who } = step
  const stored: WhoOption = who.kind === 'member' ? `member ${who.member}` : who.kind
  const [asked, setAsked] = useState<WhoOption | null>(null)
  const shown = asked ?? stored
  const give = (name: string) => set({ kind: 'other', name: name.trim() })
  const other = useDraft(who.kind === 'other' ? who.name : '', give, `steps/${step.id}/who`, plan.whoOtherName)
  const people = document.people.filter((person) => !person.archived && !person.died)

  function set(next: Who): void {
    setAsked(null)
    setStepWho(step.id, next)
  }
  function choose(option: WhoOption): void {
    if (option === 'both' || option === 'unknown') set({ kind: option })
    else if (option === 'person' || option === 'other') setAsked(option)
    else set({ kind: 'member', member: Number(option.slice('member '.length)) })
  }

  const options: Option<WhoOption>[] = [
    ...document.names.map((_, member) => ({
      value: `member ${member}` as const,
      label: callName(member, document),
      picture: <Hand by={member} document={document} />,
    })),
    { value: 'both', label: plan.whoBoth, picture: <Hand by="both" document={document} /> },
    ...(people.length > 0 ? [{ value: 'person' as const, label: plan.whoPerson }] : []),
    { value: 'other', label: plan.whoOther },
    { value: 'unknown', label: plan.whoUnknown },
  ]
  return (
    <div class="app-stack app-stack--close">
      <Choice label={plan.who} shape="tiles" value={shown} options={options} onChoose={choose} />
      {shown === 'person' && (
        <Choice
          label={plan.whoPersonWhich}
          shape="tiles"
          value={who.kind === 'person' ? who.id : null}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
          onChoose={(id) => set({ kind: 'person', id })}
        />
      )}
      {shown === 'other' && namesHidden.value && <NamesAreHidden />}
      {shown === 'other' && !namesHidden.value && (
        <Field
          label={plan.whoOtherName}
          value={other.text}
          onInput={other.write}
          onBlur={other.settle}
          onEnter={other.settle}
          maxLength={120}
        />
      )}
    </div>
  )
}

function WhenChoice({ step, document }: { readonly step: Step; readonly document: Document }) {
  const { plan } = words
  const { when } = step
  const [asked, setAsked] = useState(false)
  const shown = asked ? 'day' : when.kind
  return (
    <div class="app-stack app-stack--close">
      <Choice
        label={plan.when}
        shape="tiles"
        value={shown}
        options={[
          {
            value: 'next',
            label: plan.whenNext,
            hint: document.meeting === '' ? undefined : plan.whenNextHint(document.meeting),
          },
          { value: 'day', label: plan.whenDay },
          { value: 'none', label: plan.whenNone, hint: plan.whenNoneHint },
        ]}
        onChoose={(kind) => {
          setAsked(kind === 'day')
          if (kind !== 'day') setStepWhen(step.id, { kind })
        }}
      />
      {shown === 'day' && (
        <Field
          label={plan.whenDayWhich}
          type="date"
          hint={when.kind === 'day' && hasBeen(when.day) ? plan.dayHasBeen : undefined}
          value={when.kind === 'day' ? when.day : ''}
          onInput={(day) => {
            if (/^\d{4}-\d{2}-\d{2}$/.test(day)) setStepWhen(step.id, { kind: 'day', day })
          }}
        />
      )}
    </div>
  )
}
