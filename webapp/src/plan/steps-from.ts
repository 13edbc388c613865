/** The steps of the one plan that came from something, and those that they were made smaller into. Pure. */

import type { Step } from '../../../sync/document.ts'

/** Of `<root>/<id>`, in the order of the plan. */
export function stepsFrom(origin: string, steps: readonly Step[]): readonly Step[] {
  const origins = new Set([origin])
  const found = new Set<string>()
  const here = steps.filter(({ archived }) => !archived)
  for (let more = true; more; ) {
    more = false
    for (const step of here) {
      if (found.has(step.id) || !origins.has(step.origin)) continue
      found.add(step.id)
      origins.add(`steps/${step.id}`)
      more = true
    }
  }
  return here.filter(({ id }) => found.has(id))
}
