/** What is in the way, and how it is got round. Each is one undo step and one record. */

import type { BarrierKind, BarrierState, By, Side } from '../../../sync/document.ts'
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

export function archiveBarrier(id: string): Outcome {
  return changeThing('archive barrier', 'barriers', id, (draft) => draft.set('barriers', id, 'archived', true))
}

export function bringBackBarrier(id: string): Outcome {
  return changeThing('bring back barrier', 'barriers', id, (draft) => draft.set('barriers', id, 'archived', false))
}

function add({ words, kind = '', side, by, stops = '' }: NewBarrier, parent: string): string | Refused {
  const make = (draft: Draft): string => {
    const order = keyAtEnd(draft.document.barriers)
    return draft.create('barriers', { kind, side, by, stops, parent, order }, { words: words.trim() })
  }
  return addWords('add barrier', words, make, by)
}
