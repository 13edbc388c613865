/** Who could make going out easier, and how; and each one's own worries about it. */

import type { Asked, Support, SupportKind, Who } from '../../../sync/document.ts'
import { addBarrier } from '../barriers/actions.ts'
import { current } from '../document/current.ts'
import { addThing, addWords, changeOwn, changeThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { checkLength, checkText, checkWho } from '../document/lengths.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'

export interface NewSupport {
  readonly outing: string
  readonly kind: SupportKind
  readonly words?: string
  readonly who?: Who
}

/** Writes down what would help with an outing, of somebody who was not asked yet, and gives its id. */
export function addSupport({ outing, kind, words = '', who = { kind: 'unknown' } }: NewSupport): string | Refused {
  if (kind === 'other' && words.trim() === '') return { refused: 'empty' }
  const make = (draft: Draft): string => {
    const order = keyAtEnd(draft.document.supports)
    return draft.create('supports', { outing, kind, who, order }, { words: words.trim() })
  }
  return checkText(words) ?? addThing('add support', make)
}

/** Whoever is to help now has not been asked yet, and an answer was somebody else's. */
export function setSupportWho(id: string, who: Who): Outcome {
  const set = (draft: Draft): void => {
    draft.set('supports', id, 'who', who)
    draft.set('supports', id, 'asked', 'not yet')
  }
  return checkWho(who) ?? changeThing('set support', 'supports', id, set)
}

export function setSupportAsked(id: string, asked: Asked): Outcome {
  return changeThing('set support', 'supports', id, (draft) => draft.set('supports', id, 'asked', asked))
}

/** To whom it introduces: a name, or what they do. */
export function setSupportTo(id: string, to: string): Outcome {
  const set = (draft: Draft): void => draft.set('supports', id, 'to', to.trim())
  return checkLength(to) ?? changeThing('set support', 'supports', id, set)
}

export function setSupportHappened(id: string, happened: boolean): Outcome {
  return changeThing('set support', 'supports', id, (draft) => draft.set('supports', id, 'happened', happened))
}

export function archiveSupport(id: string): Outcome {
  return changeThing('archive support', 'supports', id, (draft) => draft.set('supports', id, 'archived', true))
}

export function bringBackSupport(id: string): Outcome {
  return changeThing('bring back support', 'supports', id, (draft) => draft.set('supports', id, 'archived', false))
}

/** Where nobody can, that is in the way of the outing: it goes on the board in these words, in the hand that holds the pen. */
export function sayNobodyYet({ outing }: Pick<Support, 'outing'>, words: string): string | Refused {
  const by = current.peek()?.pen.peek() ?? 'both'
  return addBarrier({ words, side: 'elsewhere', by, stops: `outings/${outing}` })
}

export interface NewWorry {
  readonly outing: string
  readonly words: string
  /** Whose worry it is, by member number. */
  readonly by: number
}

/** Writes a worry in the hand of whoever has it, and gives its id. */
export function addWorry({ outing, words, by }: NewWorry): string | Refused {
  const make = (draft: Draft): string => {
    const order = keyAtEnd(draft.document.worries)
    return draft.create('worries', { outing, by, order }, { words: words.trim() })
  }
  return addWords('add worry', words, make, by)
}

/** A worry is whoever's said it: only their own hand puts it away, and brings it back. */
export function archiveWorry(id: string): Outcome {
  return changeOwn('archive worry', 'worries', id, (draft) => draft.set('worries', id, 'archived', true))
}

export function bringBackWorry(id: string): Outcome {
  return changeOwn('bring back worry', 'worries', id, (draft) => draft.set('worries', id, 'archived', false))
}
