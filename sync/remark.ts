/**
 * What a record may say about the log itself, instead of changing the document: README.md section 4, kinds 2, 3 and 5.
 * Only form is judged here. Vectors: vectors/envelope.json.
 */

import type { Bytes } from './bytes.ts'
import type { Item } from './encoding.ts'
import { Malformed } from './errors.ts'
import { LIMITS } from './limits.ts'
import { array, ascending, flag, octets, text, whole } from './shape.ts'

/** A head: device index, seq, record hash. */
export type Cover = readonly [ix: number, seq: number, hash: Bytes]

/**
 * One of the parts of a snapshot, which stand in a row in their device's chain.
 * The first says what the snapshot is of; in the others position is 0, covers and digest are empty.
 */
export interface Part {
  readonly type: 'part'
  /** From 0. */
  readonly index: number
  readonly count: number
  /** The first that is not in it. */
  readonly position: number
  /** The heads whose records are in it. */
  readonly covers: readonly Cover[]
  readonly digest: Bytes
  readonly piece: Bytes
}

/** A device has built the state anew from the log, up to what a snapshot covers. */
export interface Attest {
  readonly type: 'attest'
  /** Of the snapshot's device. */
  readonly ix: number
  /** Of its first part. */
  readonly firstSeq: number
  /** Of the record with its last part. */
  readonly lastHash: Bytes
  /** Of what was built. */
  readonly digest: Bytes
  /** Whether the snapshot opens, and is the same. */
  readonly ok: boolean
}

/** A record is set aside at the device that says so (P23). A code that is not known here is kept as it came. */
/** Said by the device that goes on for the record's author: from this one on its words are said anew (P23). */
export const SAID_ANEW = 'SAID_ANEW'

export interface Notice {
  readonly type: 'notice'
  /** Of the record's device. */
  readonly ix: number
  readonly seq: number
  readonly hash: Bytes
  readonly code: string
}

export type Remark = Part | Attest | Notice

const FORMAT = 's1'
export const MOST_PARTS: number = Math.ceil(LIMITS.snapshot_bytes / LIMITS.snapshot_part_bytes)

/** Throws Malformed. */
export function parsePart(items: readonly Item[]): Part {
  const [format, index, count, position, covers, digest, piece] = array(items, 7)
  if (format !== FORMAT) throw new Malformed('a snapshot in a form that is not known')
  const total = whole(count, 1, MOST_PARTS)
  const place = whole(index, 0, total - 1)
  const heads = array(covers).map(coverOf)
  ascending(heads.map(([ix]) => ix))
  if (place > 0 && heads.length > 0) throw new Malformed('a later part of a snapshot that says what it is of')
  const found = octets(piece)
  if (found.length === 0 || found.length > LIMITS.snapshot_part_bytes) {
    throw new Malformed('a part of a snapshot that is empty or too large')
  }
  return {
    type: 'part',
    index: place,
    count: total,
    position: place === 0 ? whole(position, 1) : whole(position, 0, 0),
    covers: heads,
    digest: octets(digest, place === 0 ? 32 : 0),
    piece: found,
  }
}

/** Throws Malformed. */
export function parseAttest(items: readonly Item[]): Attest {
  const [ix, firstSeq, lastHash, digest, ok] = array(items, 5)
  return {
    type: 'attest',
    ix: whole(ix),
    firstSeq: whole(firstSeq, 1),
    lastHash: octets(lastHash, 32),
    digest: octets(digest, 32),
    ok: flag(ok),
  }
}

/** Throws Malformed. */
export function parseNotice(items: readonly Item[]): Notice {
  const [ix, seq, hash, code] = array(items, 4)
  if (text(code) === '') throw new Malformed('a notice without a code')
  return { type: 'notice', ix: whole(ix), seq: whole(seq, 1), hash: octets(hash, 32), code: text(code) }
}

/** What stands in the payload behind schema and time. */
export function remarkItems(remark: Remark): readonly Item[] {
  switch (remark.type) {
    case 'part': {
      const { index, count, position, covers, digest, piece } = remark
      return [FORMAT, index, count, position, covers, digest, piece]
    }
    case 'attest':
      return [remark.ix, remark.firstSeq, remark.lastHash, remark.digest, remark.ok]
    case 'notice':
      return [remark.ix, remark.seq, remark.hash, remark.code]
  }
}

function coverOf(item: Item): Cover {
  const [ix, seq, hash] = array(item, 3)
  return [whole(ix), whole(seq, 1), octets(hash, 32)]
}
