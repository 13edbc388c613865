/**
 * How each kept value is written as bytes before it is sealed, and read back. Fields are only ever added at the end, with
 * what their absence means, so that what an older Kith kept always opens.
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import { decode, encode, type Item } from '../../../../sync/encoding.ts'
import { array, flag, octets, octetsOrNull, text, whole } from '../../../../sync/shape.ts'
import type { By } from '../stage.ts'
import type {
  AsideRecord,
  DeviceHead,
  JournalLine,
  KnownNotice,
  KnownSnapshot,
  NamedRecord,
  NextKeys,
  OutboxEntry,
  Parted,
  Progress,
  ShownAhead,
  SpaceKeys,
  StateCache,
  Undone,
  WordsApart,
} from './store.ts'

/** Positions below 1 are of records that a file brought. */
const LOWEST = Number.MIN_SAFE_INTEGER

/** In the place of an item that nothing reads any more. */
const NOTHING: readonly Item[] = []

interface Form<Value> {
  write(value: Value): Bytes
  read(bytes: Uint8Array): Value
}

function form<Value>(write: (value: Value) => Item, read: (fields: readonly Item[]) => Value): Form<Value> {
  return { write: (value) => encode(write(value)), read: (bytes) => read(array(decode(bytes))) }
}

const pairs = (item: Item | undefined): [number, number][] =>
  array(item).map((pair) => {
    const [left, right] = array(pair, 2)
    return [whole(left), whole(right)]
  })

const by = (item: Item | undefined): By => (item === 'both' ? 'both' : whole(item))

function head(item: Item): DeviceHead {
  const [device, seq, hash, ctl] = array(item)
  return { device: octets(device), seq: whole(seq), hash: octets(hash), ctl: whole(ctl) }
}

function knownNotice(item: Item): KnownNotice {
  const [teller, ix, seq, hash, code] = array(item)
  return { by: whole(teller), ix: whole(ix), seq: whole(seq), hash: octets(hash), code: text(code) }
}

function knownSnapshot(item: Item): KnownSnapshot {
  const [ix, firstSeq, count, number, records, bytes, isJudged] = array(item)
  return {
    ix: whole(ix),
    firstSeq: whole(firstSeq),
    count: whole(count),
    number: whole(number),
    records: whole(records),
    bytes: whole(bytes),
    isJudged: flag(isJudged),
  }
}

export const outboxForm = form<OutboxEntry>(
  (entry) => [entry.key, entry.by, entry.update],
  ([key, hand, update]) => ({ key: whole(key), by: by(hand), update: octets(update) }),
)

export const asideForm = form<AsideRecord>(
  (record) => [record.position, record.bytes, record.why],
  ([position, bytes, why]) => ({ position: whole(position, LOWEST), bytes: octets(bytes), why: text(why) }),
)

export const journalForm = form<JournalLine>(
  (line) => [line.id, line.kind, line.at, line.member, line.putAway],
  ([id, kind, at, member, putAway]) => ({
    id: whole(id),
    kind: text(kind),
    at: whole(at),
    member: member === null ? null : whole(member),
    putAway: flag(putAway),
  }),
)

export const progressForm = form<Progress>(
  (progress) => [
    progress.created,
    progress.incarnation,
    progress.cursor,
    progress.heads.map(({ device, seq, hash, ctl }) => [device, seq, hash, ctl]),
    progress.acked,
    progress.told,
    progress.theirs,
    progress.applied,
    progress.bytes,
    progress.snapshots.map((each) => [
      each.ix,
      each.firstSeq,
      each.count,
      each.number,
      each.records,
      each.bytes,
      each.isJudged,
    ]),
    NOTHING,
    progress.served,
    progress.missing,
    progress.everAcked,
    progress.notices.map(({ by: teller, ix, seq, hash, code }) => [teller, ix, seq, hash, code]),
  ],
  // What was kept before an item was added to these has it as if nothing had happened yet.
  ([created, incarnation, cursor, heads, acked, told, theirs, applied, bytes = 0, snapshots = [], ...later]) => ({
    created: flag(created),
    incarnation: octetsOrNull(incarnation),
    cursor: whole(cursor),
    heads: array(heads).map(head),
    acked: whole(acked),
    told: pairs(told),
    theirs: pairs(theirs),
    applied: whole(applied),
    bytes: whole(bytes),
    snapshots: array(snapshots).map(knownSnapshot),
    served: whole(later[1] ?? 0),
    missing: pairs(later[2] ?? NOTHING),
    everAcked: whole(later[3] ?? acked),
    notices: array(later[4] ?? NOTHING).map(knownNotice),
  }),
)

export const keysForm = form<SpaceKeys>(
  (keys) => [
    keys.space,
    keys.signSeed,
    keys.boxSeed,
    keys.epochs,
    keys.joining === null ? null : [keys.joining.request, keys.joining.ctl],
    keys.invitations.map(({ invite, secret, expires, member }) => [invite, secret, expires, member]),
    keys.next ? [keys.next.signSeed, keys.next.boxSeed, keys.next.from, keys.next.isAnew] : null,
    keys.givenUp ?? [],
    (keys.undone ?? []).map(({ entries, own, common, names }) => [entries, own, common, names ?? null]),
    keys.anew ? [keys.anew.ix, keys.anew.seq, keys.anew.hash] : null,
    keys.parted ? [keys.parted.applied, keys.parted.key] : null,
  ],
  ([space, signSeed, boxSeed, epochs, joining, invitations, next, givenUp, undone, anew, parted]) => ({
    space: octets(space),
    signSeed: octets(signSeed),
    boxSeed: octets(boxSeed),
    epochs: array(epochs).map((key) => octets(key)),
    joining: joining === null ? null : joiningOf(array(joining)),
    invitations: array(invitations).map((item) => {
      const [invite, secret, expires, member] = array(item)
      return { invite: octets(invite), secret: octets(secret), expires: whole(expires), member: whole(member) }
    }),
    // Absent in what was kept before a device could go on for another.
    ...(next ? { next: nextOf(array(next)) } : {}),
    ...(anew ? { anew: named(array(anew)) } : {}),
    ...(parted ? { parted: partedOf(array(parted)) } : {}),
    ...(givenUp && array(givenUp).length > 0 ? { givenUp: array(givenUp).map((key) => octets(key)) } : {}),
    ...(undone && array(undone).length > 0 ? { undone: array(undone).map((one) => undoneOf(array(one))) } : {}),
  }),
)

function undoneOf([entries, own, common, names]: readonly Item[]): Undone {
  return {
    entries: array(entries).map((raw) => octets(raw)),
    own: octets(own),
    common: whole(common),
    ...(names ? { names: array(names).map((id) => octets(id)) } : {}),
  }
}

function partedOf([applied, key]: readonly Item[]): Parted {
  return { applied: whole(applied), key: whole(key) }
}

function nextOf([signSeed, boxSeed, from, isAnew]: readonly Item[]): NextKeys {
  return { signSeed: octets(signSeed), boxSeed: octets(boxSeed), from: whole(from), isAnew: flag(isAnew ?? false) }
}

function named([ix, seq, hash]: readonly Item[]): NamedRecord {
  return { ix: whole(ix), seq: whole(seq), hash: octets(hash) }
}

function joiningOf([request, ctl]: readonly Item[]): { request: Bytes; ctl: Bytes } {
  return { request: octets(request), ctl: octets(ctl) }
}

export const stateForm = form<StateCache>(
  (state) => [state.applied, state.ownSeq, state.clients, state.update],
  ([applied, ownSeq, clients, update]) => ({
    applied: whole(applied),
    ownSeq: whole(ownSeq),
    clients: pairs(clients),
    update: octets(update),
  }),
)

export const aheadForm = form<ShownAhead | null>(
  (ahead) => (ahead === null ? [] : [ahead.isWrong, ahead.updates, ahead.covers]),
  ([isWrong, updates, covers = NOTHING]) =>
    isWrong === undefined
      ? null
      : {
          isWrong: flag(isWrong),
          updates: array(updates).map((update) => octets(update)),
          covers: pairs(covers),
        },
)

const all = (item: Item | undefined): Bytes[] => array(item).map((one) => octets(one))

export const apartForm = form<WordsApart>(
  ({ upon, words }) => [upon, words],
  ([upon, words]) => ({ upon: all(upon), words: all(words) }),
)
