/** Entries of the control chain as they come, held against what is known here. Nothing here is written. */

import { areEqual, type Bytes } from '../../../../sync/bytes.ts'
import type { Crypto } from '../../../../sync/crypto.ts'
import { parse } from '../../../../sync/entry.ts'
import { Damaged, Suspicious } from '../../../../sync/errors.ts'
import { apply, isOfWhoBelongs, type Membership } from '../../../../sync/membership.ts'
import { isFinalBack } from '../../../../sync/removal.ts'
import type { Ledger } from '../store/ledger.ts'

export interface Known {
  readonly chain: readonly Bytes[]
  readonly state: Membership
  readonly ledger: Ledger
  readonly own: Bytes
  /** Of this device's own record of that number, as it is kept here. */
  ownHash(seq: number): Promise<Bytes | null>
}

export interface Followed {
  readonly state: Membership
  /** The good ones that are new. */
  readonly fresh: readonly Bytes[]
  /** Why the next one was not taken: Damaged or Suspicious. */
  readonly trouble: unknown
}

/** What is good of these entries, up to the first that does not follow what is known. */
export async function follow(
  known: Known,
  fromN: number,
  entries: readonly Bytes[],
  crypto: Crypto,
): Promise<Followed> {
  let { state } = known
  const fresh: Bytes[] = []
  for (const [place, entry] of entries.entries()) {
    const before = known.chain[fromN + place]
    if (before !== undefined && areEqual(before, entry)) continue
    try {
      if (before !== undefined) throw new Damaged('CHAIN_BROKEN', `at ${fromN + place}`)
      const after = await apply(state, entry, crypto)
      await checkFinal(after, known)
      state = after
    } catch (trouble) {
      const isSecond = trouble instanceof Damaged && trouble.code === 'CHAIN_BROKEN'
      const isFork = isSecond && (await isMeantFor(fromN + place, entry, state, crypto))
      return { state, fresh, trouble: isFork ? new Suspicious('FORK_CONTROL', `at ${fromN + place}`) : trouble }
    }
    fresh.push(entry)
  }
  return { state, fresh, trouble: null }
}

/** A server could make up or alter an entry: only somebody who belongs can make a second one for a place. */
async function isMeantFor(n: number, entry: Bytes, state: Membership, crypto: Crypto): Promise<boolean> {
  try {
    const parsed = await parse(entry, crypto)
    return parsed.n === n && (await isOfWhoBelongs(parsed, state, crypto))
  } catch (error) {
    if (error instanceof Damaged) return false
    throw error
  }
}

/**
 * P17: nobody's last record is before one that was verified here, or another. Of this device's own, what the server has counts;
 * and one that goes on under new keys, be it this one's copy, says itself which of its records stand (P22).
 */
async function checkFinal({ devices, n }: Membership, { ledger, own, ownHash }: Known): Promise<void> {
  const newest = devices[devices.length - 1]
  for (const { id, ix, removedN, final } of devices) {
    if (removedN !== n || final === null) continue
    if (newest?.admittedN === n && newest.replaces === ix) continue
    const { acked } = ledger
    const seen = areEqual(id, own) ? { seq: acked, hash: (await ownHash(acked)) ?? final.hash } : ledger.head(id)
    if (isFinalBack(final, seen)) throw new Suspicious('FINAL_BACK')
  }
}
