/** What the screens are told about the keeper's own place, beside the one that is open (P15). Types, and who keeps a device. */

import type { ReadonlySignal } from '@preact/signals-core'
import type { OwnDocument } from '../document/own-document.ts'
import type { InvitationOffer, JoiningState, OpenSpace, Outcome, Proof, Request } from './stage.ts'

/** Whose unlock opens a device: of the two, the one whose map it is, or the one who helps. */
export type Keeper = 'owner' | 'helper'

/** How the own place of whoever keeps this device stands. */
export type OwnStage =
  /** No two people's place is open, or this device no longer belongs to it. */
  | { readonly name: 'nowhere' }
  /** Nothing of their own has been made here. */
  | { readonly name: 'none'; readonly keeper: Keeper }
  /** It is here, and opens once its person shows that it is they: on a tablet that two share, or after another tab had it. */
  | { readonly name: 'closed'; readonly keeper: Keeper }
  /** This device has asked another of the same person's to be let in. */
  | { readonly name: 'joining'; readonly keeper: Keeper; readonly state: JoiningState }
  | OpenOwn

export interface OpenOwn {
  readonly name: 'open'
  readonly keeper: Keeper
  readonly space: OpenSpace
  readonly document: OwnDocument
  /** The id, in hex, of the space that it stands beside: notes are about people there. */
  readonly beside: string
  /** The same of the space that this one was begun anew from; '' where there is none. */
  readonly before: string
  /** Ids of the pairs' places that the same lock opens here, and that went on when this was opened. */
  readonly goingOn: readonly string[]
  /** Devices of the same person that ask to be let in: others are not shown. */
  readonly requests: ReadonlySignal<readonly Request[]>
}

export interface Own {
  readonly stage: ReadonlySignal<OwnStage>
  /** Opens it, and makes it where there is none: with no signal, too. Refused while the tablet is in the other's hands. */
  open(proof: Proof): Promise<Outcome>
  /** Saves, and lets go of its keys. */
  close(): Promise<void>
  /** A link for another device of the same person, of no use to anybody else's. */
  invite(): Promise<Outcome<InvitationOffer>>
  /** Where there is none: asks for the one that the link is of, and goes on asking after a restart. */
  takeUp(link: string, proof: Proof): Promise<Outcome>
  /** Gives up asking; what was made for it goes. */
  stopJoining(): Promise<void>
  answer(request: string, how: 'let in' | 'decline'): Promise<Outcome>
}

export function isKeeper(word: string): word is Keeper {
  return word === 'owner' || word === 'helper'
}

/** A tablet that two share is kept by the one who helps; any other by whom it lists. Null where it lists nobody. */
export function keeperOf(members: readonly number[]): Keeper | null {
  if (members.length === 0) return null
  return members.every((member) => member === 0) ? 'owner' : 'helper'
}
