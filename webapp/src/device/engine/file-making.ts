/** All that this device holds of its space, gathered for a file (P33): from memory and the store, so that a full disk is no hindrance. */

import type { Bytes } from '../../../../sync/bytes.ts'
import { parse } from '../../../../sync/envelope.ts'
import type { FileContents } from '../../../../sync/file-contents.ts'
import { unixSeconds } from '../clock.ts'
import { DeviceError } from '../errors.ts'
import type { By } from '../stage.ts'
import { opened } from '../store/restoring.ts'
import { appliedRow, ownRow, whole } from '../store/rows.ts'
import type { Replica } from './replica.ts'
import { sealNext } from './sealing.ts'

/**
 * What is written here is sealed first: from then on no other record of this device may ever stand in its place. So without
 * `maySeal`, where the disk takes nothing and this page may be lost, words go into a backup as they stand.
 */
export async function contentsFor(
  kind: 'backup' | 'hand-over',
  replica: Replica,
  maySeal: boolean,
): Promise<FileContents> {
  if (maySeal) await sealAll(replica)
  return replica.turns.take(async () => {
    const now = unixSeconds(replica.parts.clock)
    const sure = lastSure(replica)
    const shared = {
      space: replica.stored.space,
      madeAt: now,
      madeBy: replica.keys.id,
      entries: replica.chain,
      records: [...(await inOrder(replica, sure)), ...replica.aside.all.map(({ bytes }) => bytes)],
    }
    if (kind === 'hand-over') return { ...shared, epochKeys: [], loose: [] }
    const epochKeys = replica.stored.epochs.map((key, epoch) => [epoch, key] as const)
    const words = [...(await wordsAfter(sure, replica)), ...replica.outbox.all]
    return { ...shared, epochKeys, loose: words.map(({ by, update }) => ({ by, ts: now, update })) }
  })
}

/** A disk that takes nothing leaves the words where they are: they go into a backup as they stand. */
async function sealAll(replica: Replica): Promise<void> {
  try {
    await replica.outbox.save()
    while (await sealNext(replica));
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error
    replica.outbox.trouble(error)
  }
}

/**
 * The last own record that no later life of this device can contradict: on the disk, or with the server. One that is in memory
 * alone may be lost with this page, and then another is signed in its place (P18): it goes into no file.
 */
function lastSure({ ledger, keys, parts }: Replica): number {
  const { seq } = ledger.value.head(keys.id)
  const first = parts.store.ownInMemoryFrom?.() ?? null
  return first === null ? seq : Math.min(seq, Math.max(ledger.value.acked, first - 1))
}

/** The words of own records behind this one: those that go into no file. */
async function wordsAfter(
  seq: number,
  replica: Replica,
): Promise<readonly { readonly by: By; readonly update: Bytes }[]> {
  const { stored, parts } = replica
  const own = await whole(ownRow(parts.store, seq + 1))
  const all = await Promise.all(own.map(({ bytes }) => opened(bytes, stored, parts.crypto)))
  return all.flatMap(({ by, update }) => (update === null ? [] : [{ by, update }]))
}

/** Others' records in the order in which they were taken here, each of our own, up to this one, before the first that had seen it. */
async function inOrder(replica: Replica, head: number): Promise<readonly Bytes[]> {
  const { store, crypto } = replica.parts
  const own = (await whole(ownRow(store))).filter(({ seq }) => seq <= head)
  const ix = replica.self?.ix
  const records: Bytes[] = []
  let given = 0
  const give = (upTo: number): void => {
    for (let next = own[given]; next && next.seq <= upTo; next = own[given]) {
      records.push(next.bytes)
      given++
    }
  }
  for (const { bytes } of await whole(appliedRow(store))) {
    const { header } = await parse(bytes, crypto)
    give(header.seen.find(([who]) => who === ix)?.[1] ?? 0)
    records.push(bytes)
  }
  give(head)
  return records
}
