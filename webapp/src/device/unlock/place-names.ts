/** Short texts about a place, sealed by its key: the names that the two had when it was last open, what is half typed there, and whether it has been ended. */

import { decode, encode } from '../../../../sync/encoding.ts'
import { array, text } from '../../../../sync/shape.ts'
import { StorageDamaged } from '../errors.ts'
import { openValue, type SealedValue, sealValue, vaultKey } from './sealed-value.ts'
import type { RingPlace } from './vault.ts'

export type Told = 'names' | 'half' | 'ended'

export async function sealTexts({ id, key }: RingPlace, what: Told, texts: readonly string[]): Promise<SealedValue> {
  return sealValue(await vaultKey(key), [what, id], encode(texts))
}

/** None where what is kept is damaged: the place opens without them. */
export async function openTexts(
  { id, key }: RingPlace,
  what: Told,
  sealed: SealedValue | null,
): Promise<readonly string[]> {
  if (!sealed) return []
  try {
    return array(decode(await openValue(await vaultKey(key), [what, id], sealed))).map((one) => text(one))
  } catch (error) {
    if (error instanceof StorageDamaged) return []
    throw error
  }
}
