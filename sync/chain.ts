/**
 * What one device has said, in order: the rule for extending its chain of records.
 * The same rule runs in the server, in the tests and, as chain.py, in Python. Vectors: vectors/chain.json.
 */

import { areEqual, type Bytes } from './bytes.ts'
import type { Record } from './envelope.ts'
import { Suspicious } from './errors.ts'

/** The last record that is held from a device. */
export interface Head {
  readonly seq: number
  readonly hash: Bytes
}

/** Where every device begins. */
export const NO_HEAD: Head = { seq: 0, hash: new Uint8Array(32) }

/**
 * The head after `record`; the same head when it is that very record, sent again because an ACK was lost.
 * Throws Suspicious CHAIN_GAP when records are missing before it, CHAIN_FORKED when it contradicts what is held.
 */
export function extend(head: Head, record: Pick<Record, 'header' | 'hash'>): Head {
  const { seq, prev } = record.header
  if (seq === head.seq && areEqual(record.hash, head.hash)) return head
  if (seq > head.seq + 1) throw new Suspicious('CHAIN_GAP', `expected ${head.seq + 1}`)
  if (seq <= head.seq || !areEqual(prev, head.hash)) throw new Suspicious('CHAIN_FORKED', `at ${seq}`)
  return { seq, hash: record.hash }
}
