/**
 * A copy opened from its file alone (P33): judged in memory first, shown before anything is kept, then kept to be read. Its
 * device is new and does not belong; to write again, the card lets this very device in, and what was read stays.
 */

import { check } from '../../../../sync/authorship.ts'
import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { CardSecret } from '../../../../sync/card.ts'
import { Damaged, Suspicious, SyncError } from '../../../../sync/errors.ts'
import type { FileContents } from '../../../../sync/file-contents.ts'
import { commitment, newDeviceKeys } from '../../../../sync/keys.ts'
import { device, type Membership, replay } from '../../../../sync/membership.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { mergedUpdates } from '../../document/updates.ts'
import { takeIn } from '../engine/file-taking.ts'
import { photographIn } from '../engine/pieces.ts'
import { Replica } from '../engine/replica.ts'
import type { ReplicaParts } from '../engine/replica-parts.ts'
import type { CopyPreview } from '../file-looks.ts'
import { MemoryStore } from '../store/memory-store.ts'
import { type AppliedRecord, type Change, NO_PROGRESS, type SpaceStore, type StateCache } from '../store/store.ts'
import { CardVisit, type VisitParts } from './card-visit.ts'

/** What stands for the request of a device that has asked nobody: it only reads a copy. */
export const A_COPY: Bytes = new Uint8Array([0])

const NOTHING_CACHED: StateCache = { applied: 0, ownSeq: 0, clients: [], update: new Uint8Array([0, 0]) }
const MOST_RECORDS = 2 ** 31

/** A copy in memory: nothing of it is on this device. */
export class CopyInMemory {
  readonly #replica: Replica
  readonly #document: SharedDocument
  readonly #contents: FileContents

  private constructor(contents: FileContents, replica: Replica, document: SharedDocument) {
    this.#contents = contents
    this.#replica = replica
    this.#document = document
  }

  /** Raises Damaged when its control chain or keys cannot be true; records that cannot are set aside. */
  static async open(contents: FileContents, parts: Pick<ReplicaParts, 'crypto' | 'clock'>): Promise<CopyInMemory> {
    const { crypto, clock } = parts
    const { space, entries } = contents
    const state = await replay(entries, crypto, space)
    const keys = await newDeviceKeys(crypto)
    const store = new MemoryStore()
    const joining = { request: A_COPY, ctl: state.head.slice(0, 16) }
    const seeds = { signSeed: keys.signing.private, boxSeed: keys.box.private }
    const epochs = await checkedKeys(contents, state, crypto)
    await store.write({
      keys: { space, ...seeds, epochs, joining, invitations: [] },
      control: entries.map((bytes, n) => ({ n, bytes })),
      progress: NO_PROGRESS,
    })
    const document = new SharedDocument({ now: () => clock.now() })
    const replica = await Replica.open({ store, document, crypto, clock, merge: mergedUpdates })
    await takeIn(contents, replica)
    showLoose(contents, replica)
    return new CopyInMemory(contents, replica, document)
  }

  get preview(): CopyPreview {
    const { names, people, goals, steps } = this.#document.snapshot.peek()
    const { madeAt, madeBy } = this.#contents
    return {
      madeAt,
      madeBy: device(this.#replica.state.peek(), madeBy)?.members ?? [],
      names,
      people: people.filter(({ archived }) => !archived).length,
      goals: goals.filter(({ archived }) => !archived).length,
      steps: steps.filter(({ archived }) => !archived).length,
      aside: this.#replica.aside.count.peek(),
    }
  }

  /** What to keep of it, whole. */
  async change(): Promise<Change> {
    const { parts, aside, ledger, known } = this.#replica
    const { keys, control, progress } = await parts.store.read()
    const applied: readonly AppliedRecord[] = await parts.store.appliedFrom(1, MOST_RECORDS)
    // What nobody had signed stands in no record: only so is it still there tomorrow.
    const clients = [...known.clients]
    const state = { applied: ledger.peek().applied, ownSeq: 0, clients, update: parts.document.encodeState() }
    return {
      control,
      applied,
      aside: aside.all,
      ...(keys && { keys }),
      ...(progress && { progress }),
      ...(this.#contents.loose.length > 0 && { state: { ...state, update: new Uint8Array(state.update) } }),
    }
  }

  close(): void {
    this.#replica.close()
    this.#document.close()
  }
}

/** A copy that is kept on this device, open to be read. */
export class CopyPlace {
  readonly document: SharedDocument
  readonly #replica: Replica

  private constructor(replica: Replica, document: SharedDocument) {
    this.#replica = replica
    this.document = document
  }

  /** Raises DeviceError. */
  static async open(store: SpaceStore, parts: Pick<ReplicaParts, 'crypto' | 'clock'>): Promise<CopyPlace> {
    const document = new SharedDocument({ now: () => parts.clock.now() })
    const replica = await Replica.open({ ...parts, store, document, merge: mergedUpdates })
    document.photographs = (sealing) => photographIn(replica, sealing)
    return new CopyPlace(replica, document)
  }

  /**
   * The card lets this device in; what is kept is then a place to write in. False for a card of something else. Raises
   * Refused, Lost, Damaged, Suspicious or DeviceError: then it is a copy as before.
   */
  async letIn(secret: CardSecret, parts: VisitParts): Promise<boolean> {
    const { chain, keys, ledger, stored } = this.#replica
    const { store } = this.#replica.parts
    const visit = await CardVisit.begin(parts, secret)
    try {
      if (!areEqual(visit.space, stored.space)) return false
      const before = visit.keptBy(keys)
      const theirs = before.control ?? []
      const isSame = chain.every((entry, n) => areEqual(theirs[n]?.bytes ?? A_COPY, entry))
      if (!isSame) throw new Suspicious('FORK_CONTROL')
      const now = await replay(
        theirs.map(({ bytes }) => bytes),
        parts.crypto,
        stored.space,
      )
      // Let in before, and then the power went: nothing is to be asked again.
      const isIn = device(now, keys.id) !== null
      const change = isIn ? { ...before, ...(before.keys && { keys: { ...before.keys, joining: null } }) } : null
      const admitted = change ?? (await visit.admit(keys))
      const progress = { ...ledger.peek().progress(), created: true }
      await store.write({ ...admitted, progress, state: NOTHING_CACHED })
      return true
    } finally {
      visit.close()
    }
  }

  /** Its store stays open, for whoever has the seat. */
  close(): void {
    this.document.close()
  }
}

async function checkedKeys(
  { epochKeys }: FileContents,
  { epochs }: Membership,
  crypto: ReplicaParts['crypto'],
): Promise<readonly Bytes[]> {
  for (const [place, [epoch, key]] of epochKeys.entries()) {
    const bound = epochs[epoch]?.commitment
    const isBound = bound !== undefined && areEqual(bound, await commitment(key, crypto))
    if (!isBound || place !== epoch) throw new Damaged('COMMITMENT_BAD')
  }
  return epochKeys.map(([, key]) => key)
}

/** What its maker had not sealed is shown as far as a record of theirs could have carried it; it goes into no log. */
function showLoose({ loose, madeBy }: FileContents, replica: Replica): void {
  const { document } = replica.parts
  const authors = replica.known.authors(replica.state.peek().devices, document)
  for (const { by, update } of loose) {
    try {
      authors.learn(madeBy, check(update, by, madeBy, authors))
      document.applyRemote([update], true)
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
    }
  }
  replica.known.forget()
}
