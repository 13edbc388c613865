/** Updates as they travel: joined to a document, several made one, one cut in parts or in another hand, and what stands in for one. */

import * as Y from 'yjs'
import type { By } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { inLots, inPieces } from './well-formed.ts'

/** What a record takes: room in 64 KiB for padding (at most 1 in 16 here), header, tag and signature. */
export const UPDATE_BYTES = 58 * 1024
/** A value is never cut in parts. What is larger nobody gave: with what names its place it would fit into no record. */
const VALUE_BYTES = UPDATE_BYTES - 3000
/** What a deleted range takes at most. */
const RANGE_BYTES = 20

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
 * The same as this update, in parts that follow one another, each of which a record takes: words are cut between letters, and
 * what is deleted comes last.
 */
export function inParts(update: Uint8Array): readonly Uint8Array[] {
  if (update.length <= UPDATE_BYTES) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const pieces = structs.flatMap(cut)
  const ranges = [...ds.clients].flatMap(([client, gone]) => gone.map((range) => [client, range] as const))
  return [
    ...inLots(pieces, (piece) => encoded([piece], NOTHING).length, UPDATE_BYTES).map((lot) => encoded(lot, NOTHING)),
    ...inLots(ranges, () => RANGE_BYTES, UPDATE_BYTES).map((lot) => encoded([], deleting(lot))),
  ]
}

/** How many bytes a value is written in. */
export function sizeOf(value: unknown): number {
  const encoder = new Y.UpdateEncoderV1()
  encoder.writeAny(value)
  return encoder.toUint8Array().length
}

/** Whether a value fits into a record, with what names its place. */
export const isWritable = (value: unknown): boolean => sizeOf(value) <= VALUE_BYTES

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

/** Words in pieces that a record takes, each behind the one before it. */
function cut(struct: Struct): readonly Struct[] {
  if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentString)) return [struct]
  const { id, rightOrigin, parent, parentSub, content } = struct
  let at = 0
  return inPieces(content.str, limits.insert_code_points).map((piece) => {
    const begin = Y.createID(id.client, id.clock + at)
    const origin = at === 0 ? struct.origin : Y.createID(id.client, id.clock + at - 1)
    at += piece.length
    return new Y.Item(begin, null, origin, null, rightOrigin, parent, parentSub, new Y.ContentString(piece))
  })
}

function deleting(ranges: readonly (readonly [client: number, range: DeletedRange])[]): Deleted {
  const clients = new Map<number, DeletedRange[]>()
  for (const [client, range] of ranges) clients.set(client, [...(clients.get(client) ?? []), range])
  return { clients }
}

function encoded(structs: readonly Struct[], ds: Deleted): Uint8Array {
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
type DeletedRange = { readonly clock: number; readonly len: number }
type Deleted = { readonly clients: ReadonlyMap<number, readonly DeletedRange[]> }
const NOTHING: Deleted = { clients: new Map() }

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
