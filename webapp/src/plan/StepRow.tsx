/** A step on one line or a few: a tick, what, who, when, and how it went. All of it can be changed in the sheet. */

import type { Document, Step } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { lifted, lookingBack, opened, peopleOfStep } from '../working/attention.ts'
import { Hand } from '../working/Hand.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { toneOf } from '../working/names.ts'
import { setStepDone } from './actions.ts'
import { CoText } from './CoText.tsx'
import { OrderButtons } from './OrderButtons.tsx'
import { PeopleNames } from './PeopleTicks.tsx'
import { brief, whenWords, whoWords } from './said.ts'

export interface StepRowProps {
  readonly step: Step
  readonly document: Document
  readonly lit: boolean
  /** Its neighbours, for the order; null when the order is not being changed. */
  readonly among: readonly string[] | null
  /** What it is part of or came from, where that is not seen from where it stands. */
  readonly of?: string | undefined
  /** Whether it stands among all steps there are. */
  readonly amongAll?: boolean | undefined
}

export function StepRow({ step, document, lit, among, of = '', amongAll = false }: StepRowProps) {
  const what = brief(step.what, words.plan.untitledStep)
  const done = step.done === 'done'
  const when = whenWords(step.when)
  const state = step.done === 'let go' ? ' app-step--let-go' : done ? ' app-step--done' : ''
  const others = step.people.filter((id) => step.who.kind !== 'person' || step.who.id !== id)

  return (
    <li
      class={`app-step${state}${lit ? ' app-step--lit' : ''}`}
      data-step={step.id}
      onFocusIn={(event) => {
        event.stopPropagation()
        if (peopleOfStep(step).length > 0) lifted.value = { kind: 'step', id: step.id }
      }}
    >
      <button
        type="button"
        class="app-step__tick"
        role="checkbox"
        aria-disabled={lookingBack.value !== null || undefined}
        aria-checked={done}
        aria-label={words.plan.tick(what)}
        onClick={() => {
          if (lookingBack.value !== null) return
          setStepDone(step.id, done ? 'open' : 'done')
          announce((done ? words.plan.nowOpen : words.plan.nowDone)(what))
        }}
      >
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
          <circle class="app-step__circle" cx="16" cy="16" r="14" />
          {done && <path class="app-step__check" d="M9.5 16.5l4.5 4.5 8.5-9.5" />}
          {step.done === 'let go' && <path class="app-step__dash" d="M10 16h12" />}
        </svg>
      </button>
      <div class="app-step__words">
        <CoText entity="steps" id={step.id} field="what" label={words.plan.step} document={document} oneLine />
        <KeptBeside
          document={document}
          entity={`steps/${step.id}`}
          fields={['who', 'when', 'done', 'archived', 'goal', 'people']}
        />
        {(done || step.went !== '') && (
          <CoText
            entity="steps"
            id={step.id}
            field="went"
            label={words.plan.went}
            placeholder={words.plan.went}
            document={document}
            look="step"
          />
        )}
        <button
          type="button"
          class="app-step__more"
          onClick={() => {
            opened.value = { kind: 'step', id: step.id }
          }}
        >
          <span class="app-hidden">{words.plan.aboutStep(what)}.</span>
          {!(done && step.who.kind === 'unknown') && <WhoChip step={step} document={document} />}
          {of !== '' && <span class="app-step__when">{words.plan.towards(of)}</span>}
          {when !== '' && <span class="app-step__when">{when}</span>}
          {step.done === 'let go' && <span class="app-step__when">{words.plan['let go']}</span>}
          <PeopleNames label={words.plan.withPeople} people={others} document={document} />
          <svg class="app-step__dots" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <circle cx="5" cy="12" r="2" />
            <circle cx="12" cy="12" r="2" />
            <circle cx="19" cy="12" r="2" />
          </svg>
        </button>
      </div>
      {among !== null && <OrderButtons kind={amongAll ? 'any step' : 'step'} id={step.id} what={what} among={among} />}
    </li>
  )
}

/** Who, as a chip with their hand's shape; the words say it too. */
export function WhoChip({ step, document }: { readonly step: Step; readonly document: Document }) {
  const { who } = step
  const text = whoWords(who, document)
  if (who.kind === 'member') {
    return (
      <span class={`app-chip app-chip--${toneOf(who.member)}`}>
        <Hand by={who.member} document={document} />
        {text}
      </span>
    )
  }
  if (who.kind === 'both') {
    return (
      <span class="app-chip app-chip--both">
        <Hand by="both" document={document} />
        {text}
      </span>
    )
  }
  return <span class={who.kind === 'unknown' ? 'app-chip app-chip--open' : 'app-chip'}>{text}</span>
}
