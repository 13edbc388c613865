/** What the server lacks of others: a file brought it, or a backup of the server forgot it. Offered again, signed as it is. */

import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { parse } from '../../../../sync/envelope.ts'
import { LIMITS } from '../../../../sync/limits.ts'
import type { Welcome } from '../../../../sync/messages.ts'
import type { Replica } from './replica.ts'

const PAGE = 256
/** Each device has the right to this many at once; its own come first, and what is left waits for the next meeting. */
const MOST_BYTES = LIMITS.push_bytes / 2

/** Whether a device's record that the server says it has is neither applied nor set aside here. */
export function lacks(heads: Welcome['heads'], { ledger, aside }: Replica): boolean {
  return heads.some(([id, seq]) => seq > Math.max(ledger.value.head(id).seq, aside.highest(toHex(id))))
}

/** The first of others' records that are good here and that the server had not at WELCOME, each device's in order. */
export async function lackedBy(heads: Welcome['heads'], replica: Replica): Promise<readonly Bytes[]> {
  const theirs = new Map(heads.map(([device, seq]) => [toHex(device), seq]))
  const { keys, ledger, parts, state } = replica
  const others = state.peek().devices.filter(({ id }) => !areEqual(id, keys.id))
  if (others.every(({ id }) => ledger.peek().head(id).seq <= (theirs.get(toHex(id)) ?? 0))) return []
  const lacked: Bytes[] = []
  let size = 0
  for (let number = 1; ; number += PAGE) {
    const page = await parts.store.appliedFrom(number, PAGE)
    for (const { bytes } of page) {
      const { header } = await parse(bytes, parts.crypto)
      if (header.seq <= (theirs.get(toHex(header.device)) ?? 0)) continue
      size += bytes.length
      if (lacked.length === LIMITS.push_records || size > MOST_BYTES) return lacked
      lacked.push(bytes)
    }
    if (page.length < PAGE) return lacked
  }
}
