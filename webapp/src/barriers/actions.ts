/** What is in the way, and how it is got round. Each is one undo step and one record. */

import type { Barrier, BarrierKind, BarrierState, By, Document, Side } from '../../../sync/document.ts'
import { addWords, changeThing, found } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'

export interface NewBarrier {
  readonly words: string
  readonly kind?: BarrierKind
  /** Where it is: with one of the two, with the service, or somewhere else. */
  readonly side: Side
  /** Who says so. Where both hold the pen, whose words they are is asked. */
  readonly by: By
  /** What it stands before: `goals/<id>` or `outings/<id>`. */
  readonly stops?: string
  /** The own note that it is put here from. */
  readonly of?: string
}

/** Writes it at the end of the board, in the hand of whoever said it, and gives its id. */
export function addBarrier(barrier: NewBarrier): string | Refused {
  return add(barrier, '')
}

/** Writes a smaller one, which the larger was split into: where that is, before what that stands. */
export function splitBarrier(id: string, words: string, by: By): string | Refused {
  const larger = found('barriers', id)
  if (larger === undefined) return { refused: 'gone' }
  const { kind, side, stops } = larger
  return add({ words, kind, side, stops, by }, id)
}

export function setBarrierKind(id: string, kind: BarrierKind): Outcome {
  return changeThing('set barrier', 'barriers', id, (draft) => draft.set('barriers', id, 'kind', kind))
}

export function setBarrierSide(id: string, side: Side): Outcome {
  return changeThing('set barrier', 'barriers', id, (draft) => draft.set('barriers', id, 'side', side))
}

export function setBarrierState(id: string, state: BarrierState): Outcome {
  return changeThing('set barrier', 'barriers', id, (draft) => draft.set('barriers', id, 'state', state))
}

export function setBarrierStops(id: string, stops: string): Outcome {
  return changeThing('set barrier', 'barriers', id, (draft) => draft.set('barriers', id, 'stops', stops))
}

/** With it goes the same that another device put here from the same note. */
export function archiveBarrier(id: string): Outcome {
  return changeThing('archive barrier', 'barriers', id, (draft, barrier) => {
    const { barriers } = draft.document
    const shown = new Set(boardOnce(draft.document).map((one) => one.id))
    const same = toldApartBy(barrier)
    const hidden = barriers.filter((one) => !one.archived && !shown.has(one.id) && toldApartBy(one) === same)
    for (const one of [id, ...hidden.map((each) => each.id)]) draft.set('barriers', one, 'archived', true)
  })
}

export function bringBackBarrier(id: string): Outcome {
  return changeThing('bring back barrier', 'barriers', id, (draft) => draft.set('barriers', id, 'archived', false))
}

/**
 * Each once, also what two devices of one person put here from one note at once. What stands comes before what was put away; and what
 * was worked on stays in sight: other words, another state, or anything that hangs on it.
 */
export function boardOnce({ barriers, steps }: Pick<Document, 'barriers' | 'steps'>): readonly Barrier[] {
  const hung = new Set([...steps.map(({ origin }) => origin), ...barriers.map(({ parent }) => `barriers/${parent}`)])
  const isHung = ({ id }: Barrier): boolean => hung.has(`barriers/${id}`)
  const first = new Map<string, Barrier>()
  const rank = (one: Barrier): number => (one.archived ? 2 : 0) + (isHung(one) ? 0 : 1)
  for (const one of [...barriers].sort((left, right) => rank(left) - rank(right))) {
    if (!first.has(toldApartBy(one))) first.set(toldApartBy(one), one)
  }
  return barriers.filter((one) => one.of === '' || isHung(one) || first.get(toldApartBy(one)) === one)
}

/** Of two from one note that have this in common, nothing was done with one that was not done with the other. */
const toldApartBy = ({ of, words, kind, state, stops }: Barrier): string =>
  JSON.stringify([of, words, kind, state, stops])

function add({ words, kind = '', side, by, stops = '', of = '' }: NewBarrier, parent: string): string | Refused {
  const make = (draft: Draft): string => {
    const order = keyAtEnd(draft.document.barriers)
    const registers = { kind, side, by, stops, parent, order, ...(of !== '' && { of }) }
    return draft.create('barriers', registers, { words: words.trim() })
  }
  return addWords('add barrier', words, make, by)
}
