/** Real erasure (P34): a new place with what comes along, under new keys and a new card; then the old one is closed for ever. */

import { OWNER } from '../../../../sync/rights.ts'
import { copyInto } from '../../document/afresh.ts'
import { current } from '../../document/current.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import type { Dial } from '../engine/channel.ts'
import type { Afresh } from '../stage.ts'
import { type GiveUp, keepConversation } from './arrivals.ts'
import type { OpenPlace } from './open-place.ts'
import type { SeatParts } from './seat.ts'
import { Unkept } from './unkept.ts'

/**
 * The new place, kept here and open; the old one names it as its successor, and is gone from the server. Raises Refused, Damaged
 * or DeviceError: then there is no new place, and the old one is as it was.
 */
export async function beginAfresh(old: OpenPlace, how: Afresh, parts: SeatParts, giveUp: GiveUp): Promise<OpenPlace> {
  const { clock, dial } = parts.around
  // The server hears of the new place when the old one is closed: were that refused, the same card would open two.
  let isClosed = false
  const dialThen: Dial = (events) => (isClosed ? dial(events) : noAnswer(events))
  const quiet = { ...parts, around: { ...parts.around, dial: dialThen } }
  const isShared = old.space.members.length > 1
  const document = new SharedDocument({ now: () => clock.now(), thisMember: isShared ? 'both' : OWNER })
  const unkept = new Unkept(document)
  copyInto(document, old.document.snapshot.peek(), how.leftOut)
  const { unlock, card } = how
  const fresh = await keepConversation({ unlock, card, tablet: isShared ? 'shared' : 'mine' }, unkept, quiet, giveUp)
  try {
    const { space } = fresh.engine.replica.stored
    await old.engine.removals.close({ successor: space, erase: true }, how.by)
    isClosed = true
    fresh.engine.wake()
    return fresh
  } catch (error) {
    current.value = old.document
    await fresh.close()
    await parts.places.forget(fresh.place)
    throw error
  }
}

function noAnswer({ closed }: Parameters<Dial>[0]): ReturnType<Dial> {
  queueMicrotask(closed)
  return { send: () => undefined, close: () => undefined }
}
