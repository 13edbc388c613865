/** What it is all for: a hope of the one whose plan it is, above the steps for as long as they want it there. */

import type { Document, Saying } from '../../../sync/document.ts'
import { OWNER } from '../document/giving.ts'
import { Button } from '../kit/Button.tsx'
import { addSaying, showInPlan } from '../talk/actions.ts'
import { through, voicesHere } from '../talk/voices.ts'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { done } from '../working/done.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { AddLine } from './AddLine.tsx'
import { brief } from './said.ts'

/** Whether it may stand above the plan. */
export function isLongHope({ kind, by }: Pick<Saying, 'kind' | 'by'>): boolean {
  return kind === 'hope' && by === OWNER
}

export function LongHope({ document }: { readonly document: Document }) {
  const { plan } = words
  const shown = document.sayings.filter((one) => isLongHope(one) && one.shown && !one.archived)
  if (shown.length === 0) return null
  const isTheirs = lookingBack.value === null && voicesHere(document).includes(OWNER)
  return (
    <section class="app-longhope app-stack app-stack--close" aria-labelledby="long-hope">
      <h3 class="app-longhope__title" id="long-hope">
        {plan.longHope}
      </h3>
      {shown.map((one) => (
        <div class="app-longhope__one" key={one.id}>
          <p class="app-longhope__words">{one.words}</p>
          <p class="app-row">
            <span class="app-row">
              <Hand by={one.by} document={document} />
              <span class="app-soft">{plan.words(callName(one.by, document))}</span>
            </span>
            {isTheirs && (
              <Button
                kind="quiet"
                label={plan.longHopeOff(brief(one.words, words.history.nothing))}
                onPress={() => done(showInPlan(one.id, false), plan.longHopeIsOff)}
              >
                {plan.longHopeOffShort}
              </Button>
            )}
          </p>
        </div>
      ))}
      <p class="app-soft">{plan.longHopeStep}</p>
    </section>
  )
}

/** Their own words alone: nobody hopes in another's place. */
export function AddLongHope({ document }: { readonly document: Document }) {
  const { plan } = words
  if (!voicesHere(document).includes(OWNER)) return null
  return (
    <AddLine
      kind="quiet"
      open={plan.addLongHope}
      label={plan.addLongHope}
      hint={plan.longHopeHint(callName(OWNER, document))}
      name="add long hope"
      onAdd={(text) => addSaying({ words: text, kind: 'hope', by: OWNER, through: through.value, shown: true })}
      said={plan.longHopeKept}
    />
  )
}
