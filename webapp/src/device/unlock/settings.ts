/** What a person has chosen about the lock on this device, sealed beside their ring: who cannot open it cannot lengthen it (P31). */

import { decode, encode } from '../../../../sync/encoding.ts'
import { SyncError } from '../../../../sync/errors.ts'
import { array, whole } from '../../../../sync/shape.ts'
import { StorageDamaged } from '../errors.ts'
import { openValue, type SealedValue, sealValue } from './sealed-value.ts'

export interface Settings {
  /** So many quiet minutes, then it locks. */
  readonly quiet_minutes: number
}

export const QUIET_MINUTES = [1, 2, 5, 10, 15, 30] as const
export const STANDARD_SETTINGS: Settings = { quiet_minutes: 5 }

export async function sealSettings(ring: string, { quiet_minutes }: Settings, key: CryptoKey): Promise<SealedValue> {
  return sealValue(key, ['ring-settings', ring], encode([quiet_minutes]))
}

/** The standard ones where there are none, or where they cannot be read: no choice of a lock is worth being locked out. */
export async function openSettings(
  record: { readonly id: string; readonly settings?: SealedValue },
  key: CryptoKey,
): Promise<Settings> {
  if (record.settings === undefined) return STANDARD_SETTINGS
  try {
    const [quiet] = array(decode(await openValue(key, ['ring-settings', record.id], record.settings)))
    return { quiet_minutes: whole(quiet, QUIET_MINUTES[0], QUIET_MINUTES[QUIET_MINUTES.length - 1]) }
  } catch (error) {
    if (error instanceof StorageDamaged || error instanceof SyncError) return STANDARD_SETTINGS
    throw error
  }
}
