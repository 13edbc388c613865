/** Everything that can be done to the wish jar. Each is one undo step and one record. */

import type { Agreed, Wish, WishCard } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current, mayWriteAs } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { OWNER } from '../document/giving.ts'
import { keysFor } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints } from '../document/well-formed.ts'

export interface NewWish {
  readonly words: string
  /** The card that it answers, if any. */
  readonly card?: WishCard
  /** The id of the wish that it is like, if any. */
  readonly like?: string
}

/** Puts a wish into the jar, in the words of whoever holds the pen, and gives its id. Anything goes. */
export function addWish({ words, card = '', like = '' }: NewWish): string | Refused {
  return add(words, (draft, order) => {
    const said = { ...(card === '' ? {} : { card }), ...(like === '' ? {} : { like }) }
    return draft.create('wishes', { by: draft.by, order, ...said }, { words: words.trim() })
  })
}

/** A guess of somebody other than the owner, for when they cannot say: it is marked as one for good, and waits for their yes. */
export function addGuess(words: string, by: number): string | Refused {
  if (current.peek() !== null && (by === OWNER || !mayWriteAs(by))) return { refused: 'theirs to say' }
  return add(words, (draft, order) => draft.create('wishes', { by, guess: true, order }, { words: words.trim() }), by)
}

/** Yes, I would like that. Only the owner of the map can say so. */
export function takeWish(id: string): Outcome {
  return answer(id, 'yes')
}

/** Not for me: it needs no reason. */
export function declineWish(id: string): Outcome {
  return answer(id, 'no')
}

/** Neither yes nor no, again. */
export function leaveWishOpen(id: string): Outcome {
  return answer(id, '')
}

/** Not any more; or again. It stays in the jar either way. */
export function setWishOver(id: string, over: boolean): Outcome {
  return changeWish('set wish', id, (draft) => draft.set('wishes', id, 'over', over))
}

/** Says that somebody or something on the map has to do with a wish, or no longer. */
export function linkWish(id: string, person: string, on: boolean): Outcome {
  return changeWish('link person', id, (draft) => draft.link('wishes', id, person, on))
}

export function archiveWish(id: string): Outcome {
  return changeWish('archive wish', id, (draft) => draft.set('wishes', id, 'archived', true))
}

export function bringBackWish(id: string): Outcome {
  return changeWish('bring back wish', id, (draft) => draft.set('wishes', id, 'archived', false))
}

function add(words: string, create: (draft: Draft, order: string) => string, by?: number): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (words.trim() === '') return { refused: 'empty' }
  if (countCodePoints(words) > limits.text_code_points) return { refused: 'too long' }
  let id = ''
  const edit = (draft: Draft) => {
    const { wishes } = draft.document
    id = create(draft, keysFor('', wishes.length, wishes).get('') ?? '')
  }
  document.change('add wish', edit, by)
  return id
}

function answer(id: string, taken: Agreed): Outcome {
  if (current.peek() !== null && !mayWriteAs(OWNER)) return { refused: 'theirs to say' }
  const wish = find(id)
  const set = (draft: Draft) => {
    // The same answer in a hand that may not give it is not read, and must not stand in the way of theirs.
    if (wish?.taken !== taken) draft.set('wishes', id, 'taken', '')
    draft.set('wishes', id, 'taken', taken)
  }
  return changeWish('answer wish', id, set, OWNER)
}

function changeWish(what: ChangeName, id: string, edit: (draft: Draft) => void, by?: number): Outcome {
  if (current.peek() !== null && find(id) === undefined) return { refused: 'gone' }
  return change(what, edit, by)
}

const find = (id: string): Wish | undefined =>
  current
    .peek()
    ?.snapshot.peek()
    .wishes.find((wish) => wish.id === id)
