/**
 * A file that only some may open: a copy of a space under words, or what one device brings to another (P33).
 * README.md section 8. What is inside is for file-contents.ts. Vectors: vectors/sealed_file.json.
 */

import { areEqual, areEqualInConstantTime, type Bytes, bytesOf, joined } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import { decode, encode, type Item, tagged } from './encoding.ts'
import { Damaged, Malformed, SyncError } from './errors.ts'
import { LIMITS } from './limits.ts'
import { pad, unpad } from './padding.ts'
import { array, octets, text, whole } from './shape.ts'

export type FileKind = 'backup' | 'hand-over'

/** How much work it takes to try a passphrase: Argon2id (RFC 9106, version 0x13). */
export interface KdfParameters {
  readonly memory_kib: number
  readonly passes: number
  readonly lanes: number
}

/** 32 bytes. Passed in, because sync is pure and this is not quick. `passphrase` is its bytes in normal form. */
export type Kdf = (passphrase: Bytes, salt: Bytes, parameters: KdfParameters) => Promise<Bytes>

/** How a new file is made; the defaults but in tests. */
export interface Making {
  readonly parameters?: KdfParameters
  readonly chunkBytes?: number
}

/** What anyone may see of a file before it is opened. */
interface Head {
  readonly kind: FileKind
  /** Of a backup. */
  readonly parameters: KdfParameters | null
  readonly salt: Bytes
  readonly chunkBytes: number
  readonly headerBytes: Bytes
  readonly commitment: Bytes
  /** All that stands before the chunks. */
  readonly sizeBytes: number
}

export const PARAMETERS: KdfParameters = { memory_kib: 64 * 1024, passes: 3, lanes: 1 }
export const FLOOR: KdfParameters = { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
export const CAP: KdfParameters = { memory_kib: 256 * 1024, passes: 10, lanes: 1 }

const MAGIC = bytesOf('kith-file\0')
const VERSION = 1
const CHUNK_BYTES = 65536
const SMALLEST_CHUNK_BYTES = 1024
const LARGEST_CHUNK_BYTES = 1048576
const SALT_BYTES = 16
const KEY_BYTES = 32
const CHECK_BYTES = 16
const TAG_BYTES = 16
const HEADER_MOST_BYTES = 1024
const KDF = 'argon2id'
const NOTHING = new Uint8Array(0)

/** What counts of a passphrase: other spaces and other ways to write an accent are the same words. */
export function normalForm(passphrase: string): string {
  return passphrase.trim().replaceAll(/\s+/g, ' ').normalize('NFC')
}

/** What sort of file this says it is. Throws Damaged FILE_BAD, FILE_VERSION, TOO_LARGE. */
export async function kindOf(data: Bytes, crypto: Crypto): Promise<FileKind> {
  return (await readHead(data, crypto)).kind
}

/** A backup of these contents, for whoever has the passphrase. Throws Damaged TOO_LARGE. */
export async function sealBackup(
  plain: Bytes,
  passphrase: string,
  kdf: Kdf,
  crypto: Crypto,
  { parameters = PARAMETERS, chunkBytes = CHUNK_BYTES }: Making = {},
): Promise<Bytes> {
  const salt = crypto.randomBytes(SALT_BYTES)
  const lock = [KDF, parameters.memory_kib, parameters.passes, parameters.lanes]
  const secret = await kdf(bytesOf(normalForm(passphrase)), salt, parameters)
  return sealed(encode(['backup', lock, salt, chunkBytes]), salt, secret, plain, chunkBytes, crypto)
}

/**
 * The contents of a backup. Throws Damaged: FILE_KIND if it is another sort of file, FILE_LOCKED for other words, FILE_BAD,
 * FILE_VERSION, TOO_LARGE. Parameters outside the floor and the cap are FILE_BAD before `kdf` is called.
 */
export async function openBackup(data: Bytes, passphrase: string, kdf: Kdf, crypto: Crypto): Promise<Bytes> {
  const head = await readHead(data, crypto)
  if (head.parameters === null) throw new Damaged('FILE_KIND')
  const secret = await kdf(bytesOf(normalForm(passphrase)), head.salt, head.parameters)
  return opened(data, head, [secret], crypto)
}

/** These contents for whoever holds the key of this epoch, the newest. Throws Damaged TOO_LARGE. */
export async function sealHandOver(
  plain: Bytes,
  epochKey: Bytes,
  crypto: Crypto,
  { chunkBytes = CHUNK_BYTES }: Making = {},
): Promise<Bytes> {
  const salt = crypto.randomBytes(SALT_BYTES)
  return sealed(encode(['hand-over', null, salt, chunkBytes]), salt, epochKey, plain, chunkBytes, crypto)
}

/** The contents of a hand-over file, by any of these keys. Throws Damaged as `openBackup` does. */
export async function openHandOver(data: Bytes, epochKeys: readonly Bytes[], crypto: Crypto): Promise<Bytes> {
  const head = await readHead(data, crypto)
  if (head.parameters !== null) throw new Damaged('FILE_KIND')
  return opened(data, head, epochKeys, crypto)
}

async function sealed(
  headerBytes: Bytes,
  salt: Bytes,
  secret: Bytes,
  plain: Bytes,
  chunkBytes: number,
  crypto: Crypto,
): Promise<Bytes> {
  const { key, commitment } = await keys(secret, salt, headerBytes, crypto)
  const size = new Uint8Array([headerBytes.length >> 8, headerBytes.length & 0xff])
  const before = joined(MAGIC, new Uint8Array([VERSION]), size, headerBytes, commitment)
  const parts = [before, await check(before, crypto)]
  const padded = pad(plain)
  for (let start = 0; start < padded.length; start += chunkBytes) {
    const nonce = nonceOf(start / chunkBytes, start + chunkBytes >= padded.length)
    parts.push(await crypto.aesSeal(key, nonce, padded.slice(start, start + chunkBytes), headerBytes))
  }
  if (parts.reduce((sum, part) => sum + part.length, 0) > LIMITS.file_bytes) throw new Damaged('TOO_LARGE')
  return joined(...parts)
}

async function readHead(data: Bytes, crypto: Crypto): Promise<Head> {
  if (data.length > LIMITS.file_bytes) throw new Damaged('TOO_LARGE')
  const at = MAGIC.length
  if (!areEqual(data.subarray(0, at), MAGIC) || data.length < at + 3) throw new Damaged('FILE_BAD', 'not ours')
  if (data[at] !== VERSION) throw new Damaged('FILE_VERSION')
  const size = (data[at + 1] ?? 0) * 0x100 + (data[at + 2] ?? 0)
  const end = at + 3 + size + KEY_BYTES
  if (size > HEADER_MOST_BYTES || data.length < end + CHECK_BYTES) throw new Damaged('FILE_BAD', 'ends too early')
  if (!areEqual(data.subarray(end, end + CHECK_BYTES), await check(data.slice(0, end), crypto))) {
    throw new Damaged('FILE_BAD', 'the beginning is damaged')
  }
  const headerBytes = data.slice(at + 3, at + 3 + size)
  return damagedIfMalformed(() => {
    const [kind, lock, salt, chunkBytes] = array(decode(headerBytes), 4)
    return {
      ...readLock(text(kind), lock),
      salt: octets(salt, SALT_BYTES),
      chunkBytes: whole(chunkBytes, SMALLEST_CHUNK_BYTES, LARGEST_CHUNK_BYTES),
      headerBytes,
      commitment: data.slice(end - KEY_BYTES, end),
      sizeBytes: end + CHECK_BYTES,
    }
  })
}

/** The kind, and how hard a passphrase is to try. Whatever is too weak or too much is refused here, before it runs. */
function readLock(kind: string, lock: Item | undefined): Pick<Head, 'kind' | 'parameters'> {
  if (kind === 'hand-over' && lock === null) return { kind, parameters: null }
  if (kind !== 'backup') throw new Damaged('FILE_VERSION', 'a kind of file that is not known')
  const [name, ...numbers] = array(lock)
  if (text(name) !== KDF) throw new Damaged('FILE_VERSION', 'a way of locking that is not known')
  const [memory, passes, lanes] = array(numbers, 3)
  const parameters = {
    memory_kib: whole(memory, FLOOR.memory_kib, CAP.memory_kib),
    passes: whole(passes, FLOOR.passes, CAP.passes),
    lanes: whole(lanes, FLOOR.lanes, CAP.lanes),
  }
  return { kind, parameters }
}

async function opened(data: Bytes, head: Head, secrets: readonly Bytes[], crypto: Crypto): Promise<Bytes> {
  for (const secret of secrets) {
    const { key, commitment } = await keys(secret, head.salt, head.headerBytes, crypto)
    if (areEqualInConstantTime(commitment, head.commitment)) return unsealed(data, head, key, crypto)
  }
  throw new Damaged('FILE_LOCKED')
}

async function unsealed(data: Bytes, head: Head, key: Bytes, crypto: Crypto): Promise<Bytes> {
  const step = head.chunkBytes + TAG_BYTES
  const chunks: Bytes[] = []
  try {
    for (let start = head.sizeBytes; start < data.length; start += step) {
      const nonce = nonceOf(chunks.length, start + step >= data.length)
      chunks.push(await crypto.aesOpen(key, nonce, data.slice(start, start + step), head.headerBytes))
    }
    return unpad(joined(...chunks))
  } catch (error) {
    if (error instanceof SyncError) throw new Damaged('FILE_BAD', 'a part is damaged or missing')
    throw error
  }
}

/** The key of the chunks, and what says that this is the one key they open under. */
async function keys(
  secret: Bytes,
  salt: Bytes,
  headerBytes: Bytes,
  crypto: Crypto,
): Promise<{ key: Bytes; commitment: Bytes }> {
  const root = await crypto.hkdf(secret, salt, tagged('file', [headerBytes]), KEY_BYTES)
  return {
    key: await crypto.hkdf(root, NOTHING, tagged('file-key', []), KEY_BYTES),
    commitment: await crypto.hkdf(root, NOTHING, tagged('file-commitment', []), KEY_BYTES),
  }
}

/** The chunk's number in 11 bytes, then whether it is the last. */
function nonceOf(ix: number, isLast: boolean): Bytes {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(7, ix)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Shows damage before any words are asked for. It proves nothing about who wrote it. */
async function check(before: Bytes, crypto: Crypto): Promise<Bytes> {
  return (await crypto.sha256(before)).slice(0, CHECK_BYTES)
}

function damagedIfMalformed<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof Malformed) throw new Damaged('FILE_BAD', error.message)
    throw error
  }
}
