/** Which of several rings opens: to words that were said, or to the passkey that answers; and the ring of a new lock. */

import { areEqual } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { PasskeyRefused, PasskeyWrong, WrongPassphrase } from '../errors.ts'
import type { NewUnlock } from '../stage.ts'
import type { Derive } from './derivation.ts'
import type { Passkeys } from './passkeys.ts'
import type { Registered } from './registry.ts'
import { Ring, type RingRecord } from './vault.ts'
import { passkeySalt } from './ways-in.ts'

/** Raises WrongPassphrase, UnlockRefused, MemoryShort or StorageDamaged. */
export async function openedByWords(
  rings: readonly RingRecord[],
  passphrase: string,
  { crypto, derive }: { readonly crypto: Crypto; readonly derive: Derive },
): Promise<Ring> {
  const isSaid = passphrase !== '' && rings.some(({ lock }) => lock.kind === 'passphrase')
  for (const record of rings) {
    // Words that were said must fit: the ring that opens without any would take whatever is mistyped.
    if (isSaid && record.lock.kind === 'phone') continue
    try {
      return await Ring.open(record, passphrase, crypto, derive)
    } catch (error) {
      if (!(error instanceof WrongPassphrase)) throw error
    }
  }
  throw new WrongPassphrase()
}

/** Raises PasskeyWrong, PasskeyRefused or StorageDamaged. */
export async function openedByPasskey(rings: readonly RingRecord[], passkeys: Passkeys, crypto: Crypto): Promise<Ring> {
  const slots = rings.flatMap((record) => (record.passkey ? [{ record, slot: record.passkey }] : []))
  if (slots.length === 0) throw new PasskeyRefused('none here')
  const known = slots.map(async ({ record, slot }) => ({
    credential: slot.credential,
    salt: await passkeySalt(record.id, crypto),
  }))
  const { credential, secret } = await passkeys.ask(await Promise.all(known))
  const found = slots.find(({ slot }) => areEqual(slot.credential, credential))
  if (!found) throw new PasskeyWrong()
  return Ring.openByPasskey(found.record, found.slot, secret, crypto)
}

/** A new ring; or one in which nothing but its person's own place is left, where the same lock opens it. Raises as `openedByWords`. */
export async function ringOf(
  unlock: NewUnlock,
  { rings, places }: Pick<Registered, 'rings' | 'places'>,
  parts: { readonly crypto: Crypto; readonly derive: Derive },
): Promise<Ring> {
  const isUsed = (id: string): boolean => places.some(({ ring, isBeside = false }) => ring === id && !isBeside)
  const left = rings.filter(({ id, lock }) => lock.kind === unlock.kind && !isUsed(id))
  try {
    return await openedByWords(left, unlock.kind === 'phone' ? '' : unlock.passphrase, parts)
  } catch (error) {
    if (!(error instanceof WrongPassphrase)) throw error
    return Ring.make(unlock, parts.crypto, parts.derive)
  }
}
