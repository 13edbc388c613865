/** How far each goal has come, as each of the two sees it, side by side: they need not agree. Only of goals with agreed words. */

import type { Aim, Document, Goal } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Fold } from '../kit/Fold.tsx'
import { brief } from '../plan/said.ts'
import { through, voicesHere } from '../talk/voices.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { callName } from '../working/names.ts'
import { Earlier, Wording } from './Agreed.tsx'
import { sayHowFar, unsayHowFar } from './actions.ts'
import { goalsWithWords, saidOf, WORDS } from './number.ts'
import { TheNumber } from './TheNumber.tsx'
import { wordingsOf } from './wordings.ts'

export function HowFar({ document }: { readonly document: Document }) {
  const { levels } = words
  const goals = goalsWithWords(document)
  if (goals.length === 0) return null
  return (
    <Fold title={levels.far} said="" hint={levels.farHint}>
      {goals
        .filter(({ state }) => state !== 'let go')
        .map((goal) => (
          <OfGoal key={goal.id} goal={goal} document={document} />
        ))}
      <TheNumber document={document} />
    </Fold>
  )
}

function OfGoal({ goal, document }: { readonly goal: Goal; readonly document: Document }) {
  const title = brief(goal.title, words.plan.untitledGoal)
  const wordings = wordingsOf(document.aims, goal.id)
  return (
    <section class="app-goal app-stack" aria-label={title}>
      <h4 class="app-said__title">{title}</h4>
      {wordings.length > 1 && <p class="app-soft">{words.levels.twoAtOnce}</p>}
      {wordings.map((aims) => (
        <OfWording key={aims[0].id} aims={aims} title={title} document={document} />
      ))}
      <Earlier goal={goal} document={document} />
    </section>
  )
}

interface OfWordingProps {
  /** All that agree on the same words. */
  readonly aims: readonly [Aim, ...Aim[]]
  readonly title: string
  readonly document: Document
}

function OfWording({ aims, title, document }: OfWordingProps) {
  const { levels, talk } = words
  const [aim] = aims
  const voices = lookingBack.value === null ? voicesHere(document) : []
  const said = document.names.map((_, by) => saidOf(document.answers, aims, by)?.said ?? '')
  return (
    <div class="app-stack">
      <div class="app-stack app-stack--close">
        <Wording aim={aim} />
      </div>
      <div class="app-outing__two">
        {document.names.map((_, by) => {
          const who = callName(by, document)
          const word = said[by] ?? ''
          if (!voices.includes(by)) return word === '' ? null : <p key={by}>{talk.says(who, talk.said[word])}</p>
          return (
            <div key={by} class="app-stack app-stack--close">
              <Choice
                label={levels.farAs(title, who)}
                shape="tiles"
                value={WORDS.find((one) => one === word) ?? null}
                options={WORDS.map((value) => ({ value, label: talk.said[value] }))}
                onChoose={(value) => done(sayHowFar(aims, value, by, through.value), talk.answered)}
              />
              {word !== '' && (
                <div>
                  <Button
                    kind="quiet"
                    label={levels.unsayOf(title, who)}
                    onPress={() => done(unsayHowFar(aims, by), levels.isUnsaid)}
                  >
                    {levels.unsay}
                  </Button>
                </div>
              )}
            </div>
          )
        })}
      </div>
      {!said.includes('') && new Set(said).size > 1 && <p class="app-soft">{levels.differ}</p>}
    </div>
  )
}
