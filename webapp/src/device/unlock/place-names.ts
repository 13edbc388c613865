/** The names that the two of a place had when it was last open, sealed by its key, for the list of places. */

import { decode, encode } from '../../../../sync/encoding.ts'
import { array, text } from '../../../../sync/shape.ts'
import { StorageDamaged } from '../errors.ts'
import { openValue, type SealedValue, sealValue, vaultKey } from './sealed-value.ts'
import type { RingPlace } from './vault.ts'

export async function sealNames({ id, key }: RingPlace, names: readonly string[]): Promise<SealedValue> {
  return sealValue(await vaultKey(key), ['names', id], encode(names))
}

/** None where what is kept is damaged: the place opens without them. */
export async function openNames({ id, key }: RingPlace, sealed: SealedValue | null): Promise<readonly string[]> {
  if (!sealed) return []
  try {
    return array(decode(await openValue(await vaultKey(key), ['names', id], sealed))).map((name) => text(name))
  } catch (error) {
    if (error instanceof StorageDamaged) return []
    throw error
  }
}
