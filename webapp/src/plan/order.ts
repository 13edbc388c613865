/** Where somebody who is dragged among others would come to stand. Pure: heights in, a neighbour out. */

import type { Beside } from './actions.ts'

export interface Row {
  readonly id: string
  readonly top: number
  readonly bottom: number
}

/** The neighbour that it comes to stand beside when it is let go at `y`; null where it would stay. */
export function placeAt(rows: readonly Row[], id: string, y: number): Beside | null {
  const from = rows.findIndex((row) => row.id === id)
  if (from < 0) return null
  const to = rows.findIndex((row) => y < row.bottom)
  const target = rows[to < 0 ? rows.length - 1 : to]
  if (target === undefined || target.id === id) return null
  const at = rows.indexOf(target)
  const middle = (target.top + target.bottom) / 2
  const isBehind = y > middle
  if (at === from + 1 && !isBehind) return null
  if (at === from - 1 && isBehind) return null
  return isBehind ? { after: target.id } : { before: target.id }
}
