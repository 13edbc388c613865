/**
 * This device's copy of a space: who belongs, what was said, what is still to be said. Every step works on copies, writes
 * once, and only then becomes what is known; so a crash between any two lines loses nothing and repeats nothing.
 */

import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type { Bytes } from '../../../../sync/bytes.ts'
import { type DeviceKeys, deviceKeysFromSeeds } from '../../../../sync/keys.ts'
import { device, type Membership, replay } from '../../../../sync/membership.ts'
import type { Device } from '../../../../sync/rights.ts'
import { StorageDamaged } from '../errors.ts'
import { Ledger } from '../store/ledger.ts'
import { ownHash, restored } from '../store/restoring.ts'
import { NO_PROGRESS, type OwnRecord, type ReceivedRecord, type SpaceKeys, type SpaceStore } from '../store/store.ts'
import { Turns } from '../turns.ts'
import { type Adoption, adoptionOf } from './adoption.ts'
import { Ahead } from './ahead.ts'
import { Aside, saidAnew } from './aside.ts'
import { Doubts } from './doubts.ts'
import { withEpochs } from './epoch-keys.ts'
import { follow } from './following.ts'
import { KnownAuthors } from './known-authors.ts'
import { Meanwhile } from './meanwhile.ts'
import { Outbox } from './outbox.ts'
import { type Judged, judge } from './reception.ts'
import type { Known, ReplicaParts } from './replica-parts.ts'
import { settle } from './settling.ts'
import { successionOf } from './succession.ts'
import { contiguous, hasCome, type Judgement, MOST_UNACKED, type Taken, takeWaiting } from './taken.ts'
import { saidUponTheLog } from './written-ahead.ts'

export class Replica {
  readonly parts: ReplicaParts
  readonly outbox: Outbox
  readonly aside: Aside
  /** Steps that read and then move what is known take turns. */
  readonly turns = new Turns()
  readonly ahead: Ahead
  readonly known: KnownAuthors
  /** What has been found out about this device's own records (P23). */
  readonly doubts = new Doubts()
  readonly #meanwhile = new Meanwhile(this)
  readonly #state: Signal<Membership>
  readonly #ledger: Signal<Ledger>
  #keys: DeviceKeys
  #stored: SpaceKeys
  #chain: readonly Bytes[]
  readonly #unacked: Signal<readonly OwnRecord[]>
  #stopListening: () => void = () => undefined

  private constructor(parts: ReplicaParts, known: Known) {
    this.parts = parts
    this.#keys = known.keys
    this.outbox = known.outbox
    this.aside = new Aside(parts.crypto)
    this.ahead = new Ahead(parts.document)
    this.known = new KnownAuthors(known.clients)
    this.#stored = known.stored
    this.#chain = known.chain
    this.#state = signal(known.state)
    this.#ledger = signal(known.ledger)
    this.#unacked = signal(known.unacked)
  }

  /** Reads the store and puts everything kept into the document. Raises DeviceError. */
  static async open(parts: ReplicaParts): Promise<Replica> {
    const { store, crypto, clock, document } = parts
    const found = await store.read()
    const stored = found.keys
    if (!stored || found.control.length === 0) throw new StorageDamaged('no keys')
    const keys = await deviceKeysFromSeeds(stored.signSeed, stored.boxSeed, crypto)
    const chain = found.control.map((entry) => entry.bytes)
    const state = await replay(chain, crypto, stored.space)
    const ledger = new Ledger(found.progress ?? NO_PROGRESS)
    const kept = await saidUponTheLog(found, stored, parts, state, keys.id)
    const clients = await restored(kept, stored, parts, state, keys.id)
    const outbox = new Outbox(store, kept.outbox, clock)
    // Beyond the head lies at most what was taken back: its words are in the outbox.
    const sealed = await store.ownFrom(ledger.acked + 1, MOST_UNACKED)
    const unacked = sealed.filter(({ seq }) => seq <= ledger.head(keys.id).seq)
    const replica = new Replica(parts, { keys, stored, chain, state, ledger, outbox, unacked, clients })
    await replica.aside.put(kept.aside, null)
    replica.aside.giveUp(saidAnew(ledger, state))
    if (kept.ahead?.isWrong === false) replica.ahead.show(kept.ahead)
    replica.#stopListening = document.onLocal((update, by) => outbox.add(new Uint8Array(update), by))
    return replica
  }

  get state(): ReadonlySignal<Membership> {
    return this.#state
  }

  get ledger(): ReadonlySignal<Ledger> {
    return this.#ledger
  }

  get keys(): DeviceKeys {
    return this.#keys
  }

  get stored(): SpaceKeys {
    return this.#stored
  }

  get chain(): readonly Bytes[] {
    return this.#chain
  }

  /** Sealed here, not yet acknowledged. */
  get unacked(): ReadonlySignal<readonly OwnRecord[]> {
    return this.#unacked
  }

  /** This device in the control chain; null until it has been let in. */
  get self(): Device | null {
    return device(this.#state.value, this.keys.id)
  }

  /** Takes records from the server. What is good is on the disk and in the document when this resolves. */
  receive(records: readonly ReceivedRecord[], isEnd: boolean): Promise<Taken> {
    return this.turns.take(async () => {
      const cursor = this.#ledger.value.cursor
      const fresh = records.filter(({ position }) => position > cursor || this.aside.has(position))
      const next = contiguous(cursor, fresh)
      const known = fresh.filter(({ position }) => position <= next)
      const taken = await this.take(known, next)
      const waited = await takeWaiting(this)
      if (isEnd) this.ahead.caughtUp()
      return { isSetAside: taken.isSetAside || waited.isSetAside, hasGap: known.length < fresh.length }
    })
  }

  /**
   * Takes entries of the control chain, and in the same step the keys that they bring. Raises Damaged or Suspicious for the
   * first that does not follow what is known: those before it are kept, nothing is thrown away.
   */
  extendControl(fromN: number, entries: readonly Bytes[]): Promise<readonly Bytes[]> {
    return this.turns.take(async () => {
      const known = {
        chain: this.#chain,
        state: this.#state.value,
        ledger: this.#ledger.value,
        own: this.#keys.id,
        ownHash: (seq: number) => ownHash(seq, this.parts),
      }
      const { state, fresh, trouble } = await follow(known, fromN, entries, this.parts.crypto)
      if (fresh.length > 0) await this.#grow(state, fresh)
      if (trouble !== null) throw trouble
      return fresh
    })
  }

  /** Changes the ledger on the disk, then here. For use inside a turn. */
  async move(change: (draft: Ledger) => void, more: Parameters<SpaceStore['write']>[0] = {}): Promise<void> {
    const draft = this.#ledger.value.copy()
    change(draft)
    await this.parts.store.write({ ...more, progress: draft.progress() })
    this.#ledger.value = draft
  }

  /** Changes the keys on the disk, then here. */
  async keep(change: (keys: SpaceKeys) => SpaceKeys): Promise<void> {
    await this.turns.take(() => this.keepNow(change(this.#stored)))
  }

  /** The same, for use inside a turn. */
  async keepNow(keys: SpaceKeys): Promise<void> {
    await this.parts.store.write({ keys })
    this.#stored = keys
  }

  /** What will be said again: on the disk with the next step. */
  note(change: (draft: Ledger) => void): void {
    const draft = this.#ledger.value.copy()
    change(draft)
    this.#ledger.value = draft
  }

  /** On the disk at once: what the server is known to have had, it cannot show otherwise. */
  async theServerHas(length: number): Promise<void> {
    if (length <= this.#ledger.value.served) return
    await this.turns.take(() => this.move((draft) => draft.serve(length)))
  }

  /** Somebody has seen so much of these devices. */
  expect(seen: readonly (readonly [ix: number, seq: number])[]): void {
    const isHere = hasCome(this.#ledger.value, this.#state.value, this.aside)
    const unseen = seen.filter(([ix, seq]) => !isHere(ix, seq))
    if (unseen.length === 0 && !this.#ledger.value.isMissing) return
    this.note((draft) => {
      for (const [ix, seq] of unseen) draft.miss(ix, seq)
      draft.missNoMore(isHere)
    })
  }

  /** What a tab appended which has lost the place to this one: first what it had signed, then its words. Raises DeviceError. */
  takeAppended(): Promise<void> {
    return this.turns.take(async () => {
      const { outbox = [], aside = [] } = (await this.parts.store.appended?.()) ?? {}
      await this.aside.put(
        aside.filter(({ position }) => !this.aside.has(position)),
        null,
      )
      const head = () => this.#ledger.value.head(this.#keys.id).seq
      const before = head()
      await takeWaiting(this)
      const signed = await this.parts.store.ownFrom(before + 1, head() - before)
      this.setUnacked([...this.#unacked.value, ...signed])
      this.ahead.applyOwn(this.outbox.takeAppended(outbox).map(({ update }) => update))
    })
  }

  setUnacked(records: readonly OwnRecord[]): void {
    this.#unacked.value = records
  }

  /** Lets go of the store; nothing is written after this. Call `outbox.save()` first. */
  close(): void {
    this.#stopListening()
    this.outbox.stop()
    this.parts.store.close()
  }

  async #grow(state: Membership, fresh: readonly Bytes[]): Promise<void> {
    const chain = [...this.#chain, ...fresh]
    const keys = await withEpochs(this.#stored, state, this.#keys, chain, this.parts.crypto)
    const control = fresh.map((bytes, place) => ({ n: this.#chain.length + place, bytes }))
    const succession = await successionOf(this, state, keys)
    const draft = this.#ledger.value.copy()
    const isAnew = settle(draft, state, this.#state.value.n, this.#keys.id)
    const asideDone = isAnew ? this.aside.positions.filter((position) => position > 0) : []
    const settled = isAnew && { progress: draft.progress(), asideDone }
    await this.parts.store.write({ control, ...(keys !== this.#stored && { keys }), ...settled, ...succession?.change })
    if (isAnew) this.#ledger.value = draft
    this.aside.remove(asideDone)
    this.#stored = succession?.stored ?? keys
    if (succession) {
      this.#keys = succession.keys
      this.doubts.isOver = succession.isAnew
      this.#ledger.value = succession.ledger
      this.outbox.returned(succession.returned)
      this.#unacked.value = []
    }
    this.#chain = chain
    this.#state.value = state
    await takeWaiting(this)
  }

  /** Takes over another history than ours, where the rule says so: as adoptionOf. */
  adopt(theirs: readonly Bytes[], sure: number): Promise<Adoption | null> {
    return this.turns.take(async () => {
      const adoption = await adoptionOf(this, theirs, sure)
      if (adoption === null) return null
      await this.parts.store.write(adoption.change)
      this.#stored = adoption.stored
      this.#ledger.value = adoption.ledger
      this.#chain = adoption.chain
      this.#state.value = adoption.state
      return adoption
    })
  }

  /** Judges, keeps and shows records; `cursor` is how far they lead. For use inside a turn. */
  async take(records: readonly ReceivedRecord[], cursor: number): Promise<Judgement> {
    const draft = this.#ledger.value.copy()
    draft.cursor = Math.max(draft.cursor, cursor)
    const { state, keys, stored, parts } = this
    const judging = { crypto: parts.crypto, state: state.value, own: keys.id, epochs: stored.epochs }
    const authors = this.known.authors(judging.state.devices, this.ahead.log)
    const judged = await judge(records, draft, authors, judging).catch(this.#unlearn)
    for (const [author, ix, seq] of judged.seen) if (ix === this.self?.ix) draft.theyHave(author, seq)
    await this.#write(judged, draft).catch(this.#unlearn)
    const before = this.#ledger.value
    this.#ledger.value = draft
    this.known.add(judged.clients)
    this.aside.remove(judged.asideDone)
    await this.aside.put(judged.aside, judging.state)
    this.aside.giveUp(saidAnew(draft, judging.state))
    this.doubts.joining(() => this.ahead.apply(judged.updates))
    await this.#meanwhile.notice(judged.said, before)
    this.expect(judged.seen.map(([, ix, seq]) => [ix, seq] as const))
    return { isSetAside: judged.aside.some(({ why }) => why !== 'WAITS') }
  }

  /** The authors have learnt from what is not kept. */
  readonly #unlearn = (error: unknown): never => {
    this.known.forget()
    throw error
  }

  async #write(judged: Judged, draft: Ledger): Promise<void> {
    const { own, aside, asideDone } = judged
    const applied = judged.applied.map((bytes, place) => ({ number: draft.applied + 1 + place, bytes }))
    draft.applied += applied.length
    const wereAside = asideDone.filter((position) => this.aside.has(position))
    const isSame = applied.length + own.length + aside.length + wereAside.length === 0
    if (isSame && draft.cursor === this.#ledger.value.cursor) return
    await this.parts.store.write({ applied, own, aside, asideDone: wereAside, progress: draft.progress() })
  }
}
