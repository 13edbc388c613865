/** What helped, now or long ago, and where else it could help. */

import type { Document, Saying } from '../../../sync/document.ts'
import { Pick } from '../kit/Pick.tsx'
import { brief } from '../plan/said.ts'
import { Sayings } from '../talk/Sayings.tsx'
import { voicesHere } from '../talk/voices.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { applyTo } from './actions.ts'

export function Helped({ document }: { readonly document: Document }) {
  const { going } = words
  const voices = lookingBack.value === null ? voicesHere(document) : []
  const own = document.sayings.filter(
    (one) => one.kind === 'helped' && !one.archived && one.beside === '' && voices.includes(one.by),
  )
  return (
    <>
      <Sayings kind="helped" document={document} add={going.addHelped} />
      {own.map((one) => (
        <Elsewhere key={one.id} saying={one} document={document} />
      ))}
    </>
  )
}

function Elsewhere({ saying, document }: { readonly saying: Saying; readonly document: Document }) {
  const { going, plan } = words
  const what = brief(saying.words, words.history.nothing)
  const isThere = (goal: string) =>
    document.sayings.some(
      (one) => !one.archived && one.kind === 'helped' && one.beside === `goals/${goal}` && one.words === saying.words,
    )
  const goals = document.goals.filter((goal) => !goal.archived && !isThere(goal.id))
  if (goals.length === 0) return null
  return (
    <Pick
      label={going.alsoFor(what)}
      value=""
      options={[
        { value: '', label: going.alsoNone },
        ...goals.map((goal) => ({ value: goal.id, label: brief(goal.title, plan.untitledGoal) })),
      ]}
      onPick={(goal: string) => {
        const title = goals.find((one) => one.id === goal)?.title
        if (title !== undefined) done(applyTo(goal, saying), going.isAlso(what, brief(title, plan.untitledGoal)))
      }}
    />
  )
}
