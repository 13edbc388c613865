/** What this tab has open: a place at work, a place that still waits to be let in, or one that another tab has. */

import { effect } from '@preact/signals-core'
import type { CardSecret } from '../../../../sync/card.ts'
import { Damaged, Refused, SyncError } from '../../../../sync/errors.ts'
import type { SharedDocument } from '../../document/shared-document.ts'
import { unixSeconds } from '../clock.ts'
import { DeviceError, DocumentBroken } from '../errors.ts'
import type { Afresh, JoiningState, Stage } from '../stage.ts'
import type { AutoLock } from '../unlock/lock.ts'
import type { RingPlace } from '../unlock/vault.ts'
import { beginAfresh } from './afresh.ts'
import { removeSeat } from './arrivals.ts'
import { CopyPlace } from './copied.ts'
import { leftBefore } from './left-behind.ts'
import { OpenPlace } from './open-place.ts'
import { whenOver } from './over.ts'
import type { OwnSpace } from './own-space.ts'
import { openSeat, type Seated, type SeatParts, takeSeat } from './seat.ts'
import { askToStay, takeOff } from './staying.ts'
import type { Waiting } from './waiting.ts'

export type Show = (stage: Stage, document?: SharedDocument) => void

export class Sitting {
  readonly #parts: SeatParts
  readonly #autoLock: AutoLock
  readonly #show: Show
  readonly #rest: () => void
  readonly #own: OwnSpace
  #open: OpenPlace | null = null
  #waiting: { readonly waiting: Waiting; readonly seated: Seated } | null = null
  #copy: { readonly copy: CopyPlace; readonly seated: Seated } | null = null
  #elsewhere: RingPlace | null = null
  #stopWatchingOver = (): void => undefined
  #removed: RingPlace | null = null
  #isLeaving = false
  #stopWatching: () => void = () => undefined

  /** `rest` shows what there is when nothing is open. */
  constructor(parts: SeatParts, own: OwnSpace, autoLock: AutoLock, show: Show, rest: () => void) {
    this.#parts = parts
    this.#own = own
    this.#autoLock = autoLock
    this.#show = show
    this.#rest = rest
  }

  get open(): OpenPlace | null {
    return this.#open
  }

  /** Something is open here, or opens at a touch. */
  get hasSomething(): boolean {
    return [this.#open, this.#waiting, this.#copy, this.#elsewhere].some((one) => one !== null)
  }

  /** Another tab asked for the place, or took it. Words that are only on this screen stay on it until they get across. */
  readonly giveUp = async (): Promise<void> => {
    const place = this.#open?.place ?? (this.#waiting ?? this.#copy)?.seated.place ?? null
    this.#parts.around.settle()
    await this.#open?.engine.flush()
    if (this.#open?.engine.isSafe === false) return this.#open.yields(this.giveUp)
    await this.close()
    this.#autoLock.stop() // a meeting was held over what this tab no longer has
    this.#elsewhere = place
    this.#show({ name: 'elsewhere' })
  }

  /** Opens a kept place, or says that another tab has it. Raises DeviceError. */
  async sit(place: RingPlace, how: 'if free' | 'from another tab'): Promise<void> {
    const seated = await this.#orGone(takeSeat(place, this.#parts, how, this.giveUp))
    if (seated) return this.enter(seated)
    this.#elsewhere = place
    this.#show({ name: 'elsewhere' })
  }

  /** Takes the place that another tab has; nothing happens where there is none. */
  async takeOver(): Promise<void> {
    if (this.#elsewhere) await this.sit(this.#elsewhere, 'from another tab')
  }

  /** Raises DeviceError: then the place is free for another tab. */
  async enter(seated: Seated): Promise<void> {
    try {
      const opened = await this.#orGone(openSeat(seated, this.#parts))
      if (opened instanceof OpenPlace) return await this.work(opened)
      if (opened instanceof CopyPlace) return this.#read(opened, seated)
      this.#waiting = { waiting: opened, seated }
      void this.#wait(opened, seated)
    } catch (error) {
      seated.store.close()
      seated.held.release()
      throw error
    }
  }

  async work(open: OpenPlace): Promise<void> {
    this.#open = open
    this.#elsewhere = null
    this.#removed = null
    this.#parts.around.holdOpen(false)
    await this.#tellShared(open)
    if (open.engine.isRemoved.peek()) return this.#lockOut(open)
    void leftBefore(open, this.#parts).then((things) => open.offer(things)) // it looks while the ring is open
    this.#own.beside(open) // so does this
    this.#parts.places.dropRing()
    this.#show({ name: 'open', space: open.space }, open.document)
    this.#stopWatching = effect(() => {
      if (open.engine.isRemoved.value && !this.#isLeaving) queueMicrotask(() => void this.#lockOut(open))
    })
    askToStay(this.#parts.around)
    this.#stopWatchingOver = whenOver(open, () => void this.#startOver(open))
  }

  /** This device leaves the open place, and forgets it. Raises Refused, Damaged or DeviceError: then it stays. */
  async leave(): Promise<void> {
    const open = this.#here
    this.#parts.around.settle()
    this.#isLeaving = true
    try {
      await open.engine.removals.leave(() => open.engine.flush())
    } finally {
      this.#isLeaving = false
    }
    await this.#forget(open)
  }

  /** What comes along goes into a new place; the old one is ended for ever, and gone from here. Raises as beginAfresh does. */
  async beginAfresh(how: Afresh): Promise<void> {
    const open = this.#here
    const fresh = await beginAfresh(open, how, this.#parts, this.giveUp)
    await this.close()
    await this.#parts.places.forget(open.place)
    await this.work(fresh)
  }

  /** What has been ended goes from this device. Raises Damaged NOT_ALLOWED where it has not, and DeviceError. */
  async forgetEnded(): Promise<void> {
    if (this.#here.engine.ending.peek() === 'open') throw new Damaged('NOT_ALLOWED')
    this.#parts.around.settle()
    await this.#forget(this.#here)
  }

  /** Puts the explanation away; what is kept stays until its time is over. */
  async putAway(): Promise<void> {
    this.#removed = null
    if (this.#open) await this.close()
    this.#rest()
  }

  /** What was kept after this device was removed goes now. Raises DeviceError. */
  async forgetRemoved(): Promise<void> {
    const gone = this.#removed
    await this.close()
    if (gone) await takeOff(gone, this.#parts)
    await this.putAway()
  }

  /** The card lets this device in where so far it read a copy. False for a card of something else; raises as a card's visit does. */
  async writeAgain(secret: CardSecret): Promise<boolean> {
    const reading = this.#copy
    if (!reading) throw new Refused('GONE')
    const { dial, clock, origin } = this.#parts.around
    const { crypto } = this.#parts
    if (!(await reading.copy.letIn(secret, { dial, clock, origin, crypto }))) return false
    this.#copy = null
    await this.enter(reading.seated)
    reading.copy.close()
    return true
  }

  /** The copy that is read here goes from this tablet. Raises DeviceError. */
  async forgetCopy(): Promise<void> {
    const reading = this.#copy
    if (!reading) throw new Refused('GONE')
    this.#copy = null
    reading.copy.close()
    await removeSeat(reading.seated, this.#parts)
    this.#rest()
  }

  /** Gives up waiting; false where nothing waits. */
  async stopJoining(): Promise<boolean> {
    const joining = this.#waiting
    if (!joining) return false
    this.#waiting = null
    joining.waiting.stop()
    await removeSeat(joining.seated, this.#parts)
    return true
  }

  /** Saves, ends, lets go of every key. */
  async close(): Promise<void> {
    const { open, waiting, copy } = { open: this.#open, waiting: this.#waiting, copy: this.#copy }
    this.#stopWatching()
    this.#open = null
    this.#waiting = null
    this.#copy = null
    this.#elsewhere = null
    this.#stopWatchingOver()
    this.#parts.places.dropRing()
    copy?.copy.close()
    waiting?.waiting.stop()
    for (const seated of [copy?.seated, waiting?.seated]) {
      seated?.store.close()
      seated?.held.release()
    }
    await Promise.all([this.#own.leave(), open?.close()])
  }

  async #tellShared({ place, space }: OpenPlace): Promise<void> {
    await this.#parts.places.tellShared(place, space.members.length > 1).catch(ofTheDevice)
  }

  wake(): void {
    this.#open?.engine.wake()
    this.#own.open?.engine.wake()
    this.#waiting?.waiting.wake()
  }

  /** The screen shows what the log does not make: all is opened anew from the store. */
  async #startOver(open: OpenPlace): Promise<void> {
    if (this.#open !== open) return
    this.#parts.around.settle()
    await open.engine.flush()
    if (this.#open !== open || !open.engine.isSafe) return
    this.#show({ name: 'starting' })
    try {
      await this.close()
      await this.sit(open.place, 'if free')
    } catch (error) {
      if (!(error instanceof DeviceError || error instanceof SyncError)) throw error
      // its words stay where they are, and the page can be begun anew
      this.#show(error instanceof DocumentBroken ? { name: 'stuck', why: 'cannotJoin' } : { name: 'storageGone' })
    }
  }

  /** Somebody who may has removed this device: nothing of the place is shown any more, and what was not sent stays sealed. */
  async #lockOut(open: OpenPlace): Promise<void> {
    if (this.#open !== open) return
    const { around, places } = this.#parts
    around.settle()
    const { removal, until, isOver } = places.remainingOf(open.place, unixSeconds(around.clock))
    this.#removed = open.place
    if (isOver) return this.forgetRemoved()
    const { unsent } = open.engine.removals
    this.#show({ name: 'removed', label: open.space.label, unsent, until })
    // What was not sent can be taken along as a copy: until that screen goes, or the lock closes, it stays open behind it.
    await open.engine.flush()
    await places.keepRemoval(open.place, removal).catch(ofTheDevice)
    if (unsent > 0 || this.#open !== open) return
    await this.close()
    this.#autoLock.stop()
  }

  get #here(): OpenPlace {
    if (!this.#open) throw new Refused('GONE')
    return this.#open
  }

  async #forget(open: OpenPlace): Promise<void> {
    await this.close()
    await takeOff(open.place, this.#parts)
    this.#rest()
  }

  #read(copy: CopyPlace, seated: Seated): void {
    this.#copy = { copy, seated }
    this.#elsewhere = null
    const { places } = this.#parts
    places.dropRing()
    this.#show({ name: 'copy', label: places.labelOf(seated.place), document: copy.document })
  }

  async #wait(waiting: Waiting, seated: Seated): Promise<void> {
    const tell = (state: JoiningState): void => this.#show({ name: 'joining', words: waiting.words, state })
    tell('asking')
    if (await this.#orGone(waiting.run(tell))) {
      this.#waiting = null
      return this.enter(seated)
    }
    // A card's visit that ended before it let this device in left nothing to open, and nothing to lose.
    if (waiting.isByCard && this.#waiting?.waiting === waiting && (await this.stopJoining())) this.#rest()
  }

  async #orGone<Answer>(step: Promise<Answer>): Promise<Answer> {
    try {
      return await step
    } catch (error) {
      if (error instanceof DeviceError) this.#show({ name: 'storageGone' })
      throw error
    }
  }
}

/** A disk that is full misses little: it is told again at the next opening. */
function ofTheDevice(error: unknown): void {
  if (!(error instanceof DeviceError)) throw error
}
