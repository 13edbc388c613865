/** A goal with its steps: whose words, who could help, and a line for the next step. */

import type { By, Document, Goal, Step } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { lifted, lookingBack, opened } from '../working/attention.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { AddLine } from './AddLine.tsx'
import { Answer } from './Answer.tsx'
import { addStep, declineGoal, takeGoal } from './actions.ts'
import { CoText } from './CoText.tsx'
import { OrderButtons } from './OrderButtons.tsx'
import { PeopleNames } from './PeopleTicks.tsx'
import { StepRow } from './StepRow.tsx'
import { brief } from './said.ts'
import { isSuggested } from './taking.ts'

export interface GoalCardProps {
  readonly goal: Goal
  readonly steps: readonly Step[]
  readonly document: Document
  readonly lit: boolean
  readonly litSteps: ReadonlySet<string>
  readonly among: readonly string[] | null
  readonly pen: By
}

export function GoalCard({ goal, steps, document, lit, litSteps, among, pen }: GoalCardProps) {
  const { plan } = words
  const title = brief(goal.title, plan.untitledGoal)
  const lift = () => {
    lifted.value = { kind: 'goal', id: goal.id }
  }
  return (
    <article class={`app-goal${lit ? ' app-goal--lit' : ''}`} aria-labelledby={`goal-${goal.id}`} data-goal={goal.id}>
      <h3 class="app-hidden" id={`goal-${goal.id}`}>
        {title}
      </h3>
      <div class="app-goal__head" onFocusIn={lift}>
        <div class="app-goal__title">
          <CoText
            entity="goals"
            id={goal.id}
            field="title"
            label={plan.goal}
            document={document}
            oneLine
            look="title"
          />
        </div>
        {among !== null && <OrderButtons kind="goal" id={goal.id} what={title} among={among} />}
        <button
          type="button"
          class="app-goal__more"
          onClick={() => {
            opened.value = { kind: 'goal', id: goal.id }
          }}
        >
          <span class="app-hidden">{plan.goalWords(title)}.</span>
          <span class="app-goal__by">
            <Hand by={goal.by} document={document} />
            {goal.by === 'both' ? plan.wordsOfBoth : plan.words(callName(goal.by, document))}
          </span>
          {goal.people.length > 0 ? (
            <PeopleNames label={plan.couldHelp} people={goal.people} document={document} />
          ) : (
            <span class="app-with app-with--ask">{plan.noHelp}</span>
          )}
        </button>
      </div>
      {isSuggested(goal) && lookingBack.value === null && (
        <Answer
          by={goal.by}
          what={title}
          document={document}
          pen={pen}
          onAnswer={(yes) => {
            if (yes) takeGoal(goal.id)
            else declineGoal(goal.id)
            announce(yes ? plan.taken(title) : plan.fine)
          }}
        />
      )}
      <ul class="app-steps">
        {steps.map((step) => (
          <StepRow
            key={step.id}
            step={step}
            document={document}
            lit={litSteps.has(step.id)}
            among={among === null ? null : steps.map((one) => one.id)}
          />
        ))}
      </ul>
      {lookingBack.value === null && (
        <AddLine
          kind="quiet"
          open={steps.length === 0 ? plan.smallestStep : plan.addStep}
          label={plan.addStepTo(title)}
          name={`add step ${goal.id}`}
          onAdd={(what) => addStep({ goal: goal.id, what })}
          said={plan.stepAdded}
        />
      )}
    </article>
  )
}
