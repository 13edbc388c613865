/**
 * The own place of whoever keeps this device, beside the pair's that is open (P15): its keys have nothing to do with the
 * pair's. It is made when its person first needs it, with no signal too, and closes with the pair's, and when the tablet goes
 * into the other's hands. What opens it again is the lock of this device, not whoever holds it.
 */

import { effect, type Signal } from '@preact/signals-core'
import { toHex } from '../../../../sync/bytes.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { OWNER } from '../../../../sync/rights.ts'
import { OwnDocument } from '../../document/own-document.ts'
import { DeviceError } from '../errors.ts'
import { type Keeper, keeperOf, type OwnStage } from '../own.ts'
import type { Proof } from '../stage.ts'
import { Turns } from '../turns.ts'
import type { Ring, RingPlace } from '../unlock/vault.ts'
import { seatNew } from './arrivals.ts'
import { foundOwn } from './founding.ts'
import { OpenPlace } from './open-place.ts'
import { whenOver } from './over.ts'
import { openSeat, type Seated, type SeatParts, takeSeat } from './seat.ts'

export class OwnSpace {
  readonly #parts: SeatParts
  readonly #stage: Signal<OwnStage>
  /** Opening and closing take turns: nothing is left half open. */
  readonly #turns = new Turns()
  #pair: OpenPlace | null = null
  /** Whether there is one for the keeper of the pair's place: only an open ring can say so. */
  #isHere = false
  #open: OpenPlace | null = null
  #stops: (() => void)[] = []

  constructor(parts: SeatParts, stage: Signal<OwnStage>) {
    this.#parts = parts
    this.#stage = stage
  }

  get open(): OpenPlace | null {
    return this.#open
  }

  /** A pair's place has been opened, and the ring is open still: what is here of its keeper's own opens in a moment. */
  beside(pair: OpenPlace): void {
    this.#pair = pair
    const keeper = keeperOf(pair.space.members)
    const { places } = this.#parts
    const here = places.opened.find(({ own }) => own !== null && own === keeper)
    if (places.isOpen.peek()) this.#isHere = here !== undefined
    this.#rest()
    let before = keeper
    this.#stops.push(
      effect(() => {
        const now = mayHave(pair) ? keeperOf(pair.space.members) : null
        if (now !== before) queueMicrotask(() => void this.close())
        before = now
      }),
    )
    if (here) void this.#turns.take(() => this.#sit(here, 'if free')).catch(staysClosed)
  }

  /**
   * Opens it, from another tab if need be; makes it where there is none. Raises WrongPassphrase and what else the lock does,
   * Damaged NOT_ALLOWED where it may not open, or DeviceError: then all is as it was.
   */
  unlock(proof: Proof): Promise<void> {
    return this.#turns.take(async () => {
      if (this.#open) return
      const { pair } = this.#keeping()
      const { places, around } = this.#parts
      // The lock that opened the pair's place, and no other: two people may each keep something on one device.
      const ring = await places.proven(pair.place.id, proof, around.passkeys)
      const { keeper } = this.#keeping() // the tablet may have been handed over meanwhile
      const here = ring.places.find(({ own }) => own === keeper)
      if (here) await this.#sit(here, 'from another tab')
      else await this.#make(keeper, ring)
    })
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
    const open = this.#open
    this.#open = null
    this.#rest()
    await open?.close()
  }

  /** Another tab asked for it, or took it. Words that are only here get across first. */
  readonly #giveUp = async (): Promise<void> => {
    this.#parts.around.settle()
    await this.#open?.engine.flush()
    if (this.#open?.engine.isSafe === false) return this.#open.yields(this.#giveUp)
    await this.close()
  }

  async #make(keeper: Keeper, ring: Ring): Promise<void> {
    const { crypto, around, places } = this.#parts
    const begun = await foundOwn(crypto, around.clock)
    const seated = await seatNew(begun, ring, false, this.#parts, this.#giveUp, keeper)
    places.dropRing()
    this.#isHere = true
    await this.#enter(seated)
  }

  async #sit(place: RingPlace, how: 'if free' | 'from another tab'): Promise<void> {
    const seated = await takeSeat(place, this.#parts, how, this.#giveUp)
    if (seated) await this.#enter(seated)
  }

  async #enter(seated: Seated): Promise<void> {
    try {
      const opened = await openSeat(seated, this.#parts)
      if (!(opened instanceof OpenPlace)) throw new Damaged('NOT_ALLOWED')
      await this.#work(opened)
    } catch (error) {
      seated.store.close()
      seated.held.release()
      throw error
    }
  }

  async #work(opened: OpenPlace): Promise<void> {
    const keeper = this.#pair && mayHave(this.#pair) ? keeperOf(this.#pair.space.members) : null
    const { document, space, place } = opened
    if (this.#pair === null || keeper === null || keeper !== place.own) return opened.close()
    if (!(document instanceof OwnDocument)) throw new Damaged('NOT_ALLOWED')
    const beside = toHex(this.#pair.engine.replica.stored.space)
    this.#open = opened
    this.#stage.value = { name: 'open', keeper, space, document, beside }
    this.#stops.push(
      whenOver(opened, () => void this.#turns.take(() => this.#startOver(opened)).catch(staysClosed)),
      effect(() => {
        if (opened.engine.isRemoved.value) queueMicrotask(() => void this.close())
      }),
    )
  }

  async #startOver(opened: OpenPlace): Promise<void> {
    if (this.#open !== opened) return
    await this.#close()
    await this.#sit(opened.place, 'if free')
  }

  /** What shows while it is not open. */
  #rest(): void {
    const keeper = this.#pair && !this.#pair.engine.isRemoved.peek() ? keeperOf(this.#pair.space.members) : null
    if (keeper === null) this.#stage.value = { name: 'nowhere' }
    else this.#stage.value = { name: this.#isHere ? 'closed' : 'none', keeper }
  }

  #keeping(): { readonly pair: OpenPlace; readonly keeper: Keeper } {
    const pair = this.#pair
    const keeper = pair && keeperOf(pair.space.members)
    if (!pair || !keeper || !mayHave(pair)) throw new Damaged('NOT_ALLOWED')
    return { pair, keeper }
  }
}

/** Not on a device that was taken off, nor while a shared tablet is in the hands of the one who does not keep it. */
function mayHave({ engine, space, document }: OpenPlace): boolean {
  const pen = document.pen.value
  const isHandedOver = space.members.length > 1 && pen === OWNER
  return !engine.isRemoved.value && !isHandedOver
}

/** It is asked for again by its person, and then says why. */
function staysClosed(error: unknown): void {
  if (!(error instanceof DeviceError)) throw error
}
