/**
 * From saved changes to sealed records, and what the server says of them. Sealing happens outside any transaction; one
 * transaction then puts the record in, moves the head and takes the words out; only after that may the record be sent (P24).
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { extend, type Head, NO_HEAD } from '../../../../sync/chain.ts'
import {
  ATTEST,
  HEADS,
  type Header,
  isSignedBy,
  type Kind,
  NOTICE,
  type Payload,
  parse,
  SNAPSHOT,
  seal,
  UPDATE,
} from '../../../../sync/envelope.ts'
import { SyncError } from '../../../../sync/errors.ts'
import { at, epochAt, isClosedAt, isRotationDueAt, type Membership } from '../../../../sync/membership.ts'
import { type Attest, type Notice, type Part, SAID_ANEW } from '../../../../sync/remark.ts'
import { type Device, mayWrite } from '../../../../sync/rights.ts'
import { UPDATE_BYTES } from '../../document/updates.ts'
import { unixSeconds } from '../clock.ts'
import { StorageDamaged } from '../errors.ts'
import type { By } from '../stage.ts'
import type { Ledger } from '../store/ledger.ts'
import { opened } from '../store/restoring.ts'
import type { KnownSnapshot, OwnRecord } from '../store/store.ts'
import { canSeal } from './epoch-keys.ts'
import type { Batch } from './outbox.ts'
import { snapshotOf } from './reception.ts'
import type { Replica } from './replica.ts'
import { takeWaiting } from './taken.ts'

const SCHEMA = 1

/**
 * Seals the oldest saved changes of one hand, under the newest epoch; null when nothing waits, or nothing may be sealed yet.
 * What is sealed counts as sent, so it is never sealed again (P18). Raises DeviceError: then nothing happened.
 */
export function sealNext(replica: Replica): Promise<OwnRecord | null> {
  return replica.turns.take(async () => {
    if (replica.ahead.isOn) return null // what is written upon a snapshot waits for the log
    const first = await announced(replica)
    if (first !== null) return first
    const batch = replica.outbox.oldest(UPDATE_BYTES)
    if (!batch || isGivenUp(replica, batch.by) || !(await mayGoOn(replica))) return null
    const update = updateOf(batch, replica)
    const record = await sealed(replica, UPDATE, batch.by, { update })
    await put(replica, record, { outboxDone: batch.entries.map((entry) => entry.key) })
    replica.outbox.done(batch.entries)
    replica.known.learn(update, replica.self)
    return { seq: record.header.seq, bytes: record.raw }
  })
}

/** A record that says only what this device has seen, at the end of a session; null when others know it all already. */
export function sealHeads(replica: Replica): Promise<OwnRecord | null> {
  return replica.turns.take(async () => {
    const by = replica.self?.members[0]
    const seen = replica.ledger.value.unseen(replica.state.value, replica.keys.id)
    if (by === undefined || seen.length === 0 || !(await mayGoOn(replica))) return null
    const record = await sealed(replica, HEADS, by, { update: null })
    await put(replica, record, {})
    return { seq: record.header.seq, bytes: record.raw }
  })
}

/** The parts of a snapshot, one record after another. For use inside a turn. Raises DeviceError. */
export async function putSnapshot(replica: Replica, parts: readonly Part[]): Promise<void> {
  const [first] = parts
  const by = replica.self?.members[0]
  if (first === undefined || by === undefined || !(await mayGoOn(replica))) return
  const firstSeq = replica.ledger.value.head(replica.keys.id).seq + 1
  for (const part of parts) {
    const record = await sealed(replica, SNAPSHOT, by, { update: null, remark: part })
    const known = snapshotOf(first, replica.self?.ix ?? -1, firstSeq, 0, replica.ledger.value.bytes)
    await put(replica, record, {}, (draft) => draft.learnSnapshot(known))
  }
}

/** What this device has found of a snapshot. For use inside a turn. Raises DeviceError. */
export async function putAttest(replica: Replica, attest: Attest, judged: KnownSnapshot): Promise<void> {
  const by = replica.self?.members[0]
  if (by === undefined || !(await mayGoOn(replica))) return
  const record = await sealed(replica, ATTEST, by, { update: null, remark: attest })
  await put(replica, record, {}, (draft) => draft.learnSnapshot({ ...judged, isJudged: true }))
}

/** That a record is set aside here. Whether it was said. For use inside a turn. Raises DeviceError. */
export async function putNotice(replica: Replica, notice: Notice): Promise<boolean> {
  const { self } = replica
  const by = self?.members[0]
  if (self === null || by === undefined || !canSeal(replica)) return false
  const record = await sealed(replica, NOTICE, by, { update: null, remark: notice })
  const { ix, seq, hash, code } = notice
  await put(replica, record, {}, (draft) => draft.learnNotice({ by: self.ix, ix, seq, hash, code }))
  return true
}

/** Before all else it is said from which record on another's words are said anew (P23). */
async function announced(replica: Replica): Promise<OwnRecord | null> {
  const { anew } = replica.stored
  if (!anew || !(await putNotice(replica, { type: 'notice', ...anew, code: SAID_ANEW }))) return null
  const { anew: _, ...keys } = replica.stored
  await replica.keepNow(keys)
  return replica.unacked.value[replica.unacked.value.length - 1] ?? null
}

/** The server has these. */
export function acknowledge(
  replica: Replica,
  stored: readonly (readonly [device: Bytes, seq: number, position: number])[],
): Promise<void> {
  return replica.turns.take(async () => {
    const own = stored.filter(([id]) => areEqual(id, replica.keys.id))
    const head = replica.ledger.value.head(replica.keys.id).seq
    const acked = Math.max(replica.ledger.value.acked, ...own.map(([, seq]) => Math.min(seq, head)))
    // One position for each record that waits for it: a server that names more would make us pass over others' records.
    const waiting = replica.unacked.value.map(({ seq }) => seq).filter((seq) => seq <= acked)
    const positions = new Set(waiting.map((seq) => own.find(([, named]) => named === seq)?.[2]))
    await replica.move((draft) => {
      draft.acked = acked
      while (positions.has(draft.cursor + 1)) draft.cursor++
    })
    replica.setUnacked(replica.unacked.value.filter(({ seq }) => seq > acked))
  })
}

/** What the server holds at a place where this device's record would stand, and what follows (P22). */
export type Conflict = 'the same' | 'adopted' | 'forked'

/**
 * This device forgot a record that it once sent: its storage is an old copy. The stored record takes its place, and the
 * words that were sealed there go back to be sealed again. Only when histories truly part is it a fork: also where a server
 * once had this device's own there, so that others may hold it.
 */
export function settle(replica: Replica, stored: Bytes): Promise<Conflict> {
  return replica.turns.take(async () => {
    const { crypto } = replica.parts
    const record = await parse(stored, crypto).catch(syncError)
    if (record instanceof SyncError) return 'forked'
    const { header } = record
    const self = replica.self
    const isOwn = self !== null && areEqual(header.device, self.id) && (await isSignedBy(record, self.ed, crypto))
    const mine = replica.unacked.value.filter(({ seq }) => seq >= header.seq)
    if (!isOwn || mine.length === 0) return 'forked'
    if (mine.some(({ bytes }) => areEqual(bytes, stored))) return 'the same'
    if (header.seq <= replica.ledger.value.everAcked) return 'forked'
    const before = await headBefore(replica, header.seq)
    const follows = await Promise.resolve(before && extend(before.head, record)).catch(syncError)
    if (before === null || follows instanceof SyncError) return 'forked'
    const changes = await plainOf(replica, mine)
    const entries = replica.outbox.putBack(changes)
    await replica.move((draft) => draft.rewind(replica.keys.id, before.head, before.ctl), { outbox: entries })
    replica.outbox.returned(entries)
    replica.setUnacked(replica.unacked.value.filter(({ seq }) => seq < header.seq))
    // Its own position may have been passed, when another stood in its place here.
    const position = Math.min(0, ...replica.aside.positions) - 1
    await replica.take([{ position, bytes: stored }], replica.ledger.value.cursor)
    await takeWaiting(replica)
    return 'adopted'
  })
}

/** Whether a record sealed now would be good, and its place is not taken by one that waits: of a life that is forgotten. */
async function mayGoOn(replica: Replica): Promise<boolean> {
  const { self, keys, aside, parts } = replica
  if (self === null || !canSeal(replica)) return false
  for (const bytes of aside.waitingAt(keys.id, replica.ledger.value.head(keys.id).seq + 1)) {
    if (await isSignedBy(await parse(bytes, parts.crypto), self.ed, parts.crypto)) return false
  }
  return true
}

function updateOf(batch: Batch, replica: Replica): Bytes {
  const [first] = batch.entries
  if (first && batch.entries.length === 1) return first.update
  return new Uint8Array(replica.parts.merge(batch.entries.map((entry) => entry.update)))
}

async function sealed(replica: Replica, kind: Kind, by: By, said: Pick<Payload, 'update' | 'remark'>) {
  const { crypto, clock } = replica.parts
  const state = replica.state.value
  const ledger = replica.ledger.value
  const head = ledger.head(replica.keys.id)
  const behind = replica.outbox.all.map((entry) => entry.by)
  const n = standing(state, replica.self, by, ledger.lastCtl(replica.keys.id), behind)
  const epoch = epochAt(state, n)
  const key = replica.stored.epochs[epoch]
  if (!key) throw new StorageDamaged('no key for the present epoch')
  const header: Header = {
    kind,
    space: state.space,
    device: replica.keys.id,
    seq: head.seq + 1,
    prev: head.hash,
    epoch,
    ctl: (state.hashes[n] ?? state.head).slice(0, 16),
    by,
    seen: ledger.unseen(state, replica.keys.id),
  }
  const payload = { schema: SCHEMA, ts: unixSeconds(clock), ...said }
  return seal(header, payload, key, replica.keys.signing, crypto.randomBytes(12), crypto)
}

/**
 * The entry that a record of this hand names: the newest, unless the device was turned since the words were written. Then
 * it is the last at which this hand wrote here: to change the hand would make other words of them than the screen shows.
 * So it leaves room for what waits behind it: behind a record that names a later entry none may name an earlier one.
 */
function standing(state: Membership, self: Device | null, by: By, first: number, behind: readonly By[]): number {
  if (self === null) return state.n
  const newest = (hand: By, last: number): number | null => newestFor(state, self, hand, first, last)
  const hands = self.turned.length === 0 ? [by] : [...new Set([by, ...behind])]
  const ends = hands.map((hand) => newest(hand, state.n) ?? state.n)
  return newest(by, Math.min(...ends)) ?? newest(by, state.n) ?? state.n
}

/** The newest of these entries at which this hand may write here. */
function newestFor(state: Membership, self: Device, hand: By, first: number, last: number): number | null {
  for (let n = last; n >= first; n--) if (isGoodAt(state, n) && mayWrite(self, hand, n)) return n
  return null
}

/**
 * Whether nothing can be said here in this hand any more: the device was turned, and a record of its own names a later entry.
 * So it is where an old disk comes back on which words wait that were written before. Signed all the same, nobody could use them.
 */
export function isGivenUp({ self, state, ledger, keys }: Pick<Replica, 'self' | 'state' | 'ledger' | 'keys'>, by: By) {
  if (self === null || self.turned.length === 0 || mayWrite(self, by, state.value.n)) return false
  return newestFor(state.value, self, by, ledger.value.lastCtl(keys.id), state.value.n) === null
}

/** Whether words wait here that nobody may say. */
export const hasGivenUp = (replica: Replica): boolean => replica.outbox.saved.some(({ by }) => isGivenUp(replica, by))

const isGoodAt = (state: Membership, n: number): boolean => !isClosedAt(state, n) && !isRotationDueAt(state, n)

async function put(
  replica: Replica,
  record: Awaited<ReturnType<typeof seal>>,
  more: { readonly outboxDone?: readonly number[] },
  also: (draft: Ledger) => void = () => undefined,
): Promise<void> {
  const { seq, seen } = record.header
  const own = { seq, bytes: record.raw }
  const change = (draft: Ledger): void => {
    draft.advance(replica.keys.id, { seq, hash: record.hash }, at(replica.state.value, record.header.ctl) ?? 0)
    draft.tell(seen)
    draft.bytes += own.bytes.length
    also(draft)
  }
  await replica.move(change, { ...more, own: [own] })
  replica.setUnacked([...replica.unacked.value, own])
}

/** The head that this device had before it sealed `seq`, from its own kept records. */
async function headBefore(replica: Replica, seq: number): Promise<{ head: Head; ctl: number } | null> {
  if (seq === 1) return { head: NO_HEAD, ctl: 0 }
  const [own] = await replica.parts.store.ownFrom(seq - 1, 1)
  if (own?.seq !== seq - 1) return null
  const record = await parse(own.bytes, replica.parts.crypto)
  const ctl = at(replica.state.value, record.header.ctl)
  return ctl === null ? null : { head: { seq: seq - 1, hash: record.hash }, ctl }
}

async function plainOf(replica: Replica, records: readonly OwnRecord[]): Promise<{ by: By; update: Bytes }[]> {
  const all = await Promise.all(records.map(({ bytes }) => opened(bytes, replica.stored, replica.parts.crypto)))
  return all.flatMap(({ by, update }) => (update === null ? [] : [{ by, update }]))
}

function syncError(error: unknown): SyncError {
  if (error instanceof SyncError) return error
  throw error
}
