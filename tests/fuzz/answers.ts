/** What the TypeScript decoders answer to bytes: `ok`, or the code of the refusal; for differential.py. */

import { Authors, check } from '../../sync/authorship.ts'
import { type Bytes, fromHex } from '../../sync/bytes.ts'
import { CardSecret } from '../../sync/card.ts'
import { nativeCrypto } from '../../sync/crypto.ts'
import { digest } from '../../sync/digest.ts'
import { decode } from '../../sync/encoding.ts'
import { parse as parseEntry } from '../../sync/entry.ts'
import { openPayload, parse as parseRecord } from '../../sync/envelope.ts'
import { SyncError } from '../../sync/errors.ts'
import { contentsFromBytes } from '../../sync/file-contents.ts'
import { fromLink, parseRequest } from '../../sync/joining.ts'
import { LIMITS } from '../../sync/limits.ts'
import { apply, replay } from '../../sync/membership.ts'
import { parse as parseMessage } from '../../sync/messages.ts'
import { openFrame, parseHeader } from '../../sync/presence.ts'
import { MOST_PARTS, type Part } from '../../sync/remark.ts'
import { openHandOver } from '../../sync/sealed-file.ts'
import { join } from '../../sync/snapshot.ts'
import { checkVoucher } from '../../sync/voucher.ts'

const crypto = nativeCrypto(globalThis.crypto.subtle, (size) => globalThis.crypto.getRandomValues(new Uint8Array(size)))

export interface Ground {
  readonly key: string
  readonly space: string
  readonly entries: readonly string[]
  /** Whom the device lists that is asked for a voucher, and what it is asked for: space, invitation, both keys. */
  readonly mine: readonly number[]
  readonly asking: readonly [space: string, invite: string, ed: string, x: string]
}

export async function answering(ground: Ground): Promise<(decoder: string, hex: string) => Promise<string>> {
  const key = fromHex(ground.key)
  const space = fromHex(ground.space)
  const state = await replay(ground.entries.map(fromHex), crypto)
  const [asked, invite, ed, x] = ground.asking
  const asking = { space: fromHex(asked), invite: fromHex(invite), ed: fromHex(ed), x: fromHex(x) }
  const decoders: { readonly [name: string]: (bytes: Bytes) => unknown } = {
    encoding: (bytes) => decode(bytes),
    messages: parseMessage,
    entry: (bytes) => parseEntry(bytes, crypto),
    apply: (bytes) => apply(state, bytes, crypto),
    envelope: async (bytes) => openPayload(await parseRecord(bytes, crypto), key, crypto),
    update: (bytes) => check(bytes, 1, new Uint8Array(16), new Authors()),
    digest: (bytes) => digest(bytes, crypto),
    joining: parseRequest,
    voucher: (bytes) => checkVoucher(text(bytes), state, { members: ground.mine }, asking, crypto),
    presence: parseHeader,
    frame: (bytes) => openFrame({ header: bytes.slice(0, 80), box: bytes.slice(80) }, space, 0, key, 0, crypto),
    file: (bytes) => openHandOver(bytes, [key], crypto),
    contents: (bytes) => contentsFromBytes(bytes, 'backup'),
    payload: async (bytes) => openPayload(await parseRecord(bytes, crypto), key, crypto),
    snapshot: joining,
    'snapshot-behind': joining,
    link: (bytes) => fromLink(text(bytes), crypto),
    qr: (bytes) => CardSecret.fromQr(text(bytes)),
    words: (bytes) => CardSecret.fromWords(text(bytes), crypto),
  }
  return async (decoder, hex) => {
    try {
      await decoders[decoder]?.(fromHex(hex))
      return 'ok'
    } catch (error) {
      return error instanceof SyncError ? error.code : `crash ${String(error)}`
    }
  }
}

/** One whose digest alone is another is as good as whole: all that stands before has been read. */
async function joining(state: Bytes): Promise<void> {
  await join(parts(state), crypto).catch((error: unknown) => {
    if (!(error instanceof SyncError && error.message.includes('another state than it says'))) throw error
  })
}

const text = (bytes: Bytes): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** A packed state, cut into parts of the usual size. */
function parts(state: Bytes): readonly Part[] {
  const size = LIMITS.snapshot_part_bytes
  const count = Math.min(Math.max(1, Math.ceil(state.length / size)), MOST_PARTS)
  return Array.from({ length: count }, (_, i) => ({
    type: 'part',
    index: i,
    count,
    position: i === 0 ? 1 : 0,
    covers: [],
    digest: new Uint8Array(i === 0 ? 32 : 0),
    piece: state.slice(i * size, (i + 1) * size),
  }))
}
