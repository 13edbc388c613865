/**
 * Another device has gone on under new keys, and said which of its records stand (P22). Where something else is held of it, it
 * is read once more from the beginning; what was displaced is said again by the one that goes on.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { NO_HEAD } from '../../../../sync/chain.ts'
import type { Membership } from '../../../../sync/membership.ts'
import type { Ledger } from '../store/ledger.ts'

/** Whether all is to be asked for again, for one of those that came after entry `n`. */
export function settle(draft: Ledger, { devices }: Membership, n: number, own: Bytes): boolean {
  let isAnew = false
  for (const { admittedN, replaces } of devices) {
    const gone = replaces === null || admittedN <= n ? undefined : devices[replaces]
    if (gone === undefined || areEqual(gone.id, own)) continue
    const held = draft.head(gone.id)
    const end = gone.final ?? NO_HEAD
    if (held.seq === 0 || (held.seq === end.seq && areEqual(held.hash, end.hash))) continue
    draft.rewind(gone.id, NO_HEAD, 0)
    draft.readAnew()
    isAnew = true
  }
  return isAnew
}
