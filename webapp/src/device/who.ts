/** What the screens are told about who can open a place: devices, cards, invitations, and whether it has ended. Types only. */

import type { CardSecret } from '../../../sync/card.ts'
import type { Member } from './stage.ts'

/** A line of "Who can open this". */
export interface KnownDevice {
  readonly ix: number
  readonly members: readonly Member[]
  /** A key card: paper. */
  readonly paper: boolean
  readonly thisOne: boolean
  /** The device or card that let it in; null for the first. */
  readonly introducedBy: number | null
  /** Unix seconds, by the clock of whoever let it in; for display only. */
  readonly since: number
  readonly here: boolean
  /** A card that whoever handed it over may have copied, and that is its holder's only way in: time for a fresh one. */
  readonly stale: boolean
  /** Unix seconds; null while it belongs. What was removed stays in the list, so that history can name it. */
  readonly removed: number | null
  /** Who may remove it: this device, or the owner's card shown to it. */
  readonly mayRemove: Permission
  /** For each member of a shared device, who may make it that member's alone; empty for cards and what was removed. */
  readonly turnable: readonly { readonly member: Member; readonly may: Permission }[]
}

/** Whether this device may, or may once the owner's card is shown to it. */
export type Permission = 'here' | 'with the card' | 'no'

/** An invitation that nobody has taken up yet. */
export interface OpenInvitation {
  readonly id: string
  readonly members: readonly Member[]
  /** Unix seconds. */
  readonly expires: number
  readonly mayTakeBack: boolean
}

/** `closed`: nothing more is written, and it may be opened again. */
export type Ending = 'open' | 'closed' | 'for ever'

/** When it was closed, and by whom. Unix seconds, by the clock of whoever closed it; for display only. */
export interface Ended {
  readonly at: number
  /** Until when it may be opened again; null where it never may. */
  readonly until: number | null
  readonly by: Member
  readonly isByThisOne: boolean
  /** A new place was begun with what was to come along. */
  readonly isFollowed: boolean
}

/** Twelve words and a square that nobody has had before. They are in memory only, while the card is written or printed. */
export interface FreshCard {
  readonly secret: CardSecret
  readonly words: readonly string[]
  /** What its square says. */
  readonly link: string
}

/** A person who has opened an invitation and waits to be let in. */
export interface Request {
  readonly id: string
  readonly member: Member
  /** As they typed it; '' when it could not be read. */
  readonly name: string
  /** Four words that both read aloud. */
  readonly words: readonly string[]
}

export interface InvitationOffer {
  readonly link: string
  /** Unix seconds, by this device's clock. */
  readonly expires: number
}

/** Records of one device that could not be used, or that wait for others. */
export interface AsideLine {
  /** Its index in the control chain; null for bytes that name none. */
  readonly device: number | null
  readonly waits: boolean
  readonly count: number
}
