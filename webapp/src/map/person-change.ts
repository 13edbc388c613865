/** Changing one person on the map. */

import type { By, Person } from '../../../sync/document.ts'
import { changeThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import type { Outcome } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'

/** One undo step about somebody who is there; `by` is a hand of its own, else the pen's. */
export function changePerson(
  what: ChangeName,
  id: string,
  edit: (draft: Draft, person: Person) => void,
  by?: By,
): Outcome {
  return changeThing(what, 'people', id, edit, by)
}
