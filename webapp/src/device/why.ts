/** From what went wrong to the reason that a screen has words for. */

import { SyncError } from '../../../sync/errors.ts'
import { Lost } from './engine/channel.ts'
import { DeviceError, type DeviceErrorCode } from './errors.ts'
import type { Outcome, Unlocked, Why } from './stage.ts'

const OF_THE_DEVICE: Readonly<Record<DeviceErrorCode, Why>> = {
  STORAGE_FULL: 'storageFull',
  STORAGE_GONE: 'storageGone',
  STORAGE_UNREADY: 'storageGone',
  STORAGE_TAKEN: 'storageGone',
  STORAGE_DAMAGED: 'storageGone',
  DOCUMENT_BROKEN: 'cannotJoin',
  PASSPHRASE_WRONG: 'wrongPassphrase',
  PASSKEY_WRONG: 'passkeyWrong',
  PASSKEY_REFUSED: 'passkeyRefused',
  UNLOCK_SHARED: 'sharedNeedsWords',
  UNLOCK_REFUSED: 'storageGone',
  MEMORY_SHORT: 'memoryShort',
  PART_MISSING: 'unreachable',
}

const OF_THE_OTHER_SIDE: Readonly<Record<string, Why>> = {
  CARD_BAD: 'cardMistyped',
  CARD_UNKNOWN: 'cardUnknown',
  CARD_MAC_BAD: 'serverLies',
  LINK_BAD: 'invitationMistyped',
  INVITE_INVALID: 'invitationUnknown',
  INVITE_UNKNOWN: 'invitationUnknown',
  INVITE_EXPIRED: 'invitationExpired',
  INVITE_USED: 'invitationUsed',
  SPACE_UNKNOWN: 'invitationUnknown',
  NOT_ALLOWED: 'notAllowed',
  DEVICE_REUSED: 'cardAlreadyThere',
  TOO_MANY: 'tooMany',
  TOKEN_NEEDED: 'tokenNeeded',
  QUOTA: 'serverFull',
  STORE_FAILED: 'serverFull',
  RATE: 'serverBusy',
  SLOW: 'serverBusy',
  DRAIN: 'serverBusy',
  INTERNAL: 'serverBusy',
  CTL_CONFLICT: 'serverBusy',
  BUSY: 'serverBusy',
  GONE: 'unreachable',
  PHOTO_COMING: 'photoComing',
  UNSENT: 'unsent',
  CARD_OTHER: 'cardOfAnother',
  CARD_REMOVED: 'cardCancelled',
  SPACE_CLOSED: 'closed',
  DEVICE_REMOVED: 'gone',
  AUTHOR_REMOVED: 'gone',
  MEMBER_UNKNOWN: 'gone',
  MALFORMED: 'serverLies',
  SPACE_MISMATCH: 'serverLies',
  CHAIN_BROKEN: 'serverLies',
  SIGNATURE_BAD: 'serverLies',
  AUTHOR_UNKNOWN: 'serverLies',
  COMMITMENT_BAD: 'serverLies',
  WRAP_BAD: 'serverLies',
  OMISSION: 'serverLies',
  FORK_CONTROL: 'serverLies',
  FINAL_BACK: 'serverLies',
  FILE_BAD: 'fileDamaged',
  FILE_LOCKED: 'fileLocked',
  FILE_VERSION: 'fileNewer',
  FILE_KIND: 'fileOther',
  TOO_LARGE: 'fileTooLarge',
}

/** Of a file: nothing in it is a server's doing. No words are asked for a hand-over file. */
export function whyOfFile(error: unknown, isHandOver: boolean): Why {
  if (!(error instanceof SyncError)) return whyOf(error)
  if (error.code === 'SPACE_MISMATCH' || (isHandOver && error.code === 'FILE_LOCKED')) return 'fileNotForHere'
  if (error.code === 'FORK_CONTROL') return 'fileOtherStory'
  const why = whyOf(error)
  return why === 'serverLies' || why === 'serverRefused' ? 'fileDamaged' : why
}

/** Of what is kept on this device: what is wrong with it went wrong here. */
export function whyOfKept(error: unknown): Why {
  return error instanceof SyncError ? 'damagedHere' : whyOf(error)
}

/** What is a fault of ours is reported, and answered as well: nobody is left with a screen that waits for ever. */
export function whyOf(error: unknown): Why {
  if (error instanceof DeviceError) return OF_THE_DEVICE[error.code]
  if (error instanceof Lost) return 'unreachable'
  if (error instanceof SyncError) return OF_THE_OTHER_SIDE[error.code] ?? 'serverRefused'
  queueMicrotask(() => {
    throw error
  })
  return 'didNotWork'
}

export type Refusal = Extract<Outcome, { ok: false }>

/** What a step that may be refused answers, or why it was. */
export async function tried<Answer>(step: () => Promise<Answer>, reason = whyOf): Promise<Answer | Refusal> {
  try {
    return await step()
  } catch (error) {
    return { ok: false, why: reason(error) }
  }
}

const AT_THE_LOCK: Partial<Record<Why, Unlocked>> = {
  wrongPassphrase: 'wrong',
  passkeyWrong: 'passkey wrong',
  passkeyRefused: 'no passkey',
  memoryShort: 'no memory',
  cannotJoin: 'cannot join',
  unreachable: 'no signal',
  didNotWork: 'did not work',
}

/** What the lock screen is told. */
export function unlockedOf(error: unknown): Unlocked {
  return AT_THE_LOCK[whyOf(error)] ?? 'gone'
}

/** The same, where the lock has opened, of what is behind it. */
export function unlockedBy(outcome: Outcome): Unlocked {
  if (outcome.ok) return 'open'
  return outcome.why === 'cannotJoin' ? 'cannot join' : 'gone'
}
