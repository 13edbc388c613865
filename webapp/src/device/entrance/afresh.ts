/** Real erasure (P34): a new place with what comes along, under new keys and a new card; then the old one is closed for ever. */

import type { Document } from '../../../../sync/document.ts'
import { Refused } from '../../../../sync/errors.ts'
import { OWNER } from '../../../../sync/rights.ts'
import { copyInto, copyPhotograph } from '../../document/afresh.ts'
import { current } from '../../document/current.ts'
import { keep, leftBehind } from '../../document/left-behind.ts'
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
  const before = old.document.snapshot.peek()
  copyInto(document, before, how.leftOut)
  await bringPhotographs(document, old.document, how.photographs ?? new Set())
  const { unlock, card } = how
  const keeping = { unlock, card, tablet: isShared ? ('shared' as const) : ('mine' as const) }
  const fresh = await keepConversation(keeping, unkept, quiet, giveUp, old.engine.replica.stored.space)
  try {
    const { space } = fresh.engine.replica.stored
    await old.engine.removals.close({ successor: space, erase: true }, how.by)
    isClosed = true
    bringLate(before, old, fresh, how.leftOut)
    fresh.engine.wake()
    return fresh
  } catch (error) {
    current.value = old.document
    await fresh.close()
    await parts.places.forget(fresh.place)
    throw error
  }
}

/** Opened there and sealed anew here. Raises Refused where one has not all come yet. */
async function bringPhotographs(
  target: SharedDocument,
  before: SharedDocument,
  chosen: ReadonlySet<string>,
): Promise<void> {
  const along = before.snapshot.peek().photographs.filter(({ id, archived }) => chosen.has(id) && !archived)
  for (const photograph of along) {
    const jpeg = (await before.photographs?.(photograph)) ?? 'coming'
    if (jpeg === 'coming') throw new Refused('PHOTO_COMING')
    await copyPhotograph(target, photograph, jpeg)
  }
}

/** What came to the old place while the new one was made comes along like all else. */
function bringLate(before: Document, old: OpenPlace, fresh: OpenPlace, leftOut: ReadonlySet<string>): void {
  const late = leftBehind(before, old.document.snapshot.peek(), fresh.document.pen.peek())
  for (const thing of late) {
    if (!leftOut.has(thing.key.split('/')[1] ?? '')) keep(fresh.document, thing)
  }
}

function noAnswer({ closed }: Parameters<Dial>[0]): ReturnType<Dial> {
  queueMicrotask(closed)
  return { send: () => undefined, close: () => undefined }
}
