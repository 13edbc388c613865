/** Goals that are not worked on now: not for now, resting, done, let go. Folded, never counted, and each can be taken up again. */

import type { By, Goal } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { lookingBack, opened } from '../working/attention.ts'
import { leaveGoalOpen, setGoalState } from './actions.ts'
import { brief } from './said.ts'
import { isDeclined, mayTake } from './taking.ts'

interface SetAsideProps {
  readonly goals: readonly Goal[]
  readonly pen: By
}

export function SetAside({ goals, pen }: SetAsideProps) {
  const { plan } = words
  const parts = [
    { title: plan.declined, goals: goals.filter(isDeclined) },
    ...(['resting', 'done', 'let go'] as const).map((state) => ({
      title: plan.states[state],
      goals: goals.filter((goal) => !isDeclined(goal) && goal.state === state),
    })),
  ]
  return (
    <>
      {parts.map(({ title, goals: here }) =>
        here.length === 0 ? null : (
          <details class="app-away" key={title}>
            <summary class="app-away__head">{title}</summary>
            <ul>
              {here.map((goal) => (
                <Row key={goal.id} goal={goal} pen={pen} />
              ))}
            </ul>
          </details>
        ),
      )}
    </>
  )
}

function Row({ goal, pen }: { readonly goal: Goal; readonly pen: By }) {
  const { plan } = words
  const title = brief(goal.title, plan.untitledGoal)
  const mayBring = !isDeclined(goal) || mayTake(pen)
  return (
    <li class="app-away__row">
      <button
        type="button"
        class="app-away__name"
        onClick={() => {
          opened.value = { kind: 'goal', id: goal.id }
        }}
      >
        {title}
      </button>
      {lookingBack.value === null && mayBring && (
        <Button
          label={plan.takeUp(title)}
          onPress={() => {
            if (isDeclined(goal)) leaveGoalOpen(goal.id)
            else setGoalState(goal.id, 'open')
            announce(plan.isBack(title))
          }}
        >
          {plan.takeUpShort}
        </Button>
      )}
    </li>
  )
}
