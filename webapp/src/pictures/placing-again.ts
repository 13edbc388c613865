/** Putting someone where a picture has them: one change, also for those who were put away since. */

import type { Outcome } from '../document/outcomes.ts'
import { place } from '../map/actions.ts'
import { changePerson } from '../map/person-change.ts'
import type { Shown } from './shown.ts'

/** The owner's hand, or both, places; the other's wonders. */
export function placeAgain({ id, ring, angle }: Pick<Shown, 'id' | 'ring' | 'angle'>): Outcome {
  return changePerson('place again', id, (draft, person) => {
    if (person.archived) draft.set('people', id, 'archived', false)
    place(draft, person, ring, angle)
  })
}
