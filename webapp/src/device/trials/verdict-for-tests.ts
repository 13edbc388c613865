/** What must be true when a schedule is over: everybody has the same, and nothing that was saved is lost. For tests only. */

import { expect } from 'vitest'
import type { Bytes } from '../../../../sync/bytes.ts'
import { toHex } from '../../../../sync/bytes.ts'
import { isDocument } from '../../../../sync/document.ts'
import { openPayload, parse } from '../../../../sync/envelope.ts'
import { at, device, isRotationDueAt } from '../../../../sync/membership.ts'
import { type Range, read } from '../../../../sync/yjs-update.ts'
import { plainOf } from '../../document/whole-for-tests.ts'
import { opened } from '../store/restoring.ts'
import type { SpaceStore } from '../store/store.ts'
import type { FrailDevice } from './frail-for-tests.ts'
import type { Schedule, Seat } from './schedule-for-tests.ts'

/** Nobody lied and no disk was copied, so nobody may have been told so. */
const UNTRUE = [
  'set aside',
  'something held back',
  'server lost something',
  'server shows another history',
  'copied storage',
  'copies differ',
]

/** Raises at the first thing that is wrong. A fresh device is opened by the card, and must find the same. */
export async function judge(schedule: Schedule): Promise<void> {
  const another = await schedule.opensAnother()
  const { here } = schedule
  const devices = [...here.map(({ device }) => device), another]
  try {
    compare(devices)
    const logs = await Promise.all(devices.map(logOf))
    for (const log of logs) expect([...log.records].sort()).toEqual([...(logs[0]?.records ?? [])].sort())
    for (const log of logs) for (const { name, saved } of here) expectAll(saved, log, name)
    for (const seat of schedule.seats) if (!here.includes(seat)) await checkGone(seat, another, logs)
    expect(schedule.faults).toEqual([])
    checkNames(schedule, another, logs[0]?.values ?? new Set())
  } finally {
    await another.crashes()
  }
}

function compare(devices: readonly FrailDevice[]): void {
  const snapshots = devices.map(({ document }) => document.snapshot.value)
  for (const snapshot of snapshots) expect(snapshot).toEqual(snapshots[0])
  expect(isDocument(snapshots[0])).toBe(true)
  expect(JSON.stringify(snapshots[0])).not.toMatch(/\\ud[89a-f]|\uFFFD/)
  const plain = devices.map(({ document }) => plainOf(document.encodeState()))
  for (const each of plain) expect(each).toEqual(plain[0])
  for (const { document, engine } of devices) {
    expect(document.hasGaps).toBe(false)
    expect(engine.state.value.aside).toBe(0)
    const kinds = engine.journal.notices.value.map(({ kind }) => kind)
    expect(kinds.filter((kind) => UNTRUE.includes(kind))).toEqual([])
  }
}

interface Keeper {
  readonly engine: Pick<FrailDevice['engine'], 'replica'>
  readonly store: Pick<SpaceStore, 'read' | 'ownFrom' | 'appliedFrom'>
}
interface Log {
  /** Every record, as this device keeps it. */
  readonly records: ReadonlySet<string>
  readonly written: Spans
  readonly deleted: Spans
  /** Every text that stands in a register of some record. */
  readonly values: Set<unknown>
}

async function logOf({ engine, store }: Keeper): Promise<Log> {
  const { parts, stored } = engine.replica
  const { crypto } = parts
  const kept = [...(await store.ownFrom(1, 100_000)), ...(await store.appliedFrom(1, 100_000))]
  const log = { records: new Set<string>(), written: new Spans(), deleted: new Spans(), values: new Set<unknown>() }
  for (const { bytes } of kept) {
    const { header, hash } = await parse(bytes, crypto)
    log.records.add(`${toHex(header.device)} ${header.seq} ${toHex(hash)}`)
    const { update } = await opened(bytes, stored, crypto)
    if (update !== null) learn(log, update)
  }
  return log
}

function learn(log: Log, update: Bytes): void {
  const { ranges, deletes, items } = read(update)
  for (const range of ranges) log.written.add(range)
  for (const range of deletes) log.deleted.add(range)
  for (const { values } of items)
    for (const register of values) if (Array.isArray(register)) log.values.add(register[0])
}

/** Raises where something of these updates is missing. */
export function expectAll(saved: readonly Bytes[], log: Pick<Log, 'written' | 'deleted'>, name: string): void {
  for (const update of saved) {
    const { ranges, deletes } = read(update)
    expect(
      ranges.filter((range) => !log.written.has(range)),
      `lost, written on the ${name}`,
    ).toEqual([])
    expect(
      deletes.filter((range) => !log.deleted.has(range)),
      `lost, deleted on the ${name}`,
    ).toEqual([])
  }
}

/** What this device keeps: its own records and all others, and what is in none yet. */
export async function keptBy({ engine, store }: Keeper): Promise<Log> {
  const kept = await logOf({ engine, store })
  for (const { update } of (await store.read()).outbox) learn(kept, update)
  return kept
}

/**
 * Of one that was taken out: all that the server had of it is everybody's, it keeps whatever it said was saved, and it can read
 * nothing of what came later.
 */
async function checkGone(
  { name, saved, device: { engine, store } }: Seat,
  { engine: { replica }, store: whole }: FrailDevice,
  logs: readonly Log[],
): Promise<void> {
  const { keys, stored, parts, ledger } = engine.replica
  const known = device(replica.state.value, keys.id)
  const { seq: end, hash: endHash } = known?.final ?? { seq: 0, hash: new Uint8Array(32) }
  expect(end, `words of the ${name} that the server had are cut off`).toBeGreaterThanOrEqual(ledger.value.acked)
  for (const { seq, bytes } of await store.ownFrom(1, end)) {
    if (seq > end) continue
    const { hash } = await parse(bytes, parts.crypto)
    if (seq === end) expect(toHex(hash)).toBe(toHex(endHash))
    for (const log of logs)
      expect(log.records, `lost, of the ${name}`).toContain(`${toHex(keys.id)} ${seq} ${toHex(hash)}`)
  }
  expectAll(saved, await keptBy({ engine, store }), name)
  const since = known?.removedN ?? 0
  for (const { bytes } of [...(await whole.ownFrom(1, 100_000)), ...(await whole.appliedFrom(1, 100_000))]) {
    const record = await parse(bytes, parts.crypto)
    const n = at(replica.state.value, record.header.ctl) ?? 0
    if (n < since || isRotationDueAt(replica.state.value, n)) continue
    for (const key of stored.epochs) await expect(openPayload(record, key, parts.crypto)).rejects.toThrow()
  }
}

/** P25: whatever was written for a name stands, was replaced by someone who saw it, or is kept beside it. */
function checkNames(schedule: Schedule, { document }: FrailDevice, written: ReadonlySet<unknown>): void {
  const { people, kept } = document.snapshot.value
  const real = schedule.renamings.filter(({ name }) => written.has(name))
  const replaced = new Set(real.map(({ instead }) => instead))
  const standing = ['Nan', ...real.map(({ name }) => name)].filter((name) => !replaced.has(name))
  const notes = kept.filter(({ entity, field }) => entity === `people/${schedule.nan}` && field === 'name')
  const found = [people.find(({ id }) => id === schedule.nan)?.name, ...notes.map(({ value }) => value)]
  expect(
    standing.filter((name) => !found.includes(name)),
    'neither stands nor is kept',
  ).toEqual([])
}

/** Clocks of Yjs clients. */
class Spans {
  readonly #clocks = new Map<number, Set<number>>()

  add([client, clock, length]: Range): void {
    const clocks = this.#clocks.get(client) ?? new Set()
    for (let at = clock; at < clock + length; at++) clocks.add(at)
    this.#clocks.set(client, clocks)
  }

  has([client, clock, length]: Range): boolean {
    const clocks = this.#clocks.get(client)
    for (let at = clock; at < clock + length; at++) if (!clocks?.has(at)) return false
    return true
  }
}
