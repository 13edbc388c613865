/** What happened, as it stands in the document: steps that were done or let go, and times of going out. Never how many. */

import type { Document } from '../../../sync/document.ts'
import { cameToNothing } from '../out/lasting.ts'
import { brief, whenWords } from '../plan/said.ts'
import { words } from '../words/en.ts'

/** In words, the newest time of going out first. Of a time that nobody went, nothing says that they did. */
export function happened({ steps, outings, occasions, impressions }: Document): readonly string[] {
  const { going, plan, out } = words
  const taken = steps.filter((step) => !step.archived && step.done !== 'open')
  const went = occasions.filter((one) => !one.archived)
  return [
    ...[...went].reverse().map(({ id, outing, day }) => {
      const what = outings.find((one) => one.id === outing)?.what ?? ''
      const views = impressions.filter((one) => one.occasion === id && !one.archived)
      return (cameToNothing(views) ? going.notThisTime : going.went)(
        brief(what, out.untitled),
        whenWords({ kind: 'day', day }),
      )
    }),
    ...taken.map(({ what, done }) => (done === 'done' ? going.did : going.letGo)(brief(what, plan.untitledStep))),
  ]
}
