/** From what is kept on this device back to the document: the cache, the records since, and what is not sealed yet. */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { type By, type Header, openPayload, type Payload, parse } from '../../../../sync/envelope.ts'
import { Damaged } from '../../../../sync/errors.ts'
import { device, type Membership } from '../../../../sync/membership.ts'
import { read } from '../../../../sync/yjs-update.ts'
import { DocumentBroken, StorageDamaged } from '../errors.ts'
import { appliedRow, ownRow } from './rows.ts'
import type { Kept, SpaceKeys, SpaceStore } from './store.ts'

export interface RestoringParts {
  readonly store: Pick<SpaceStore, 'ownFrom' | 'appliedFrom'>
  readonly crypto: Crypto
  readonly document: {
    start(state: Uint8Array): void
    applyRemote(updates: readonly Uint8Array[], fromOutside: boolean): void
  }
}

/**
 * Puts it all into the document, and gives the index of the device that first used each Yjs client id. Everything was judged
 * before it was stored, and is sealed by the vault key: it is opened, not judged again. Raises DeviceError; DocumentBroken where
 * the document cannot join it.
 */
export async function restored(
  kept: Kept,
  keys: Pick<SpaceKeys, 'epochs' | 'givenUp'>,
  { store, crypto, document }: RestoringParts,
  state: Membership,
  own: Bytes,
): Promise<Map<number, number>> {
  const updates: Bytes[] = []
  const clients = new Map(kept.state?.clients ?? [])
  const add = (update: Bytes, ix: number): void => {
    updates.push(update)
    for (const [client] of read(update).ranges) if (!clients.has(client)) clients.set(client, ix)
  }
  const open = async (records: readonly { readonly bytes: Bytes }[]): Promise<void> => {
    for (const { update, author } of await Promise.all(records.map(({ bytes }) => opened(bytes, keys, crypto)))) {
      if (update) add(update, device(state, author)?.ix ?? -1)
    }
  }
  for await (const page of ownRow(store, (kept.state?.ownSeq ?? 0) + 1)) await open(page)
  const ownIx = device(state, own)?.ix ?? -1
  for (const entry of kept.outbox) add(entry.update, ownIx)
  for await (const page of appliedRow(store, (kept.state?.applied ?? 0) + 1)) await open(page)
  try {
    if (kept.state) document.start(kept.state.update)
    document.applyRemote(updates, false)
  } catch (error) {
    throw new DocumentBroken(error)
  }
  return clients
}

/** Of this device's own record of that number; null where it is not here. */
export async function ownHash(
  seq: number,
  { store, crypto }: Pick<RestoringParts, 'store' | 'crypto'>,
): Promise<Bytes | null> {
  const [own] = seq > 0 ? await store.ownFrom(seq, 1) : []
  return own?.seq === seq ? (await parse(own.bytes, crypto)).hash : null
}

export interface Opened {
  readonly author: Bytes
  readonly by: By
  readonly seq: number
  readonly seen: Header['seen']
  readonly hash: Bytes
}

/** Raises StorageDamaged where no key for a record of our own keeping is here. */
export async function opened(
  bytes: Bytes,
  { epochs, givenUp = [] }: Pick<SpaceKeys, 'epochs' | 'givenUp'>,
  crypto: Crypto,
): Promise<Pick<Payload, 'ts' | 'update' | 'remark'> & Opened> {
  const record = await parse(bytes, crypto)
  const { device: author, by, seq, seen, epoch } = record.header
  for (const key of [...epochs.slice(epoch, epoch + 1), ...givenUp]) {
    const payload = await openPayload(record, key, crypto).catch(damaged)
    if (payload) return { ...payload, author, by, seq, seen, hash: record.hash }
  }
  throw new StorageDamaged('no key for a record')
}

function damaged(error: unknown): null {
  if (error instanceof Damaged) return null
  throw error
}
