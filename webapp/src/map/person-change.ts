/** Changing one person on the map, and what may be written there. */

import type { By, Person } from '../../../sync/document.ts'
import { change, current } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints, NAME_CODE_POINTS } from '../document/well-formed.ts'

/** One undo step about somebody who is there; `by` is a hand of its own, else the pen's. */
export function changePerson(
  what: ChangeName,
  id: string,
  edit: (draft: Draft, person: Person) => void,
  by?: By,
): Outcome {
  const person = current
    .peek()
    ?.snapshot.peek()
    .people.find((each) => each.id === id)
  if (current.peek() !== null && person === undefined) return { refused: 'gone' }
  const edits = (draft: Draft) => {
    if (person !== undefined) edit(draft, person)
  }
  return change(what, edits, by)
}

export function checkName(name: string): Refused | null {
  return name.trim() === '' ? { refused: 'empty' } : checkLength(name)
}

export function checkLength(words: string): Refused | null {
  return countCodePoints(words) > NAME_CODE_POINTS ? { refused: 'too long' } : null
}
