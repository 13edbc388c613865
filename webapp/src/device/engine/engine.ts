/**
 * One open space on this device, at work: its replica, its connection, who else is here, who may come in, and what the
 * screens are told of it. Everything it needs is an argument, so that it runs in Node as it does in a browser.
 */

import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Bytes } from '../../../../sync/bytes.ts'
import { Refused } from '../../../../sync/errors.ts'
import type { Ctl } from '../../../../sync/messages.ts'
import { isActive } from '../../../../sync/rights.ts'
import { unixSeconds } from '../clock.ts'
import { DeviceError } from '../errors.ts'
import type { By, Hand, OthersPresence, SyncState, Typing } from '../stage.ts'
import { Journal } from '../store/journal.ts'
import type { Lifeboat } from '../store/lifeboat.ts'
import { StateCacheKeeper } from '../store/state-cache.ts'
import type { SpaceStore } from '../store/store.ts'
import type { Ended, Ending, KnownDevice, OpenInvitation } from '../who.ts'
import { Admissions } from './admissions.ts'
import { askAgain } from './asking-again.ts'
import type { Dial } from './channel.ts'
import { Connection } from './connection.ts'
import { Conversation } from './conversation.ts'
import type { Hearers } from './hearers.ts'
import { closingOf, endingOf, entryTimes, knownDevices, openInvitations } from './known-devices.ts'
import { noticesOf, STALE, staleIntroducer } from './notices.ts'
import { Noticing } from './noticing.ts'
import { PresenceSession } from './presence-session.ts'
import { Removals } from './removals.ts'
import { Replica } from './replica.ts'
import type { ReplicaParts } from './replica-parts.ts'
import { sealHeads } from './sealing.ts'
import { Snapshots } from './snapshots.ts'
import { tell } from './telling.ts'

export interface EngineParts extends ReplicaParts {
  readonly store: SpaceStore & Partial<Pick<Lifeboat, 'trouble' | 'goAshore'>>
  readonly dial: Dial
  /** The address that AUTH signs: the page's own. */
  readonly origin: string
}

const FLUSH_LIMIT_MS = 3000
/** More than a wrong time zone: days that people write down would be wrong. */
const CLOCK_APART_S = 26 * 60 * 60

/** Opens what a store keeps, with everything it needs given: for a browser, and for tests in Node. Raises DeviceError. */
export const openEngine = (parts: EngineParts): Promise<Engine> => Engine.open(parts)

export class Engine {
  readonly replica: Replica
  readonly admissions: Admissions
  readonly removals: Removals
  readonly journal: Journal
  readonly state: ReadonlySignal<SyncState>
  readonly devices: ReadonlySignal<readonly KnownDevice[]>
  readonly presence: ReadonlySignal<OthersPresence>
  readonly refusal: ReadonlySignal<string | null>
  readonly invitations: ReadonlySignal<readonly OpenInvitation[]>
  readonly ending: ReadonlySignal<Ending>
  readonly ended = signal<Ended | null>(null)
  /** This device no longer belongs: the control chain says so. */
  readonly isRemoved: ReadonlySignal<boolean>
  readonly #parts: EngineParts
  readonly #connection: Connection
  readonly #session = signal<PresenceSession | null>(null)
  readonly #conversation = signal<Conversation | null>(null)
  readonly #since = signal<ReadonlyMap<number, number>>(new Map())
  readonly #cache: StateCacheKeeper
  readonly snapshots: Snapshots
  readonly #noticing: Noticing
  readonly #stopWatching: () => void

  private constructor(parts: EngineParts, replica: Replica, journal: Journal) {
    this.#parts = parts
    this.replica = replica
    this.journal = journal
    this.admissions = new Admissions(replica)
    this.removals = new Removals(replica, (build) => this.extend(build))
    this.#cache = new StateCacheKeeper(replica)
    this.snapshots = new Snapshots({
      replica,
      mayAttest: () => this.state.peek().server === 'connected' && this.state.peek().sent === 'sent',
      mayMake: () => this.#isFirst(),
      sealed: () => void this.#conversation.peek()?.flush(),
      wrong: () => journal.add('copies differ'),
    })
    const flush = async (): Promise<void> => this.#conversation.peek()?.flush()
    this.#noticing = new Noticing(replica, () => this.devices.peek(), flush)
    this.#connection = new Connection({
      ...parts,
      greeter: () => this.#greeter(),
      converse: (channel, greeted, synced) => {
        const conversation = new Conversation(replica, channel, this.#hearers())
        return this.#converse(conversation, greeted, synced)
      },
    })
    this.presence = computed(() => this.#session.value?.others.value ?? [])
    this.devices = computed(() => knownDevices(replica, this.#since.value, this.presence.value))
    this.refusal = this.#connection.refusal
    this.invitations = computed(() => openInvitations(replica))
    this.ending = computed(() => endingOf(replica.state.value))
    this.isRemoved = computed(() => replica.self !== null && !isActive(replica.self))
    this.state = computed(() => this.#syncState())
    const stopLooking = effect(() => {
      if (this.state.value.sent === 'sent') this.snapshots.soon()
    })
    const stopTelling = tell(replica, journal, this.refusal, this.#connection.server)
    this.#stopWatching = () => {
      stopLooking()
      stopTelling()
    }
  }

  /** Nothing is on the screen that is neither on the disk nor with the server. */
  get isSafe(): boolean {
    const { here, sent } = this.state.peek()
    return here === 'saved' || (this.replica.outbox.size.peek() === 0 && sent === 'sent')
  }

  /** Opens what the store keeps into the document; nothing is dialled yet. Raises DeviceError. */
  static async open(parts: EngineParts): Promise<Engine> {
    const replica = await Replica.open(parts)
    const { journal } = await parts.store.read()
    const engine = new Engine(parts, replica, new Journal(parts.store, journal, parts.clock))
    await engine.#learnTimes()
    const stale = staleIntroducer(replica)
    if (stale !== null && !journal.some(({ kind }) => kind === STALE)) engine.journal.add(STALE, stale.holder)
    return engine
  }

  /** Starts to dial, and goes on until `close`. */
  connect(): void {
    this.#connection.start()
  }

  wake(): void {
    this.#connection.wake()
    void this.#save()
    void this.#takeAppended()
  }

  /** Resolves when everything so far is on the disk, or could not be: `state.here` says which. */
  async flush(): Promise<void> {
    await this.#save()
    await this.#conversation.peek()?.flush()
  }

  /** Saves, says goodbye, lets go. Nothing is lost when it is not called. */
  async close(): Promise<void> {
    const late = new Promise<void>((resolve) => this.#parts.clock.after(FLUSH_LIMIT_MS, resolve))
    await Promise.race([this.#sayLast(), late])
    await this.#connection.stop()
    this.#cache.stop()
    this.#noticing.stop()
    this.snapshots.stop()
    this.#stopWatching()
    this.replica.close()
  }

  showHands(hands: readonly Hand[], by: By): void {
    this.#session.peek()?.showHands(hands, by)
  }

  showTyping(typing: Typing | null, by: By): void {
    this.#session.peek()?.showTyping(typing, by)
  }

  /** Adds an entry to the control chain. Raises Refused, GONE without a connection. */
  extend = async (build: Parameters<Conversation['extend']>[0]): Promise<void> => {
    const conversation = this.#conversation.peek()
    if (!conversation) throw new Refused('GONE')
    await conversation.extend(build)
  }

  decline = async (request: string): Promise<void> => {
    const requestHash = await this.admissions.decline(request)
    this.#conversation.peek()?.send({ type: 'decline', requestHash })
  }

  /** Looked for whenever somebody comes back to this tab: they may have been at another meanwhile. */
  async #takeAppended(): Promise<void> {
    try {
      await this.replica.takeAppended()
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error // they are on the disk, and there at the next look
    }
  }

  async #save(): Promise<void> {
    await this.replica.outbox.save()
    await this.#parts.store.goAshore?.()
  }

  async #told(fromN: number, entries: readonly Bytes[]): Promise<void> {
    if (fromN <= this.replica.state.peek().n + 1) await this.#grown(await this.replica.extendControl(fromN, entries))
  }

  async #sayLast(): Promise<void> {
    await this.flush()
    try {
      if (this.#conversation.peek() && (await sealHeads(this.replica))) await this.#conversation.peek()?.flush()
      await this.#cache.write()
    } catch (error) {
      // Only what makes the next start faster, or tells others sooner, is not written.
      if (!(error instanceof DeviceError)) throw error
    }
    await this.#session.peek()?.end()
  }

  #greeter() {
    const { chain, keys, ledger, stored } = this.replica
    // A server that has lost the space is given it again, by whoever comes first.
    const isThere = ledger.value.created && this.#connection.refusal.peek() !== 'SPACE_UNKNOWN'
    const genesis = isThere ? null : (chain[0] ?? null)
    const told = ({ fromN, entries }: Ctl): Promise<void> => this.#told(fromN, entries)
    return { origin: this.#parts.origin, space: stored.space, keys, genesis, told }
  }

  async #converse(conversation: Conversation, ...[greeted, synced]: Parameters<Conversation['run']>): Promise<never> {
    const isNow = () => {
      const ahead_s = greeted.serverTime - unixSeconds(this.#parts.clock)
      this.admissions.serverAhead_s = ahead_s
      if (Math.abs(ahead_s) > CLOCK_APART_S) this.journal.add('wrong clock')
      batch(() => {
        synced()
        this.#conversation.value = conversation
        this.#session.value = new PresenceSession(this.replica, (frame) => conversation.send(frame))
      })
      void this.removals.rotateIfDue().then(() => askAgain(this))
    }
    try {
      return await conversation.run(greeted, isNow)
    } finally {
      const session = this.#session.peek()
      batch(() => {
        this.#conversation.value = null
        this.#session.value = null
      })
      await session?.end()
    }
  }

  #hearers(): Hearers {
    return {
      presence: (frame) => this.#session.peek()?.hear(frame),
      request: (raw) => void this.admissions.heard(raw),
      grown: (entries) => void this.#grown(entries),
      troubled: (by) => {
        const { ledger, state } = this.replica
        if (by === 'held back') this.journal.addOnce('something held back', ledger.value.missing(state.value))
        else if (by === 'lost by the server') this.journal.add('server lost something')
        else this.journal.add(by === 'forked' ? 'copied storage' : 'set aside')
      },
      applied: () => {
        this.#session.peek()?.applied()
        this.#cache.soon()
        this.snapshots.soon()
        this.#noticing.soon()
      },
    }
  }

  /** Of all who are here now the one that joined first makes the snapshots. */
  #isFirst(): boolean {
    const here = this.devices.peek().filter((known) => known.here && !known.paper)
    return here.every(({ ix }) => ix >= (this.replica.self?.ix ?? -1))
  }

  async #grown(entries: readonly Bytes[]): Promise<void> {
    await this.admissions.prune()
    for (const { kind, member } of await noticesOf(entries, this.replica)) this.journal.add(kind, member)
    await this.#learnTimes()
    await this.removals.rotateIfDue()
  }

  async #learnTimes(): Promise<void> {
    this.#since.value = await entryTimes(this.replica)
    this.ended.value = await closingOf(this.replica)
  }

  #syncState(): SyncState {
    const { replica } = this
    const ledger = replica.ledger.value
    const isAllSent = replica.outbox.size.value === 0 && replica.unacked.value.length === 0
    const others = replica.state.value.devices.filter(
      (known) => !known.paper && isActive(known) && known.ix !== replica.self?.ix,
    )
    const holders = isAllSent ? others.filter(({ ix }) => ledger.hasAll(ix, ledger.acked)) : []
    return {
      here: this.#parts.store.trouble?.value ?? replica.outbox.here.value,
      sent: ledger.created ? (isAllSent ? 'sent' : 'waiting') : 'never met',
      server: this.#connection.server.value,
      other: others.length === 0 ? 'nobody' : holders.length > 0 ? 'theirs too' : 'not yet',
      holders: holders.map(({ members }) => members),
      aside: replica.aside.count.value,
    }
  }
}
