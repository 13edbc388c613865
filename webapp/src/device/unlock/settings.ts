/** What a person has chosen about this device, its lock first of all, sealed beside their ring: who cannot open it cannot lengthen it (P31). */

import { decode, encode } from '../../../../sync/encoding.ts'
import { SyncError } from '../../../../sync/errors.ts'
import { array, flag, whole } from '../../../../sync/shape.ts'
import { StorageDamaged } from '../errors.ts'
import { openValue, type SealedValue, sealValue } from './sealed-value.ts'

export interface Settings {
  /** So many quiet minutes, then it locks. */
  readonly quiet_minutes: number
  /** Initials stand for everyone: others can see the screen. */
  readonly namesHidden: boolean
}

export const QUIET_MINUTES = [1, 2, 5, 10, 15, 30] as const
export const STANDARD_SETTINGS: Settings = { quiet_minutes: 5, namesHidden: false }

export async function sealSettings(ring: string, settings: Settings, key: CryptoKey): Promise<SealedValue> {
  return sealValue(key, ['ring-settings', ring], encode([settings.quiet_minutes, settings.namesHidden]))
}

/** The standard ones where there are none, or where they cannot be read: no choice of a lock is worth being locked out. */
export async function openSettings(
  record: { readonly id: string; readonly settings?: SealedValue },
  key: CryptoKey,
): Promise<Settings> {
  if (record.settings === undefined) return STANDARD_SETTINGS
  try {
    // An earlier version kept the first alone.
    const [quiet, hidden = false] = array(decode(await openValue(key, ['ring-settings', record.id], record.settings)))
    const most = QUIET_MINUTES[QUIET_MINUTES.length - 1]
    return { quiet_minutes: whole(quiet, QUIET_MINUTES[0], most), namesHidden: flag(hidden) }
  } catch (error) {
    if (error instanceof StorageDamaged || error instanceof SyncError) return STANDARD_SETTINGS
    throw error
  }
}
