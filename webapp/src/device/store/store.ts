/**
 * What a device keeps of one space. `write` is the only way in: everything in one Change happens together or not at all,
 * and its promise is kept only when it would survive the power going off. memory-store.ts and indexed-db-store.ts answer
 * to the same acceptance suite.
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { By } from '../stage.ts'

/** A change that was made here and is not sealed yet. */
export interface OutboxEntry {
  /** Rises by one while the place is open. */
  readonly key: number
  readonly by: By
  readonly update: Bytes
}

/** A record sealed here, byte for byte as it is sent. Kept for good, so that it can be offered again. */
export interface OwnRecord {
  readonly seq: number
  readonly bytes: Bytes
}

/** Another device's record, at the position the server gave it: after a restore, another position. */
export interface ReceivedRecord {
  readonly position: number
  readonly bytes: Bytes
}

/** Another device's record that is good, numbered here in the order in which it was applied. Kept for good. */
export interface AppliedRecord {
  readonly number: number
  readonly bytes: Bytes
}

/** Why a record is set aside that cannot be judged before another thing has come. */
export const WAITS = 'WAITS'

/** A record that could not be used (its refusal) or cannot be used yet (WAITS). */
export interface AsideRecord extends ReceivedRecord {
  readonly why: string
}

export interface ControlEntry {
  readonly n: number
  readonly bytes: Bytes
}

export interface DeviceHead {
  readonly device: Bytes
  readonly seq: number
  readonly hash: Bytes
  /** The control entry that the record at this head had last applied: it never goes back. */
  readonly ctl: number
}

/** The newest snapshot that a device has put into the log, and where its parts are here. */
export interface KnownSnapshot {
  /** Index of the device. */
  readonly ix: number
  readonly firstSeq: number
  readonly count: number
  /** Of its first part among the applied records; 0 for this device's own. */
  readonly number: number
  /** How many records it covers, and how many bytes had been taken here when it came. */
  readonly records: number
  readonly bytes: number
  /** This device has said whether it is right, or need not. */
  readonly isJudged: boolean
}

/** How far this device is. One value, so that no part of it can be newer than another. */
export interface Progress {
  /** The server has acknowledged the space. */
  readonly created: boolean
  readonly incarnation: Bytes | null
  /** Every position up to this one is stored or set aside here. */
  readonly cursor: number
  /** How many records of others have been applied here. */
  readonly applied: number
  /** One for every device heard of, this one's own included. */
  readonly heads: readonly DeviceHead[]
  /** The highest sequence number of this device's own that the server has acknowledged. */
  readonly acked: number
  /** What this device's own records have already said they had seen: [devIx, seq]. */
  readonly told: readonly (readonly [number, number])[]
  /** Up to which of this device's own records another is known to have them: [devIx, seq]. */
  readonly theirs: readonly (readonly [number, number])[]
  /** Of all records taken here. */
  readonly bytes: number
  readonly snapshots: readonly KnownSnapshot[]
  /** How many entries of the control chain the server, as long as it is this one, is known to have. */
  readonly served: number
  /** What somebody has seen of a device and what has not come here: [devIx, seq]. */
  readonly missing: readonly (readonly [number, number])[]
  /** As `acked`, by any server that ever was: others may hold these, also where the present one has lost them. */
  readonly everAcked: number
  /** Of each device that gives notice, the last about each other. */
  readonly notices: readonly KnownNotice[]
}

export interface InvitationSecret {
  readonly invite: Bytes
  readonly secret: Bytes
  readonly expires: number
  readonly member: number
}

/** A history that was given up (P19): our entries that do not stand, who made them here, how many devices both know. */
export interface Undone {
  readonly entries: readonly Bytes[]
  readonly own: Bytes
  readonly common: number
  /** By index, the ids of all whom it knew; absent where an earlier Kith gave it up. */
  readonly names?: readonly Bytes[]
}

/** What the screen showed when a history was given up (P19): so many of others' records; and what was written here before this key. */
export interface Parted {
  readonly applied: number
  readonly key: number
}

/** The device that goes on for this one, and what becomes of its records from `from` on. */
export interface NextKeys {
  readonly signSeed: Bytes
  readonly boxSeed: Bytes
  /** The first that nobody else has (P22), or that nobody can use. */
  readonly from: number
  /** Nobody can use them (P23): they are said anew, not again. */
  readonly isAnew: boolean
}

/** A record of a device, by the index of that. */
export interface NamedRecord {
  readonly ix: number
  readonly seq: number
  readonly hash: Bytes
}

/** A notice that a record is set aside at the device with the index `by`. */
export interface KnownNotice extends NamedRecord {
  readonly by: number
  readonly code: string
}

/** What makes this device what it is. */
export interface SpaceKeys {
  readonly space: Bytes
  readonly signSeed: Bytes
  readonly boxSeed: Bytes
  /** By epoch number. */
  readonly epochs: readonly Bytes[]
  /** Those of a history that was given up (P19): what was said under them is still kept here. */
  readonly givenUp?: readonly Bytes[]
  /** Histories whose entries are still to be asked for again. */
  readonly undone?: readonly Undone[]
  /** While this device waits to be let in: its join request (empty where a card lets it in), and the hash of the invitation, or of the last entry then. */
  readonly joining: { readonly request: Bytes; readonly ctl: Bytes } | null
  /** Invitations made here, so that the name of who answers can be read. */
  readonly invitations: readonly InvitationSecret[]
  /** The device that goes on for this one, because two of it were about (P22), and its first record that nobody else has. */
  readonly next?: NextKeys | null
  /** A history was given up (P19), and what was said by it is still to be looked over: nothing is sealed before that. */
  readonly parted?: Parted | null
  /** What this device's next record says before all else: from this one on it says another's words anew (P23). */
  readonly anew?: NamedRecord | null
}

/** The document as it was: only to start faster. Everything in it is also in the records. */
export interface StateCache {
  readonly applied: number
  readonly ownSeq: number
  /** Yjs client id, then the index of the device that first used it. */
  readonly clients: readonly (readonly [number, number])[]
  readonly update: Bytes
}

/** What is shown before the log has brought it (P28): this device's words since were written upon it. */
export interface ShownAhead {
  /** A snapshot, and what came after it. */
  readonly updates: readonly Bytes[]
  /** How much of each device is in it: [devIx, seq]. */
  readonly covers: readonly (readonly [number, number])[]
  /** The log has come as far, and makes something else. */
  readonly isWrong: boolean
}

/** Words that the log could not take, for they are about what only a wrong snapshot had: kept, so that they can be offered. */
export interface WordsApart {
  /** What they were written upon, besides the log. */
  readonly upon: readonly Bytes[]
  readonly words: readonly Bytes[]
}

export interface JournalLine {
  readonly id: number
  readonly kind: string
  readonly at: number
  readonly member: number | null
  readonly putAway: boolean
}

/** One step, all or nothing. */
export interface Change {
  readonly outbox?: readonly OutboxEntry[]
  readonly outboxDone?: readonly number[]
  readonly own?: readonly OwnRecord[]
  /** These are no longer this device's own: only together with a `state` that does without them. */
  readonly ownDone?: readonly number[]
  readonly applied?: readonly AppliedRecord[]
  /** These are good no longer: only together with a `state` that does without them. */
  readonly appliedDone?: readonly number[]
  readonly aside?: readonly AsideRecord[]
  readonly asideDone?: readonly number[]
  readonly control?: readonly ControlEntry[]
  /** Entries whose number is this or higher go, but for those that are written in the same step. */
  readonly controlFrom?: number
  readonly journal?: readonly JournalLine[]
  readonly progress?: Progress
  readonly keys?: SpaceKeys
  readonly state?: StateCache
  /** Null where it has gone. */
  readonly ahead?: ShownAhead | null
  readonly apart?: WordsApart
}

/** What a device needs to go on from where it was. */
export interface Kept {
  readonly keys: SpaceKeys | null
  readonly progress: Progress | null
  readonly control: readonly ControlEntry[]
  readonly outbox: readonly OutboxEntry[]
  readonly aside: readonly AsideRecord[]
  readonly journal: readonly JournalLine[]
  /** Null also when it did not open: it is only a cache. */
  readonly state: StateCache | null
  readonly ahead: ShownAhead | null
  readonly apart: WordsApart
}

/**
 * From here on are the keys of changes that a tab appended which no longer has the place: the one that has it never gives
 * such a key, so that neither can write over the other.
 */
export const APPENDED_FROM = 2 ** 50

export type Appended = Pick<Kept, 'outbox' | 'aside'>

export interface SpaceStore {
  /** Raises StorageFull (nothing happened), StorageUnready (nothing happened, try again) or StorageGone. */
  write(change: Change): Promise<void>
  /** Raises StorageDamaged where a value other than the cache does not open. */
  read(): Promise<Kept>
  /** In order, from this sequence number on; at most `count`. */
  ownFrom(seq: number, count: number): Promise<readonly OwnRecord[]>
  /** In order, from this number on; at most `count`. */
  appliedFrom(number: number, count: number): Promise<readonly AppliedRecord[]>
  /** What other tabs have appended, where there can be any: words, and what is set aside. */
  appended?(): Promise<Appended>
  /** Another tab has the place from now on: StorageTaken for all but words and signed records, which are appended. */
  yields?(): void
  /** Whether another tab has signed what is not on the disk: then this one signs nothing (P18). */
  isSignedElsewhere?(): Promise<boolean>
  /** From which of this device's own records on none are on the disk, but in memory alone; null where all are. */
  ownInMemoryFrom?(): number | null
  close(): void
}

export const NOTHING_APART: WordsApart = { upon: [], words: [] }

export const NO_PROGRESS: Progress = {
  created: false,
  incarnation: null,
  cursor: 0,
  applied: 0,
  heads: [],
  acked: 0,
  told: [],
  theirs: [],
  bytes: 0,
  snapshots: [],
  served: 0,
  missing: [],
  everAcked: 0,
  notices: [],
}
