/**
 * Judges records that came from outside, in the order of sync/README.md section 4. What is good is applied; what fails is
 * set aside, that device's later records wait for it, and everybody else's go on (P23). Nothing here is written or applied.
 */

import { accept } from '../../../../sync/acceptance.ts'
import { type Authors, check } from '../../../../sync/authorship.ts'
import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import type { Head } from '../../../../sync/chain.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { type By, type Header, openPayload, type Payload, parse, type Record } from '../../../../sync/envelope.ts'
import { Damaged, Malformed, Suspicious, SyncError } from '../../../../sync/errors.ts'
import { at, device, type Membership } from '../../../../sync/membership.ts'
import type { Part } from '../../../../sync/remark.ts'
import type { Ledger } from '../store/ledger.ts'
import { type AsideRecord, type KnownSnapshot, type OwnRecord, type ReceivedRecord, WAITS } from '../store/store.ts'

/** Its own device's next record, sealed before by a life of this device that it does not remember, is among them too. */
export interface Judged {
  readonly updates: readonly Bytes[]
  /** Other devices' good records, in order. */
  readonly applied: readonly Bytes[]
  readonly own: readonly OwnRecord[]
  readonly aside: readonly AsideRecord[]
  /** Positions that were set aside before and are good now. */
  readonly asideDone: readonly number[]
  /** Yjs client ids in the good records: [client, devIx]. */
  readonly clients: readonly (readonly [client: number, ix: number])[]
  /** What the good records had seen of others: [device index of the author, devIx, seq]. */
  readonly seen: readonly (readonly [author: number, ix: number, seq: number])[]
  /** Each good record of another device, in order. */
  readonly said: readonly Said[]
}

/** What another device's good record says, and of whom it had seen how much. */
export interface Said {
  readonly author: number
  readonly by: By
  readonly update: Bytes | null
  readonly seen: Header['seen']
}

export interface Judging {
  readonly crypto: Crypto
  readonly state: Membership
  readonly own: Bytes
  /** By epoch number. */
  readonly epochs: readonly Bytes[]
}

/** More than this at once gains nothing and holds memory. */
const AT_ONCE = 64

interface Assumed {
  readonly head: Head
  readonly ctl: number
}
interface Candidate extends ReceivedRecord {
  readonly record: Record | Damaged
  readonly assumed: Assumed
  /** Settled: a rejection is an answer, read when its turn comes. */
  readonly accepted: Promise<Head | SyncError>
  readonly opened: Promise<Payload | null | SyncError>
}

/** Moves `ledger` and `authors` on by what is good: both are to be dropped if writing it fails. */
export async function judge(
  records: readonly ReceivedRecord[],
  ledger: Ledger,
  authors: Authors,
  judging: Judging,
): Promise<Judged> {
  const verdicts: Verdicts = {
    updates: [],
    applied: [],
    own: [],
    aside: [],
    asideDone: [],
    clients: [],
    seen: [],
    said: [],
  }
  const inOrder = [...records].sort((left, right) => left.position - right.position)
  for (let first = 0; first < inOrder.length; first += AT_ONCE) {
    for (const candidate of await candidates(inOrder.slice(first, first + AT_ONCE), ledger, judging)) {
      await decide(candidate, ledger, authors, judging, verdicts)
    }
  }
  return verdicts
}

interface Verdicts {
  updates: Bytes[]
  applied: Bytes[]
  own: OwnRecord[]
  aside: AsideRecord[]
  asideDone: number[]
  clients: [number, number][]
  seen: [number, number, number][]
  said: Said[]
}

/** Starts all the slow work of a slice together, each record on the assumption that the ones before it are good. */
async function candidates(
  records: readonly ReceivedRecord[],
  ledger: Ledger,
  judging: Judging,
): Promise<readonly Candidate[]> {
  const parsed = await Promise.all(records.map(({ bytes }) => parse(bytes, judging.crypto).catch(damaged)))
  const chains = new Map<string, Assumed>()
  return records.map((received, place): Candidate => {
    const record = parsed[place] ?? new Malformed()
    if (record instanceof Damaged) {
      return { ...received, record, assumed: NOTHING, accepted: Promise.resolve(record), opened: Promise.resolve(null) }
    }
    const name = toHex(record.header.device)
    const assumed = chains.get(name) ?? assumedFrom(ledger, record.header.device)
    if (record.header.seq > assumed.head.seq) {
      const ctl = at(judging.state, record.header.ctl) ?? assumed.ctl
      chains.set(name, { head: { seq: record.header.seq, hash: record.hash }, ctl })
    }
    const accepted = accept(record, judging.state, assumed.head, assumed.ctl, judging.crypto).catch(syncError)
    return { ...received, record, assumed, accepted, opened: opened(record, judging).catch(syncError) }
  })
}

async function decide(
  candidate: Candidate,
  ledger: Ledger,
  authors: Authors,
  judging: Judging,
  verdicts: Verdicts,
): Promise<void> {
  const { position, bytes, record } = candidate
  const refused =
    record instanceof Damaged ? record : await refusal(candidate, record, ledger, authors, judging, verdicts)
  if (refused === 'known') {
    verdicts.asideDone.push(position)
    return
  }
  if (refused !== null) {
    const isOwn = record instanceof Damaged ? false : areEqual(record.header.device, judging.own)
    verdicts.aside.push({ position, bytes, why: whyOf(refused, isOwn) })
    return
  }
  if (record instanceof Damaged) return
  const payload = await candidate.opened
  const isOwn = areEqual(record.header.device, judging.own)
  if (isOwn) verdicts.own.push({ seq: record.header.seq, bytes })
  else verdicts.applied.push(bytes)
  ledger.bytes += bytes.length
  const { update = null, remark = null } = payload instanceof SyncError || payload === null ? {} : payload
  if (update !== null) verdicts.updates.push(update)
  const { by, seen } = record.header
  if (!isOwn) verdicts.said.push({ author: author(record, judging), by, update, seen })
  if (remark?.type === 'notice') {
    const { ix, seq, hash, code } = remark
    ledger.learnNotice({ by: author(record, judging), ix, seq, hash, code })
  }
  if (remark?.type === 'part' && remark.index === 0) {
    const number = isOwn ? 0 : ledger.applied + verdicts.applied.length
    ledger.learnSnapshot(snapshotOf(remark, author(record, judging), record.header.seq, number, ledger.bytes))
  }
  verdicts.asideDone.push(position)
  for (const [ix, seq] of seen) verdicts.seen.push([author(record, judging), ix, seq])
}

/** Why the record cannot be used, 'known' when it is held already, or null: then the ledger has moved on. */
async function refusal(
  candidate: Candidate,
  record: Record,
  ledger: Ledger,
  authors: Authors,
  judging: Judging,
  verdicts: Verdicts,
): Promise<SyncError | 'known' | null> {
  const { header } = record
  const known = assumedFrom(ledger, header.device)
  if (header.seq < known.head.seq || areSame(known.head, { seq: header.seq, hash: record.hash })) return 'known'
  const isAsAssumed = areSame(known.head, candidate.assumed.head) && known.ctl === candidate.assumed.ctl
  const head = isAsAssumed
    ? await candidate.accepted
    : await accept(record, judging.state, known.head, known.ctl, judging.crypto).catch(syncError)
  if (head instanceof SyncError) return head
  const payload = await candidate.opened
  if (payload instanceof SyncError) return payload
  const update = payload?.update ?? null
  if (update !== null) {
    try {
      const read = check(update, header.by, header.device, authors)
      authors.learn(header.device, read)
      for (const [client] of read.ranges) verdicts.clients.push([client, author(record, judging)])
    } catch (error) {
      return syncError(error)
    }
  }
  ledger.advance(header.device, head, at(judging.state, header.ctl) ?? known.ctl)
  return null
}

async function opened(record: Record, { crypto, epochs }: Judging): Promise<Payload> {
  const key = epochs[record.header.epoch]
  if (!key) throw new Damaged('DECRYPT_BAD')
  return openPayload(record, key, crypto)
}

/** What there is to know of a snapshot, from its first part. */
export function snapshotOf(part: Part, ix: number, firstSeq: number, number: number, bytes: number): KnownSnapshot {
  const records = part.covers.reduce((sum, [, seq]) => sum + seq, 0)
  return { ix, firstSeq, count: part.count, number, records, bytes, isJudged: false }
}

/** The index of who made a record that has been accepted. */
const author = (record: Record, { state }: Judging): number => device(state, record.header.device)?.ix ?? -1

const NOTHING: Assumed = { head: { seq: 0, hash: new Uint8Array(32) }, ctl: 0 }

const assumedFrom = (ledger: Ledger, id: Bytes): Assumed => ({ head: ledger.head(id), ctl: ledger.lastCtl(id) })

const areSame = (left: Head, right: Head): boolean => left.seq === right.seq && areEqual(left.hash, right.hash)

/** Records that only wait for others are not wrong; nor is one of this device's own that it has forgotten (P22). */
function whyOf(refused: SyncError, isOwn: boolean): string {
  return refused instanceof Suspicious && (isOwn || refused.code !== 'CHAIN_FORKED') ? WAITS : refused.code
}

function damaged(error: unknown): Damaged {
  if (error instanceof Damaged) return error
  throw error
}

function syncError(error: unknown): SyncError {
  if (error instanceof SyncError) return error
  throw error
}
