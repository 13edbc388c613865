/**
 * What a file brings (P33), judged like anything that a server says. Its records have no position here until a server tells
 * one; until then they stand below all positions. First a look that changes nothing, then, if the two want it, the taking.
 */

import { areEqual, type Bytes, toHex } from '../../../../sync/bytes.ts'
import { Damaged, Suspicious } from '../../../../sync/errors.ts'
import type { FileContents } from '../../../../sync/file-contents.ts'
import { apply, type Membership } from '../../../../sync/membership.ts'
import { type ReceivedRecord, WAITS } from '../store/store.ts'
import { withEpochs } from './epoch-keys.ts'
import { judge } from './reception.ts'
import type { Replica } from './replica.ts'
import { MOST_UNACKED, takeWaiting } from './taken.ts'

/** Of a file's records in one step on the disk. */
const AT_ONCE = 512

export interface FilePreview {
  /** Unix seconds, by the clock of whoever made it. */
  readonly madeAt: number
  /** Records that are not here yet and are good. */
  readonly fresh: number
  /** Records that build on others that are neither here nor in the file. */
  readonly waiting: number
  /** Records that cannot be true. */
  readonly refused: number
  /** Lines of who belongs that are not known here. */
  readonly entries: number
}

/** What taking it would bring; nothing changes. Raises Damaged SPACE_MISMATCH and others, Suspicious FORK_CONTROL. */
export function lookAt(contents: FileContents, replica: Replica): Promise<FilePreview> {
  return replica.turns.take(async () => {
    const { crypto } = replica.parts
    const { state, entries, chain } = await extended(contents, replica)
    const { epochs } = await withEpochs(replica.stored, state, replica.keys, chain, crypto)
    const authors = replica.known.authors(state.devices, replica.ahead.log)
    const judging = { crypto, state, own: replica.keys.id, epochs }
    const draft = replica.ledger.value.copy()
    try {
      let left = placed(contents.records, replica)
      let fresh = 0
      let refused = 0
      for (;;) {
        const { applied, own, aside } = await judge(left, draft, authors, judging)
        const waits = aside.filter(({ why }) => why === WAITS)
        fresh += applied.length + own.length
        refused += aside.length - waits.length
        if (applied.length + own.length === 0 || waits.length === 0) {
          return { madeAt: contents.madeAt, fresh, refused, waiting: waits.length, entries }
        }
        left = waits
      }
    } finally {
      replica.known.forget()
    }
  })
}

/** Takes it in: what is good is on the disk and in the document when this resolves. Raises as `lookAt` does, or DeviceError. */
export async function takeIn(contents: FileContents, replica: Replica): Promise<void> {
  await extended(contents, replica)
  await replica.extendControl(0, contents.entries)
  const records = placed(contents.records, replica)
  await replica.turns.take(async () => {
    for (let first = 0; first < records.length; first += AT_ONCE) {
      await replica.take(records.slice(first, first + AT_ONCE), replica.ledger.value.cursor)
    }
    await takeWaiting(replica)
    // This device's own, if it had forgotten any: the server may not have them.
    const { acked } = replica.ledger.value
    const head = replica.ledger.value.head(replica.keys.id).seq
    const unsent = await replica.parts.store.ownFrom(acked + 1, MOST_UNACKED)
    replica.setUnacked(unsent.filter(({ seq }) => seq <= head))
    replica.ahead.caughtUp()
  })
}

/** Below every position that is known here, in the file's order; what is set aside already is left out. */
function placed(records: readonly Bytes[], replica: Replica): readonly ReceivedRecord[] {
  const aside = new Set(replica.aside.all.map(({ bytes }) => toHex(bytes)))
  const news = aside.size === 0 ? records : records.filter((bytes) => !aside.has(toHex(bytes)))
  const first = Math.min(0, ...replica.aside.positions) - news.length
  return news.map((bytes, place) => ({ position: first + place, bytes }))
}

async function extended(
  { space, entries }: FileContents,
  replica: Replica,
): Promise<{ state: Membership; entries: number; chain: readonly Bytes[] }> {
  if (!areEqual(space, replica.stored.space)) throw new Damaged('SPACE_MISMATCH')
  let state = replica.state.value
  const known = replica.chain
  for (const [n, entry] of entries.entries()) {
    const mine = known[n]
    if (mine === undefined) state = await apply(state, entry, replica.parts.crypto)
    else if (!areEqual(mine, entry)) throw new Suspicious('FORK_CONTROL')
  }
  const chain = [...known, ...entries.slice(known.length)]
  return { state, chain, entries: chain.length - known.length }
}
