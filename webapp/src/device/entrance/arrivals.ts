/** The ways in which a place comes to be on this device: a conversation is kept, a card opens it, an invitation is taken up. */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { CardSecret } from '../../../../sync/card.ts'
import { SyncError } from '../../../../sync/errors.ts'
import { fromLink } from '../../../../sync/joining.ts'
import { newDeviceKeys } from '../../../../sync/keys.ts'
import { current } from '../../document/current.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { type Clock, unixSeconds } from '../clock.ts'
import { Lost } from '../engine/channel.ts'
import { StorageUnready } from '../errors.ts'
import type { Keeper } from '../own.ts'
import type { Keeping, NoticeKind, Unlock } from '../stage.ts'
import { Lifeboat } from '../store/lifeboat.ts'
import type { Change } from '../store/store.ts'
import type { Ring } from '../unlock/vault.ts'
import { CardVisit } from './card-visit.ts'
import { found } from './founding.ts'
import type { OpenPlace } from './open-place.ts'
import { openKept, type Seated, type SeatParts } from './seat.ts'
import type { Unkept } from './unkept.ts'
import { asking } from './waiting.ts'

const HALF_WAY: NoticeKind = 'look who is in'

/** Gives a place up when another tab wants it. */
export type GiveUp = () => Promise<void>

/**
 * Everything said so far goes into the new place in one step, then the place is kept, then the conversation goes on in it.
 * Raises before that moment: then nothing is kept and the conversation is as it was.
 */
export async function keepConversation(
  { unlock, card, tablet }: Keeping,
  unkept: Unkept,
  parts: SeatParts,
  giveUp: GiveUp,
  predecessor?: Bytes,
): Promise<OpenPlace> {
  const { clock } = parts.around
  const listed = tablet === 'shared' ? [0, 1] : [0]
  const isShared = listed.length > 1
  const ring = await parts.places.ringFor(unlock, isShared)
  const changes = unkept.said(listed)
  const change = await found({ listed, card, changes, predecessor }, parts.crypto, clock)
  const seated = await seatNew(change, ring, isShared, parts, giveUp)
  unkept.settle(listed, (pen) => new SharedDocument({ now: () => clock.now(), thisMember: pen }))
  current.value = unkept.document // what is said while the place opens must not be said to the document before
  try {
    return await openKept(seated, parts, unkept, changes.length)
  } catch (error) {
    await removeSeat(seated, parts).catch(() => undefined) // what went wrong first is what is said
    throw error
  }
}

/**
 * Where the last answer is lost the seat is kept, and who enters it finds out whether this device is in. Raises Refused, Lost,
 * Damaged, Suspicious or DeviceError: then nothing is kept here.
 */
export async function openWithCard(
  secret: CardSecret,
  unlock: Unlock,
  parts: SeatParts,
  giveUp: GiveUp,
  as: 'holder' | 'hand over' = 'holder',
): Promise<Seated> {
  const { around, crypto, places } = parts
  const { dial, clock, origin } = around
  const isShared = as === 'hand over'
  const ring = await places.ringFor(unlock, isShared)
  const visit = await CardVisit.begin({ dial, clock, origin, crypto }, secret)
  try {
    const keys = await newDeviceKeys(crypto)
    const before = { ...visit.keptBy(keys), ...(isShared && halfWay(clock, false)) }
    // The keys are on the disk before anybody hears of them: a device that is known is never one that is lost.
    const seated = await seatNew(before, ring, isShared, parts, giveUp)
    try {
      if (isShared) await seated.store.write({ ...(await visit.handOver(keys)), ...halfWay(clock, true) })
      else await seated.store.write(await visit.admit(keys))
      return seated
    } catch (error) {
      // The control chain may hold this device: without these keys it would be one that nobody has.
      if (visit.mayBeIn && (error instanceof Lost || error instanceof SyncError)) return seated
      await removeSeat(seated, parts)
      throw error
    }
  } finally {
    visit.close()
  }
}

/** Of a hand-over: this device may be in, and whoever helped before too, until all of it is known to have happened. */
function halfWay(clock: Clock, isOver: boolean): Pick<Change, 'journal'> {
  return { journal: [{ id: 0, kind: HALF_WAY, at: unixSeconds(clock), member: null, putAway: isOver }] }
}

/** Keeps the request; asking begins when the seat is opened. Raises Damaged LINK_BAD or DeviceError. */
export async function takeUpInvitation(
  link: string,
  name: string,
  unlock: Unlock,
  parts: SeatParts,
  giveUp: GiveUp,
): Promise<Seated> {
  const invited = await fromLink(link, parts.crypto)
  const ring = await parts.places.ringFor(unlock, false)
  return seatNew(await asking(invited, name, parts.crypto, parts.around.clock), ring, false, parts, giveUp)
}

/** Takes a place off this device again. */
export async function removeSeat({ place, store, held }: Seated, { places }: SeatParts): Promise<void> {
  store.close()
  try {
    await places.forget(place)
  } finally {
    held.release()
  }
}

/** Keeps this as a new place, and sits down in it. Raises DeviceError: then nothing is kept. */
export async function seatNew(
  change: Change,
  ring: Ring,
  isShared: boolean,
  { places, tabs, around }: SeatParts,
  giveUp: GiveUp,
  own: Keeper | null = null,
): Promise<Seated> {
  const place = places.newPlace(isShared, own)
  const held = await tabs.hold(place.database, giveUp)
  if (!held) throw new StorageUnready('another tab has a place that was never there')
  try {
    const disk = await places.keep(place, change, ring)
    return { place, held, store: new Lifeboat(disk, around.clock, tabs.signing(place.database, held)) }
  } catch (error) {
    held.release()
    throw error
  }
}
