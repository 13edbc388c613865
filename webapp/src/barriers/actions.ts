/** What is in the way, and how it is got round. Each is one undo step and one record. */

import type { Barrier, BarrierKind, BarrierState, By, Side } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { keysFor } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { ChangeName } from '../document/undo.ts'
import { countCodePoints } from '../document/well-formed.ts'

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
  const larger = find(id)
  if (larger === undefined) return { refused: 'gone' }
  const { kind, side, stops } = larger
  return add({ words, kind, side, stops, by }, id)
}

export function setBarrierKind(id: string, kind: BarrierKind): Outcome {
  return changeBarrier('set barrier', id, (draft) => draft.set('barriers', id, 'kind', kind))
}

export function setBarrierSide(id: string, side: Side): Outcome {
  return changeBarrier('set barrier', id, (draft) => draft.set('barriers', id, 'side', side))
}

export function setBarrierState(id: string, state: BarrierState): Outcome {
  return changeBarrier('set barrier', id, (draft) => draft.set('barriers', id, 'state', state))
}

export function setBarrierStops(id: string, stops: string): Outcome {
  return changeBarrier('set barrier', id, (draft) => draft.set('barriers', id, 'stops', stops))
}

export function archiveBarrier(id: string): Outcome {
  return changeBarrier('archive barrier', id, (draft) => draft.set('barriers', id, 'archived', true))
}

export function bringBackBarrier(id: string): Outcome {
  return changeBarrier('bring back barrier', id, (draft) => draft.set('barriers', id, 'archived', false))
}

function add({ words, kind = '', side, by, stops = '' }: NewBarrier, parent: string): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (words.trim() === '') return { refused: 'empty' }
  if (countCodePoints(words) > limits.text_code_points) return { refused: 'too long' }
  const pen = document.pen.peek()
  if (pen !== 'both' && pen !== by) return { refused: 'theirs to say' }
  let id = ''
  const create = (draft: Draft) => {
    const { barriers } = draft.document
    const order = keysFor('', barriers.length, barriers).get('') ?? ''
    id = draft.create('barriers', { kind, side, by, stops, parent, order }, { words: words.trim() })
  }
  document.change('add barrier', create, by === 'both' ? undefined : by)
  return id
}

function changeBarrier(what: ChangeName, id: string, edit: (draft: Draft) => void): Outcome {
  if (current.peek() !== null && find(id) === undefined) return { refused: 'gone' }
  return change(what, edit)
}

const find = (id: string): Barrier | undefined =>
  current
    .peek()
    ?.snapshot.peek()
    .barriers.find((barrier) => barrier.id === id)
