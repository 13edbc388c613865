/**
 * Everything that was said here, in one order: this device's own records and the others', each after what its author had
 * seen, and otherwise by their times; then what is not in a record yet. For history, which may take a moment.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { Header } from '../../../../sync/envelope.ts'
import { SyncError } from '../../../../sync/errors.ts'
import { device } from '../../../../sync/membership.ts'
import type { Logged } from '../../document/history.ts'
import { unixSeconds } from '../clock.ts'
import { StorageDamaged } from '../errors.ts'
import { opened } from '../store/restoring.ts'
import { appliedRow, ownRow } from '../store/rows.ts'
import type { Replica } from './replica.ts'

interface Opened extends Logged {
  readonly seq: number
  readonly seen: Header['seen']
}

/** Raises StorageDamaged, StorageGone or StorageUnready. */
export async function readLog(replica: Replica): Promise<readonly Logged[]> {
  const { clock } = replica.parts
  const self = replica.self
  const here = { at: unixSeconds(clock), device: self?.ix ?? 0, shared: (self?.members.length ?? 0) > 1 }
  const unsealed = replica.outbox.all.map(({ by, update }): Logged => ({ ...here, by, update }))
  const { own, applied } = await readRecords(replica)
  return [...inOneOrder(own, applied, self?.ix ?? 0), ...unsealed]
}

/** What the server has had of all that is known here: the updates, in no order. Raises as readLog does. */
export async function readSent(replica: Replica): Promise<readonly Uint8Array[]> {
  const { own, applied } = await readRecords(replica)
  const { acked } = replica.ledger.peek()
  const sent = [...own.filter(({ seq }) => seq <= acked), ...applied]
  return sent.map(({ update }) => update).filter((update) => update.length > 0)
}

async function readRecords(replica: Replica): Promise<{ own: readonly Opened[]; applied: readonly Opened[] }> {
  const { store } = replica.parts
  const own: Opened[] = []
  for await (const page of ownRow(store)) own.push(...(await openedAll(page, replica)))
  const applied: Opened[] = []
  for await (const page of appliedRow(store)) applied.push(...(await openedAll(page, replica)))
  return { own, applied }
}

/** What does not open here has been told of elsewhere: history goes on without it. */
async function openedAll(records: readonly { readonly bytes: Bytes }[], replica: Replica): Promise<readonly Opened[]> {
  const all = await Promise.all(
    records.map(async ({ bytes }): Promise<Opened | null> => {
      try {
        const { author: id, update, by, ts, seq, seen } = await opened(bytes, replica.stored, replica.parts.crypto)
        const author = device(replica.state.peek(), id)
        if (!author && !areEqual(id, replica.keys.id)) return null
        const shared = (author?.members.length ?? 1) > 1
        return { update: update ?? new Uint8Array(), by, at: ts, device: author?.ix ?? 0, shared, seq, seen }
      } catch (error) {
        if (error instanceof SyncError || error instanceof StorageDamaged) return null
        throw error
      }
    }),
  )
  return all.filter((one) => one !== null)
}

/** Both rows keep their order. Whoever had seen the other comes after it; where neither had, the earlier time goes first. */
export function inOneOrder(own: readonly Opened[], applied: readonly Opened[], self: number): readonly Logged[] {
  const said: Opened[] = []
  const heads = new Map<number, number>()
  const isDue = (one: Opened): boolean => one.seen.every(([ix, seq]) => (heads.get(ix) ?? 0) >= seq)
  let [mine, theirs] = [0, 0]
  for (;;) {
    const [left, right] = [own[mine], applied[theirs]]
    const next = left && right ? (isEarlier(left, right, isDue) ? left : right) : (left ?? right)
    if (!next) break
    if (next === left) mine++
    else theirs++
    heads.set(next === left ? self : next.device, next.seq)
    if (next.update.length > 0) said.push(next)
  }
  return said
}

function isEarlier(left: Opened, right: Opened, isDue: (one: Opened) => boolean): boolean {
  const [isLeftDue, isRightDue] = [isDue(left), isDue(right)]
  return isLeftDue === isRightDue ? left.at <= right.at : isLeftDue
}
