/** One time of going out, how each of the two found it, and what each would like to be known. */

import type { Company, Felt, Impression, Mark, Need, NeedKind, Who } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current, mayWriteAs } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { keysFor } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints, NAME_CODE_POINTS } from '../document/well-formed.ts'

/** Writes down one time out, of today unless another day is said, and gives its id. */
export function addOccasion(outing: string, day?: string): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  let id = ''
  document.change('add occasion', (draft) => {
    id = draft.create('occasions', { outing, day: day ?? draft.today })
  })
  return id
}

export function setOccasionDay(id: string, day: string): Outcome {
  return changeOccasion('set occasion', id, (draft) => draft.set('occasions', id, 'day', day))
}

export function setCompany(id: string, company: Company): Outcome {
  return changeOccasion('set occasion', id, (draft) => draft.set('occasions', id, 'company', company))
}

/** Says that somebody on the map came along, or did not. */
export function linkToOccasion(id: string, person: string, on: boolean): Outcome {
  return changeOccasion('set occasion', id, (draft) => draft.write(`occasions/${id}`, `people/${person}`, on))
}

export function archiveOccasion(id: string): Outcome {
  return changeOccasion('archive occasion', id, (draft) => draft.set('occasions', id, 'archived', true))
}

export function bringBackOccasion(id: string): Outcome {
  return changeOccasion('bring back occasion', id, (draft) => draft.set('occasions', id, 'archived', false))
}

export interface Of {
  readonly outing: string
  /** '' for before it. */
  readonly occasion: string
  /** Whose view, by member number. */
  readonly by: number
}

/** What somebody has said of one time so far. */
export function impressionOf(all: readonly Impression[], { outing, occasion, by }: Of): Impression | undefined {
  return all.find((one) => one.outing === outing && one.occasion === occasion && one.by === by && !one.archived)
}

/** Finds, or begins, what somebody says of one time, in their own hand; gives its id. */
export function beginImpression(of: Of): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  const known = impressionOf(document.snapshot.peek().impressions, of)
  if (known !== undefined) return known.id
  if (!mayWriteAs(of.by)) return { refused: 'theirs to say' }
  let id = ''
  const begin = (draft: Draft) => {
    id = draft.create('impressions', { ...of })
  }
  document.change('add impression', begin, of.by)
  return id
}

export function setFelt(id: string, felt: Felt): Outcome {
  return changeImpression(id, (draft) => draft.set('impressions', id, 'felt', felt))
}

export function setMark(id: string, mark: Mark): Outcome {
  return changeImpression(id, (draft) => draft.set('impressions', id, 'mark', mark))
}

/** How big a step it feels, in their own words. */
export function setSize(id: string, size: string): Outcome {
  if (countCodePoints(size) > NAME_CODE_POINTS) return { refused: 'too long' }
  return changeImpression(id, (draft) => draft.set('impressions', id, 'size', size.trim()))
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
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (words.trim() === '' && topic === '') return { refused: 'empty' }
  if (countCodePoints(words) > limits.text_code_points) return { refused: 'too long' }
  if (!mayWriteAs(by)) return { refused: 'theirs to say' }
  let id = ''
  const create = (draft: Draft) => {
    const { needs } = draft.document
    const order = keysFor('', needs.length, needs).get('') ?? ''
    id = draft.create('needs', { kind, topic, who, by, order }, { words: words.trim() })
  }
  document.change('add need', create, by)
  return id
}

export function setNeedTopic(id: string, topic: string): Outcome {
  return changeNeed('set need', id, (draft) => draft.set('needs', id, 'topic', topic))
}

export function setNeedWho(id: string, who: Who): Outcome {
  return changeNeed('set need', id, (draft) => draft.set('needs', id, 'who', who))
}

export function archiveNeed(id: string): Outcome {
  return changeNeed('archive need', id, (draft) => draft.set('needs', id, 'archived', true))
}

export function bringBackNeed(id: string): Outcome {
  return changeNeed('bring back need', id, (draft) => draft.set('needs', id, 'archived', false))
}

function changeOccasion(what: ChangeName, id: string, edit: (draft: Draft) => void): Outcome {
  const occasions = shown()?.occasions
  if (occasions !== undefined && !occasions.some((one) => one.id === id)) return { refused: 'gone' }
  return change(what, edit)
}

function changeImpression(id: string, edit: (draft: Draft) => void): Outcome {
  return changeOwn(
    'set impression',
    shown()?.impressions.find((one) => one.id === id),
    edit,
  )
}

function changeNeed(what: ChangeName, id: string, edit: (draft: Draft) => void): Outcome {
  return changeOwn(
    what,
    shown()?.needs.find((one) => one.id === id),
    edit,
  )
}

/** It is theirs: only their own hand changes it. */
function changeOwn(what: ChangeName, own: Impression | Need | undefined, edit: (draft: Draft) => void): Outcome {
  if (current.peek() !== null && own === undefined) return { refused: 'gone' }
  if (own !== undefined && !mayWriteAs(own.by)) return { refused: 'theirs to say' }
  return change(what, edit, own?.by)
}

const shown = () => current.peek()?.snapshot.peek()
