/** Updates as they travel: several joined into one, and one rewritten in another hand. */

import * as Y from 'yjs'
import type { By } from '../../../sync/document.ts'

/** The same as all of these, one after another. */
export function mergedUpdates(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates])
}

/**
 * The same update with `by` as the author of every register: same ids, same clocks, same words. For what was said before
 * anybody knew whose tablet it would be; never for anything that has been sealed.
 */
export function inHand(update: Uint8Array, by: By): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update)
  const encoder = new Y.UpdateEncoderV1()
  const runs = runsOf(structs)
  encoder.writeLen(runs.length)
  for (const run of runs) {
    const [first] = run
    if (first === undefined) continue
    encoder.writeLen(run.length)
    encoder.writeClient(first.id.client)
    encoder.writeLen(first.id.clock)
    for (const struct of run) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny)
        struct.content.arr = struct.content.arr.map(by_(by))
      struct.write(encoder, 0)
    }
  }
  encoder.writeLen(ds.clients.size)
  for (const [client, gone] of ds.clients) {
    encoder.resetDsCurVal()
    encoder.writeLen(client)
    encoder.writeLen(gone.length)
    for (const { clock, len } of gone) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]

/** One for each client, in the order in which they stand. */
function runsOf(structs: readonly Struct[]): Struct[][] {
  const runs = new Map<number, Struct[]>()
  for (const struct of structs) runs.set(struct.id.client, [...(runs.get(struct.id.client) ?? []), struct])
  return [...runs.values()]
}

const by_ =
  (by: By) =>
  (value: unknown): unknown =>
    Array.isArray(value) && value.length === 3 ? [value[0], by, value[2]] : value
