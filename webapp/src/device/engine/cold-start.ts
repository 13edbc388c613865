/**
 * A device that is far behind need not wait for the whole log: it shows the furthest snapshot that is trusted, and what
 * came after it, while the log comes behind (P28). A snapshot that is none, or none to be trusted, costs a moment.
 */

import { accept } from '../../../../sync/acceptance.ts'
import type { Bytes } from '../../../../sync/bytes.ts'
import { openPayload, parse } from '../../../../sync/envelope.ts'
import { Damaged, Suspicious, SyncError } from '../../../../sync/errors.ts'
import { LIMITS } from '../../../../sync/limits.ts'
import { device } from '../../../../sync/membership.ts'
import type { Ctl, Records, Snaps, Welcome } from '../../../../sync/messages.ts'
import type { Cover } from '../../../../sync/remark.ts'
import { hasSnapshots, join, type Series, Shelf, type Snapshot } from '../../../../sync/snapshot.ts'
import { Ledger } from '../store/ledger.ts'
import { NO_PROGRESS, type ReceivedRecord, type ShownAhead } from '../store/store.ts'
import type { Giving } from './giving-back.ts'
import { isClosed } from './incarnations.ts'
import { KnownAuthors } from './known-authors.ts'
import { hasReached } from './reach.ts'
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

/** Shows a snapshot where that helps: one of which the server says at WELCOME that it has all that is in it. */
export async function startAhead(
  replica: Replica,
  { headPosition, heads }: Pick<Welcome, 'headPosition' | 'heads'>,
  asking: Asking,
): Promise<void> {
  const { cursor } = replica.ledger.value
  if (!hasSnapshots() || replica.ahead.isOn || headPosition - cursor < CLOSE) return
  const snapshot = await find(replica, cursor + CLOSE, heads, asking)
  if (snapshot === null) return
  await showAhead(replica, await withWhatCameSince(snapshot, replica, asking))
}

/** Kept, so that it is shown again after a start: words that are written upon it are no words without it. Raises DeviceError. */
function showAhead({ ahead, parts, turns }: Replica, shown: ShownAhead): Promise<void> {
  return turns.take(async () => {
    await parts.store.write({ ahead: shown })
    ahead.show(shown)
  })
}

/**
 * All that there is of the log has come: what is shown is the log's from now on. False where the space is closed: it may have
 * been purged, and says nothing of what is shown until it is open again. Raises Suspicious OMISSION where the log has not come
 * as far: then all stays as it is; DIGEST_WRONG where it makes something else: then all is to be opened anew from the store;
 * and DeviceError.
 */
export async function joinAhead(
  replica: Replica,
  heads: Welcome['heads'],
  giving: Pick<Giving, 'offerRecords'>,
): Promise<boolean> {
  const { ahead, parts, state, turns } = replica
  if (!ahead.isOn) return true
  if (isClosed(replica)) return false
  if (!(await hasReached(replica))) {
    // Somebody else may be waiting for what is here, just so.
    await giving.offerRecords(
      heads,
      state.value.devices.map(({ id }) => id),
    )
  }
  return turns.take(async () => {
    if (!(await hasReached(replica))) {
      ahead.showLog()
      throw new Suspicious('OMISSION', 'what a snapshot covers')
    }
    const isSame = await ahead.isBorneOut(parts.crypto)
    const { updates, covers } = ahead
    await parts.store.write({ ahead: isSame ? null : { updates, covers, isWrong: true } })
    if (!isSame) throw new Suspicious('DIGEST_WRONG')
    ahead.end()
    return true
  })
}

async function find(
  replica: Replica,
  least: number,
  heads: Welcome['heads'],
  asking: Asking,
): Promise<Snapshot | null> {
  const shelf = new Shelf()
  const tried = new Set<string>()
  for (let before = 0, pages = 0; pages < MOST_PAGES; pages++) {
    const page = await asking.snapshots(before)
    for (const [, bytes] of page.records) await add(shelf, bytes, replica)
    for (const series of shelf.series()) {
      const name = `${series.ix} ${series.firstSeq}`
      if (tried.has(name) || shelf.verdict(series, replica.state.value) !== 'trusted') continue
      tried.add(name)
      const isOfUse = series.first.position >= least && areThere(series.first.covers, heads, replica)
      const snapshot = isOfUse ? await joined(series, replica) : null
      if (snapshot !== null) return snapshot
    }
    const last = page.records[page.records.length - 1]
    if (page.end || !last) return null
    before = last[0]
  }
  return null
}

/** Without these the log never came as far, and what is written upon it would wait for ever. */
function areThere(covers: readonly Cover[], heads: Welcome['heads'], { state }: Replica): boolean {
  const there = new Map(heads.map(([id, seq]) => [device(state.value, id)?.ix, seq]))
  return covers.every(([ix, seq]) => seq <= (there.get(ix) ?? 0))
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

/** With the updates of the records behind it, judged upon it; what fails there is left to the log. */
async function withWhatCameSince(snapshot: Snapshot, replica: Replica, asking: Asking): Promise<ShownAhead> {
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
  const { updates } = await judge(found, ledger, authors, judging)
  const covers = ledger.allHeads(state.value).map(([ix, seq]) => [ix, seq] as const)
  return { updates: [snapshot.state, ...updates], covers, isWrong: false }
}
