/**
 * The own place of whoever keeps this device, beside the pair's that is open (P15): its keys have nothing to do with the
 * pair's. It is made when its person first needs it, with no signal too, and closes with the pair's, and when the tablet goes
 * into the other's hands. What opens it again is the lock of this device, not whoever holds it.
 */

import { effect, type Signal } from '@preact/signals-core'
import { toHex } from '../../../../sync/bytes.ts'
import { Damaged, SyncError } from '../../../../sync/errors.ts'
import { fromLink, OWN_MARK } from '../../../../sync/joining.ts'
import { OWNER } from '../../../../sync/rights.ts'
import { OwnDocument } from '../../document/own-document.ts'
import { DeviceError } from '../errors.ts'
import { type Keeper, keeperOf, type OwnStage } from '../own.ts'
import type { InvitationOffer, JoiningState, Proof } from '../stage.ts'
import type { Change } from '../store/store.ts'
import { Turns } from '../turns.ts'
import type { Ring, RingPlace } from '../unlock/vault.ts'
import { removeSeat, seatNew } from './arrivals.ts'
import { foundOwn } from './founding.ts'
import { OpenPlace } from './open-place.ts'
import { whenOver } from './over.ts'
import { OwnRequests, vouching } from './own-requests.ts'
import { openSeat, type Seated, type SeatParts, takeSeat } from './seat.ts'
import { asking, Waiting } from './waiting.ts'

export class OwnSpace {
  readonly #parts: SeatParts
  readonly #stage: Signal<OwnStage>
  /** Opening and closing take turns: nothing is left half open. */
  readonly #turns = new Turns()
  #pair: OpenPlace | null = null
  /** Whether there is one for the keeper of the pair's place: only an open ring can say so. */
  #isHere = false
  /** Whether the lock that opened the pair's place is of somebody who shares another: whose own device this is then not. */
  #isHelpers = false
  /** Which pairs' places went on when the ring was open last. */
  #goingOn: readonly string[] = []
  #open: OpenPlace | null = null
  #requests: OwnRequests | null = null
  #waiting: { readonly waiting: Waiting; readonly seated: Seated } | null = null
  #stops: (() => void)[] = []

  constructor(parts: SeatParts, stage: Signal<OwnStage>) {
    this.#parts = parts
    this.#stage = stage
  }

  get open(): OpenPlace | null {
    return this.#open
  }

  /** A pair's place has been opened, and the ring is open still: on one person's device what is here of their own opens in a moment. */
  beside(pair: OpenPlace): void {
    this.#pair = pair
    const { places } = this.#parts
    if (places.isOpen.peek()) this.#isHelpers = sharesAnother(places.opened, pair)
    const keeper = this.#keeperIn(pair)
    const here = keeper && places.ownOf(keeper)
    if (places.isOpen.peek()) this.#isHere = here !== null
    this.#rest()
    let before = keeper
    this.#stops.push(
      effect(() => {
        const now = mayHave(pair) ? this.#keeperIn(pair) : null
        if (now !== before) queueMicrotask(() => void this.close())
        before = now
      }),
    )
    // Where two sit at one tablet the other would look on: there its keeper opens it when they choose to.
    if (here && pair.space.members.length === 1) {
      const opened = places.opened // the ring is let go of before its turn comes
      const sit = async (): Promise<void> => {
        this.#goingOn = await places.goingOn(opened)
        await this.#sit(here, 'if free')
      }
      void this.#turns.take(sit).catch(staysClosed)
    }
  }

  /**
   * Opens it, from another tab if need be; makes it where there is none. Raises WrongPassphrase and what else the lock does,
   * Damaged NOT_ALLOWED where it may not open, or DeviceError: then all is as it was.
   */
  unlock(proof: Proof): Promise<void> {
    return this.#turns.take(async () => {
      if (this.#open || this.#waiting) return
      const { keeper, ring, here } = await this.#proven(proof)
      this.#goingOn = await this.#parts.places.goingOn(ring.places)
      if (here) return this.#sit(here, 'from another tab')
      const { crypto, around } = this.#parts
      await this.#begin(await foundOwn(crypto, around.clock), keeper, ring)
    })
  }

  /** Asks another device of the same person's. Raises as `unlock`, Damaged LINK_BAD, and NOT_ALLOWED where there is one here. */
  takeUp(link: string, proof: Proof): Promise<void> {
    return this.#turns.take(async () => {
      const { crypto, around } = this.#parts
      const invited = await fromLink(link, crypto, OWN_MARK)
      const { pair, keeper, ring, here } = await this.#proven(proof)
      if (here) throw new Damaged('NOT_ALLOWED')
      await this.#begin(await asking(invited, vouching(pair, invited), crypto, around.clock), keeper, ring)
    })
  }

  /** Gives up asking; nothing happens where nothing waits. */
  stopJoining(): Promise<void> {
    return this.#turns.take(async () => {
      const joining = this.#waiting
      if (!joining) return
      this.#waiting = null
      joining.waiting.stop()
      this.#isHere = false
      await removeSeat(joining.seated, this.#parts)
      this.#rest()
    })
  }

  /** Raises Refused, or Damaged NOT_ALLOWED. */
  async invite(): Promise<InvitationOffer> {
    if (!this.#open) throw new Damaged('NOT_ALLOWED')
    const { admissions, extend } = this.#open.engine
    return admissions.invite(OWNER, this.#parts.around.origin, extend, OWN_MARK)
  }

  /** Raises Refused, or Damaged NOT_ALLOWED for whoever is not of the same person. */
  async answer(request: string, how: 'let in' | 'decline'): Promise<void> {
    if (!this.#open || !this.#requests) throw new Damaged('NOT_ALLOWED')
    if (how === 'let in') await this.#requests.letIn(request)
    else await this.#open.engine.decline(request)
  }

  /** Saves, ends, lets go of its key. */
  close(): Promise<void> {
    return this.#turns.take(() => this.#close())
  }

  /** The pair's place is closed: then so is this. */
  async leave(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop()
    this.#pair = null
    await this.close()
  }

  async #close(): Promise<void> {
    const { open, waiting } = { open: this.#open, waiting: this.#waiting }
    this.#open = null
    this.#waiting = null
    this.#requests?.stop()
    this.#requests = null
    this.#rest()
    waiting?.waiting.stop()
    waiting?.seated.store.close()
    waiting?.seated.held.release()
    await open?.close()
  }

  /** Another tab asked for it, or took it. Words that are only here get across first. */
  readonly #giveUp = async (): Promise<void> => {
    this.#parts.around.settle()
    await this.#open?.engine.flush()
    if (this.#open?.engine.isSafe === false) return this.#open.yields(this.#giveUp)
    await this.close()
  }

  /** Keeps what begins it as the keeper's own place, and sits down in that. */
  async #begin(change: Change, keeper: Keeper, ring: Ring): Promise<void> {
    const seated = await seatNew(change, ring, false, this.#parts, this.#giveUp, keeper)
    this.#parts.places.dropRing()
    this.#isHere = true
    await this.#enter(seated)
  }

  /** The lock that opened the pair's place, and no other: two people may each keep something on one device. */
  async #proven(proof: Proof) {
    const { places, around } = this.#parts
    const ring = await places.proven(this.#keeping().pair.place.id, proof, around.passkeys)
    this.#isHelpers = sharesAnother(ring.places, this.#keeping().pair) // another tab may have shared one since
    const { pair, keeper } = this.#keeping() // the tablet may have been handed over meanwhile
    return { pair, keeper, ring, here: places.ownOf(keeper, ring) }
  }

  async #sit(place: RingPlace, how: 'if free' | 'from another tab'): Promise<void> {
    const seated = await takeSeat(place, this.#parts, how, this.#giveUp)
    if (seated) await this.#enter(seated)
  }

  async #enter(seated: Seated): Promise<void> {
    try {
      const opened = await openSeat(seated, this.#parts)
      if (opened instanceof OpenPlace) await this.#work(opened)
      else if (opened instanceof Waiting) this.#wait(opened, seated)
      else throw new Damaged('NOT_ALLOWED')
    } catch (error) {
      seated.store.close()
      seated.held.release()
      throw error
    }
  }

  async #work(opened: OpenPlace): Promise<void> {
    const keeper = this.#pair && mayHave(this.#pair) ? this.#keeperIn(this.#pair) : null
    const { document, space, place } = opened
    if (this.#pair === null || keeper === null || keeper !== place.own) return opened.close()
    if (!(document instanceof OwnDocument)) throw new Damaged('NOT_ALLOWED')
    const { stored, state } = this.#pair.engine.replica
    const beside = toHex(stored.space)
    const { predecessor } = state.peek()
    const before = predecessor === null ? '' : toHex(predecessor)
    const requests = new OwnRequests(opened, this.#pair)
    this.#open = opened
    this.#requests = requests
    this.#stage.value = {
      name: 'open',
      keeper,
      space,
      document,
      beside,
      before,
      goingOn: this.#goingOn,
      requests: requests.shown,
    }
    this.#stops.push(
      whenOver(opened, () => void this.#turns.take(() => this.#startOver(opened)).catch(staysClosed)),
      effect(() => {
        if (opened.engine.isRemoved.value) queueMicrotask(() => void this.close())
      }),
    )
  }

  #wait(waiting: Waiting, seated: Seated): void {
    const { keeper } = this.#keeping()
    const tell = (state: JoiningState): void => {
      if (this.#waiting?.waiting === waiting) this.#stage.value = { name: 'joining', keeper, state }
    }
    this.#waiting = { waiting, seated }
    tell('asking')
    const then = (isIn: boolean): Promise<void> => this.#turns.take(() => this.#answered(isIn, waiting, seated))
    void waiting.run(tell).then(then).catch(staysClosed)
  }

  async #answered(isIn: boolean, waiting: Waiting, seated: Seated): Promise<void> {
    if (!isIn || this.#waiting?.waiting !== waiting) return
    this.#waiting = null
    await this.#enter(seated)
  }

  async #startOver(opened: OpenPlace): Promise<void> {
    if (this.#open !== opened) return
    await this.#close()
    await this.#sit(opened.place, 'if free')
  }

  /** What shows while it is not open. */
  #rest(): void {
    const keeper = this.#pair && !this.#pair.engine.isRemoved.peek() ? this.#keeperIn(this.#pair) : null
    if (keeper === null) this.#stage.value = { name: 'nowhere' }
    else this.#stage.value = { name: this.#isHere ? 'closed' : 'none', keeper }
  }

  #keeping(): { readonly pair: OpenPlace; readonly keeper: Keeper } {
    const pair = this.#pair
    const keeper = pair && this.#keeperIn(pair)
    if (!pair || !keeper || !mayHave(pair)) throw new Damaged('NOT_ALLOWED')
    return { pair, keeper }
  }

  /** Null also where a card has opened the place of its holder on a device that somebody else keeps (P15). */
  #keeperIn({ space }: OpenPlace): Keeper | null {
    const keeper = keeperOf(space.members)
    return keeper === 'owner' && this.#isHelpers ? null : keeper
  }
}

/** Whoever shares a place with another keeps the device: all that the same lock opens, they can open. */
function sharesAnother(opened: readonly RingPlace[], { place }: OpenPlace): boolean {
  return opened.some(({ id, isShared }) => isShared && id !== place.id)
}

/** Not on a device that was taken off, nor while a shared tablet is in the hands of the one who does not keep it. */
function mayHave({ engine, space, document }: OpenPlace): boolean {
  const pen = document.pen.value
  const isHandedOver = space.members.length > 1 && pen === OWNER
  return !engine.isRemoved.value && !isHandedOver
}

/** What is damaged, or may not open just now, leaves the pair's place as it is: its person asks again, and is told why. */
function staysClosed(error: unknown): void {
  if (!(error instanceof DeviceError || error instanceof SyncError)) throw error
}
