/**
 * Two devices with the same keys were about, and their histories have parted for good (P22): this one goes on under new keys,
 * let in by the old, with every word that nobody else has. What both had said before stays where it is.
 */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import { type Head, NO_HEAD } from '../../../../sync/chain.ts'
import { replace } from '../../../../sync/control.ts'
import { isSignedBy, parse } from '../../../../sync/envelope.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { type DeviceKeys, deviceKeysFromSeeds, newDeviceKeys } from '../../../../sync/keys.ts'
import { at, device, type Membership } from '../../../../sync/membership.ts'
import { unixSeconds } from '../clock.ts'
import type { By } from '../stage.ts'
import type { Ledger } from '../store/ledger.ts'
import { opened } from '../store/restoring.ts'
import type { Change, NextKeys, OutboxEntry, OwnRecord, SpaceKeys } from '../store/store.ts'
import { Lost } from './channel.ts'
import type { Asking } from './cold-start.ts'
import { presentKeyOf } from './epoch-keys.ts'
import { judgedAfresh } from './judging-afresh.ts'
import type { Replica } from './replica.ts'

export interface Parting {
  /** The first of this device's records that cannot stand: the server has another for it, or its entry was given up. */
  readonly from: number
  /** The last that the server has under these keys. */
  readonly final: Head
  /** Nobody can use them (P23): all from there on is said anew, upon what the log makes without it. */
  readonly isAnew?: boolean
}

/** Adds an entry to the control chain, and gives its number. */
export type Offer = (entry: Bytes) => Promise<{ readonly n: number }>

/** More than a device ever seals. */
const ALL = 1_000_000

/** All that the server has, from the beginning. */
export async function allRecords({ records }: Pick<Asking, 'records'>): Promise<readonly Bytes[]> {
  const all: Bytes[] = []
  for (let from = 1; ; ) {
    const page = await records(from)
    all.push(...page.records.map(([, bytes]) => bytes))
    if (page.end) return all
    from = (page.records[page.records.length - 1]?.[0] ?? from) + 1
  }
}

/** Where the server's records under this device's own keys part from those kept here; null where they do not. */
export async function partingOf(replica: Replica, records: readonly Bytes[]): Promise<Parting | null> {
  const { crypto, store } = replica.parts
  const kept = new Map((await store.ownFrom(1, ALL)).map(({ seq, bytes }) => [seq, bytes]))
  let from: number | null = null
  let final = NO_HEAD
  for (const raw of records) {
    const record = await parse(raw, crypto).catch(damaged)
    if (record === null || !areEqual(record.header.device, replica.keys.id)) continue
    if (!(await isSignedBy(record, replica.keys.signing.public, crypto))) continue
    const { seq } = record.header
    const mine = kept.get(seq)
    if (mine !== undefined && !areEqual(mine, raw)) from = Math.min(from ?? seq, seq)
    if (seq > final.seq) final = { seq, hash: record.hash }
  }
  return from === null ? null : { from, final }
}

/** Where this device's records name entries that were given up (P19), and so stand nowhere any more; null where none does. */
export async function strandedOf(replica: Replica): Promise<Parting | null> {
  const { crypto, store } = replica.parts
  let final = NO_HEAD
  for (const { seq, bytes } of await store.ownFrom(1, ALL)) {
    const record = await parse(bytes, crypto)
    if (at(replica.state.value, record.header.ctl) === null) return { from: seq, final }
    final = { seq, hash: record.hash }
  }
  return null
}

/** The entry with which this device goes on; its new keys are kept before anybody hears of them. Raises DeviceError. */
async function succeeding(replica: Replica, { from, final, isAnew = false }: Parting): Promise<Bytes> {
  const { crypto, clock } = replica.parts
  const known = replica.stored.next
  const fresh = known ? await keysOf(known, replica) : await newDeviceKeys(crypto)
  const next = { signSeed: fresh.signing.private, boxSeed: fresh.box.private, from, isAnew }
  await replica.keep((keys) => ({ ...keys, next }))
  const state = replica.state.value
  const last = final.seq === 0 ? null : ([replica.self?.ix ?? 0, final.seq, final.hash] as const)
  return replace(state, replica.keys, fresh, presentKeyOf(replica, state), last, unixSeconds(clock), crypto)
}

/** Raises Lost when it is done: the next connection is that of another device. `offer` gives the number of the entry. */
export async function goOn(replica: Replica, parting: Parting, offer: Offer): Promise<never> {
  const entry = await succeeding(replica, parting)
  const { n } = await offer(entry)
  await replica.extendControl(n, [entry])
  throw new Lost('goes on as another device')
}

/** What becomes of everything kept once the chain has the new device; null while it has not. */
export interface Succession {
  readonly keys: DeviceKeys
  readonly stored: SpaceKeys
  readonly ledger: Ledger
  readonly returned: readonly OutboxEntry[]
  readonly change: Change
  readonly isAnew: boolean
}

/** For use inside a turn, in the step that takes the entry: from then on the old keys say nothing. */
export async function successionOf(replica: Replica, state: Membership, stored: SpaceKeys): Promise<Succession | null> {
  const { next } = stored
  const keys = next ? await keysOf(next, replica) : null
  if (!next || keys === null || device(state, keys.id) === null) return null
  const { crypto, store } = replica.parts
  const own = await store.ownFrom(1, ALL)
  const [kept, displaced] = [own.filter(({ seq }) => seq < next.from), own.filter(({ seq }) => seq >= next.from)]
  const said = await Promise.all(displaced.map(({ bytes }) => opened(bytes, stored, crypto)))
  const edits = said.flatMap(({ by, update }) => (update === null ? [] : [{ by, update }]))
  if (next.isAnew) return anewOf(replica, state, stored, next, keys, kept, displaced[0] ?? null, edits)
  const returned = replica.outbox.putBack(edits)
  const ledger = replica.ledger.value.copy()
  const { head, ctl } = await lastOf(kept, state, replica)
  ledger.startAs(replica.keys.id, head, ctl)
  const applied = kept.map(({ bytes }, place) => ({ number: ledger.applied + 1 + place, bytes }))
  ledger.applied += applied.length
  const after: SpaceKeys = { ...stored, signSeed: next.signSeed, boxSeed: next.boxSeed, next: null }
  const update = new Uint8Array(replica.ahead.log.encodeState())
  const change: Change = {
    keys: after,
    outbox: returned,
    applied,
    ownDone: own.map(({ seq }) => seq),
    progress: ledger.progress(),
    state: { applied: ledger.applied, ownSeq: 0, clients: [...replica.known.clients], update },
  }
  return { keys, stored: after, ledger, returned, change, isAnew: false }
}

/** The same where nobody can use what it said: all that it wrote, sealed or not, upon what the log makes without it. */
async function anewOf(
  replica: Replica,
  state: Membership,
  stored: SpaceKeys,
  next: NextKeys,
  keys: DeviceKeys,
  kept: readonly OwnRecord[],
  failed: OwnRecord | null,
  said: readonly { readonly by: By; readonly update: Bytes }[],
): Promise<Succession> {
  const { crypto, document } = replica.parts
  // What is written upon a snapshot waits for the log.
  const waiting = replica.ahead.isOn ? [] : replica.outbox.all
  const good = await judgedAfresh(replica)
  const beside = document.beside()
  beside.apply(good.updates)
  const written = beside.sayAnew({ updates: [] }, [...said, ...waiting], crypto.randomBytes)
  const edits = written.flatMap(({ anew }) => anew.map(({ by, update }) => ({ by, update: new Uint8Array(update) })))
  const update = new Uint8Array(beside.encodeState())
  beside.close()
  const returned = replica.outbox.putBack(edits)
  const ledger = replica.ledger.value.copy()
  const { head, ctl } = await lastOf(kept, state, replica)
  ledger.startAs(replica.keys.id, head, ctl)
  const applied = kept.map(({ bytes }, place) => ({ number: ledger.applied + 1 + place, bytes }))
  ledger.applied += applied.length
  const { signSeed, boxSeed, from: seq } = next
  const hash = failed === null ? null : (await parse(failed.bytes, crypto)).hash
  const anew = hash && { ix: replica.self?.ix ?? 0, seq, hash }
  const after: SpaceKeys = { ...stored, signSeed, boxSeed, next: null, anew }
  const change: Change = {
    keys: after,
    outbox: returned,
    outboxDone: waiting.map(({ key }) => key),
    applied,
    ownDone: (await replica.parts.store.ownFrom(1, ALL)).map((own) => own.seq),
    progress: ledger.progress(),
    state: { applied: ledger.applied, ownSeq: 0, clients: good.clients, update },
  }
  replica.outbox.done(waiting)
  return { keys, stored: after, ledger, returned, change, isAnew: true }
}

async function lastOf(
  kept: readonly OwnRecord[],
  state: Membership,
  replica: Replica,
): Promise<{ head: Head; ctl: number }> {
  const last = kept[kept.length - 1]
  if (!last) return { head: NO_HEAD, ctl: 0 }
  const { hash, header } = await parse(last.bytes, replica.parts.crypto)
  return { head: { seq: last.seq, hash }, ctl: at(state, header.ctl) ?? 0 }
}

function keysOf({ signSeed, boxSeed }: NonNullable<SpaceKeys['next']>, replica: Replica): Promise<DeviceKeys> {
  return deviceKeysFromSeeds(signSeed, boxSeed, replica.parts.crypto)
}

function damaged(error: unknown): null {
  if (error instanceof Damaged) return null
  throw error
}
