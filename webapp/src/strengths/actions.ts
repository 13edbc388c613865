/** What someone likes, is good at, is said to be, and brings. Each is one undo step and one record. */

import type { Agreed, Strength, StrengthKind } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current, mayWriteAs } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { keysFor } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints } from '../document/well-formed.ts'

export interface NewStrength {
  readonly words: string
  readonly kind: StrengthKind
  /** Whose strength it is, by member number. */
  readonly about: number
  /** Who says so. Where both hold the pen, whose words they are is asked. */
  readonly by: number
}

/** Writes a strength at the end of the list, in the hand of whoever said it, and gives its id. */
export function addStrength({ words, kind, about, by }: NewStrength): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (words.trim() === '') return { refused: 'empty' }
  if (countCodePoints(words) > limits.text_code_points) return { refused: 'too long' }
  if (!mayWriteAs(by)) return { refused: 'theirs to say' }
  let id = ''
  const create = (draft: Draft) => {
    const { strengths } = draft.document
    const order = keysFor('', strengths.length, strengths).get('') ?? ''
    id = draft.create('strengths', { kind, about, by, order }, { words: words.trim() })
  }
  document.change('add strength', create, by)
  return id
}

/** Yes, that is me: from now on it counts. Only the one it is about can say so. */
export function agreeStrength(id: string): Outcome {
  return answer(id, 'yes')
}

/** No, that is not me: it stays out. */
export function declineStrength(id: string): Outcome {
  return answer(id, 'no')
}

/** Neither yes nor no, again. */
export function leaveStrengthOpen(id: string): Outcome {
  return answer(id, '')
}

export function setStrengthKind(id: string, kind: StrengthKind): Outcome {
  return changeStrength('set strength', id, (draft) => draft.set('strengths', id, 'kind', kind))
}

export function archiveStrength(id: string): Outcome {
  return changeStrength('archive strength', id, (draft) => draft.set('strengths', id, 'archived', true))
}

export function bringBackStrength(id: string): Outcome {
  return changeStrength('bring back strength', id, (draft) => draft.set('strengths', id, 'archived', false))
}

/** Whether it is shown among someone's strengths: said by themselves, or agreed to. */
export function counts({ about, by, agreed, archived }: Strength): boolean {
  return !archived && (agreed === 'yes' || (agreed === '' && (by === about || by === 'both')))
}

/** Whether it waits for an answer of the one it is about. */
export function awaitsAnswer({ about, by, agreed, archived }: Strength): boolean {
  return !archived && agreed === '' && by !== about && by !== 'both'
}

function answer(id: string, agreed: Agreed): Outcome {
  const strength = find(id)
  if (strength !== undefined && !mayWriteAs(strength.about)) return { refused: 'theirs to say' }
  const set = (draft: Draft) => {
    // The same answer in a hand that may not give it is not read, and must not stand in the way of theirs.
    if (strength?.agreed !== agreed) draft.set('strengths', id, 'agreed', '')
    draft.set('strengths', id, 'agreed', agreed)
  }
  return changeStrength('answer strength', id, set, strength?.about)
}

function changeStrength(what: ChangeName, id: string, edit: (draft: Draft) => void, by?: number): Outcome {
  if (current.peek() !== null && find(id) === undefined) return { refused: 'gone' }
  return change(what, edit, by)
}

const find = (id: string): Strength | undefined =>
  current
    .peek()
    ?.snapshot.peek()
    .strengths.find((strength) => strength.id === id)
