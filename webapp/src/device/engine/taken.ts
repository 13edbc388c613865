/** What became of records that were taken, and how far they lead without a gap. */

import type { ReceivedRecord } from '../store/store.ts'

export interface Judgement {
  /** Somebody had seen records that the server has not shown. */
  readonly isHeldBack: boolean
  readonly isSetAside: boolean
}
export interface Taken extends Judgement {
  /** Records are missing before one that came: ask again from the cursor. */
  readonly hasGap: boolean
}

/** The last position that these lead to from `cursor` without a gap. */
export function contiguous(cursor: number, records: readonly ReceivedRecord[]): number {
  const positions = new Set(records.map((record) => record.position))
  let end = cursor
  while (positions.has(end + 1)) end++
  return end
}

export function joined(left: Judgement, right: Judgement): Judgement {
  return { isHeldBack: left.isHeldBack || right.isHeldBack, isSetAside: left.isSetAside || right.isSetAside }
}
