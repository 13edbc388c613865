/** Getting the space's key out of its control chain, for a device or a card that belongs. */

import { areEqual, type Bytes } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { type Entry, type Operation, parse, type Wraps } from './entry.ts'
import { Damaged } from './errors.ts'
import { commitment, type DeviceKeys, unwrap, wrapInfo } from './keys.ts'
import { device, epochAt, type Membership } from './membership.ts'
import type { Device } from './rights.ts'

/**
 * The entry that made the device or card belong; `chain` is what `state` was made from.
 * Throws Damaged AUTHOR_UNKNOWN if none did.
 */
export async function introduction(
  state: Membership,
  id: Bytes,
  chain: readonly Bytes[],
  crypto: Crypto,
): Promise<{ device: Device; entry: Entry }> {
  const known = device(state, id)
  const raw = known === null ? undefined : chain[known.admittedN]
  if (known === null || raw === undefined) throw new Damaged('AUTHOR_UNKNOWN')
  return { device: known, entry: await parse(raw, crypto) }
}

/** The epoch key that was wrapped for these keys. Throws Damaged AUTHOR_UNKNOWN, WRAP_BAD or COMMITMENT_BAD. */
export async function openEpoch(
  state: Membership,
  keys: DeviceKeys,
  chain: readonly Bytes[],
  crypto: Crypto,
): Promise<Bytes> {
  const { device, entry } = await introduction(state, keys.id, chain, crypto)
  const wrapped = wrapsIn(entry.operation, device.ix).find(([ix]) => ix === device.ix)
  if (wrapped === undefined) throw new Damaged('AUTHOR_UNKNOWN')
  const ix = epochAt(state, entry.n)
  const epochKey = await unwrap(wrapped[1], keys.box, wrapInfo(state.nonce, ix, entry.prev, keys.id), crypto)
  const promised = state.epochs[ix]?.commitment
  if (promised === undefined || !areEqual(await commitment(epochKey, crypto), promised)) {
    throw new Damaged('COMMITMENT_BAD')
  }
  return epochKey
}

function wrapsIn(operation: Operation, ix: number): Wraps {
  switch (operation.op) {
    case 'genesis':
    case 'admit':
      return operation.wraps
    case 'card':
      return [[ix, operation.wrap]]
    case 'invite':
      return []
  }
}
