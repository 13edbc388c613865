/** What became of records that were taken, and how far they lead without a gap. */

import { toHex } from '../../../../sync/bytes.ts'
import type { Membership } from '../../../../sync/membership.ts'
import type { Ledger } from '../store/ledger.ts'
import type { ReceivedRecord } from '../store/store.ts'
import type { Aside } from './aside.ts'
import type { Judged } from './reception.ts'
import type { Replica } from './replica.ts'

/** More than a device ever seals without an answer. */
export const MOST_UNACKED = 100_000

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

/** Records that another had seen, at an earlier position, and that were not among those up to it. */
export function isHeldBack(judged: Judged, state: Membership, ledger: Ledger, aside: Aside): boolean {
  return judged.seen.some(([, ix, seq]) => {
    const id = state.devices[ix]?.id
    return !id || seq > Math.max(ledger.head(id).seq, aside.highest(toHex(id)))
  })
}

/** What waited for something that has come, and what waits for that after it. For use inside a turn. */
export async function takeWaiting(replica: Replica): Promise<Judgement> {
  const tried = new Set<number>()
  let taken = { isHeldBack: false, isSetAside: false }
  for (;;) {
    const due = replica.aside.due(replica.ledger.value).filter(({ position }) => !tried.has(position))
    if (due.length === 0) return taken
    for (const { position } of due) tried.add(position)
    taken = joined(taken, await replica.take(due, replica.ledger.value.cursor))
  }
}
