/** What became of records that were taken, and how far they lead without a gap. */

import { toHex } from '../../../../sync/bytes.ts'
import type { Membership } from '../../../../sync/membership.ts'
import type { Ledger } from '../store/ledger.ts'
import type { ReceivedRecord } from '../store/store.ts'
import type { Aside } from './aside.ts'
import type { Replica } from './replica.ts'

/** More than a device ever seals without an answer. */
export const MOST_UNACKED = 100_000

export interface Judgement {
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

/** Whether so much of a device is here, good or not. What a device said behind its end does not count, nor what is said anew. */
export function hasCome(ledger: Ledger, { devices }: Membership, aside: Aside): (ix: number, seq: number) => boolean {
  return (ix, seq) => {
    const known = devices[ix]
    if (!known) return false
    if (aside.isOver(known.id)) return true
    const owed = known.final === null ? seq : Math.min(seq, known.final.seq)
    return owed <= aside.reach(toHex(known.id), ledger.head(known.id).seq)
  }
}

/**
 * What waited for something that has come, and what waits for that after it, in whatever order they came: each is tried again
 * as long as any goes on. For use inside a turn.
 */
export async function takeWaiting(replica: Replica): Promise<Judgement> {
  let isSetAside = false
  for (;;) {
    const due = replica.aside.due(replica.ledger.value, replica.state.value)
    if (due.length === 0) return { isSetAside }
    if ((await replica.take(due, replica.ledger.value.cursor)).isSetAside) isSetAside = true
    if (due.every(({ position }) => replica.aside.has(position))) return { isSetAside }
  }
}
