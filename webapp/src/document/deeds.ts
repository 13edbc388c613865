/** What the actions of every room are made of: something is added, or changed where it is there, by a hand that may. */

import type { By, EntityName } from '../../../sync/document.ts'
import { change, current, mayWriteAs } from './current.ts'
import type { Draft } from './draft.ts'
import { checkText } from './lengths.ts'
import type { Outcome, Refused } from './outcomes.ts'
import type { OwnName } from './own-things.ts'
import type { Entities } from './read.ts'
import type { ChangeName } from './undo.ts'

/** Makes a thing, and gives its id. */
type Make = (draft: Draft) => string

type Edit<Name extends EntityName> = (draft: Draft, thing: Entities[Name]) => void

/** The thing of this kind with this id, put away or not; nothing where there is none. */
export function found<Name extends EntityName>(entity: Name, id: string): Entities[Name] | undefined {
  const shown: { readonly [Root in EntityName]: readonly Entities[Root][] } | undefined = current
    .peek()
    ?.snapshot.peek()
  return shown?.[entity].find((one) => one.id === id)
}

/** Adds what somebody says in these words, and gives its id: in a hand of its own, or the pen's where none is given. */
export function addWords(what: ChangeName, words: string, make: Make, by?: By): string | Refused {
  if (words.trim() === '') return { refused: 'empty' }
  return checkText(words) ?? addThing(what, make, by)
}

/** Adds a thing, and gives its id: in a hand of its own, or the pen's where none is given. */
export function addThing(what: ChangeName, make: Make, by?: By): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (by !== undefined && !mayWriteAs(by)) return { refused: 'theirs to say' }
  let id = ''
  const edit = (draft: Draft): void => {
    id = make(draft)
  }
  document.change(what, edit, by)
  return id
}

/** Changes a thing that is there. `by` is the hand, where two work at once on one screen; else the pen's. */
export function changeThing<Name extends EntityName>(
  what: ChangeName,
  entity: Name,
  id: string,
  edit: Edit<Name>,
  by?: By,
): Outcome {
  const thing = found(entity, id)
  if (current.peek() !== null && thing === undefined) return { refused: 'gone' }
  const edits = (draft: Draft): void => {
    if (thing !== undefined) edit(draft, thing)
  }
  return change(what, edits, by)
}

/** Changes a thing in the hand of one of the two, where that may write here. */
export function changeAs<Name extends EntityName>(
  by: number | undefined,
  what: ChangeName,
  entity: Name,
  id: string,
  edit: Edit<Name>,
): Outcome {
  if (current.peek() !== null && by !== undefined && !mayWriteAs(by)) return { refused: 'theirs to say' }
  return changeThing(what, entity, id, edit, by)
}

/** Changes what somebody says for themselves, in their own hand: nobody else's does. */
export function changeOwn<Name extends OwnName>(what: ChangeName, entity: Name, id: string, edit: Edit<Name>): Outcome {
  return changeAs(found(entity, id)?.by, what, entity, id, edit)
}
