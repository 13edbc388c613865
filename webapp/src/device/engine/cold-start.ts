/**
 * A device that is far behind need not wait for the whole log: it shows the furthest snapshot that is trusted, and what
 * came after it, while the log comes behind (P28). A snapshot that is none, or none to be trusted, costs a moment.
 */

import { accept } from '../../../../sync/acceptance.ts'
import type { Bytes } from '../../../../sync/bytes.ts'
import { openPayload, parse } from '../../../../sync/envelope.ts'
import { Damaged, SyncError } from '../../../../sync/errors.ts'
import { LIMITS } from '../../../../sync/limits.ts'
import { device } from '../../../../sync/membership.ts'
import type { Ctl, Records, Snaps } from '../../../../sync/messages.ts'
import { hasSnapshots, join, type Series, Shelf, type Snapshot } from '../../../../sync/snapshot.ts'
import { Ledger } from '../store/ledger.ts'
import { NO_PROGRESS, type ReceivedRecord } from '../store/store.ts'
import { KnownAuthors } from './known-authors.ts'
import { judge } from './reception.ts'
import type { Replica } from './replica.ts'

export interface Asking {
  snapshots(before: number): Promise<Snaps>
  records(fromPosition: number): Promise<Records>
  control(fromN: number): Promise<Ctl>
}

/** What is this close is read as soon as a snapshot would be. */
const CLOSE = LIMITS.snapshot_records / 2
const MOST_PAGES = 64
/** What comes after a snapshot is shown with it, up to here. */
const MOST_AFTER = LIMITS.snapshot_records * 4

/** Shows a snapshot where that helps. `headPosition`: of the last record that the server has. */
export async function startAhead(replica: Replica, headPosition: number, asking: Asking): Promise<void> {
  const { cursor } = replica.ledger.value
  if (!hasSnapshots() || replica.ahead.isOn || headPosition - cursor < CLOSE) return
  const snapshot = await find(replica, cursor + CLOSE, asking)
  if (snapshot === null) return
  const after = await comeSince(snapshot, replica, asking)
  await showAhead(replica, [snapshot.state, ...after])
}

/** Kept, so that it is shown again after a start: words that are written upon it are no words without it. Raises DeviceError. */
function showAhead({ ahead, parts, turns }: Replica, updates: readonly Bytes[]): Promise<void> {
  return turns.take(async () => {
    await parts.store.write({ ahead: { updates, isWrong: false } })
    ahead.show(updates)
  })
}

/** The log has come. Whether it makes what was shown: if not, all is to be opened anew from the store. Raises DeviceError. */
export function joinAhead({ ahead, parts, turns }: Replica): Promise<boolean> {
  return turns.take(async () => {
    if (!ahead.isOn) return true
    const isSame = await ahead.isBorneOut(parts.crypto)
    await parts.store.write({ ahead: isSame ? null : { updates: ahead.updates, isWrong: true } })
    if (isSame) ahead.end()
    return isSame
  })
}

async function find(replica: Replica, least: number, asking: Asking): Promise<Snapshot | null> {
  const shelf = new Shelf()
  const tried = new Set<string>()
  for (let before = 0, pages = 0; pages < MOST_PAGES; pages++) {
    const page = await asking.snapshots(before)
    for (const [, bytes] of page.records) await add(shelf, bytes, replica)
    for (const series of shelf.series()) {
      const name = `${series.ix} ${series.firstSeq}`
      if (tried.has(name) || shelf.verdict(series, replica.state.value) !== 'trusted') continue
      tried.add(name)
      const snapshot = series.first.position < least ? null : await joined(series, replica)
      if (snapshot !== null) return snapshot
    }
    const last = page.records[page.records.length - 1]
    if (page.end || !last) return null
    before = last[0]
  }
  return null
}

/** Its place in its device's chain is known when the log has come: here its signature, its rights and its key count. */
async function add(shelf: Shelf, bytes: Bytes, { parts, state, stored }: Replica): Promise<void> {
  try {
    const record = await parse(bytes, parts.crypto)
    const { header } = record
    await accept(record, state.value, { seq: header.seq - 1, hash: header.prev }, 0, parts.crypto)
    const key = stored.epochs[header.epoch]
    const author = device(state.value, header.device)
    if (!key || !author) return
    const { remark } = await openPayload(record, key, parts.crypto)
    if (remark) shelf.add(author.ix, header.seq, record.hash, remark)
  } catch (error) {
    if (!(error instanceof SyncError)) throw error // the log will show it, and set it aside
  }
}

async function joined(series: Series, replica: Replica): Promise<Snapshot | null> {
  try {
    return await join(series.parts, replica.parts.crypto)
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    return null
  }
}

/** The updates of the records behind a snapshot, judged upon it; what fails there is left to the log. */
async function comeSince(snapshot: Snapshot, replica: Replica, asking: Asking): Promise<readonly Bytes[]> {
  const { parts, state, keys, stored } = replica
  const found: ReceivedRecord[] = []
  for (let from = snapshot.position; found.length < MOST_AFTER; ) {
    const { records, end } = await asking.records(from)
    found.push(...records.map(([position, bytes]) => ({ position, bytes })))
    const last = records[records.length - 1]
    if (end || !last) break
    from = last[0] + 1
  }
  const heads = snapshot.covers.flatMap(([ix, seq, hash]) => {
    const id = state.value.devices[ix]?.id
    return id ? [{ device: id, seq, hash, ctl: 0 }] : []
  })
  const ledger = new Ledger({ ...NO_PROGRESS, heads })
  const authors = new KnownAuthors(new Map(snapshot.actors)).authors(state.value.devices, {
    encodeState: () => snapshot.state,
  })
  const judging = { crypto: parts.crypto, state: state.value, own: keys.id, epochs: stored.epochs }
  return (await judge(found, ledger, authors, judging)).updates
}
