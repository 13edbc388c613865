/** The keys of a space's epochs on this device: all of them are kept, because records of every epoch are. */

import type { Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { Damaged } from '../../../../sync/errors.ts'
import type { DeviceKeys } from '../../../../sync/keys.ts'
import { device, isClosedAt, isRotationDueAt, type Membership } from '../../../../sync/membership.ts'
import { openEpochs } from '../../../../sync/opening.ts'
import { isActive } from '../../../../sync/rights.ts'
import { StorageDamaged } from '../errors.ts'
import type { SpaceKeys } from '../store/store.ts'
import type { Replica } from './replica.ts'

/** The same keys with those of the epochs that began since. A wrap that does not open takes nothing away. */
export async function withEpochs(
  stored: SpaceKeys,
  state: Membership,
  keys: DeviceKeys,
  chain: readonly Bytes[],
  crypto: Crypto,
): Promise<SpaceKeys> {
  const self = device(state, keys.id)
  const isBehind = stored.epochs.length < state.epochs.length
  if (!isBehind || self === null || !isActive(self)) return stored
  try {
    return { ...stored, epochs: await openEpochs(state, keys, chain, crypto) }
  } catch (error) {
    if (error instanceof Damaged) return stored
    throw error
  }
}

/** Whether a record sealed now would be good: not once this device has gone, nor while a rotation is due or all is closed. */
export function canSeal({
  self,
  state,
  stored,
  doubts,
}: Pick<Replica, 'self' | 'state' | 'stored' | 'doubts'>): boolean {
  const { n } = state.value
  const isOpen = !isRotationDueAt(state.value, n) && !isClosedAt(state.value, n)
  const maySpeak = !doubts.isMuted.value && !doubts.isOver && !doubts.isKeptBack && !stored.parted
  return self !== null && isActive(self) && isOpen && maySpeak && presentKey(stored, state.value) !== null
}

/** The key of the newest epoch; null while this device cannot open it. */
export function presentKey(stored: SpaceKeys, state: Membership): Bytes | null {
  return stored.epochs[state.epochs.length - 1] ?? null
}

/** The key of the newest epoch. Raises StorageDamaged where it is not here. */
export function presentKeyOf(replica: { readonly stored: SpaceKeys }, state: Membership): Bytes {
  const key = presentKey(replica.stored, state)
  if (!key) throw new StorageDamaged('no key for the present epoch')
  return key
}
