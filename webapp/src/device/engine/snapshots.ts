/**
 * Puts snapshots into the log when enough has come since the last, and says of others' whether they are right (P28). Both
 * wait for quiet, change nothing in the document, and are left out where anything is under way.
 */

import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { digest } from '../../../../sync/digest.ts'
import { Damaged, SyncError } from '../../../../sync/errors.ts'
import { LIMITS } from '../../../../sync/limits.ts'
import type { Cover, Part } from '../../../../sync/remark.ts'
import { isActive } from '../../../../sync/rights.ts'
import { hasSnapshots, join, split } from '../../../../sync/snapshot.ts'
import { DeviceError } from '../errors.ts'
import { type Opened, opened } from '../store/restoring.ts'
import { appliedRow, ownRow } from '../store/rows.ts'
import type { KnownSnapshot } from '../store/store.ts'
import type { DocumentBeside } from './ahead.ts'
import type { Replica } from './replica.ts'
import { putAttest, putSnapshot } from './sealing.ts'

export interface SnapshotParts {
  readonly replica: Replica
  /** Connected, with everything sent; and of all who are here the one that is to make them. */
  readonly mayAttest: () => boolean
  readonly mayMake: () => boolean
  /** There is a record to send. */
  readonly sealed: () => void
  /** Somebody's snapshot is not what the records make. */
  readonly wrong: () => void
}

const QUIET_MS = 4000
const BATCH = 128
const NOTHING = new Uint8Array(32)

export class Snapshots {
  readonly #parts: SnapshotParts
  /** This device made one since it was opened: it cannot judge it as one who has opened the log anew. */
  #isMaker = false
  #made_ms = Number.NEGATIVE_INFINITY
  /** One that could not be made will not be made the next time either. */
  #isTooLarge = false
  #isBusy = false
  #isStopped = false
  #callOff: (() => void) | null = null

  constructor(parts: SnapshotParts) {
    this.#parts = parts
  }

  /** When it is quiet. */
  soon(): void {
    this.#callOff?.()
    if (this.#isStopped) return
    this.#callOff = this.#parts.replica.parts.clock.after(QUIET_MS, () => void this.look())
  }

  /** Nothing more by itself. */
  stop(): void {
    this.#callOff?.()
    this.#isStopped = true
  }

  /** Does what is due now. */
  async look(): Promise<void> {
    const { replica, mayAttest } = this.#parts
    if (this.#isBusy || !hasSnapshots() || replica.ahead.isOn || !mayAttest()) return
    this.#isBusy = true
    try {
      for (const known of replica.ledger.peek().snapshots) if (this.#isMine(known)) await this.#judge(known)
      if (this.#isDue()) await this.#make()
      this.#isBusy = false
    } catch (error) {
      this.#isBusy = false
      if (!(error instanceof DeviceError)) throw error // the disk is full: the next time, then
    }
  }

  /** Whether this device is to say whether it is right. */
  #isMine({ ix, isJudged }: KnownSnapshot): boolean {
    const { replica } = this.#parts
    if (isJudged) return false
    if (ix !== replica.self?.ix) return true
    const lists = replica.state.value.devices
      .filter((each) => !each.paper && isActive(each))
      .map(({ members }) => String(members))
    return !this.#isMaker && new Set(lists).size === 1
  }

  #isDue(): boolean {
    const { replica, mayMake } = this.#parts
    const { records, bytes } = replica.ledger.peek().sinceSnapshot
    const isMuch = records >= LIMITS.snapshot_records || bytes >= LIMITS.snapshot_log_bytes
    const isLong = replica.parts.clock.elapsed() - this.#made_ms >= LIMITS.snapshot_minutes * 60_000
    return isMuch && isLong && !this.#isTooLarge && mayMake()
  }

  async #make(): Promise<void> {
    const { replica, sealed } = this.#parts
    await replica.turns.take(async () => {
      const { outbox, ledger, aside, known, state, parts } = replica
      if (outbox.size.peek() > 0 || replica.ahead.isOn) return
      // At one moment: what the records make, and the heads of these records.
      const made = new Uint8Array(parts.document.encodeState())
      const covers = ledger.value.allHeads(state.value)
      const position = Math.min(ledger.value.cursor, ...aside.positions.map((each) => each - 1)) + 1
      const actors = [...known.clients].sort(([left], [right]) => left - right)
      try {
        const snapshot = { position, covers, digest: await digest(made, parts.crypto), state: made, actors }
        await putSnapshot(replica, await split(snapshot))
        this.#made_ms = parts.clock.elapsed()
        this.#isMaker = true
      } catch (error) {
        if (!(error instanceof Damaged)) throw error
        this.#isTooLarge = true // or with a gap: something that a record of this device brought waits for another
      }
    })
    sealed()
  }

  async #judge(known: KnownSnapshot): Promise<void> {
    const { replica, sealed, wrong } = this.#parts
    const { crypto } = replica.parts
    const found = await this.#series(known)
    if (!found) return
    const { parts, lastHash } = found
    const [first] = parts
    if (!first || !this.#hasAll(first.covers)) return
    const made = await this.#made(first.covers)
    const joined = await join(parts, crypto).catch((error: unknown) => {
      if (error instanceof SyncError) return null
      throw error
    })
    const ok = joined !== null && made !== null && areEqual(joined.digest, made)
    await replica.turns.take(() =>
      putAttest(
        replica,
        { type: 'attest', ix: known.ix, firstSeq: known.firstSeq, lastHash, digest: made ?? NOTHING, ok },
        known,
      ),
    )
    if (!ok) wrong()
    sealed()
  }

  /** The parts, once they are all here. */
  async #series(known: KnownSnapshot): Promise<{ readonly parts: readonly Part[]; readonly lastHash: Bytes } | null> {
    const { replica } = this.#parts
    const { ix, firstSeq, count, number } = known
    const id = replica.state.value.devices[ix]?.id
    if (!id || replica.ledger.value.head(id).seq < firstSeq + count - 1) return null
    const found: Part[] = []
    const { store } = replica.parts
    const row = ix === replica.self?.ix ? ownRow(store, firstSeq) : appliedRow(store, number)
    for await (const record of this.#opened(row)) {
      if (!areEqual(record.author, id) || record.seq < firstSeq) continue
      if (record.remark?.type !== 'part' || record.remark.index !== found.length) break
      found.push(record.remark)
      if (found.length === count) return { parts: found, lastHash: record.hash }
    }
    // Its device said that there would be more: no part of it will ever be used.
    return null
  }

  #hasAll(covers: readonly Cover[]): boolean {
    const { state, ledger } = this.#parts.replica
    return covers.every(([ix, seq]) => {
      const id = state.value.devices[ix]?.id
      return id !== undefined && ledger.value.head(id).seq >= seq
    })
  }

  /** The digest of what the records up to `covers` make; null where one of these is another record here. */
  async #made(covers: readonly Cover[]): Promise<Bytes | null> {
    const { replica } = this.#parts
    const { devices } = replica.state.value
    const ends = new Map(covers.map(([ix, seq, hash]) => [toHex(devices[ix]?.id ?? NOTHING), { seq, hash }]))
    const beside = replica.parts.document.beside()
    try {
      for (const row of [ownRow(replica.parts.store), appliedRow(replica.parts.store)]) {
        if (!(await fill(beside, this.#opened(row), ends))) return null
      }
      return await digest(new Uint8Array(beside.encodeState()), replica.parts.crypto)
    } finally {
      beside.close()
    }
  }

  async *#opened(row: AsyncGenerator<readonly { readonly bytes: Bytes }[]>): AsyncGenerator<Said> {
    const { parts, stored } = this.#parts.replica
    for await (const page of row) yield* await Promise.all(page.map(({ bytes }) => opened(bytes, stored, parts.crypto)))
  }
}

type Said = Awaited<ReturnType<typeof opened>>

/** Whether every record that an end names is the one that came. */
async function fill(
  beside: DocumentBeside,
  records: AsyncGenerator<Said>,
  ends: ReadonlyMap<string, Pick<Opened, 'seq' | 'hash'>>,
): Promise<boolean> {
  let batch: Bytes[] = []
  for await (const { author, seq, hash, update } of records) {
    const end = ends.get(toHex(author))
    if (end === undefined || seq > end.seq) continue
    if (seq === end.seq && !areEqual(hash, end.hash)) return false
    if (update !== null) batch.push(update)
    if (batch.length < BATCH) continue
    beside.apply(batch)
    batch = []
  }
  beside.apply(batch)
  return true
}
