/**
 * What was written upon a snapshot that the log did not bear out, said upon the log: registers and texts as the screen showed
 * them, and nothing about what no log has (P28): that is set apart. So no word that rests on a snapshot alone ever leaves this
 * device, and none is thrown away.
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { Membership } from '../../../../sync/membership.ts'
import { Ledger } from '../store/ledger.ts'
import { type RestoringParts, restored } from '../store/restoring.ts'
import { APPENDED_FROM, type Kept, NO_PROGRESS, type OutboxEntry, type SpaceKeys } from '../store/store.ts'
import { FIRST_KEY } from './outbox.ts'
import type { ReplicaParts } from './replica-parts.ts'
import { MOST_UNACKED } from './taken.ts'

/** What is kept, to go on with: written before anybody sees it. Raises DeviceError: then nothing happened. */
export async function saidUponTheLog(
  kept: Kept,
  keys: SpaceKeys,
  { store, crypto, document }: Pick<ReplicaParts, 'store' | 'crypto' | 'document'>,
  membership: Membership,
  own: Bytes,
): Promise<Kept> {
  if (kept.ahead?.isWrong !== true) return kept
  const beside = document.beside()
  const log = {
    start: (whole: Uint8Array): void => beside.apply([whole]),
    applyRemote: (updates: readonly Uint8Array[]): void => beside.apply(updates),
  }
  const progress = kept.progress ?? NO_PROGRESS
  const ownSeq = new Ledger(progress).head(own).seq
  // From the records alone: what waits in the outbox may be in the cache, and in what was taken back, and would count as said.
  const records = { ...kept, state: null, outbox: [] }
  const parts = { store: upTo(ownSeq, store), crypto, document: log }
  const clients = await restored(records, keys, parts, membership, own)
  const said = beside.sayAnew({ updates: kept.ahead.updates }, kept.outbox, crypto.randomBytes)
  const update = new Uint8Array(beside.encodeState())
  beside.close()
  const mine = kept.outbox.filter(({ key }) => key < APPENDED_FROM)
  const first = (mine[mine.length - 1]?.key ?? FIRST_KEY - 1) + 1
  const anew = said.flatMap((one) => one.anew)
  const outbox = anew.map(({ by, update: words }, place) => ({ key: first + place, by, update: new Uint8Array(words) }))
  const state = { applied: progress.applied, ownSeq, clients: [...clients], update }
  const short = new Set(said.filter(({ isWhole }) => !isWhole).map(({ written }) => written))
  const apart = {
    upon: [...kept.apart.upon, ...kept.ahead.updates, ...kept.outbox.filter((one) => !short.has(one)).map(updateOf)],
    words: [...kept.apart.words, ...kept.outbox.filter((one) => short.has(one)).map(updateOf)],
  }
  const takenBack = await store.ownFrom(ownSeq + 1, MOST_UNACKED)
  await store.write({
    outbox,
    outboxDone: kept.outbox.map(({ key }) => key),
    ownDone: takenBack.map(({ seq }) => seq),
    state,
    ahead: null,
    ...(short.size > 0 && { apart }),
  })
  return { ...kept, outbox, state, ahead: null }
}

const updateOf = ({ update }: OutboxEntry): Bytes => update

/** The store without this device's own records behind that one. */
function upTo(last: number, store: RestoringParts['store']): RestoringParts['store'] {
  return {
    ownFrom: async (seq, count) => (await store.ownFrom(seq, count)).filter((own) => own.seq <= last),
    appliedFrom: (number, count) => store.appliedFrom(number, count),
  }
}
