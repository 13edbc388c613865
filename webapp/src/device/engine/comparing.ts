/** What the server said at WELCOME that it has, held against what is here once all of it should have come. */

import { areEqual } from '../../../../sync/bytes.ts'
import type { Welcome } from '../../../../sync/messages.ts'
import type { Asking } from './cold-start.ts'
import type { Hearers } from './hearers.ts'
import { hasAnotherLife, isClosed } from './incarnations.ts'
import { lacks, owed } from './offering.ts'
import type { Replica } from './replica.ts'
import { allRecords, goOn, type Offer, partingOf } from './succession.ts'

/** What it takes of a conversation. */
export interface Comparing {
  readonly asking: Asking
  readonly offer: Offer
  readonly troubled: Hearers['troubled']
  /** Everything there is, from the cursor on. */
  catchUp(): Promise<void>
}

/** Raises Lost once this device has gone on as another. */
export async function compare(welcome: Welcome, replica: Replica, comparing: Comparing): Promise<void> {
  const { keys, state, turns } = replica
  const others = welcome.heads.filter(([device]) => !areEqual(device, keys.id))
  if ((await hasParted(welcome, replica, comparing)) || lacks(others, replica)) {
    // Positions once led past something: all is asked for again, and what is known already costs only its way here.
    await turns.take(() => replica.move((draft) => draft.readAnew()))
    await comparing.catchUp()
  }
  await turns.take(async () => replica.expect(owed(others, state.value)))
  if (replica.ledger.value.isMissing) comparing.troubled('held back')
}

/**
 * Whether it says that it has another life of this device, and does not show where the two part: then something was passed over
 * that only this one does not remember. Where something waits to be sent, the answer to that shows it.
 */
async function hasParted(welcome: Welcome, replica: Replica, { asking, offer, troubled }: Comparing): Promise<boolean> {
  const waits = replica.unacked.value.length > 0
  if (waits || isClosed(replica) || !(await hasAnotherLife(replica, welcome))) return false
  const parting = await partingOf(replica, await allRecords(asking))
  if (parting === null) return true
  troubled('forked')
  return goOn(replica, parting, offer)
}
