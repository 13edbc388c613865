/** The beginnings of a place on this device, each as one Change: founded here, opened with a card, or asked to be let into. */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { CardSecret } from '../../../../sync/card.ts'
import { genesis } from '../../../../sync/control.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { newDeviceKeys } from '../../../../sync/keys.ts'
import { begin } from '../../../../sync/membership.ts'
import { OWNER } from '../../../../sync/rights.ts'
import { OwnDocument } from '../../document/own-document.ts'
import { type Clock, unixSeconds } from '../clock.ts'
import { FIRST_KEY } from '../engine/outbox.ts'
import type { By, Member } from '../stage.ts'
import { type Change, NO_PROGRESS } from '../store/store.ts'
import { Unkept } from './unkept.ts'

export interface Founding {
  /** Who writes on this device. */
  readonly listed: readonly Member[]
  readonly memberCount?: number
  readonly card: CardSecret | null
  /** Everything said so far, in order. */
  readonly changes: readonly { readonly by: By; readonly update: Bytes }[]
  /** The space that this one takes the place of. */
  readonly predecessor?: Bytes | undefined
}

const PAIR_MEMBERS = 2

/** One person's own space: nobody else ever comes into it (P15). */
export function foundOwn(crypto: Crypto, clock: Clock): Promise<Change> {
  const document = new OwnDocument({ now: () => clock.now(), thisMember: OWNER })
  const listed = [OWNER]
  const unkept = new Unkept(document)
  document.begin()
  const changes = unkept.said(listed)
  unkept.close()
  return found({ listed, memberCount: 1, card: null, changes }, crypto, clock)
}

/** A new space, of two if nothing else is said, with everything that was said before it was kept. */
export async function found(
  { listed, memberCount = PAIR_MEMBERS, card, changes, predecessor }: Founding,
  crypto: Crypto,
  clock: Clock,
): Promise<Change> {
  const author = await newDeviceKeys(crypto)
  const epochKey = crypto.randomBytes(32)
  const cards = card === null ? [] : [{ keys: await card.keys(crypto), holder: OWNER }]
  const nonce = crypto.randomBytes(16)
  const plan = {
    author,
    listed,
    memberCount,
    cards,
    epochKey,
    nonce,
    ts: unixSeconds(clock),
    ...(predecessor && { predecessor }),
  }
  const entry = await genesis(plan, crypto)
  const { space } = await begin(entry, crypto)
  return {
    keys: {
      space,
      signSeed: author.signing.private,
      boxSeed: author.box.private,
      epochs: [epochKey],
      joining: null,
      invitations: [],
    },
    control: [{ n: 0, bytes: entry }],
    progress: NO_PROGRESS,
    outbox: changes.map((change, place) => ({ key: FIRST_KEY + place, ...change })),
  }
}
