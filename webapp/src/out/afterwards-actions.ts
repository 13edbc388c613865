/** One time of going out, how each of the two found it, and what each would like to be known. */

import type { Company, Felt, Impression, Mark, NeedKind, Who } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { addThing, changeOwn, changeThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { checkLength, checkText, checkWho } from '../document/lengths.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'

/** Writes down one time out, of today unless another day is said, and gives its id. */
export function addOccasion(outing: string, day?: string): string | Refused {
  return addThing('add occasion', (draft) => draft.create('occasions', { outing, day: day ?? draft.today }))
}

export function setOccasionDay(id: string, day: string): Outcome {
  return changeThing('set occasion', 'occasions', id, (draft) => draft.set('occasions', id, 'day', day))
}

export function setCompany(id: string, company: Company): Outcome {
  return changeThing('set occasion', 'occasions', id, (draft) => draft.set('occasions', id, 'company', company))
}

/** Says that somebody on the map came along, or did not. */
export function linkToOccasion(id: string, person: string, on: boolean): Outcome {
  return changeThing('set occasion', 'occasions', id, (draft) => draft.write(`occasions/${id}`, `people/${person}`, on))
}

export function archiveOccasion(id: string): Outcome {
  return changeThing('archive occasion', 'occasions', id, (draft) => draft.set('occasions', id, 'archived', true))
}

export function bringBackOccasion(id: string): Outcome {
  return changeThing('bring back occasion', 'occasions', id, (draft) => draft.set('occasions', id, 'archived', false))
}

export interface Of {
  readonly outing: string
  /** '' for before it. */
  readonly occasion: string
  /** Whose view, by member number. */
  readonly by: number
}

/** What somebody has said of one time so far: more than one view, where they began on two devices at once. */
export function impressionsOf(all: readonly Impression[], { outing, occasion, by }: Of): readonly Impression[] {
  return all.filter((one) => one.outing === outing && one.occasion === occasion && one.by === by && !one.archived)
}

/** Finds, or begins, what somebody says of one time, in their own hand; gives its id. */
export function beginImpression(of: Of): string | Refused {
  const [known] = impressionsOf(current.peek()?.snapshot.peek().impressions ?? [], of)
  return known?.id ?? addThing('add impression', (draft) => draft.create('impressions', { ...of }), of.by)
}

export function setFelt(id: string, felt: Felt): Outcome {
  return changeOwn('set impression', 'impressions', id, (draft) => draft.set('impressions', id, 'felt', felt))
}

export function setMark(id: string, mark: Mark): Outcome {
  return changeOwn('set impression', 'impressions', id, (draft) => draft.set('impressions', id, 'mark', mark))
}

/** How big a step it feels, in their own words. */
export function setSize(id: string, size: string): Outcome {
  const set = (draft: Draft): void => draft.set('impressions', id, 'size', size.trim())
  return checkLength(size) ?? changeOwn('set impression', 'impressions', id, set)
}

export interface NewNeed {
  readonly kind: NeedKind
  readonly topic?: string
  readonly words?: string
  readonly who?: Who
  /** Whose it is, by member number. */
  readonly by: number
}

/** Writes down what somebody would like to be known, in their own hand, and gives its id. */
export function addNeed({ kind, topic = '', words = '', who = { kind: 'unknown' }, by }: NewNeed): string | Refused {
  if (words.trim() === '' && topic === '') return { refused: 'empty' }
  const make = (draft: Draft): string => {
    const order = keyAtEnd(draft.document.needs)
    return draft.create('needs', { kind, topic, who, by, order }, { words: words.trim() })
  }
  return checkText(words) ?? checkWho(who) ?? addThing('add need', make, by)
}

export function setNeedWho(id: string, who: Who): Outcome {
  const set = (draft: Draft): void => draft.set('needs', id, 'who', who)
  return checkWho(who) ?? changeOwn('set need', 'needs', id, set)
}

export function archiveNeed(id: string): Outcome {
  return changeOwn('archive need', 'needs', id, (draft) => draft.set('needs', id, 'archived', true))
}

export function bringBackNeed(id: string): Outcome {
  return changeOwn('bring back need', 'needs', id, (draft) => draft.set('needs', id, 'archived', false))
}
