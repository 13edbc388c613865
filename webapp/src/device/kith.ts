/**
 * This tablet, as the screens see it: one signal that says which screen is up, and the verbs that change it.
 * main.tsx calls `kith.begin(…)` once. Every verb that can be refused answers with an Outcome and loses nothing.
 */

import type { ReadonlySignal } from '@preact/signals-core'
import type { Bytes } from '../../../sync/bytes.ts'
import type { CardSecret } from '../../../sync/card.ts'
import type { CopyLook, FileLook } from './file-looks.ts'
import { newKith } from './new-kith.ts'
import type { Own } from './own.ts'
import type * as Screens from './stage.ts'
import { browserSurroundings } from './surroundings.ts'
import type { Given } from './tablet.ts'

export type Keeping = Screens.Keeping
export type Scanned = Screens.Scanned

export interface Kith {
  readonly stage: ReadonlySignal<Screens.Stage>
  /** Counts down the last 20 seconds before the lock; null otherwise. */
  readonly lockWarning: ReadonlySignal<Screens.LockWarning>
  /** True while the screen must show nothing of what is open (hidden, or a meeting's blank cover). */
  readonly covered: ReadonlySignal<boolean>
  /** What `keep`, `openWithCard` and `join` must be given as `unlock`. */
  readonly unlockNeeded: ReadonlySignal<Screens.UnlockNeeded>
  /** Whether a finger or a face opens anything that is kept here. */
  readonly hasPasskey: ReadonlySignal<boolean>
  /** How the open place's lock stands; null before anything was opened. */
  readonly opening: ReadonlySignal<Screens.Opening | null>
  /** What is its keeper's alone, beside the open place. */
  readonly own: Own

  begin(given: Given): Promise<void>
  /** From "stuck" and "storageGone": the page begins anew. */
  tryAgain(): void
  startTogether(): void
  lookAround(): void
  leaveDemo(): void
  /** Drops an unkept conversation. Nothing of it remains. Not while it is being kept. */
  discard(): void
  /** From "unkept": writes everything so far under a new key, then the stage is "open". Refused: nothing changed, still unkept. */
  keep(how: Keeping): Promise<Screens.Outcome>
  /** Five words that nobody has had before. */
  newPassphrase(): Promise<string>

  /** Reads a QR code's text, twelve words or an address. Checks its spelling only. */
  read(text: string): Promise<Scanned>
  openWithCard(secret: CardSecret, unlock: Screens.Unlock): Promise<Screens.Outcome>
  /** On the tablet of a new practitioner, with the owner's card: lets it in, and takes out whoever shared with the owner before. */
  takeUpWithCard(secret: CardSecret, unlock: Screens.Unlock): Promise<Screens.Outcome>
  /** The stage is "joining" until the other side answers, also after a restart. */
  join(link: string, name: string, unlock: Screens.Unlock): Promise<Screens.Outcome>
  /** Gives up waiting; what this tablet had made for it is removed. */
  stopJoining(): Promise<void>

  /** With null: whatever the words open; then "choose", or straight to the only place. Wrong words cost nothing but time. */
  unlock(place: string | null, passphrase: string): Promise<Screens.Unlocked>
  /** Whatever the passkey of this device opens. Not answering costs nothing: the words open it as before. */
  unlockWithPasskey(): Promise<Screens.Unlocked>
  openPlace(place: string): Promise<Screens.Outcome>
  /** Saves, forgets every key and reloads the page. Unkept work is covered, not lost. */
  lock(): Promise<void>
  /** At once, to a blank page; unkept work is dropped, kept work is already on the disk. */
  leaveQuickly(): void
  /** Saves, for a few seconds at most. False where words would go with the page: then it must not end just now. */
  mayEnd(): Promise<boolean>
  /** Takes the place over from another tab. */
  takeOver(): Promise<Screens.Outcome>
  uncover(): void
  stay(): void
  /** Holds the lock off until this time (milliseconds), behind a blank cover; null ends it. */
  meetingUntil(time: number | null): void

  /** The open place, and all that opens with it, opens in this way from now on; other tabs lock. */
  changeLock(to: Screens.NewUnlock, proof: Screens.Proof): Promise<Screens.Outcome>
  /** A finger, a face or the phone's code as well as the words, on one's own device. */
  addPasskey(proof: Screens.Proof): Promise<Screens.Outcome>
  removePasskey(): Promise<Screens.Outcome>
  /** Locks after so many quiet minutes. */
  lockAfter(quiet_minutes: number): Promise<Screens.Outcome>
  /** Names stay off, or on, for whoever opens this here. */
  hideNames(hidden: boolean): Promise<Screens.Outcome>

  /** For one who is here already, another device; or, from the owner's own device alone, for somebody new. */
  invite(who: Screens.Member | 'somebody new'): Promise<Screens.Outcome<Screens.InvitationOffer>>
  /** An invitation of `space.invitations` opens nothing any more. */
  takeBack(invitation: string): Promise<Screens.Outcome>
  approve(request: string): Promise<Screens.Outcome>
  decline(request: string): Promise<Screens.Outcome>
  /** A card to print or to write down here: it opens nothing until it is added. */
  freshCard(): Promise<Screens.FreshCard>
  /** With `card`, one that opens this already, the fresh card is for whoever holds it: the way from a stale card to a fresh one. */
  addCard(secret: CardSecret, card?: CardSecret | null): Promise<Screens.Outcome>
  /*
   * What follows ends something. `card` is the owner's, scanned for this one act and then forgotten: it is needed where
   * `KnownDevice.mayRemove`, `turnable` and `OpenSpace.mayEnd` say so. Refused: nothing has changed.
   */
  /** A shared device, this one or another, becomes one person's. */
  turnInto(device: number, member: Screens.Member, card?: CardSecret | null): Promise<Screens.Outcome>
  /** A device or a card, by its `ix`, and every card that it brought in. What it wrote stays. */
  removeDevice(device: number, card?: CardSecret | null): Promise<Screens.Outcome>
  /** A person, with every device that lists them and all their cards. Never the owner. */
  removePerson(member: Screens.Member, card?: CardSecret | null): Promise<Screens.Outcome>
  /** Nothing more is written; `closed` can be taken back, `for ever` cannot. */
  close(how: 'closed' | 'for ever', card?: CardSecret | null): Promise<Screens.Outcome>
  reopen(card?: CardSecret | null): Promise<Screens.Outcome>
  /** "Remove this tablet": sends what waits, leaves, and forgets the place here. `unsent`: not without a signal. */
  leave(): Promise<Screens.Outcome>
  /** Real erasure: what comes along goes into a new place, and the old one is closed for ever. */
  beginAfresh(how: Screens.Afresh): Promise<Screens.Outcome>
  /** What has been ended goes from this device; on others it stays. */
  forgetEnded(): Promise<Screens.Outcome>
  /** From "removed": the explanation has been read. What was not sent stays, sealed, until its time is over. */
  putAwayRemoved(): void
  /** From "removed": what was kept goes now. */
  forgetRemoved(): Promise<Screens.Outcome>
  /** Says whether this card opens the open place. Changes nothing. */
  tryCard(secret: CardSecret): Promise<Screens.Outcome>
  tryReady(): Promise<Screens.ReadyReport>

  /** All of the open place as one file, for whoever has these words. It works when the disk is full, too. */
  makeCopy(passphrase: string): Promise<Screens.Outcome<Bytes>>
  /** All that is here, for a device that belongs, as one file. */
  makeChanges(): Promise<Screens.Outcome<Bytes>>
  /** What a file would bring to the open place; with words where it is a copy under words. */
  lookAtFile(data: Bytes, passphrase: string | null): Promise<Screens.Outcome<FileLook>>
  /** While nothing is open: a copy, judged in memory. Nothing is kept yet. */
  openCopy(data: Bytes, passphrase: string): Promise<Screens.Outcome<CopyLook>>
  /** What was kept here and is gone need not be told again. */
  forgetLost(): void
  /** Where a copy is read: it goes from this tablet. The file it came from stays where it is. */
  forgetCopy(): Promise<Screens.Outcome>
  /** Where a copy is read: the card lets this tablet in, and the stage is "open". */
  writeAgain(secret: CardSecret): Promise<Screens.Outcome>
}

export const kith: Kith = newKith(browserSurroundings())

/** Which screen is up: `kith.stage`. */
export const stage = kith.stage
