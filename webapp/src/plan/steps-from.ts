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

/** A step that was made smaller twice is small enough: what is smaller still stands beside it. */
const DEEPEST = 2

/** What a smaller first bit of this step comes from, as `<root>/<id>`: the step itself, or, deep down, what that came from. */
export function originOfSmaller(step: Pick<Step, 'id' | 'origin'>, steps: readonly Step[]): string {
  const above = new Set<string>()
  for (let origin = step.origin; origin.startsWith('steps/') && !above.has(origin); ) {
    above.add(origin)
    origin = steps.find(({ id }) => `steps/${id}` === origin)?.origin ?? ''
  }
  return above.size < DEEPEST ? `steps/${step.id}` : step.origin
}
