/** Each goal that was taken: keep, change, rest, let go or done, as each of the two sees it. Where both say the same, one press does it in the plan. */

import type { Document, Goal } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Notice } from '../kit/Notice.tsx'
import { brief } from '../plan/said.ts'
import { answer, answerOf } from '../talk/actions.ts'
import { through, voicesHere } from '../talk/voices.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { callName } from '../working/names.ts'
import { agreedOn, DECISIONS, doAsAgreed, goalsToDecide } from './actions.ts'

export function Decisions({ document }: { readonly document: Document }) {
  const { going } = words
  const goals = goalsToDecide(document)
  if (goals.length === 0) return <p class="app-soft">{going.noGoals}</p>
  return (
    <>
      {goals.map((goal) => (
        <OfOne key={goal.id} goal={goal} document={document} />
      ))}
    </>
  )
}

function OfOne({ goal, document }: { readonly goal: Goal; readonly document: Document }) {
  const { going, talk, plan } = words
  const title = brief(goal.title, plan.untitledGoal)
  const beside = `goals/${goal.id}`
  const voices = lookingBack.value === null ? voicesHere(document) : []
  const helped = document.sayings.filter((one) => one.kind === 'helped' && !one.archived && one.beside === beside)
  return (
    <section class="app-goal app-stack app-stack--close" aria-label={title}>
      <h4 class="app-said__title">{title}</h4>
      {helped.map((one) => (
        <p class="app-soft" key={one.id}>
          {going.helpsHere(one.words)}
        </p>
      ))}
      {document.names.map((_, by) => {
        const who = callName(by, document)
        const said = answerOf(document.answers, 'goal', by, beside)?.said
        if (!voices.includes(by)) {
          return said === undefined || said === '' ? null : <p key={by}>{talk.says(who, talk.said[said])}</p>
        }
        return (
          <Choice
            key={by}
            label={going.about(title, who)}
            shape="tiles"
            value={DECISIONS.find((one) => one === said) ?? null}
            options={DECISIONS.map((value) => ({ value, label: talk.said[value] }))}
            onChoose={(value) =>
              done(answer({ question: 'goal', said: value, by, beside, through: through.value }), talk.answered)
            }
          />
        )
      })}
      {voices.length > 0 && agreedOn(goal, document) !== null && (
        <Notice kind="both" live>
          <p>{going.both}</p>
          <div>
            <Button onPress={() => done(doAsAgreed(goal, document), going.isDone)}>{going.doIt}</Button>
          </div>
        </Notice>
      )}
    </section>
  )
}
