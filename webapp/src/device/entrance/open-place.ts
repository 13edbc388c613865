/** A place that is open in this tab: its engine, its document, its lock, and what the screens are given of it. */

import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { Damaged } from '../../../../sync/errors.ts'
import type { Membership } from '../../../../sync/membership.ts'
import { actsForOwner, isActive, isOwnersCard, mayAddCard } from '../../../../sync/rights.ts'
import { keep, type LeftBehind } from '../../document/left-behind.ts'
import { isRefused } from '../../document/outcomes.ts'
import type { SharedDocument } from '../../document/shared-document.ts'
import { asideLines } from '../engine/aside-lines.ts'
import { Engine, type EngineParts } from '../engine/engine.ts'
import { readLog } from '../engine/log.ts'
import { photographIn } from '../engine/pieces.ts'
import { DeviceError } from '../errors.ts'
import type { HalfTypedKeeper } from '../half-typed.ts'
import type { Member, OpenSpace, Permission, Why } from '../stage.ts'
import type { SpaceStore } from '../store/store.ts'
import type { Held } from '../tabs.ts'
import type { RingPlace } from '../unlock/vault.ts'
import { apartIn, leftIn, questionOf } from './left-behind.ts'

export interface OpenPlaceParts {
  readonly engine: EngineParts
  /** The document that the screens show; the engine has it, too. */
  readonly shared: SharedDocument
}

interface Watched {
  rename(names: readonly string[]): void
  holdOpen(isHeld: boolean): void
  tellEnded(isEnded: boolean): void
  /** As it was last told. */
  readonly wasEnded: boolean
  readonly halfTyped: HalfTypedKeeper
}

export class OpenPlace {
  readonly place: RingPlace
  readonly engine: Engine
  readonly document: SharedDocument
  readonly space: OpenSpace
  readonly #leftBehind = signal<readonly LeftBehind[]>([])
  readonly #apart = signal<readonly LeftBehind[]>([])
  readonly #held: Held
  readonly #store: SpaceStore
  readonly #stops: (() => void)[]
  readonly #stopWatching: () => void

  private constructor(
    place: RingPlace,
    label: string,
    parts: OpenPlaceParts,
    engine: Engine,
    held: Held,
    watched: Watched,
  ) {
    this.place = place
    this.engine = engine
    this.document = parts.shared
    this.document.photographs = (sealing) => photographIn(engine.replica, sealing)
    this.#held = held
    this.#store = parts.engine.store
    const { rename, holdOpen } = watched
    let { wasEnded } = watched
    this.space = spaceOf(place.id, label, parts, engine, { behind: this.#leftBehind, apart: this.#apart }, watched)
    const server = computed(() => engine.state.value.server)
    this.#stops = [
      effect(() => {
        if (engine.ended.value?.isFollowed) void this.#lookBehind()
      }),
      // Whoever said it may have said it again: once more whenever all has come.
      effect(() => {
        if (engine.ending.value === 'open' && server.value) void this.#lookAside()
      }),
      // A device that was turned is from then on in that person's hand.
      effect(() => {
        const [only, ...more] = engine.replica.self?.members ?? []
        if (only !== undefined && more.length === 0) parts.shared.pen.value = only
      }),
      effect(() => {
        const { names } = parts.shared.snapshot.value
        if (names.some((name) => name !== '')) rename(names)
      }),
      effect(() => {
        const isEnded = engine.ending.value !== 'open'
        if (isEnded !== wasEnded) watched.tellEnded(isEnded)
        wasEnded = isEnded
      }),
      // Words that the disk does not take: the browser asks before this page closes.
      effect(() => holdOpen(['full', 'gone'].includes(engine.state.value.here) && !engine.isSafe)),
    ]
    this.#stopWatching = () => {
      for (const stop of this.#stops) stop()
      holdOpen(false)
    }
  }

  /** Opens what is kept and starts to dial. Raises DeviceError. */
  static async open(
    place: RingPlace,
    label: string,
    parts: OpenPlaceParts,
    held: Held,
    watched: Watched,
  ): Promise<OpenPlace> {
    const engine = await Engine.open(parts.engine)
    engine.connect()
    return new OpenPlace(place, label, parts, engine, held, watched)
  }

  /** The place before this one had these: what has been answered is not asked again. */
  offer(things: readonly LeftBehind[]): void {
    this.#leftBehind.value = things.filter(({ key }) => !this.engine.journal.isAnswered(key))
  }

  /** Another tab has it: what is only here stays on the screen, and as words, nothing else, gets to the disk. `then` once it has. */
  yields(then: () => Promise<void>): void {
    this.#store.yields?.()
    let isSafe = false
    const stop = effect(() => {
      const { here } = this.engine.state.value
      if (isSafe || here === 'saving' || !this.engine.isSafe) return
      isSafe = true
      queueMicrotask(() => void then())
    })
    this.#stops.push(stop)
  }

  /** Saves, ends, and lets another tab have it. */
  async close(): Promise<void> {
    this.#stopWatching()
    try {
      await this.engine.close()
    } finally {
      this.#held.release()
    }
  }

  /** What stands apart, and nobody has answered. A disk that does not answer shows it another time. */
  async #lookAside(): Promise<void> {
    try {
      const things = await apartIn(this.engine.replica)
      this.#apart.value = things.filter((thing) => !this.engine.journal.isAnswered(questionOf(thing)))
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
    }
  }

  /** This place goes on elsewhere: what did not come along is shown. A disk that does not answer shows it another time. */
  async #lookBehind(): Promise<void> {
    try {
      this.#leftBehind.value = await leftIn(this.engine.replica, this.document)
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error
    }
  }
}

interface Offered {
  readonly behind: Signal<readonly LeftBehind[]>
  readonly apart: Signal<readonly LeftBehind[]>
}

function spaceOf(
  id: string,
  label: string,
  parts: OpenPlaceParts,
  engine: Engine,
  { behind, apart }: Offered,
  { halfTyped }: Watched,
): OpenSpace {
  const document = parts.shared
  return {
    id,
    label,
    document,
    get members() {
      return engine.replica.self?.members ?? []
    },
    hasWritten: (client) => {
      const { known, self } = engine.replica
      return client === document.clientId || (self !== null && known.clients.get(client) === self.ix)
    },
    devices: engine.devices,
    state: engine.state,
    presence: engine.presence,
    notices: engine.journal.notices,
    aside: computed(() => asideLines(engine.replica)),
    requests: engine.admissions.requests,
    invitations: engine.invitations,
    ending: engine.ending,
    ended: engine.ended,
    mayEnd: computed(() => mayEnd(engine)),
    mayAddCard: computed(() => mayAddACard(engine)),
    compare: () => engine.admissions.compare(),
    people: computed(() => peopleOf(engine.replica.state.value)),
    cannotInvite: reasonNotToInvite(parts.engine.origin, engine),
    showHands: (hands) => engine.showHands(hands, document.pen.peek()),
    showTyping: (typing) => engine.showTyping(typing, document.pen.peek()),
    putAway: (notice) => engine.journal.putAway(notice),
    noteManyPutAway: (by, at) => engine.journal.add('many put away', by === 'both' ? null : by, at),
    leftBehind: behind,
    apart,
    halfTyped,
    answer: (thing, how) => {
      const outcome = how === 'keep' ? keep(document, thing) : 'done'
      if (isRefused(outcome)) return outcome
      const isApart = apart.peek().includes(thing)
      engine.journal.answer(isApart ? questionOf(thing) : thing.key)
      for (const list of [behind, apart]) list.value = list.peek().filter((one) => one !== thing)
      return outcome
    },
    readLog: () => readLog(engine.replica).catch(noLog),
  }
}

function noLog(error: unknown): null {
  if (error instanceof DeviceError) return null
  throw error
}

/** The owner's own device, or the owner's card shown to this one (P9). */
function mayEnd(engine: Engine): Permission {
  const { self, state } = engine.replica
  if (self !== null && isActive(self) && actsForOwner(self)) return 'here'
  return state.value.devices.some((known) => isActive(known) && isOwnersCard(known)) ? 'with the card' : 'no'
}

/** A card for whoever this device's cards are for; or one of theirs brings the next (P9). */
function mayAddACard({ replica: { self, state } }: Engine): Permission {
  const { devices } = state.value
  if (self === null || !isActive(self)) return 'no'
  const holder = cardHolder(self.members)
  if (mayAddCard(self, holder, devices)) return 'here'
  return devices.some((known) => isActive(known) && known.holder === holder) ? 'with the card' : 'no'
}

function peopleOf({ members, removedMembers }: Membership): readonly Member[] {
  return [...Array(members).keys()].filter((member) => !removedMembers.includes(member))
}

/** P5: the server must know the space; P8: the address must be one that a phone can reach. */
function reasonNotToInvite(origin: string, engine: Engine): ReadonlySignal<Why | null> {
  return computed(() => {
    const { sent, server } = engine.state.value
    if (isLoopback(origin)) return 'onlyThisTablet'
    if (sent === 'never met') return 'neverMet'
    if (engine.ending.value !== 'open') return 'closed'
    if (server === 'lies') return 'serverLies'
    return server === 'connected' ? null : 'unreachable'
  })
}

/** A name under .localhost is given on purpose: then somebody means it to be followed. */
function isLoopback(origin: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)
}

/** Whose first or further card this device may add: the owner's, or on a person's own device their own (P9). */
export function cardHolder(members: readonly Member[]): Member {
  const [first] = members
  if (first === undefined) throw new Damaged('NOT_ALLOWED')
  return members.length === 1 ? first : 0
}
