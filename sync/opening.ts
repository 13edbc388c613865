/** Getting the keys of the space's epochs out of its control chain, for a device or a card that belongs. */

import { areEqual, type Bytes } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { type Entry, parse } from './entry.ts'
import { Damaged } from './errors.ts'
import { commitment, type DeviceKeys, openPrev, unwrap, wrapInfo } from './keys.ts'
import { device, epochAt, type Membership } from './membership.ts'
import type { Operation, Rotation, Wraps } from './operation.ts'
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

/**
 * The key of every epoch, by number, up to the newest that was wrapped for these keys; `chain` is what `state` was made
 * from. Throws Damaged AUTHOR_UNKNOWN, WRAP_BAD or COMMITMENT_BAD.
 */
export async function openEpochs(
  state: Membership,
  keys: DeviceKeys,
  chain: readonly Bytes[],
  crypto: Crypto,
): Promise<readonly Bytes[]> {
  const known = device(state, keys.id)
  if (known === null) throw new Damaged('AUTHOR_UNKNOWN')
  const newest = await newestWrap(state, known, chain, crypto)
  let epochKey = await unwrap(newest.wrapped, keys.box, newest.info, crypto)
  await checkCommitted(state, newest.epoch, epochKey, crypto)
  const found = [epochKey]
  for (let epoch = newest.epoch; epoch > 0; epoch--) {
    const { rotation, prev } = await beginningOf(state, epoch, chain, crypto)
    epochKey = await openPrev(rotation.prevBox, epochKey, { space: state.space, epoch, prev }, crypto)
    await checkCommitted(state, epoch - 1, epochKey, crypto)
    found.unshift(epochKey)
  }
  return found
}

interface Wrapped {
  readonly epoch: number
  readonly wrapped: Bytes
  readonly info: Bytes
}

async function newestWrap(state: Membership, known: Device, chain: readonly Bytes[], crypto: Crypto): Promise<Wrapped> {
  const came = chain[known.admittedN]
  const begun = state.epochs.map(({ n }) => n).filter((n) => n > known.admittedN)
  for (const raw of [...begun.reverse().map((n) => chain[n]), came]) {
    if (raw === undefined) continue
    const entry = await parse(raw, crypto)
    const wrapped = wrapsIn(entry.operation, known.ix).find(([ix]) => ix === known.ix)?.[1]
    const epoch = epochAt(state, entry.n)
    if (wrapped !== undefined) return { epoch, wrapped, info: wrapInfo(state.nonce, epoch, entry.prev, known.id) }
  }
  throw new Damaged('AUTHOR_UNKNOWN')
}

/** The entry that began this epoch, which is not the first. */
async function beginningOf(
  state: Membership,
  epoch: number,
  chain: readonly Bytes[],
  crypto: Crypto,
): Promise<{ readonly rotation: Rotation; readonly prev: Bytes }> {
  const raw = chain[state.epochs[epoch]?.n ?? -1]
  const entry = raw === undefined ? null : await parse(raw, crypto)
  const rotation = entry === null ? null : rotationIn(entry.operation)
  if (entry === null || rotation === null) throw new Damaged('AUTHOR_UNKNOWN')
  return { rotation, prev: entry.prev }
}

async function checkCommitted(state: Membership, epoch: number, epochKey: Bytes, crypto: Crypto): Promise<void> {
  const promised = state.epochs[epoch]?.commitment
  if (promised === undefined || !areEqual(await commitment(epochKey, crypto), promised)) {
    throw new Damaged('COMMITMENT_BAD')
  }
}

/** The new epoch that an operation begins, if it begins one. */
export function rotationIn(operation: Operation): Rotation | null {
  return operation.op === 'rotate' || operation.op === 'remove' ? operation.rotation : null
}

function wrapsIn(operation: Operation, ix: number): Wraps {
  switch (operation.op) {
    case 'genesis':
    case 'admit':
    case 'replace':
      return operation.wraps
    case 'card':
      return [[ix, operation.wrap]]
    default:
      return rotationIn(operation)?.wraps ?? []
  }
}
