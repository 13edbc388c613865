/** In the plan: the worries that whoever has them asked to see there. All others stay in the room for talking. */

import type { Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'

export function ShownWorries({ document }: { readonly document: Document }) {
  const shown = document.sayings.filter((one) => one.kind === 'worry' && one.shown && !one.archived)
  if (shown.length === 0) return null
  return (
    <section class="app-stack app-stack--close" aria-labelledby="plan-worries">
      <h3 class="app-soft app-said__title" id="plan-worries">
        {words.talk.toRemember}
      </h3>
      <ul>
        {shown.map((one) => (
          <li key={one.id}>{words.talk.says(callName(one.by, document), one.words)}</li>
        ))}
      </ul>
    </section>
  )
}
