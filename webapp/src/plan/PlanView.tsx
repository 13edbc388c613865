/**
 * The plan: goals with their steps, small steps of their own, and what is set aside or put away. Whatever belongs to a lifted
 * person is marked.
 */

import { useState } from 'preact/hooks'
import type { By, Document, Goal, Step } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { addingAgain } from '../jar/again.ts'
import { Button } from '../kit/Button.tsx'
import { OwnDoor } from '../own/OwnDoor.tsx'
import { GoodThingsLine } from '../strengths/GoodThingsLine.tsx'
import { ShownWorries } from '../talk/ShownWorries.tsx'
import { words } from '../words/en.ts'
import { lifted, lookingBack, room, workWith } from '../working/attention.ts'
import { PutAway } from '../working/PutAway.tsx'
import { RoomTitle } from '../working/RoomTitle.tsx'
import { AddLine } from './AddLine.tsx'
import { addGoal, addStep, bringBackGoal, bringBackStep } from './actions.ts'
import { ChosenSteps } from './ChosenSteps.tsx'
import { GoalCard } from './GoalCard.tsx'
import { AddLongHope, LongHope } from './LongHope.tsx'
import { SetAside } from './SetAside.tsx'
import { StepRow } from './StepRow.tsx'
import { brief } from './said.ts'
import { isDeclined } from './taking.ts'

/** So many at once are a lot to hold: then resting some is offered, and nothing more. */
const MANY_GOALS = 3

export function PlanView({ document }: { readonly document: Document }) {
  const [ordering, setOrdering] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const { plan } = words
  const pen: By = current.value?.pen.value ?? 'both'
  const all = document.goals.filter((goal) => !goal.archived)
  const goals = all.filter((goal) => goal.state === 'open' && !isDeclined(goal))
  const steps = document.steps.filter((step) => !step.archived)
  const loose = steps.filter((step) => !all.some((goal) => goal.id === step.goal))
  const empty = all.length + loose.length === 0
  const isEarlier = lookingBack.value !== null

  const focus = lifted.value
  const person = focus?.kind === 'person' ? document.people.find((one) => one.id === focus.id) : undefined
  const work = person === undefined ? { goals: [], steps: [] } : workWith(document, person.id)
  const litGoals = new Set(focus?.kind === 'goal' ? [focus.id] : work.goals.map((goal) => goal.id))
  const litSteps = new Set(focus?.kind === 'step' ? [focus.id] : work.steps.map((step) => step.id))

  return (
    <section class="app-plan" aria-labelledby="room-title">
      <div class="app-plan__head">
        <RoomTitle>{plan.title}</RoomTitle>
        {steps.length > 1 && (
          <Button pressed={choosing} onPress={() => setChoosing(!choosing)}>
            {choosing ? plan.chooseDone : plan.choose}
          </Button>
        )}
        {!isEarlier && (goals.length > 1 || steps.length > 1) && (
          <Button pressed={ordering} onPress={() => setOrdering(!ordering)}>
            {ordering ? plan.reorderDone : plan.reorder}
          </Button>
        )}
      </div>
      {person !== undefined && litGoals.size + litSteps.size > 0 && (
        <p class="app-plan__marked">
          <span>{plan.marked(person.name)}</span>
          <Button
            kind="link"
            onPress={() => {
              lifted.value = null
            }}
          >
            {plan.clear}
          </Button>
        </p>
      )}
      {empty && !isEarlier && (
        <div class="app-plan__empty app-stack app-stack--close">
          <p>{plan.empty}</p>
          <p class="app-soft">{plan.emptyStep}</p>
        </div>
      )}
      <LongHope document={document} />
      <GoodThingsLine document={document} />
      <ShownWorries document={document} />
      {!isEarlier && goals.length > MANY_GOALS && <p class="app-soft">{plan.manyGoals}</p>}
      {choosing ? (
        <ChosenSteps steps={steps} document={document} litSteps={litSteps} ordering={ordering} />
      ) : (
        <Goals {...{ goals, steps, loose, document, litGoals, litSteps, ordering, pen }} />
      )}
      {!isEarlier && (
        <div class="app-plan__add">
          <AddLine
            kind={empty ? 'main' : 'plain'}
            open={plan.addGoal}
            label={plan.addGoal}
            name="add goal"
            hint={plan.addGoalHint}
            onAdd={(title) => addingAgain(title, document, addGoal)}
            said={plan.goalAdded}
          />
          <AddLine
            open={empty ? plan.addFirstStep : plan.addStep}
            label={plan.addStep}
            name="add step"
            onAdd={(what) => addStep({ what })}
            said={plan.stepAdded}
          />
          <AddLongHope document={document} />
          <Button
            onPress={() => {
              room.value = 'jar'
            }}
          >
            {words.jar.open}
          </Button>
          <Button
            onPress={() => {
              room.value = 'today'
            }}
          >
            {words.today.open}
          </Button>
        </div>
      )}
      <SetAside goals={all} pen={pen} />
      <OffThePlan document={document} />
      {!isEarlier && (
        <OwnDoor page="rounds" label={words.rounds.door} hint={words.rounds.doorHint} document={document} />
      )}
    </section>
  )
}

interface GoalsProps {
  readonly goals: readonly Goal[]
  readonly steps: readonly Step[]
  readonly loose: readonly Step[]
  readonly document: Document
  readonly litGoals: ReadonlySet<string>
  readonly litSteps: ReadonlySet<string>
  readonly ordering: boolean
  readonly pen: By
}

function Goals({ goals, steps, loose, document, litGoals, litSteps, ordering, pen }: GoalsProps) {
  return (
    <>
      {goals.map((goal) => (
        <GoalCard
          key={goal.id}
          goal={goal}
          steps={steps.filter((step) => step.goal === goal.id)}
          document={document}
          lit={litGoals.has(goal.id)}
          litSteps={litSteps}
          among={ordering ? goals.map((one) => one.id) : null}
          pen={pen}
        />
      ))}
      {loose.length > 0 && (
        <section class="app-goal" aria-labelledby="loose-title">
          <h3 class="app-goal__loose" id="loose-title">
            {words.plan.looseSteps}
          </h3>
          <ul class="app-steps">
            {loose.map((step) => (
              <StepRow
                key={step.id}
                step={step}
                document={document}
                lit={litSteps.has(step.id)}
                among={ordering ? loose.map((one) => one.id) : null}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function OffThePlan({ document: { goals, steps } }: { readonly document: Document }) {
  const { plan } = words
  const away = [
    ...goals
      .filter(({ archived }) => archived)
      .map(({ id, title }) => ({ id, what: brief(title, plan.untitledGoal), back: () => bringBackGoal(id) })),
    ...steps
      .filter(({ archived }) => archived)
      .map(({ id, what }) => ({ id, what: brief(what, plan.untitledStep), back: () => bringBackStep(id) })),
  ]
  return <PutAway title={plan.away} away={away} called={plan.bringBack} said={plan.isBack} />
}
