/** Which server this is: the one from before, or another life of it, whose positions mean something else. */

import { areEqual } from '../../../../sync/bytes.ts'
import { type Head, NO_HEAD } from '../../../../sync/chain.ts'
import { isClosedAt } from '../../../../sync/membership.ts'
import type { Welcome } from '../../../../sync/messages.ts'
import { ownHash } from '../store/restoring.ts'
import type { Replica } from './replica.ts'

/** Whether it says that it is the server from before. */
export function isTheSame({ ledger }: Replica, { incarnation }: Welcome): boolean {
  const known = ledger.value.incarnation
  return known !== null && areEqual(known, incarnation)
}

/**
 * How many entries of the control chain a server has that can be no others than ours: none for one that was restored; and while
 * it has not been given back all that it lacked, others may go another way from there.
 */
export function sureOf(replica: Replica, welcome: Welcome): number {
  return isTheSame(replica, welcome) ? replica.ledger.value.served : 0
}

/** Whether its chain may be another than ours from somewhere on (P19). */
export function mayHaveParted(replica: Replica, welcome: Welcome): boolean {
  return replica.ledger.value.incarnation !== null && sureOf(replica, welcome) < replica.chain.length
}

/**
 * Whether a server that says that it is the one from before has less than that one is known to have had: entries; or records, by
 * their positions or of this device’s own, in whose place it may have others. Those of a closed space may have been purged: so it
 * is known only once all entries are here, which may have closed it, or opened it again.
 */
export async function lossOf(replica: Replica, welcome: Welcome): Promise<'sure' | 'perhaps' | 'none'> {
  const { served, cursor, acked } = replica.ledger.value
  if (!isTheSame(replica, welcome)) return 'none'
  if (welcome.controlLength < served) return 'sure'
  const { seq } = ownHeadOf(welcome, replica)
  const isOther = seq === acked && (await hasAnotherLife(replica, welcome))
  if (welcome.headPosition >= cursor && seq >= acked && !isOther) return 'none'
  return welcome.controlLength > replica.chain.length || isClosed(replica) ? 'perhaps' : 'sure'
}

/**
 * Whether the last that it has under this device’s own keys is not what is kept here in that place: where the two lives have
 * parted, or only one of them is remembered (P22), may lie behind positions that another face of the server had.
 */
export async function hasAnotherLife(replica: Replica, welcome: Welcome): Promise<boolean> {
  const { seq, hash } = ownHeadOf(welcome, replica)
  if (seq === 0) return false
  const own = seq > replica.ledger.value.head(replica.keys.id).seq ? null : await ownHash(seq, replica.parts)
  return own === null || !areEqual(own, hash)
}

export const isClosed = ({ state: { value } }: Replica): boolean => isClosedAt(value, value.n)

/** The last of this device’s own records that the server has. */
function ownHeadOf({ heads }: Welcome, { keys }: Replica): Head {
  const [, seq, hash] = heads.find(([device]) => areEqual(device, keys.id)) ?? []
  return seq === undefined || hash === undefined ? NO_HEAD : { seq, hash }
}

/**
 * The server has the space. If it is another life of it (`isAnew`), everything is asked for again, where what is held already
 * is known; and what it lacks of this device’s own goes to it again.
 */
export function meet(replica: Replica, welcome: Welcome, isAnew: boolean): Promise<void> {
  return replica.turns.take(async () => {
    const { ledger, aside, parts } = replica
    if (!isAnew && ledger.value.created) return
    // What a file brought is asked of no server.
    const asideDone = isAnew ? aside.positions.filter((position) => position > 0) : []
    const { acked } = ledger.value
    const stored = isAnew ? Math.min(acked, ownHeadOf(welcome, replica).seq) : acked
    const lost = stored < acked ? await parts.store.ownFrom(stored + 1, acked - stored) : []
    await replica.move(
      (draft) => {
        draft.created = true
        if (isAnew) draft.startOver(welcome.incarnation)
        draft.acked = stored
      },
      { asideDone },
    )
    aside.remove(asideDone)
    replica.setUnacked([...lost, ...replica.unacked.peek()])
  })
}
