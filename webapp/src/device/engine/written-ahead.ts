/**
 * What was written upon a snapshot that the log did not bear out, said upon the log: registers and texts as the screen showed
 * them, and nothing about what no log has (P28). So no word that rests on a snapshot alone ever leaves this device.
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { Membership } from '../../../../sync/membership.ts'
import { restored } from '../store/restoring.ts'
import { APPENDED_FROM, type Kept, type OutboxEntry, type SpaceKeys } from '../store/store.ts'
import { FIRST_KEY } from './outbox.ts'
import type { ReplicaParts } from './replica-parts.ts'

/** The outbox to go on with, written before anybody sees it. Raises DeviceError: then nothing happened. */
export async function saidUponTheLog(
  kept: Kept,
  keys: SpaceKeys,
  { store, crypto, document }: Pick<ReplicaParts, 'store' | 'crypto' | 'document'>,
  state: Membership,
  own: Bytes,
): Promise<readonly OutboxEntry[]> {
  if (kept.ahead?.isWrong !== true) return kept.outbox
  const beside = document.beside()
  const log = {
    start: (whole: Uint8Array): void => beside.apply([whole]),
    applyRemote: (updates: readonly Uint8Array[]): void => beside.apply(updates),
  }
  await restored({ ...kept, outbox: [] }, keys, { store, crypto, document: log }, state, own)
  const said = beside.sayAnew(kept.ahead.updates, kept.outbox, crypto.randomBytes)
  beside.close()
  const mine = kept.outbox.filter(({ key }) => key < APPENDED_FROM)
  const first = (mine[mine.length - 1]?.key ?? FIRST_KEY - 1) + 1
  const anew = said.flatMap((one) => one.anew)
  const outbox = anew.map(({ by, update }, place) => ({ key: first + place, by, update: new Uint8Array(update) }))
  await store.write({ outbox, outboxDone: kept.outbox.map(({ key }) => key), ahead: null })
  return outbox
}
