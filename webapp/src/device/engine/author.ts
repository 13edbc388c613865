/** Who signs an entry: this device, or a card that was scanned for that one act and is forgotten after it (P9). */

import type { CardSecret } from '../../../../sync/card.ts'
import { Refused } from '../../../../sync/errors.ts'
import type { DeviceKeys } from '../../../../sync/keys.ts'
import { device } from '../../../../sync/membership.ts'
import { isActive } from '../../../../sync/rights.ts'
import type { Replica } from './replica.ts'

/**
 * The entry of a card goes over this device's own socket: whoever brings an entry, it is judged by who signed it, so the
 * card needs no connection of its own. Raises Refused: CARD_OTHER for a card of another place, CARD_REMOVED for a cancelled one.
 */
export async function authorOf(replica: Replica, card: CardSecret | null): Promise<DeviceKeys> {
  if (card === null) return replica.keys
  const keys = (await card.keys(replica.parts.crypto)).device
  const known = device(replica.state.value, keys.id)
  if (known === null) throw new Refused('CARD_OTHER')
  if (!isActive(known)) throw new Refused('CARD_REMOVED')
  return keys
}
