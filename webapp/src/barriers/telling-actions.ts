/** What may be told to somebody else about the one whose place it is. Only their own hand says yes, and takes it back. */

import type { Consent, Disclosure } from '../../../sync/document.ts'
import { addWords, changeAs, changeThing, found } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { OWNER } from '../document/giving.ts'
import { checkLength } from '../document/lengths.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import { isWritable } from '../document/updates.ts'

export interface NewDisclosure {
  /** What exactly may be said. */
  readonly words: string
  readonly to: string
  /** The last day on which it may be told; no such day where none is given. */
  readonly until?: string
}

/** Writes down what somebody would like to tell, with no answer yet, and gives its id. */
export function addDisclosure({ words, to, until = '' }: NewDisclosure): string | Refused {
  const make = (draft: Draft): string => {
    const order = keyAtEnd(draft.document.disclosures)
    const registers = { to: to.trim(), by: draft.by, order, ...(until !== '' && { until }) }
    return draft.create('disclosures', registers, { words: words.trim() })
  }
  return checkLength(to) ?? addWords('add disclosure', words, make)
}

export function setTellTo(id: string, to: string): Outcome {
  const set = (draft: Draft): void => draft.set('disclosures', id, 'to', to.trim())
  return checkLength(to) ?? changeThing('set disclosure', 'disclosures', id, set)
}

/** The first day on which it may be told, or '' for no such day. */
export function setTellBegins(id: string, begins: string): Outcome {
  return changeThing('set disclosure', 'disclosures', id, (draft) => draft.set('disclosures', id, 'begins', begins))
}

/** The last day on which it may be told, or '' for no such day. */
export function setTellUntil(id: string, until: string): Outcome {
  return changeThing('set disclosure', 'disclosures', id, (draft) => draft.set('disclosures', id, 'until', until))
}

/** Yes to what stands there now: these words, to this listener, for this reason, from this day up to that. */
export function sayYes(id: string): Outcome {
  if (found('disclosures', id)?.to === '') return { refused: 'for whom' }
  return answer(id, ({ words, to, why, begins, until }) => ({ kind: 'exactly', words, to, why, begins, until }))
}

export function sayNo(id: string): Outcome {
  return answer(id, () => ({ kind: 'no' }))
}

/** Takes a yes back, any day, with no reason. */
export function takeYesBack(id: string): Outcome {
  return answer(id, () => ({ kind: 'back' }))
}

export function setTold(id: string, told: boolean): Outcome {
  return changeThing('set disclosure', 'disclosures', id, (draft) => draft.set('disclosures', id, 'told', told))
}

export function archiveDisclosure(id: string): Outcome {
  return changeThing('archive disclosure', 'disclosures', id, (draft) => draft.set('disclosures', id, 'archived', true))
}

export function bringBackDisclosure(id: string): Outcome {
  return changeThing('bring back disclosure', 'disclosures', id, (draft) =>
    draft.set('disclosures', id, 'archived', false),
  )
}

/** `changed`: there was a yes, to something else than stands there now. `before`: its first day is to come. `over`: its last has gone. */
export type Standing = 'open' | 'yes' | 'no' | 'back' | 'changed' | 'before' | 'over'

/** How it stands on this day, given as `2026-11-30`. The twin of `may_be_told` in sync/disclosure.py: only then it is a yes. */
export function standingOf({ consent, words, to, why, begins, until }: Disclosure, today: string): Standing {
  if (consent.kind !== 'yes' && consent.kind !== 'exactly') return consent.kind
  if (consent.words !== words || consent.to !== to || consent.until !== until) return 'changed'
  if (consent.kind === 'yes' ? begins !== '' : consent.why !== why || consent.begins !== begins) return 'changed'
  if (today < begins) return 'before'
  return until !== '' && today > until ? 'over' : 'yes'
}

function answer(id: string, consent: (disclosure: Disclosure) => Consent): Outcome {
  const asked = found('disclosures', id)
  if (asked !== undefined && !isWritable(consent(asked))) return { refused: 'too long' }
  return changeAs(OWNER, 'answer disclosure', 'disclosures', id, (draft, disclosure) =>
    draft.set('disclosures', id, 'consent', consent(disclosure)),
  )
}
