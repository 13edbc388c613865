/**
 * How far this device is: the heads of everyone's records, the server's positions, what was acknowledged, what was told.
 * A step works on a copy, and the copy becomes the ledger once it is on the disk: so memory is never ahead of the disk.
 */

import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { type Head, NO_HEAD } from '../../../../sync/chain.ts'
import type { Membership } from '../../../../sync/membership.ts'
import type { Told } from './journal.ts'
import type { DeviceHead, KnownNotice, KnownSnapshot, Progress } from './store.ts'

const NO_SNAPSHOT = { records: 0, bytes: 0 }

export class Ledger {
  readonly #heads: Map<string, DeviceHead>
  readonly #told: Map<number, number>
  readonly #theirs: Map<number, number>
  /** By the index of their device. */
  readonly #snapshots: Map<number, KnownSnapshot>
  readonly #missing: Map<number, number>
  readonly #notices: Map<string, KnownNotice>
  created: boolean
  incarnation: Bytes | null
  cursor: number
  applied: number
  acked: number
  #everAcked: number
  bytes: number
  served: number

  constructor(progress: Progress) {
    this.#heads = new Map(progress.heads.map((head) => [toHex(head.device), head]))
    this.#told = new Map(progress.told)
    this.#theirs = new Map(progress.theirs)
    this.#missing = new Map(progress.missing)
    this.#notices = new Map(progress.notices.map((known) => [`${known.by} ${known.ix}`, known]))
    this.created = progress.created
    this.incarnation = progress.incarnation
    this.cursor = progress.cursor
    this.applied = progress.applied
    this.acked = progress.acked
    this.#everAcked = progress.everAcked
    this.bytes = progress.bytes
    this.served = progress.served
    this.#snapshots = new Map(progress.snapshots.map((known) => [known.ix, known]))
  }

  copy(): Ledger {
    return new Ledger(this.progress())
  }

  progress(): Progress {
    const { created, incarnation, cursor, applied, acked, bytes, served } = this
    return {
      created,
      incarnation,
      cursor,
      applied,
      acked,
      everAcked: this.everAcked,
      bytes,
      served,
      heads: [...this.#heads.values()],
      told: [...this.#told],
      theirs: [...this.#theirs],
      snapshots: [...this.#snapshots.values()],
      missing: [...this.#missing],
      notices: this.notices,
    }
  }

  /** How many of this device's own a server has ever acknowledged: others may hold them, whatever this one has lost. */
  get everAcked(): number {
    return Math.max(this.acked, this.#everAcked)
  }

  head(device: Bytes): Head {
    return this.#heads.get(toHex(device)) ?? NO_HEAD
  }

  /** The number of the control entry that the device's last record named; 0 at first. */
  lastCtl(device: Bytes): number {
    return this.#heads.get(toHex(device))?.ctl ?? 0
  }

  advance(device: Bytes, head: Head, ctl: number): void {
    this.#heads.set(toHex(device), { device, seq: head.seq, hash: head.hash, ctl })
  }

  /** For a device whose records are to be taken from the beginning, or from an earlier head, again. */
  rewind(device: Bytes, head: Head, ctl: number): void {
    if (head.seq === 0) this.#heads.delete(toHex(device))
    else this.advance(device, head, ctl)
  }

  /** The server has this much of the control chain, and as long as it is this one never less. */
  serve(length: number): void {
    this.served = Math.max(length, this.served)
  }

  /** Whether somebody has seen something that has not come here. */
  get isMissing(): boolean {
    return this.#missing.size > 0
  }

  /** Of whom that is, and from which record on: the same for as long as that has not come, however much more there is. */
  missing({ devices }: Membership): readonly Told[] {
    const known = devices.filter(({ ix }) => this.#missing.has(ix))
    return known.map(({ ix, id }) => ({ about: `missing ${ix}`, since: `from ${this.head(id).seq + 1}` }))
  }

  /** Somebody has seen this much of a device. */
  miss(ix: number, seq: number): void {
    this.#missing.set(ix, Math.max(seq, this.#missing.get(ix) ?? 0))
  }

  /** Drops what has come: `known` is how much is here of a device. */
  missNoMore(known: (ix: number, seq: number) => boolean): void {
    for (const [ix, seq] of this.#missing) if (known(ix, seq)) this.#missing.delete(ix)
  }

  /** The heads that moved since this device's last record, for its header: [devIx, seq], its own left out. */
  unseen(state: Membership, own: Bytes): (readonly [number, number])[] {
    return state.devices
      .filter((device) => !areEqual(device.id, own))
      .map((device) => [device.ix, this.head(device.id).seq] as const)
      .filter(([ix, seq]) => seq > (this.#told.get(ix) ?? 0))
  }

  tell(seen: readonly (readonly [number, number])[]): void {
    for (const [ix, seq] of seen) this.#told.set(ix, seq)
  }

  /** Another device says that it has this device's records up to here. */
  theyHave(ix: number, seq: number): void {
    this.#theirs.set(ix, Math.max(seq, this.#theirs.get(ix) ?? 0))
  }

  /** How many of this device's records that device is known to have. */
  theirs(ix: number): number {
    return this.#theirs.get(ix) ?? 0
  }

  /** Whether that device has this device's records up to here. */
  hasAll(ix: number, seq: number): boolean {
    return this.theirs(ix) >= seq
  }

  /** Every device's head, for an approver's entry and for receipts: [devIx, seq, hash]. */
  allHeads(state: Membership): (readonly [number, number, Bytes])[] {
    return state.devices
      .map((device) => [device.ix, this.head(device.id).seq, this.head(device.id).hash] as const)
      .filter(([, seq]) => seq > 0)
  }

  get snapshots(): readonly KnownSnapshot[] {
    return [...this.#snapshots.values()]
  }

  get notices(): readonly KnownNotice[] {
    return [...this.#notices.values()]
  }

  /** A device says that it has set a record aside. */
  learnNotice(known: KnownNotice): void {
    this.#notices.set(`${known.by} ${known.ix}`, known)
  }

  /** Of each device the newest alone is of use. */
  learnSnapshot(known: KnownSnapshot): void {
    this.#snapshots.set(known.ix, known)
  }

  /** What has come since the snapshot that covers most. */
  get sinceSnapshot(): { readonly records: number; readonly bytes: number } {
    const records = [...this.#heads.values()].reduce((sum, { seq }) => sum + seq, 0)
    const last = this.snapshots.reduce((most, each) => (each.records > most.records ? each : most), NO_SNAPSHOT)
    return { records: records - last.records, bytes: this.bytes - last.bytes }
  }

  /** The control chain from this entry on was given up: nobody's records are behind it. */
  forgetControl(n: number): void {
    for (const [name, head] of this.#heads) if (head.ctl >= n) this.#heads.set(name, { ...head, ctl: n - 1 })
  }

  /** This device goes on as another (P22): what it said and heard as the one before is that one's, and read once more. */
  startAs(before: Bytes, head: Head, ctl: number): void {
    this.rewind(before, head, ctl)
    this.#told.clear()
    this.#theirs.clear()
    this.acked = 0
    this.#everAcked = 0
    this.cursor = 0
  }

  /** All others' records were judged afresh: so much of them is good. Every position is asked for once more. */
  beginAnew(good: Ledger, own: Bytes): void {
    const mine = this.#heads.get(toHex(own))
    this.#heads.clear()
    for (const [name, head] of good.#heads) this.#heads.set(name, head)
    if (mine) this.#heads.set(toHex(own), mine)
    this.#snapshots.clear()
    for (const known of good.snapshots) this.learnSnapshot(known)
    this.applied = good.applied
    this.bytes = good.bytes
    this.cursor = 0
  }

  /** Every position is asked for once more. */
  readAnew(): void {
    this.cursor = 0
  }

  /** The server was restored, or is another: its positions mean something else now. */
  startOver(incarnation: Bytes): void {
    this.cursor = 0
    this.served = 0
    this.incarnation = incarnation
  }
}
