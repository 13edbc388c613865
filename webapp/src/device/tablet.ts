/** The stage machine behind `kith`: which screen is up and what may happen from there. All it needs is in Surroundings. */

import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { CardSecret } from '../../../sync/card.ts'
import type { Crypto } from '../../../sync/crypto.ts'
import { current } from '../document/current.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import { Behind, type Inside } from './behind.ts'
import { Doorkeeper, type Household } from './doorkeeper.ts'
import type { OpenPlace } from './entrance/open-place.ts'
import type { SeatParts } from './entrance/seat.ts'
import { atRest } from './entrance/staying.ts'
import type { Unkept } from './entrance/unkept.ts'
import { PartMissing } from './errors.ts'
import { HeldOpen } from './held-open.ts'
import type { OwnStage } from './own.ts'
import type { Keeping, Opening, Outcome, Stage, Unlock, Unlocked, UnlockNeeded } from './stage.ts'
import type { Surroundings } from './surroundings.ts'
import { Tabs } from './tabs.ts'
import { namedPlaces } from './unlock/named-places.ts'
import { OwnLock } from './unlock/own-lock.ts'
import { generatePassphrase, isTooShort } from './unlock/passphrase.ts'
import { Places } from './unlock/places.ts'
import { STANDARD_SETTINGS } from './unlock/settings.ts'
import type { RingPlace } from './unlock/vault.ts'
import { tried, unlockedBy, unlockedOf, whyOf, whyOfKept } from './why.ts'

/** What belongs to other folders, given by main.tsx. */
export interface Given {
  labelFrom(bytes: Uint8Array): string
  makeDemo(): Promise<SharedDocument>
}

/** What the lock needs. */
interface Begun extends SeatParts {
  readonly given: Given
  readonly ownLock: OwnLock
}

export class Tablet {
  readonly #around: Surroundings
  readonly #stage = signal<Stage>({ name: 'starting' })
  readonly #begun = signal<Begun | null>(null)
  readonly #own = signal<OwnStage>({ name: 'nowhere' })
  readonly door: Doorkeeper
  readonly behind = new Behind((parts) => {
    const show = (stage: Stage, document?: SharedDocument): void => this.#show(stage, document)
    const own = new parts.OwnSpace(this.#ready, this.#own)
    const sitting = new parts.Sitting(this.#ready, own, this.door.autoLock, show, () => this.#rest())
    return { parts, sitting, own, copies: new parts.Copies({ ...this.#ready, sitting }) }
  })

  #unkept: Unkept | null = null
  #isKeeping = false

  readonly unlockNeeded: ReadonlySignal<UnlockNeeded> = computed(
    () => this.#begun.value?.places.unlockNeeded.value ?? 'new',
  )

  readonly hasPasskey: ReadonlySignal<boolean> = computed(() => this.#begun.value?.places.hasPasskey.value ?? false)
  readonly opening: ReadonlySignal<Opening | null> = computed(() => this.#begun.value?.ownLock.opening.value ?? null)

  constructor(around: Surroundings) {
    this.#around = around
    this.door = new Doorkeeper(around, this.#household())
  }

  get stage(): ReadonlySignal<Stage> {
    return this.#stage
  }

  get own(): ReadonlySignal<OwnStage> {
    return this.#own
  }

  /** The place that is open, for the verbs that need one. */
  get open(): OpenPlace | null {
    return this.behind.here?.sitting.open ?? null
  }

  get ownLock(): OwnLock {
    return this.#ready.ownLock
  }

  get crypto(): Crypto {
    return this.#ready.crypto
  }

  /** The lock shows as soon as it can; resolves when what is behind it is there too, or cannot be had just now. */
  async begin(given: Given): Promise<void> {
    const around = this.#around
    const missing = around.missing()
    if (missing.length > 0) return this.#show({ name: 'tooOld', missing })
    try {
      this.#begun.value = await this.#beginning(given)
    } catch (error) {
      whyOf(error) // a fault of ours is reported
      return this.#show({ name: 'stuck' })
    }
    around.watch({
      stirred: () => this.door.autoLock.stay(),
      hidden: () => this.door.putAway(),
      visible: () => this.door.autoLock.visible(),
      back: () => this.behind.here?.sitting.wake(),
    })
    effect(() => this.door.autoLock.locksAfter(this.opening.value?.quiet_minutes ?? STANDARD_SETTINGS.quiet_minutes))
    effect(() => {
      if (this.#ready.places.isOpen.value) this.door.watch()
    })
    this.#rest()
    await this.behind.soon()
  }

  startTogether(): void {
    void this.behind.soon(({ SharedDocument, Unkept }) => {
      const document = new SharedDocument({ now: () => this.#around.clock.now() })
      this.#unkept = new Unkept(document)
      this.#around.holdOpen(true)
      this.#show({ name: 'unkept' }, document)
    })
  }

  async lookAround(): Promise<void> {
    const document = await this.#ready.given.makeDemo()
    void this.behind.soon(({ Unkept }) => new Unkept(document))
    this.#show({ name: 'demo' }, document)
  }

  leaveDemo(): void {
    current.peek()?.close()
    this.#rest()
  }

  discard(): void {
    if (this.#isKeeping) return
    this.#unkept?.close()
    this.#unkept = null
    this.#around.holdOpen(false)
    this.#rest()
  }

  async keep(how: Keeping): Promise<Outcome> {
    const unkept = this.#unkept
    if (!unkept || this.#isKeeping) return { ok: false, why: 'gone' }
    this.#isKeeping = true
    try {
      return await this.#tried(how.unlock, async ({ parts, sitting }, begun) => {
        const open = await parts.keepConversation(how, unkept, begun, sitting.giveUp)
        this.#unkept = null
        await sitting.work(open)
        return DONE
      })
    } finally {
      this.#isKeeping = false
    }
  }

  openWithCard(secret: CardSecret, unlock: Unlock, as: 'holder' | 'hand over' = 'holder'): Promise<Outcome> {
    return this.#tried(unlock, async ({ parts, sitting }, begun) => {
      await sitting.enter(await parts.openWithCard(secret, unlock, begun, sitting.giveUp, as))
      return DONE
    })
  }

  join(link: string, name: string, unlock: Unlock): Promise<Outcome> {
    return this.#tried(unlock, async ({ parts, sitting }, begun) => {
      await sitting.enter(await parts.takeUpInvitation(link, name, unlock, begun, sitting.giveUp))
      return DONE
    })
  }

  async stopJoining(): Promise<void> {
    if (await this.behind.here?.sitting.stopJoining()) this.#rest()
  }

  unlock(place: string | null, passphrase: string): Promise<Unlocked> {
    return this.#unlocked(place, ({ places }) => places.unlock(place, passphrase))
  }

  unlockWithPasskey(): Promise<Unlocked> {
    return this.#unlocked(null, ({ places }) => places.unlockByPasskey(this.#around.passkeys))
  }

  async #unlocked(place: string | null, open: (begun: Begun) => Promise<readonly RingPlace[]>): Promise<Unlocked> {
    try {
      const opened = await open(this.#ready)
      await this.behind.come()
      const chosen = place ?? (opened.length === 1 ? opened[0]?.id : undefined)
      if (chosen === undefined) await this.#choose()
      else return unlockedBy(await this.openPlace(chosen))
      return 'open'
    } catch (error) {
      if (error instanceof PartMissing) this.#ready.places.dropRing()
      return unlockedOf(error)
    }
  }

  openPlace(place: string): Promise<Outcome> {
    const open = async ({ sitting }: Inside, { places }: Begun): Promise<Outcome> => {
      await sitting.sit(places.find(place), 'if free')
      return DONE
    }
    return this.#tried('opened', open, whyOfKept)
  }

  takeOver(): Promise<Outcome> {
    const take = async ({ sitting }: Inside): Promise<Outcome> => {
      await sitting.takeOver()
      return DONE
    }
    return this.#tried('opened', take, whyOfKept)
  }

  lockOthers(): void {
    this.#begun.peek()?.tabs.lockOthers()
  }

  newPassphrase(): Promise<string> {
    return generatePassphrase(this.crypto)
  }

  get #ready(): Begun {
    const begun = this.#begun.peek()
    if (!begun) throw new Error('begin() comes first')
    return begun
  }

  async #beginning(given: Given): Promise<Begun> {
    const around = this.#around
    const crypto = await around.crypto()
    const tabs = new Tabs(around.locks, around.openSpeaker, () => void this.#lockedElsewhere())
    const alone = <Answer>(step: () => Promise<Answer>) => tabs.alone('rings', step)
    const places = await Places.open({ ...around, crypto, alone, labelFrom: given.labelFrom })
    void places.sweep((database) => tabs.isFree(database))
    const heldOpen = new HeldOpen((isHeld) => around.holdOpen(isHeld))
    return { around, crypto, places, tabs, given, heldOpen, ownLock: new OwnLock({ ...around, places, crypto }) }
  }

  #show(stage: Stage, document: SharedDocument | null = null): void {
    batch(() => {
      current.value = document
      this.#stage.value = stage
    })
    this.door.watch()
  }

  /** Nothing is open. */
  #rest(): void {
    const { places } = this.#ready
    if (places.list.length > 0 && places.isOpen.peek()) return void this.#choose()
    this.#show(atRest(places.list, this.#around))
  }

  async #choose(): Promise<void> {
    this.#show({ name: 'choose', places: await namedPlaces(this.#ready.places) })
  }

  /** Runs a step that may be refused. Whatever happens, what is on the screen stays. */
  async #tried(
    unlock: Unlock,
    step: (inside: Inside, begun: Begun) => Promise<Outcome>,
    reason = whyOf,
  ): Promise<Outcome> {
    if (isTooShort(unlock)) return { ok: false, why: 'passphraseTooShort' }
    return tried(async () => step(await this.behind.come(), this.#ready), reason)
  }

  #household(): Household {
    const tablet = this
    return {
      get open() {
        return [tablet.open, tablet.behind.here?.own.open ?? null].filter((place) => place !== null)
      },
      get isUnkept() {
        return tablet.#unkept !== null
      },
      get isUnlocked() {
        const isRingOpen = tablet.#begun.peek()?.places.isOpen.peek() === true
        return isRingOpen || tablet.#unkept !== null || tablet.behind.here?.sitting.hasSomething === true
      },
      dropRing: () => this.#begun.peek()?.places.dropRing(),
      clear: () => this.#show({ name: 'starting' }),
      lockOthers: () => this.lockOthers(),
      close: async () => this.behind.here?.sitting.close(),
      discard: () => {
        this.#unkept?.close()
        this.#unkept = null
      },
    }
  }

  async #lockedElsewhere(): Promise<void> {
    const { name } = this.#stage.peek()
    if (!this.#unkept && name !== 'first' && name !== 'demo') await this.door.lock('this tab')
    else await this.#begun.peek()?.places.startAnew()
  }
}

const DONE: Outcome = { ok: true }
