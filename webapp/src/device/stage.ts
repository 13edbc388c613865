/** What the screens are told about this tablet: which screen is up, and what is known about the open place. Types only. */

import type { ReadonlySignal } from '@preact/signals-core'
import type { CardSecret } from '../../../sync/card.ts'
import type { Logged } from '../document/history.ts'
import type { LeftBehind } from '../document/left-behind.ts'
import type { Outcome as Answered } from '../document/outcomes.ts'
import type { SharedDocument } from '../document/shared-document.ts'
import type { HalfTypedKeeper } from './half-typed.ts'
import type { Hand, OthersPresence, Typing } from './hands.ts'
import type { AsideLine, Ended, Ending, KnownDevice, OpenInvitation, Permission, Request } from './who.ts'

export type { Hand, OtherPresence, OthersPresence, Typing } from './hands.ts'
export type {
  AsideLine,
  Ended,
  Ending,
  FreshCard,
  InvitationOffer,
  KnownDevice,
  OpenInvitation,
  Permission,
  Request,
} from './who.ts'

export type Member = number
export type By = Member | 'both'

/** Which screen is up. */
export type Stage =
  | { readonly name: 'starting' }
  | { readonly name: 'tooOld'; readonly missing: readonly string[] }
  /** What is kept here could not be looked at, or not be put together: only to be tried again. */
  | { readonly name: 'stuck'; readonly why?: 'cannotJoin' }
  | { readonly name: 'first' }
  | { readonly name: 'demo' }
  /** In memory only: the first conversation, before "Keep this?". */
  | { readonly name: 'unkept' }
  | { readonly name: 'locked'; readonly places: readonly Place[]; readonly chosen?: string }
  /** Unlocked, nothing open yet. */
  | { readonly name: 'choose'; readonly places: readonly NamedPlace[] }
  | { readonly name: 'open'; readonly space: OpenSpace }
  /** A copy that is kept here to be read. */
  | { readonly name: 'copy'; readonly label: string; readonly document: SharedDocument }
  | { readonly name: 'joining'; readonly words: readonly string[]; readonly state: JoiningState }
  /** Open in another tab of this browser; `takeOver()` asks that tab to end. */
  | { readonly name: 'elsewhere' }
  /** This tablet was removed by somebody who may: what was said here and not sent is kept, sealed, until `until`. */
  | { readonly name: 'removed'; readonly label: string; readonly unsent: number; readonly until: number }
  /** The browser no longer holds what was kept here, or cannot open it; `since` a month, where not even the lock is left. */
  | { readonly name: 'storageGone'; readonly since?: string }

export type JoiningState = 'asking' | 'waiting' | 'declined' | 'expired' | 'used' | 'invalid' | 'unreachable'

/** A kept place as the lock screen shows it: a neutral label, never a name (P30). */
export interface Place {
  readonly id: string
  readonly label: string
  /** True where the phone's own lock protects it and no words are asked. */
  readonly opensWithoutWords: boolean
  /** A finger, a face or the phone's code opens it as well as the words. */
  readonly opensWithPasskey: boolean
}

export interface NamedPlace extends Place {
  /** By member number; '' where none was given. Empty until this place has been open once. */
  readonly names: readonly string[]
  /** All of it was ended when it was last open here. */
  readonly isEnded: boolean
}

/** How a person opens what is kept on this tablet. */
export type NewUnlock = { readonly kind: 'passphrase'; readonly passphrase: string } | { readonly kind: 'phone' }

/** A new unlock, the passphrase of the one this tablet has, or nothing when it was opened a moment ago. */
export type Unlock = NewUnlock | { readonly passphrase: string } | 'opened'

/** What became of saying the words at the lock. */
export type Unlocked =
  | 'open'
  | 'wrong'
  | 'passkey wrong'
  | 'no passkey'
  | 'no memory'
  | 'cannot join'
  | 'no signal'
  | 'did not work'
  | 'gone'

/** What `kith.unlockNeeded` asks of the next keep, card or invitation; 'phone': nothing, for the phone's own lock is enough. */
export type UnlockNeeded = 'new' | 'passphrase' | 'phone' | 'nothing'

/** How a person shows that the lock here is theirs to change: the words (any, where none are asked), or the passkey. */
export type Proof = { readonly passphrase: string } | 'passkey'

/** How the open place's lock stands. */
export interface Opening {
  readonly way: 'words' | 'phone'
  readonly hasPasskey: boolean
  /** Whether a passkey may be offered: one's own device, opened with words, and a browser that has them. */
  readonly mayHavePasskey: boolean
  /** Nothing that opens with it is written in by two people on this device. */
  readonly isOwn: boolean
  readonly quiet_minutes: number
  /** Names are off on this device, also after a restart. */
  readonly namesHidden: boolean
}

export interface Keeping {
  readonly unlock: Unlock
  /** The card that was scanned or typed; null for "no card today". */
  readonly card: CardSecret | null
  /** `shared`: both write on it. `mine`: the owner's alone. */
  readonly tablet: 'shared' | 'mine'
}

/** A new place with what comes along of the open one, which is then closed for ever. */
export interface Afresh {
  /** Ids of the people, goals and steps that stay behind. */
  readonly leftOut: ReadonlySet<string>
  /** Ids of the photographs that come along: none does by itself, for it may show what stays behind. */
  readonly photographs?: ReadonlySet<string>
  readonly unlock: Unlock
  /** The new card. */
  readonly card: CardSecret | null
  /** The owner's card of the old place, where `OpenSpace.mayEnd` asks for it. */
  readonly by: CardSecret | null
}

/** What a scanned square, a typed line or the address bar turned out to be. `address` only where it is not this one. */
export type Scanned =
  | { readonly kind: 'card'; readonly secret: CardSecret; readonly address: string | null }
  | { readonly kind: 'invitation'; readonly link: string; readonly address: string | null }
  | { readonly kind: 'nothing' }

/** Why something did not happen. Prose for each lives in words/. */
export type Why =
  | 'wrongPassphrase'
  | 'passphraseTooShort'
  | 'storageFull'
  | 'storageGone'
  | 'damagedHere'
  /** What came and what is here cannot be put together. All of it is kept. */
  | 'cannotJoin'
  | 'memoryShort'
  | 'passkeyWrong'
  | 'passkeyRefused'
  | 'sharedNeedsWords'
  | 'cardMistyped'
  | 'cardUnknown'
  | 'cardOfAnother'
  | 'cardAlreadyThere'
  | 'otherAddress'
  | 'invitationMistyped'
  | 'invitationExpired'
  | 'invitationUsed'
  | 'invitationUnknown'
  | 'unreachable'
  | 'serverRefused'
  | 'serverLies'
  | 'serverFull'
  | 'serverBusy'
  | 'tokenNeeded'
  | 'neverMet'
  | 'onlyThisTablet'
  | 'notAllowed'
  | 'tooMany'
  | 'gone'
  /** Not all that was said here has been sent: then this tablet cannot be removed yet. */
  | 'unsent'
  | 'cardCancelled'
  /** It has been closed. */
  | 'closed'
  | 'stillComing'
  | 'photoComing'
  | 'didNotWork'
  | 'fileDamaged'
  | 'fileLocked'
  | 'fileNewer'
  | 'fileOther'
  | 'fileNotForHere'
  | 'fileTooLarge'
  | 'fileOtherStory'

export type Outcome<T = undefined> =
  | ([T] extends [undefined] ? { readonly ok: true } : { readonly ok: true; readonly value: T })
  | { readonly ok: false; readonly why: Why }

export interface SyncState {
  /** `full` and `gone`: what was typed since is on the screen and in memory only. */
  readonly here: 'saving' | 'saved' | 'full' | 'gone'
  readonly sent: 'sent' | 'waiting' | 'never met'
  readonly server: 'connected' | 'unreachable' | 'refused' | 'lies'
  /** Whether another person's or another device's copy has all that this one has sent. */
  readonly other: 'theirs too' | 'not yet' | 'nobody'
  /** Whose devices these are, one entry a device: both members on a shared one. */
  readonly holders: readonly (readonly Member[])[]
  /** How many records could not be used and are set aside (P23). */
  readonly aside: number
}

/** Something that the two should know, until it is put away. */
export interface Notice {
  readonly id: number
  readonly kind: NoticeKind
  /** Unix seconds; for display only. */
  readonly at: number
  /** The member it is about, where there is one. */
  readonly member: Member | null
}

export type NoticeKind =
  | 'card used'
  | 'device joined'
  | 'card added'
  | 'set aside'
  | 'something held back'
  | 'server lost something'
  | 'server shows another history'
  | 'copied storage'
  | 'removal cuts words'
  | 'copies differ'
  | 'said anew'
  | 'kept here'
  | 'wrong clock'
  | 'many put away'
  | 'device removed'
  | 'device turned'
  | 'person removed'
  | 'card cancelled'
  | 'fresh card needed'
  | 'new key'
  | 'look who is in'
  | 'closed'
  | 'reopened'

/** "Ready for offline": each line true or false, and plain. */
export interface ReadyReport {
  readonly appStored: boolean
  readonly canKeep: boolean
  /** null where the browser does not say. */
  readonly staysStored: boolean | null
  readonly freeBytes: number | null
}

/** `seconds` remain before the lock closes; null when it is not near. */
export type LockWarning = { readonly seconds: number } | null

/** The place that is open. */
export interface OpenSpace {
  readonly id: string
  readonly label: string
  readonly document: SharedDocument
  /** Whose device this is: both members on a shared tablet. Read anew: a device can be turned. */
  readonly members: readonly Member[]
  /** Whether what this Yjs client id wrote was written on this device. */
  hasWritten(client: number): boolean
  readonly devices: ReadonlySignal<readonly KnownDevice[]>
  readonly state: ReadonlySignal<SyncState>
  readonly presence: ReadonlySignal<OthersPresence>
  readonly notices: ReadonlySignal<readonly Notice[]>
  /** What is set aside here, and whose it is. */
  readonly aside: ReadonlySignal<readonly AsideLine[]>
  readonly requests: ReadonlySignal<readonly Request[]>
  readonly invitations: ReadonlySignal<readonly OpenInvitation[]>
  readonly ending: ReadonlySignal<Ending>
  /** When it was closed; null while it is open. */
  readonly ended: ReadonlySignal<Ended | null>
  /** Whether this device may add a card, or once one of the same person's cards is shown to it. */
  readonly mayAddCard: ReadonlySignal<Permission>
  /** Four words that are the same wherever the same is known of who belongs: for two to read aloud. */
  compare(): Promise<readonly string[]>
  /** Whether this device, or the owner's card, may end all of it and take that back. */
  readonly mayEnd: ReadonlySignal<Permission>
  /** Who is in it, by number: those who were removed are not. */
  readonly people: ReadonlySignal<readonly Member[]>
  /** Why no invitation can be offered just now; null when it can (P5, P8). */
  readonly cannotInvite: ReadonlySignal<Why | null>
  showHands(hands: readonly Hand[]): void
  showTyping(typing: Typing | null): void
  putAway(notice: number): void
  /** Keeps in mind that this hand put much away at this time (unix seconds), until that notice is put away. */
  noteManyPutAway(by: By, at: number): void
  readonly halfTyped: HalfTypedKeeper
  /** Written on this device, and not come along when this was begun afresh: in the new place what nobody has answered yet. */
  readonly leftBehind: ReadonlySignal<readonly LeftBehind[]>
  /** On no log, and so on no screen (P19, P28): what nobody has answered yet. */
  readonly apart: ReadonlySignal<readonly LeftBehind[]>
  /** Of either, in the new place or in this: keeps it, as an edit of the hand that writes, or leaves it; it is not asked again. */
  answer(thing: LeftBehind, how: 'keep' | 'leave'): Answered
  /** Everything that was said, in the order of the log here: for history. Null where the disk does not give it now. */
  readLog(): Promise<readonly Logged[] | null>
}
