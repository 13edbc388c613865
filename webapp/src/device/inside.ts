/** What lies behind the lock, in one part that comes while the lock shows (B4). What the lock needs may not import it. */

import { CardSecret } from '../../../sync/card.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { keepConversation, openWithCard, takeUpInvitation } from './entrance/arrivals.ts'
import { addCard, tryCard } from './entrance/cards.ts'
import { Copies } from './entrance/copies.ts'
import { changesOf, copyOf, lookedAt } from './entrance/files.ts'
import { OwnSpace } from './entrance/own-space.ts'
import { readScanned } from './entrance/scanned.ts'
import { Sitting } from './entrance/sitting.ts'
import { Unkept } from './entrance/unkept.ts'

export const parts = {
  ...{ CardSecret, SharedDocument, Copies, OwnSpace, Sitting, Unkept },
  ...{ keepConversation, openWithCard, takeUpInvitation, addCard, tryCard },
  ...{ changesOf, copyOf, lookedAt, readScanned },
} as const
