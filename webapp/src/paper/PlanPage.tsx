/** A page with the plan: what both took up and is open, with its steps, a square before each to tick with a pen. */

import type { Document, Step } from '../../../sync/document.ts'
import { namesOf } from '../pictures/said.ts'
import { whenWords, whoWords } from '../plan/said.ts'
import { isDeclined, isSuggested } from '../plan/taking.ts'
import { words } from '../words/en.ts'
import { PageHead } from './PageHead.tsx'

interface PlanPageProps {
  readonly document: Document
  readonly isLarge: boolean
}

export function PlanPage({ document, isLarge }: PlanPageProps) {
  const { paper, plan } = words
  const all = document.goals.filter(({ archived }) => !archived)
  const goals = all.filter((goal) => goal.state === 'open' && !isDeclined(goal) && !isSuggested(goal))
  const steps = document.steps.filter(({ archived, done }) => !archived && done !== 'let go')
  const loose = steps.filter((step) => !all.some(({ id }) => id === step.goal))
  const namesIn = (ids: readonly string[]) =>
    document.people.filter(({ id, archived }) => !archived && ids.includes(id))
  return (
    <section class={isLarge ? 'app-page app-page--large' : 'app-page'} aria-label={paper.planTitle}>
      <PageHead title={paper.planTitle} />
      {document.meeting.trim() !== '' && <p>{paper.meeting(document.meeting)}</p>}
      {goals.length + loose.length === 0 && <p>{paper.nothing}</p>}
      {goals.map((goal) => {
        const who = namesIn(goal.people)
        return (
          <div class="app-page__goal" key={goal.id}>
            <h4>{goal.title.trim() || plan.untitledGoal}</h4>
            {who.length > 0 && <p class="app-soft">{paper.helped(namesOf(who))}</p>}
            <Steps steps={steps.filter((step) => step.goal === goal.id)} document={document} />
          </div>
        )
      })}
      {loose.length > 0 && (
        <div class="app-page__goal">
          {goals.length > 0 && <h4>{plan.looseSteps}</h4>}
          <Steps steps={loose} document={document} />
        </div>
      )}
    </section>
  )
}

function Steps({ steps, document }: { readonly steps: readonly Step[]; readonly document: Document }) {
  return (
    <ul class="app-page__steps">
      {steps.map((step) => (
        <li class="app-page__row" key={step.id}>
          <span class="app-page__tick" aria-hidden="true">
            {step.done === 'done' ? '\u2713' : ''}
          </span>
          <span>
            {step.what.trim() || words.plan.untitledStep}
            <span class="app-soft">{asideOf(step, document)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Who, when and whether it is done, behind what it is. */
function asideOf(step: Step, document: Document): string {
  const parts = [
    step.who.kind === 'unknown' ? '' : whoWords(step.who, document),
    whenWords(step.when),
    step.done === 'done' ? words.paper.isDone : '',
  ]
  return parts
    .filter((part) => part !== '')
    .map((part) => ` \u00b7 ${part}`)
    .join('')
}
