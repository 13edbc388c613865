/**
 * Every refusal there is, as a tree. `code` is the contract; prose for people lives only in the web app's words.
 *
 *     SyncError
 *     ├── Damaged         something that cannot be used: set aside, kept, shown
 *     │   └── Malformed   bytes that are not what they should be
 *     ├── Suspicious      a gap, a fork, something held back: told to the people
 *     └── Refused         the other side said no
 */

export const ENTRY_CODES = [
  'MALFORMED',
  'SPACE_MISMATCH',
  'CHAIN_BROKEN',
  'SIGNATURE_BAD',
  'AUTHOR_UNKNOWN',
  'NOT_ALLOWED',
  'KEY_WEAK',
  'DEVICE_REUSED',
  'MEMBER_UNKNOWN',
  'INVITE_UNKNOWN',
  'INVITE_USED',
  'REQUEST_BAD',
  'WRAPS_WRONG',
  'TOO_MANY',
  'AUTHOR_REMOVED',
  'SPACE_CLOSED',
  'CARD_MAC_BAD',
  'COMMITMENT_BAD',
] as const
export const RECORD_CODES = [
  'MALFORMED',
  'SPACE_MISMATCH',
  'CTL_UNKNOWN',
  'CTL_BACK',
  'AUTHOR_UNKNOWN',
  'EPOCH_WRONG',
  'NOT_ALLOWED',
  'SIGNATURE_BAD',
  'CHAIN_GAP',
  'CHAIN_FORKED',
  'DECRYPT_BAD',
  'ACTOR_WRONG',
  'TOO_LARGE',
  'SNAPSHOT_BAD',
  'AUTHOR_REMOVED',
  'SPACE_CLOSED',
] as const
export const DOOR_CODES = ['CARD_BAD', 'LINK_BAD', 'REQUEST_BAD', 'WRAP_BAD', 'KEY_WEAK'] as const
export const PRESENCE_CODES = ['MALFORMED', 'SPACE_MISMATCH', 'EPOCH_WRONG', 'COUNTER_BACK', 'DECRYPT_BAD'] as const
export const FILE_CODES = ['FILE_BAD', 'FILE_LOCKED', 'FILE_VERSION', 'FILE_KIND', 'TOO_LARGE'] as const
export const LIE_CODES = ['OMISSION', 'ROLLBACK', 'FORK_CONTROL', 'FORK_DEVICE', 'DIGEST_WRONG', 'FINAL_BACK'] as const
/** What people are told, and what is no lie. */
export const TOLD_CODES = ['SAID_ANEW', 'NOT_SENT'] as const
export const PHOTOGRAPH_CODES = ['PIECES_BAD', 'TOO_LARGE'] as const
export const SERVER_CODES = [
  'MALFORMED',
  'VERSION',
  'ORIGIN',
  'AUTH_BAD',
  'SPACE_UNKNOWN',
  'CARD_UNKNOWN',
  'DEVICE_UNKNOWN',
  'JOIN_DECLINED',
  'DEVICE_REMOVED',
  'CTL_CONFLICT',
  'CTL_INVALID',
  'CTL_UNKNOWN',
  'SEQ_GAP',
  'SEQ_CONFLICT',
  'PREV_MISMATCH',
  'SIGNATURE_BAD',
  'EPOCH_STALE',
  'NOT_ALLOWED',
  'TOO_LARGE',
  'RATE',
  'QUOTA',
  'STORE_FAILED',
  'TOKEN_NEEDED',
  'INVITE_INVALID',
  'INVITE_EXPIRED',
  'INVITE_USED',
  'TOO_MANY',
  'SLOW',
  'DRAIN',
  'INTERNAL',
  'SPACE_CLOSED',
] as const

export type EntryCode = (typeof ENTRY_CODES)[number]
export type RecordCode = (typeof RECORD_CODES)[number]
export type DoorCode = (typeof DOOR_CODES)[number]
export type PresenceCode = (typeof PRESENCE_CODES)[number]
export type FileCode = (typeof FILE_CODES)[number]
export type LieCode = (typeof LIE_CODES)[number]
export type PhotographCode = (typeof PHOTOGRAPH_CODES)[number]
export type ServerCode = (typeof SERVER_CODES)[number]
export type DamagedCode = EntryCode | RecordCode | DoorCode | PresenceCode | FileCode | PhotographCode
export type SuspiciousCode = LieCode | 'CTL_UNKNOWN' | 'CHAIN_GAP' | 'CHAIN_FORKED'

export const ALL_CODES: ReadonlySet<string> = new Set([
  ...ENTRY_CODES,
  ...RECORD_CODES,
  ...DOOR_CODES,
  ...PRESENCE_CODES,
  ...FILE_CODES,
  ...LIE_CODES,
  ...TOLD_CODES,
  ...PHOTOGRAPH_CODES,
  ...SERVER_CODES,
])

/** Something was refused. `code` says what, in one word of ALL_CODES. */
export class SyncError extends Error {
  override readonly name: string = 'SyncError'
  readonly code: string

  constructor(code: string, detail = '') {
    super(detail ? `${code}: ${detail}` : code)
    this.code = code
  }
}

/** An entry, a record or a frame that cannot be used. */
export class Damaged extends SyncError {
  override readonly name: string = 'Damaged'
  declare readonly code: DamagedCode

  constructor(code: DamagedCode, detail = '') {
    super(code, detail)
  }
}

/** Bytes that are not in the one form that they may have. */
export class Malformed extends Damaged {
  override readonly name: string = 'Malformed'

  constructor(detail = '') {
    super('MALFORMED', detail)
  }
}

/** What others show does not fit together: something is missing, held back or told twice. */
export class Suspicious extends SyncError {
  override readonly name: string = 'Suspicious'
  declare readonly code: SuspiciousCode

  constructor(code: SuspiciousCode, detail = '') {
    super(code, detail)
  }
}

/** The other side said no. A code that is not known here is kept as it came. */
export class Refused extends SyncError {
  override readonly name: string = 'Refused'
  readonly retryAfterMs: number | null

  constructor(code: string, retryAfterMs: number | null = null, detail = '') {
    super(code, detail)
    this.retryAfterMs = retryAfterMs
  }
}
