/** The steps of the whole plan in one list, wherever they came from: all of them, or some by who and by when. */

import { useState } from 'preact/hooks'
import type { Document, Step } from '../../../sync/document.ts'
import { Pick } from '../kit/Pick.tsx'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'
import { CalendarPart } from './CalendarPart.tsx'
import { originWords } from './CameFrom.tsx'
import { chosenSteps, type WhenChosen, type Whose } from './chosen-steps.ts'
import { StepRow } from './StepRow.tsx'
import { brief } from './said.ts'

interface ChosenStepsProps {
  readonly steps: readonly Step[]
  readonly document: Document
  readonly litSteps: ReadonlySet<string>
  readonly ordering: boolean
}

export function ChosenSteps({ steps, document, litSteps, ordering }: ChosenStepsProps) {
  const { plan } = words
  const [whose, setWhose] = useState<Whose>('all')
  const [when, setWhen] = useState<WhenChosen>('any')
  const chosen = chosenSteps(steps, whose, when)
  const among = ordering && when !== 'day' ? chosen.map(({ id }) => id) : null
  return (
    <section class="app-goal app-stack app-stack--close" aria-label={plan.chosen}>
      <div class="app-plan__filter">
        <Pick
          label={plan.whose}
          value={whose}
          options={[
            { value: 'all' as Whose, label: plan.whoseAll },
            ...document.names.map((_, member) => ({
              value: `member ${member}` as Whose,
              label: callName(member, document),
            })),
            { value: 'both', label: plan.whoBoth },
            { value: 'else', label: plan.whoseElse },
            { value: 'unknown', label: plan.whoUnknown },
          ]}
          onPick={setWhose}
        />
        <Pick
          label={plan.when}
          value={when}
          options={[
            { value: 'any' as WhenChosen, label: plan.whenAny },
            { value: 'next', label: plan.whenNext },
            { value: 'day', label: plan.whenOnDay },
            { value: 'none', label: plan.whenNone },
          ]}
          onPick={setWhen}
        />
      </div>
      {chosen.length === 0 && <p class="app-soft">{plan.noneChosen}</p>}
      <ul class="app-steps">
        {chosen.map((step) => (
          <StepRow
            key={step.id}
            step={step}
            document={document}
            lit={litSteps.has(step.id)}
            among={among}
            amongAll
            of={ofWhat(step, document)}
          />
        ))}
      </ul>
      <CalendarPart steps={chosen} outings={document.outings.filter(({ archived }) => !archived)} />
    </section>
  )
}

/** Its goal, or what else it came from. */
function ofWhat(step: Step, document: Document): string {
  const goal = document.goals.find(({ id }) => id === step.goal)
  return goal === undefined ? originWords(step.origin, document) : brief(goal.title, words.plan.untitledGoal)
}
