/** Putting someone where a picture has them: one change, also for those who were put away since. */

import { change, current } from '../document/current.ts'
import type { Outcome } from '../document/outcomes.ts'
import { place } from '../map/actions.ts'
import type { Shown } from './shown.ts'

/** The owner's hand, or both, places; the other's wonders. */
export function placeAgain({ id, ring, angle }: Pick<Shown, 'id' | 'ring' | 'angle'>): Outcome {
  const person = current
    .peek()
    ?.snapshot.peek()
    .people.find((each) => each.id === id)
  if (current.peek() !== null && person === undefined) return { refused: 'gone' }
  return change('place again', (draft) => {
    if (person === undefined) return
    if (person.archived) draft.set('people', id, 'archived', false)
    place(draft, person, ring, angle)
  })
}
