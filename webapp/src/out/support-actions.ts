/** Who could make going out easier, and how; and each one's own worries about it. */

import type { Asked, Support, SupportKind, Who } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { addBarrier } from '../barriers/actions.ts'
import { change, current, mayWriteAs } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { keysFor } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints, NAME_CODE_POINTS } from '../document/well-formed.ts'

export interface NewSupport {
  readonly outing: string
  readonly kind: SupportKind
  readonly words?: string
  readonly who?: Who
}

/** Writes down what would help with an outing, of somebody who was not asked yet, and gives its id. */
export function addSupport({ outing, kind, words = '', who = { kind: 'unknown' } }: NewSupport): string | Refused {
  if (kind === 'other' && words.trim() === '') return { refused: 'empty' }
  const wrong = checkText(words)
  if (wrong !== null) return wrong
  return create('add support', undefined, (draft) => {
    const order = keyAtEnd(draft.document.supports)
    return draft.create('supports', { outing, kind, who, order }, { words: words.trim() })
  })
}

/** Whoever is to help now has not been asked yet, and an answer was somebody else's. */
export function setSupportWho(id: string, who: Who): Outcome {
  if (who.kind === 'other' && countCodePoints(who.name) > NAME_CODE_POINTS) return { refused: 'too long' }
  return changeSupport('set support', id, (draft) => {
    draft.set('supports', id, 'who', who)
    draft.set('supports', id, 'asked', 'not yet')
  })
}

export function setSupportAsked(id: string, asked: Asked): Outcome {
  return changeSupport('set support', id, (draft) => draft.set('supports', id, 'asked', asked))
}

/** To whom it introduces: a name, or what they do. */
export function setSupportTo(id: string, to: string): Outcome {
  if (countCodePoints(to) > NAME_CODE_POINTS) return { refused: 'too long' }
  return changeSupport('set support', id, (draft) => draft.set('supports', id, 'to', to.trim()))
}

export function setSupportHappened(id: string, happened: boolean): Outcome {
  return changeSupport('set support', id, (draft) => draft.set('supports', id, 'happened', happened))
}

export function archiveSupport(id: string): Outcome {
  return changeSupport('archive support', id, (draft) => draft.set('supports', id, 'archived', true))
}

export function bringBackSupport(id: string): Outcome {
  return changeSupport('bring back support', id, (draft) => draft.set('supports', id, 'archived', false))
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
  if (words.trim() === '') return { refused: 'empty' }
  const wrong = checkText(words)
  if (wrong !== null) return wrong
  if (!mayWriteAs(by)) return { refused: 'theirs to say' }
  return create('add worry', by, (draft) => {
    const order = keyAtEnd(draft.document.worries)
    return draft.create('worries', { outing, by, order }, { words: words.trim() })
  })
}

/** A worry is whoever's said it: only their own hand puts it away, and brings it back. */
export function archiveWorry(id: string): Outcome {
  return setWorryAway('archive worry', id, true)
}

export function bringBackWorry(id: string): Outcome {
  return setWorryAway('bring back worry', id, false)
}

function setWorryAway(what: ChangeName, id: string, away: boolean): Outcome {
  const worry = shown()?.worries.find((one) => one.id === id)
  if (current.peek() !== null && worry === undefined) return { refused: 'gone' }
  if (worry !== undefined && !mayWriteAs(worry.by)) return { refused: 'theirs to say' }
  return change(what, (draft) => draft.set('worries', id, 'archived', away), worry?.by)
}

function create(what: ChangeName, by: number | undefined, make: (draft: Draft) => string): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  let id = ''
  const edit = (draft: Draft) => {
    id = make(draft)
  }
  document.change(what, edit, by)
  return id
}

function changeSupport(what: ChangeName, id: string, edit: (draft: Draft) => void): Outcome {
  const supports = shown()?.supports
  if (supports !== undefined && !supports.some((one) => one.id === id)) return { refused: 'gone' }
  return change(what, edit)
}

const shown = () => current.peek()?.snapshot.peek()

const checkText = (words: string): Refused | null =>
  countCodePoints(words) > limits.text_code_points ? { refused: 'too long' } : null

const keyAtEnd = (all: readonly { readonly id: string; readonly order: string }[]): string =>
  keysFor('', all.length, all).get('') ?? ''
