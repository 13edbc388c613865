/**
 * Whether a record may stand where it stands: README.md section 4, in its order, up to the device's chain.
 * The same rule runs at the server (P18). What is inside is opened by envelope.ts and judged by authorship.ts.
 */

import { areEqual } from './bytes.ts'
import { extend, type Head } from './chain.ts'
import type { Crypto } from './crypto.ts'
import { isSignedBy, type Record } from './envelope.ts'
import { Damaged, Suspicious, SyncError } from './errors.ts'
import { at, device, epochAt, isClosedAt, isRotationDueAt, type Membership } from './membership.ts'
import { type Device, mayWrite, wasActive } from './rights.ts'

/**
 * The device's head after `record`. `lastCtl`: the control entry that its record before named, 0 at first.
 * Throws Suspicious CTL_UNKNOWN (the record waits for the control chain), CHAIN_GAP or CHAIN_FORKED, and Damaged for
 * the rest.
 */
export async function accept(
  record: Record,
  state: Membership,
  head: Head,
  lastCtl: number,
  crypto: Crypto,
): Promise<Head> {
  const { header } = record
  if (!areEqual(header.space, state.space)) throw new Damaged('SPACE_MISMATCH')
  const n = at(state, header.ctl)
  if (n === null) throw new Suspicious('CTL_UNKNOWN')
  if (n < lastCtl) throw new Damaged('CTL_BACK')
  if (isClosedAt(state, n)) throw new Damaged('SPACE_CLOSED')
  const author = device(state, header.device)
  if (author === null || author.admittedN > n) throw new Damaged('AUTHOR_UNKNOWN')
  if (!wasActive(author, n) || isBeyondFinal(record, author)) throw new Damaged('AUTHOR_REMOVED')
  if (header.epoch !== epochAt(state, n) || isRotationDueAt(state, n)) throw new Damaged('EPOCH_WRONG')
  if (!mayWrite(author, header.by, n)) throw new Damaged('NOT_ALLOWED')
  if (!(await isSignedBy(record, author.ed, crypto))) throw new Damaged('SIGNATURE_BAD')
  return extend(head, record)
}

/**
 * How far these lead behind the device's head, one after another, each of them as `accept` has it. So it is all that an
 * honest server can have of the device: not whatever somebody says that a device has said.
 */
export async function furthest(
  records: readonly Record[],
  state: Membership,
  head: Head,
  lastCtl: number,
  crypto: Crypto,
): Promise<Head> {
  const openEnds = [{ end: head, ctl: lastCtl }]
  let last = head
  for (let open = openEnds.pop(); open !== undefined; open = openEnds.pop()) {
    const { end, ctl } = open
    if (end.seq > last.seq) last = end
    for (const record of records.filter(({ header }) => header.seq === end.seq + 1)) {
      const after = await accept(record, state, end, ctl, crypto).catch(refused)
      if (after !== null) openEnds.push({ end: after, ctl: at(state, record.header.ctl) ?? 0 })
    }
  }
  return last
}

function refused(error: unknown): null {
  if (error instanceof SyncError) return null
  throw error
}

/** Of a device that was removed, only the records up to its last one count, that very one included. */
function isBeyondFinal({ header, hash }: Record, { final }: Device): boolean {
  if (final === null) return false
  return header.seq > final.seq || (header.seq === final.seq && !areEqual(hash, final.hash))
}
