/** The goals and steps with a person, and joining them to more. The same links are seen from the plan. */

import { useState } from 'preact/hooks'
import type { Document, Person } from '../../../sync/document.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Tick } from '../kit/Choice.tsx'
import { linkPerson } from '../plan/actions.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { lifted, opened, showRoom, workWith } from '../working/attention.ts'

interface WorkWithProps {
  readonly person: Person
  readonly document: Document
  /** Called before another sheet opens. */
  readonly onLeave: () => void
}

export function WorkWith({ person, document, onLeave }: WorkWithProps) {
  const [joining, setJoining] = useState(false)
  const { goals, steps } = workWith(document, person.id)
  const { map, plan } = words
  const nothing = goals.length + steps.length === 0

  function show(kind: 'goal' | 'step', id: string): void {
    onLeave()
    showRoom('plan')
    lifted.value = { kind, id }
    opened.value = { kind, id }
  }

  // Who has died is not asked about; a tick that was just taken away keeps its list.
  if (nothing && person.died && !joining) return null
  return (
    <section class="app-stack app-work" aria-labelledby="work-title">
      <h3 id="work-title">{map.work(person.name)}</h3>
      {nothing && <p class="app-soft">{map.noWork}</p>}
      <ul class="app-work__list">
        {goals.map((goal) => (
          <li key={goal.id}>
            <Button kind="link" onPress={() => show('goal', goal.id)}>
              {brief(goal.title, plan.untitledGoal)}
            </Button>
          </li>
        ))}
        {steps.map((step) => (
          <li key={step.id}>
            <Button kind="link" onPress={() => show('step', step.id)}>
              {brief(step.what, plan.untitledStep)}
            </Button>
          </li>
        ))}
      </ul>
      {document.goals.length + document.steps.length > 0 && (
        <Button expanded={joining} onPress={() => setJoining(!joining)}>
          {map.link}
        </Button>
      )}
      {joining && <Joining person={person} document={document} />}
    </section>
  )
}

function Joining({ person, document }: { readonly person: Person; readonly document: Document }) {
  const { map, plan } = words
  const all = [
    ...document.goals
      .filter((goal) => !goal.archived)
      .map((goal) => ({
        entity: 'goals' as const,
        id: goal.id,
        text: brief(goal.title, plan.untitledGoal),
        people: goal.people,
      })),
    ...document.steps
      .filter((step) => !step.archived)
      .map((step) => ({
        entity: 'steps' as const,
        id: step.id,
        text: brief(step.what, plan.untitledStep),
        people: step.people,
      })),
  ]
  return (
    <div class="app-stack app-stack--close">
      {all.map((one) => (
        <Tick
          key={one.id}
          label={one.text}
          hint={one.entity === 'goals' ? plan.goal : undefined}
          checked={one.people.includes(person.id)}
          onChange={(on) => {
            linkPerson(one.entity, one.id, person.id, on)
            announce((on ? map.linkedTo : map.unlinkedFrom)(person.name, one.text))
          }}
        />
      ))}
    </div>
  )
}
