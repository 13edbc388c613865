/**
 * The pieces of a photograph, looked for where they are kept: in the log in the store, and in what is in no record yet. Nothing
 * holds them in memory; whoever opens a photograph waits for a look through the log.
 */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { SyncError } from '../../../../sync/errors.ts'
import { joinedPieces, leastOf, namedIn, pieceCrypto, type Sealing } from '../../document/photographs.ts'
import { StorageDamaged } from '../errors.ts'
import { opened } from '../store/restoring.ts'
import { appliedRow, ownRow } from '../store/rows.ts'
import type { Replica } from './replica.ts'

type Pieces = ReadonlyMap<string, Bytes>

/** What is kept of it here. Raises Damaged PIECES_BAD, StorageDamaged, StorageGone or StorageUnready. */
export async function photographIn(replica: Replica, sealing: Sealing): Promise<Bytes | 'coming'> {
  return (await joinedPieces(sealing, await readPieces(sealing, replica), replica.parts.crypto)) ?? 'coming'
}

/** What these changes carry of it, where nothing is kept. Raises Damaged PIECES_BAD. */
export async function photographAmong(
  updates: readonly { readonly update: Bytes }[],
  sealing: Sealing,
): Promise<Bytes | 'coming'> {
  const crypto = pieceCrypto()
  return (await joinedPieces(sealing, await piecesAmong(sealing, updates, crypto), crypto)) ?? 'coming'
}

async function readPieces(sealing: Sealing, replica: Replica): Promise<Pieces> {
  const { store, crypto } = replica.parts
  const found = new Map(await piecesAmong(sealing, replica.outbox.all, crypto))
  const isWhole = (): boolean => sealing.pieces.every((name) => found.has(name))
  for (const row of [ownRow(store), appliedRow(store)]) {
    if (isWhole()) break
    for await (const page of row) {
      // A record is larger than what is in it: those that are too small need not be opened.
      const large = page.filter(({ bytes }) => bytes.length > leastOf(sealing))
      const updates = await Promise.all(large.map(({ bytes }) => updateIn(bytes, replica)))
      const here = await piecesAmong(
        sealing,
        updates.flatMap((update) => (update ? [{ update }] : [])),
        crypto,
      )
      for (const [name, piece] of here) found.set(name, piece)
      if (isWhole()) break
    }
  }
  return found
}

async function piecesAmong(
  sealing: Sealing,
  updates: readonly { readonly update: Bytes }[],
  crypto: Crypto,
): Promise<Pieces> {
  const names = new Set(sealing.pieces)
  const large = updates.filter(({ update }) => update.length > leastOf(sealing))
  const found = await Promise.all(large.map(({ update }) => namedIn(update, names, crypto)))
  return new Map(found.flat())
}

/** What does not open here has been told of elsewhere. */
async function updateIn(bytes: Bytes, { stored, parts }: Replica): Promise<Bytes | null> {
  try {
    return (await opened(bytes, stored, parts.crypto)).update
  } catch (error) {
    if (error instanceof SyncError || error instanceof StorageDamaged) return null
    throw error
  }
}
