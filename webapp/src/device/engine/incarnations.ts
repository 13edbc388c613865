/** Which server this is: the one from before, or another life of it, whose positions mean something else. */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { Replica } from './replica.ts'

/** The server has the space. If it was restored since, everything is asked for again: what is held already is known. */
export function meet(replica: Replica, incarnation: Bytes): Promise<void> {
  return replica.turns.take(async () => {
    const { ledger, aside } = replica
    const known = ledger.value.incarnation
    const isAnother = known === null || !areEqual(known, incarnation)
    if (!isAnother && ledger.value.created) return
    // What a file brought is asked of no server.
    const asideDone = isAnother ? aside.positions.filter((position) => position > 0) : []
    await replica.move(
      (draft) => {
        draft.created = true
        if (isAnother) draft.startOver(incarnation)
      },
      { asideDone },
    )
    aside.remove(asideDone)
  })
}
