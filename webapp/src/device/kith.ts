/**
 * This tablet, as the screens see it: one signal that says which screen is up, and the verbs that change it.
 * main.tsx calls `kith.begin()` once. Every verb that can be refused answers with an Outcome and loses nothing.
 */

import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { CardSecret } from '../../../sync/card.ts'
import type {
  InvitationOffer,
  LockWarning,
  Member,
  Outcome,
  ReadyReport,
  Stage,
  Unlock,
  UnlockNeeded,
} from './stage.ts'

export interface Keeping {
  readonly unlock: Unlock
  /** The card that was scanned or typed; null for "no card today". */
  readonly card: CardSecret | null
  /** `shared`: both write on it. `mine`: the owner's alone. */
  readonly tablet: 'shared' | 'mine'
}

/** What a scanned square, a typed line or the address bar turned out to be. */
export type Scanned =
  | { readonly kind: 'card'; readonly secret: CardSecret; readonly address: string | null }
  | { readonly kind: 'invitation'; readonly link: string; readonly address: string | null }
  | { readonly kind: 'nothing' }

export interface Kith {
  readonly stage: ReadonlySignal<Stage>
  /** Counts down the last 20 seconds before the lock; null otherwise. */
  readonly lockWarning: ReadonlySignal<LockWarning>
  /** True while the screen must show nothing of what is open (hidden, or a meeting's blank cover). */
  readonly covered: ReadonlySignal<boolean>
  /** What `keep`, `openWithCard` and `join` must be given as `unlock`. */
  readonly unlockNeeded: ReadonlySignal<UnlockNeeded>

  begin(): Promise<void>
  startTogether(): void
  lookAround(): void
  leaveDemo(): void
  /** Drops an unkept conversation. Nothing of it remains. */
  discard(): void
  /** From "unkept": writes everything so far under a new key, then the stage is "open". Refused: nothing changed, still unkept. */
  keep(how: Keeping): Promise<Outcome>

  /** Reads a QR code's text, twelve words or an address. Checks its spelling only. */
  read(text: string): Promise<Scanned>
  openWithCard(secret: CardSecret, unlock: Unlock): Promise<Outcome>
  /** The stage is "joining" until the other side answers, also after a restart. */
  join(link: string, name: string, unlock: Unlock): Promise<Outcome>
  /** Gives up waiting; what this tablet had made for it is removed. */
  stopJoining(): Promise<void>

  /** With null: whatever the words open; then "choose", or straight to the only place. Wrong words cost nothing but time. */
  unlock(place: string | null, passphrase: string): Promise<'open' | 'wrong' | 'gone'>
  openPlace(place: string): Promise<Outcome>
  /** Flushes, forgets every key and reloads the page. Unkept work is covered, not lost. */
  lock(): Promise<void>
  /** At once, to a harmless page; unkept work is dropped, kept work is already on the disk. */
  leaveQuickly(): void
  /** Takes the place over from another tab. */
  takeOver(): Promise<void>
  uncover(): void
  stay(): void
  /** Holds the lock off until this time (milliseconds), behind a blank cover; null ends it. */
  meetingUntil(time: number | null): void

  invite(member: Member): Promise<Outcome<InvitationOffer>>
  approve(request: string): Promise<Outcome>
  decline(request: string): Promise<Outcome>
  addCard(secret: CardSecret): Promise<Outcome>
  /** Says whether this card opens the open place. Changes nothing. */
  tryCard(secret: CardSecret): Promise<Outcome>
  tryReady(): Promise<ReadyReport>
}

/** The stage before `begin()`, for whoever draws first. */
export const stage = signal<Stage>({ name: 'starting' })
