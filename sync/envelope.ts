/**
 * One unit of the data log: a signed header that anyone can read, and a body that only the space can.
 * Vectors: vectors/envelope.json. Whether a record may stand where it stands is for acceptance.ts.
 */

import { type Bytes, joined } from './bytes.ts'
import type { Crypto, SigningKey } from './crypto.ts'
import { decode, encode, type Item, tagged } from './encoding.ts'
import { Damaged, Malformed, SyncError } from './errors.ts'
import { recordKey } from './keys.ts'
import { LIMITS } from './limits.ts'
import { pad, unpad } from './padding.ts'
import { parseAttest, parseNotice, parsePart, type Remark, remarkItems } from './remark.ts'
import { array, ascending, octets, whole } from './shape.ts'

/** Whose hand: a member's number, or both of a shared device. */
export type By = number | 'both'

export const UPDATE = 1
/** A part of one. */
export const SNAPSHOT = 2
export const ATTEST = 3
export const HEADS = 4
export const NOTICE = 5
export type Kind = typeof UPDATE | typeof SNAPSHOT | typeof ATTEST | typeof HEADS | typeof NOTICE

const VERSION = 1
const FORMAT = 'y1' // a Yjs update, version 1
const NONCE_BYTES = 12

/** What everyone may know about a record. */
export interface Header {
  readonly kind: Kind
  readonly space: Bytes
  readonly device: Bytes
  readonly seq: number
  readonly prev: Bytes
  readonly epoch: number
  /** The first 16 bytes of the hash of the control entry that the author had last applied. */
  readonly ctl: Bytes
  readonly by: By
  /** Device index, seq: the heads that moved since the device's last record. */
  readonly seen: readonly (readonly [ix: number, seq: number])[]
}

/** A record as it came: its bytes are kept and never encoded again. */
export interface Record {
  readonly header: Header
  readonly headerBytes: Bytes
  readonly body: Bytes
  /** SHA-256 of the body: what the signature and the hash cover. */
  readonly bodyHash: Bytes
  readonly signature: Bytes
  /** Whole. */
  readonly raw: Bytes
  readonly hash: Bytes
}

/** What a record says, once opened. */
export interface Payload {
  readonly schema: number
  /** Unix seconds, for display only. */
  readonly ts: number
  /** A Yjs update; none in a record of another kind than UPDATE. */
  readonly update: Bytes | null
  /** What a record of kind SNAPSHOT, ATTEST or NOTICE says. */
  readonly remark?: Remark
}

/** The record in these bytes. Throws Malformed, also for one that is too large. */
export async function parse(raw: Bytes, crypto: Crypto): Promise<Record> {
  if (raw.length > LIMITS.record_bytes) throw new Malformed('a record too large')
  const parts = array(decode(raw), 3)
  const headerBytes = octets(parts[0])
  const body = octets(parts[1])
  const signature = octets(parts[2], 64)
  const header = parseHeader(decode(headerBytes))
  const bodyHash = await crypto.sha256(body)
  const hash = await crypto.sha256(hashed(headerBytes, bodyHash, signature))
  return { header, headerBytes, body, bodyHash, signature, raw, hash }
}

/** The one record with this header and payload under this nonce. Throws Damaged TOO_LARGE. */
export async function seal(
  header: Header,
  payload: Payload,
  epochKey: Bytes,
  signingKey: SigningKey,
  nonce: Bytes,
  crypto: Crypto,
): Promise<Record> {
  const headerBytes = encode(headerItem(header))
  parseHeader(decode(headerBytes))
  const plain = pad(encode(payloadItems(payload, header.kind)))
  if (nonce.length !== NONCE_BYTES) throw new Malformed('a nonce of another size')
  const key = await recordKey(epochKey, header.space, header.device, crypto)
  const body = joined(nonce, await crypto.aesSeal(key, nonce, plain, headerBytes))
  const bodyHash = await crypto.sha256(body)
  const signature = await crypto.sign(signingKey, signed(headerBytes, bodyHash))
  const raw = encode([headerBytes, body, signature])
  if (raw.length > LIMITS.record_bytes) throw new Damaged('TOO_LARGE')
  const hash = await crypto.sha256(hashed(headerBytes, bodyHash, signature))
  return { header, headerBytes, body, bodyHash, signature, raw, hash }
}

/** Whether the device with this public key signed the record. */
export function isSignedBy(record: Record, edPublic: Bytes, crypto: Crypto): Promise<boolean> {
  return crypto.verify(edPublic, signed(record.headerBytes, record.bodyHash), record.signature)
}

/** What the record says. Throws Damaged DECRYPT_BAD, whatever is wrong inside. */
export async function openPayload(record: Record, epochKey: Bytes, crypto: Crypto): Promise<Payload> {
  const { header, headerBytes, body } = record
  const key = await recordKey(epochKey, header.space, header.device, crypto)
  if (body.length < NONCE_BYTES) throw new Damaged('DECRYPT_BAD')
  try {
    const padded = await crypto.aesOpen(key, body.subarray(0, NONCE_BYTES), body.subarray(NONCE_BYTES), headerBytes)
    return parsePayload(unpad(padded), header.kind)
  } catch (error) {
    if (error instanceof SyncError) throw new Damaged('DECRYPT_BAD')
    throw error
  }
}

/** A hand, as it stands in headers and registers. Throws Malformed. */
export function parseBy(item: Item | undefined): By {
  return item === 'both' ? 'both' : whole(item)
}

function signed(headerBytes: Bytes, bodyHash: Bytes): Bytes {
  return tagged('record', [headerBytes, bodyHash])
}

function hashed(headerBytes: Bytes, bodyHash: Bytes, signature: Bytes): Bytes {
  return tagged('record-hash', [headerBytes, bodyHash, signature])
}

function headerItem(header: Header): Item {
  const { kind, space, device, seq, prev, epoch, ctl, by, seen } = header
  return [VERSION, kind, space, device, seq, prev, epoch, ctl, by, seen]
}

function parseHeader(item: Item): Header {
  const [version, kind, space, device, seq, prev, epoch, ctl, by, seen] = array(item, 10)
  whole(version, VERSION, VERSION)
  if (!isKind(kind)) throw new Malformed('a kind of record that is not known')
  const heads = array(seen).map((pair) => {
    const [ix, headSeq] = array(pair, 2)
    return [whole(ix), whole(headSeq, 1)] as const
  })
  ascending(heads.map(([ix]) => ix))
  return {
    kind,
    space: octets(space, 16),
    device: octets(device, 16),
    seq: whole(seq, 1),
    prev: octets(prev, 32),
    epoch: whole(epoch),
    ctl: octets(ctl, 16),
    by: parseBy(by),
    seen: heads,
  }
}

const REMARKS = { [SNAPSHOT]: 'part', [ATTEST]: 'attest', [NOTICE]: 'notice' } as const

function isKind(item: Item | undefined): item is Kind {
  return item === UPDATE || item === HEADS || item === SNAPSHOT || item === ATTEST || item === NOTICE
}

function payloadItems({ schema, ts, update, remark }: Payload, kind: Kind): Item {
  const expected = kind === UPDATE || kind === HEADS ? undefined : REMARKS[kind]
  if ((update !== null) !== (kind === UPDATE) || remark?.type !== expected) {
    throw new Malformed('a payload of the wrong kind')
  }
  if (update !== null) return [schema, ts, FORMAT, update]
  return remark === undefined ? [schema, ts] : [schema, ts, ...remarkItems(remark)]
}

function parsePayload(plain: Bytes, kind: Kind): Payload {
  const [first, second, ...rest] = array(decode(plain))
  const [schema, ts] = [whole(first, 1), whole(second)]
  switch (kind) {
    case UPDATE:
      return { schema, ts, update: parseUpdate(rest) }
    case SNAPSHOT:
      return { schema, ts, update: null, remark: parsePart(rest) }
    case ATTEST:
      return { schema, ts, update: null, remark: parseAttest(rest) }
    case NOTICE:
      return { schema, ts, update: null, remark: parseNotice(rest) }
    case HEADS:
      array(rest, 0)
      return { schema, ts, update: null }
  }
}

function parseUpdate(items: readonly Item[]): Bytes {
  const [format, update] = array(items, 2)
  if (format !== FORMAT) throw new Malformed('an update in a form that is not known')
  return octets(update)
}
