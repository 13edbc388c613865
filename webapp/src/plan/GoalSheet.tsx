/** A goal in full: its words, who on the map could help, and putting it away. */

import type { Document, Goal } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { HowWeWouldKnow } from '../levels/HowWeWouldKnow.tsx'
import { GoodThingsLine } from '../strengths/GoodThingsLine.tsx'
import { words } from '../words/en.ts'
import { CopiedFrom } from '../working/CopiedFrom.tsx'
import { KeptBeside } from '../working/KeptBeside.tsx'
import { WhosePick } from '../working/WhosePick.tsx'
import { archiveGoal, bringBackGoal, setGoalIdea, setGoalState } from './actions.ts'
import { CameFrom } from './CameFrom.tsx'
import { CoField } from './CoField.tsx'
import { PeopleTicks } from './PeopleTicks.tsx'
import { brief } from './said.ts'

export function GoalSheet({ goal, document, onClose }: { goal: Goal; document: Document; onClose: () => void }) {
  const { plan } = words
  const title = brief(goal.title, plan.untitledGoal)
  return (
    <Sheet title={plan.goalWords(title)} onClose={onClose}>
      <CopiedFrom thing={goal} />
      <CameFrom origin={goal.origin} document={document} />
      <CoField entity="goals" id={goal.id} field="title" label={plan.goal} document={document} oneLine />
      <PeopleTicks
        label={plan.couldHelp}
        entity="goals"
        id={goal.id}
        people={goal.people}
        text={title}
        document={document}
      />
      <GoodThingsLine document={document} />
      <WhosePick
        label={words.jar.whoseIdea}
        value={goal.idea}
        document={document}
        onPick={(idea) => setGoalIdea(goal.id, idea)}
      />
      <Choice
        label={plan.goalState}
        shape="tiles"
        value={goal.state}
        options={[
          { value: 'open', label: plan.states.open },
          { value: 'resting', label: plan.states.resting, hint: plan.restingHint },
          { value: 'done', label: plan.states.done },
          { value: 'let go', label: plan.states['let go'], hint: plan.letGoHint },
        ]}
        onChoose={(state) => setGoalState(goal.id, state)}
      />
      <HowWeWouldKnow goal={goal} document={document} />
      <KeptBeside
        document={document}
        entity={`goals/${goal.id}`}
        fields={['people', 'archived', 'by', 'taken', 'state', 'idea']}
      />
      <div class="app-stack app-sheet__end">
        <p class="app-soft" id="goal-away-hint">
          {plan.putAwayHint}
        </p>
        <Button
          describedBy="goal-away-hint"
          onPress={() => {
            if (goal.archived) bringBackGoal(goal.id)
            else archiveGoal(goal.id)
            announce((goal.archived ? plan.isBack : plan.isAway)(title))
            onClose()
          }}
        >
          {goal.archived ? plan.bringBack(title) : plan.putAway}
        </Button>
      </div>
    </Sheet>
  )
}
