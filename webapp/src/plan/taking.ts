/** What another wrote is only suggested until the owner of the map takes it; their own words are taken at once. */

import type { Agreed, By } from '../../../sync/document.ts'
import { mayPlace, OWNER } from '../document/giving.ts'

interface Takeable {
  readonly by: By
  readonly taken: Agreed
}

export function isTaken({ by, taken }: Takeable): boolean {
  return taken === 'yes' || (taken === '' && mayPlace(by))
}

/** Whether it waits for the owner's answer. */
export function isSuggested({ by, taken }: Takeable): boolean {
  return taken === '' && !mayPlace(by)
}

/** Whether this hand may answer for the owner. */
export function mayTake(pen: By): boolean {
  return pen === 'both' || pen === OWNER
}

/** Whether the owner said no to it, or no more: it needs no reason. */
export function isDeclined({ taken }: Takeable): boolean {
  return taken === 'no'
}
