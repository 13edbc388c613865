/**
 * Whether the log has come as far as what is shown ahead of it: only then can it say that this was wrong (P28). A server that
 * was restored, or one that leaves something out, says nothing about a snapshot.
 */

import { areEqual } from '../../../../sync/bytes.ts'
import { isSignedBy, parse } from '../../../../sync/envelope.ts'
import { Damaged } from '../../../../sync/errors.ts'
import type { Device } from '../../../../sync/rights.ts'
import { type AsideRecord, WAITS } from '../store/store.ts'
import type { Replica } from './replica.ts'

/** What a device said behind its end does not count, nor what it says anew, nor what comes after a record that fails. */
export async function hasReached(replica: Replica): Promise<boolean> {
  const { ahead, aside, ledger, state } = replica
  for (const [ix, seq] of ahead.covers) {
    const known = state.value.devices[ix]
    if (!known || aside.isOver(known.id)) continue
    const owed = Math.min(seq, known.final?.seq ?? seq)
    if (owed > ledger.value.head(known.id).seq && !(await hasFailed(known, replica))) return false
  }
  return true
}

/** Whether this device's next record is here, its own by its signature, and cannot be used. */
async function hasFailed(known: Device, replica: Replica): Promise<boolean> {
  for (const record of replica.aside.all) if (await isNext(record, known, replica)) return true
  return false
}

async function isNext({ bytes, why }: AsideRecord, known: Device, { ledger, parts }: Replica): Promise<boolean> {
  if (why === WAITS) return false
  const record = await parse(bytes, parts.crypto).catch(damaged)
  if (record === null || !areEqual(record.header.device, known.id)) return false
  const isNextOne = record.header.seq === ledger.value.head(known.id).seq + 1
  return isNextOne && (await isSignedBy(record, known.ed, parts.crypto))
}

function damaged(error: unknown): null {
  if (error instanceof Damaged) return null
  throw error
}
