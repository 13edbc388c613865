/**
 * A device's word, in a request to join somebody's own space, that it is kept by the same person (P15). It is signed with the
 * key that the device has in the pair's space, so the pair's control chain says whose device it is. Vectors:
 * vectors/vouchers.json.
 */

import { type Bytes, fromHex, toHex } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { decode, encode, tagged } from './encoding.ts'
import { Damaged, SyncError } from './errors.ts'
import type { DeviceKeys } from './keys.ts'
import { device as deviceIn, type Membership } from './membership.ts'
import { type Device, isActive, OWNER } from './rights.ts'
import { array, octets } from './shape.ts'

/** What the request is for, and the keys that it asks for: a voucher is good for these alone. */
export interface Asking {
  readonly space: Bytes
  readonly invite: Bytes
  readonly ed: Bytes
  readonly x: Bytes
}

/** Whose unlock opens a device that lists these: of one that the owner shares with another, the other. */
export function keeper(members: readonly number[]): number | null {
  const others = members.filter((member) => member !== OWNER)
  if (others.length > 1 || members.length === 0) return null
  return others[0] ?? OWNER
}

/** What stands in the place of a name in the request of this device of the pair. */
export async function vouch(pair: Bytes, device: DeviceKeys, asking: Asking, crypto: Crypto): Promise<string> {
  const signature = await crypto.sign(device.signing, message(pair, device.id, asking))
  return toHex(encode([device.id, signature]))
}

/**
 * The device of the pair that vouches. Throws Damaged: REQUEST_BAD for what is no voucher for this request by one that
 * belongs to the pair now, and NOT_ALLOWED where it and `mine`, the device that is asked, are not kept by the same person.
 */
export async function checkVoucher(
  text: string,
  pair: Membership,
  mine: Pick<Device, 'members'>,
  asking: Asking,
  crypto: Crypto,
): Promise<Device> {
  const { id, signature } = read(text)
  const known = deviceIn(pair, id)
  if (known === null || known.paper || !isActive(known)) throw new Damaged('REQUEST_BAD')
  if (!(await crypto.verify(known.ed, message(pair.space, id, asking), signature))) throw new Damaged('REQUEST_BAD')
  const whose = keeper(known.members)
  if (whose === null || whose !== keeper(mine.members)) throw new Damaged('NOT_ALLOWED')
  return known
}

function read(text: string): { readonly id: Bytes; readonly signature: Bytes } {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new Damaged('REQUEST_BAD')
  try {
    const parts = array(decode(fromHex(text)), 2)
    return { id: octets(parts[0], 16), signature: octets(parts[1], 64) }
  } catch (error) {
    if (error instanceof SyncError) throw new Damaged('REQUEST_BAD')
    throw error
  }
}

function message(pair: Bytes, device: Bytes, { space, invite, ed, x }: Asking): Bytes {
  return tagged('voucher', [pair, device, space, invite, ed, x])
}
