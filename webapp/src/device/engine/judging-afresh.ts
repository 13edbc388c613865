/** The whole log, judged by the rules of today as a device would that had none of it yet (P23). */

import { Authors } from '../../../../sync/authorship.ts'
import type { Bytes } from '../../../../sync/bytes.ts'
import { parse } from '../../../../sync/envelope.ts'
import { device } from '../../../../sync/membership.ts'
import { Ledger } from '../store/ledger.ts'
import { appliedRow, ownRow } from '../store/rows.ts'
import { NO_PROGRESS, type ReceivedRecord, WAITS } from '../store/store.ts'
import { type Judged, judge } from './reception.ts'
import type { Replica } from './replica.ts'

export interface Afresh {
  /** How far each device's good records lead. */
  readonly ledger: Ledger
  /** All that is good. */
  readonly updates: readonly Bytes[]
  /** Yjs client ids in it: [client, devIx]. */
  readonly clients: readonly (readonly [client: number, ix: number])[]
  /** Others' good records, in an order in which each is good. */
  readonly applied: readonly Bytes[]
  /** Records kept here that are good no longer. */
  readonly leftOut: readonly Bytes[]
  /** Whose everything is in what is good. */
  readonly authors: Authors
}

/** What it makes of the records that are kept here, and behind them of those `besides` that are good. Raises DeviceError. */
export async function judgedAfresh(replica: Replica, besides: readonly Bytes[] = []): Promise<Afresh> {
  const { parts, state, keys, stored } = replica
  const { devices } = state.value
  const judging = { crypto: parts.crypto, state: state.value, own: keys.id, epochs: stored.epochs }
  const [ledger, authors] = [new Ledger(NO_PROGRESS), new Authors()]
  for (const { id, replaces } of devices) {
    const before = replaces === null ? undefined : devices[replaces]
    if (before) authors.succeed(id, before.id)
  }
  const all: Judged[] = []
  const leftOut: Bytes[] = []
  const kept = await inOrder(replica)
  const numbered = (bytes: Bytes, place: number): ReceivedRecord => ({ position: place + 1, bytes })
  let left: readonly ReceivedRecord[] = [...kept, ...besides].map(numbered)
  const isKept = ({ position }: ReceivedRecord): boolean => position <= kept.length
  while (left.length > 0) {
    const judged = await judge(left, ledger, authors, judging)
    all.push(judged)
    ledger.applied += judged.applied.length
    const waiting = judged.aside.filter(({ why }) => why === WAITS)
    leftOut.push(...judged.aside.filter((one) => one.why !== WAITS && isKept(one)).map(({ bytes }) => bytes))
    if (waiting.length === left.length) break
    left = waiting
  }
  return {
    ledger,
    authors,
    applied: all.flatMap(({ applied }) => applied),
    leftOut: [...leftOut, ...left.filter(isKept).map(({ bytes }) => bytes)],
    updates: all.flatMap(({ updates }) => updates),
    clients: all.flatMap(({ clients }) => clients),
  }
}

/** This device's own records among the others', each behind what it had seen; the order of either row stays. */
async function inOrder(replica: Replica): Promise<readonly Bytes[]> {
  const { store, crypto } = replica.parts
  const parsed = ({ bytes }: { readonly bytes: Bytes }): Promise<Row> =>
    parse(bytes, crypto).then(({ header: { device: author, seq, seen } }) => {
      return { bytes, ix: device(replica.state.value, author)?.ix ?? -1, seq, seen }
    })
  const [own, others]: [Row[], Row[]] = [[], []]
  for await (const page of ownRow(store)) own.push(...(await Promise.all(page.map(parsed))))
  for await (const page of appliedRow(store)) others.push(...(await Promise.all(page.map(parsed))))
  const heads = new Map<number, number>()
  const isDue = ({ seen }: Row): boolean => seen.every(([ix, seq]) => (heads.get(ix) ?? 0) >= seq)
  const order: Bytes[] = []
  for (let [mine, theirs] = [0, 0]; mine < own.length || theirs < others.length; ) {
    const [left, right] = [own[mine], others[theirs]]
    const next = left && (!right || isDue(left)) ? left : right
    if (!next) break
    if (next === left) mine++
    else theirs++
    heads.set(next.ix, next.seq)
    order.push(next.bytes)
  }
  return order
}

interface Row {
  readonly bytes: Bytes
  readonly ix: number
  readonly seq: number
  readonly seen: readonly (readonly [ix: number, seq: number])[]
}
