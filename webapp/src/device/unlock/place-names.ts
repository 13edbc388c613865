/** What a place is called at the lock; and short texts about it, sealed by its key: the names that the two had when it was last open, what is half typed there, and whether it has been ended. */

import type { Crypto } from '../../../../sync/crypto.ts'
import { decode, encode } from '../../../../sync/encoding.ts'
import { array, text } from '../../../../sync/shape.ts'
import { StorageDamaged } from '../errors.ts'
import { openValue, type SealedValue, sealValue, vaultKey } from './sealed-value.ts'
import type { RingPlace } from './vault.ts'

export type Told = 'names' | 'half' | 'ended'

const MOST_ATTEMPTS = 50

/** A label that says nothing, and that no place here has: as long as there are enough of them. */
export function newLabel(
  places: readonly { readonly label: string }[],
  { crypto, labelFrom }: { readonly crypto: Pick<Crypto, 'randomBytes'>; labelFrom(bytes: Uint8Array): string },
): string {
  for (let attempt = 0; ; attempt++) {
    const label = labelFrom(crypto.randomBytes(2))
    if (attempt === MOST_ATTEMPTS || places.every((place) => place.label !== label)) return label
  }
}

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
