/** Everything that can be done to the wish jar. Each is one undo step and one record. */

import type { Agreed, Whose, WishCard } from '../../../sync/document.ts'
import { addWords, changeAs, changeThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { OWNER } from '../document/giving.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'

export interface NewWish {
  readonly words: string
  /** The card that it answers, if any. */
  readonly card?: WishCard
  /** The id of the wish that it is like, if any. */
  readonly like?: string
}

/** Puts a wish into the jar, in the words of whoever holds the pen, and gives its id. Anything goes. */
export function addWish({ words, card = '', like = '' }: NewWish): string | Refused {
  return add(words, { ...(card === '' ? {} : { card }), ...(like === '' ? {} : { like }) })
}

/** A guess of somebody other than the owner, for when they cannot say: it is marked as one for good, and waits for their yes. */
export function addGuess(words: string, by: number): string | Refused {
  return by === OWNER ? { refused: 'theirs to say' } : add(words, { guess: true }, by)
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
  return changeThing('set wish', 'wishes', id, (draft) => draft.set('wishes', id, 'over', over))
}

/** Whose idea it was. Nobody has to say, and nothing follows from it. */
export function setWishIdea(id: string, idea: Whose): Outcome {
  return changeThing('set wish', 'wishes', id, (draft) => draft.set('wishes', id, 'idea', idea))
}

/** Says that somebody or something on the map has to do with a wish, or no longer. */
export function linkWish(id: string, person: string, on: boolean): Outcome {
  return changeThing('link person', 'wishes', id, (draft) => draft.link('wishes', id, person, on))
}

export function archiveWish(id: string): Outcome {
  return changeThing('archive wish', 'wishes', id, (draft) => draft.set('wishes', id, 'archived', true))
}

export function bringBackWish(id: string): Outcome {
  return changeThing('bring back wish', 'wishes', id, (draft) => draft.set('wishes', id, 'archived', false))
}

function add(words: string, said: Readonly<Record<string, unknown>>, by?: number): string | Refused {
  const make = (draft: Draft): string => {
    const registers = { by: draft.by, order: keyAtEnd(draft.document.wishes), ...said }
    return draft.create('wishes', registers, { words: words.trim() })
  }
  return addWords('add wish', words, make, by)
}

function answer(id: string, taken: Agreed): Outcome {
  return changeAs(OWNER, 'answer wish', 'wishes', id, (draft) => draft.set('wishes', id, 'taken', taken))
}
