/** What may be told to somebody else about the one whose place it is. Only their own hand says yes, and takes it back. */

import type { Consent, Disclosure } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current, mayWriteAs } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { OWNER } from '../document/giving.ts'
import { keysFor } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints, NAME_CODE_POINTS } from '../document/well-formed.ts'

export interface NewDisclosure {
  /** What exactly may be said. */
  readonly words: string
  readonly to: string
}

/** Writes down what somebody would like to tell, with no answer yet, and gives its id. */
export function addDisclosure({ words, to }: NewDisclosure): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (words.trim() === '') return { refused: 'empty' }
  if (countCodePoints(words) > limits.text_code_points) return { refused: 'too long' }
  if (countCodePoints(to) > NAME_CODE_POINTS) return { refused: 'too long' }
  let id = ''
  document.change('add disclosure', (draft) => {
    const { disclosures } = draft.document
    const order = keysFor('', disclosures.length, disclosures).get('') ?? ''
    id = draft.create('disclosures', { to: to.trim(), by: draft.by, order }, { words: words.trim() })
  })
  return id
}

export function setTellTo(id: string, to: string): Outcome {
  if (countCodePoints(to) > NAME_CODE_POINTS) return { refused: 'too long' }
  return changeDisclosure('set disclosure', id, (draft) => draft.set('disclosures', id, 'to', to.trim()))
}

/** The last day on which it may be told, or '' for no such day. */
export function setTellUntil(id: string, until: string): Outcome {
  return changeDisclosure('set disclosure', id, (draft) => draft.set('disclosures', id, 'until', until))
}

/** Yes to what stands there now: these words, to this listener, up to this day. */
export function sayYes(id: string): Outcome {
  return answer(id, ({ words, to, until }) => ({ kind: 'yes', words, to, until }))
}

export function sayNo(id: string): Outcome {
  return answer(id, () => ({ kind: 'no' }))
}

/** Takes a yes back, any day, with no reason. */
export function takeYesBack(id: string): Outcome {
  return answer(id, () => ({ kind: 'back' }))
}

export function setTold(id: string, told: boolean): Outcome {
  return changeDisclosure('set disclosure', id, (draft) => draft.set('disclosures', id, 'told', told))
}

export function archiveDisclosure(id: string): Outcome {
  return changeDisclosure('archive disclosure', id, (draft) => draft.set('disclosures', id, 'archived', true))
}

export function bringBackDisclosure(id: string): Outcome {
  return changeDisclosure('bring back disclosure', id, (draft) => draft.set('disclosures', id, 'archived', false))
}

/** `changed`: there was a yes, to other words, another listener or another day. `over`: its last day has gone. */
export type Standing = Consent['kind'] | 'changed' | 'over'

/** How it stands on this day, given as `2026-11-30`. The twin of `may_be_told` in sync/disclosure.py: only then it is a yes. */
export function standingOf({ consent, words, to, until }: Disclosure, today: string): Standing {
  if (consent.kind !== 'yes') return consent.kind
  if (consent.words !== words || consent.to !== to || consent.until !== until) return 'changed'
  return until !== '' && today > until ? 'over' : 'yes'
}

function answer(id: string, consent: (disclosure: Disclosure) => Consent): Outcome {
  const disclosure = find(id)
  if (disclosure !== undefined && !mayWriteAs(OWNER)) return { refused: 'theirs to say' }
  const set = (draft: Draft) => {
    if (disclosure === undefined) return
    // The same answer in a hand that may not give it is not read, and would stand in the way of theirs.
    draft.set('disclosures', id, 'consent', { kind: 'open' })
    draft.set('disclosures', id, 'consent', consent(disclosure))
  }
  return changeDisclosure('answer disclosure', id, set, OWNER)
}

function changeDisclosure(what: ChangeName, id: string, edit: (draft: Draft) => void, by?: number): Outcome {
  if (current.peek() !== null && find(id) === undefined) return { refused: 'gone' }
  return change(what, edit, by)
}

const find = (id: string): Disclosure | undefined =>
  current
    .peek()
    ?.snapshot.peek()
    .disclosures.find((disclosure) => disclosure.id === id)
