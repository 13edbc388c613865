/** Updates as they travel: joined to a document, several made one, one rewritten in another hand, and what stands in for one. */

import * as Y from 'yjs'
import type { By } from '../../../sync/document.ts'

/**
 * A document with nothing in it. Of what was deleted it lets go, but not of types: clearing one away, Yjs stops in the middle, and
 * takes nothing more, when it comes upon something in it that is not deleted.
 */
export function emptyDoc(): Y.Doc {
  return new Y.Doc({ gcFilter: ({ content }) => !(content instanceof Y.ContentType) })
}

/**
 * Joins an update to the document. What of it came before is left out: Yjs would pass over it, but not before it had parted in
 * two whatever that names, and in the middle of a letter of two halves both halves would be lost.
 */
export function join(doc: Y.Doc, update: Uint8Array, origin?: unknown): void {
  const begins = [...Y.parseUpdateMeta(update).from]
  const isKnown = begins.some(([client, clock]) => clock < Y.getState(doc.store, client))
  Y.applyUpdate(doc, isKnown ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update, origin)
}

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
  for (const struct of structs) {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny)
      struct.content.arr = struct.content.arr.map(by_(by))
  }
  return encoded(structs, ds)
}

/**
 * An update that says nothing in the place of what this one said. Yjs lets what a device wrote wait until all is there that it
 * had written before: with this it need not.
 */
export function silenceOf(update: Uint8Array): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update)
  ds.clients.clear()
  return encoded(
    structs.map((struct) => (struct instanceof Y.Item ? new Y.GC(struct.id, struct.length) : struct)),
    ds,
  )
}

function encoded(structs: readonly Struct[], ds: Decoded['ds']): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const runs = runsOf(structs)
  encoder.writeLen(runs.length)
  for (const run of runs) {
    const [first] = run
    if (first === undefined) continue
    encoder.writeLen(run.length)
    encoder.writeClient(first.id.client)
    encoder.writeLen(first.id.clock)
    for (const struct of run) struct.write(encoder, 0)
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
