/** What the TypeScript decoders answer to bytes: `ok`, or the code of the refusal; for differential.py. */

import { Authors, check } from '../../sync/authorship.ts'
import type { Bytes } from '../../sync/bytes.ts'
import { fromHex } from '../../sync/bytes.ts'
import { nativeCrypto } from '../../sync/crypto.ts'
import { digest } from '../../sync/digest.ts'
import { decode } from '../../sync/encoding.ts'
import { parse as parseEntry } from '../../sync/entry.ts'
import { openPayload, parse as parseRecord } from '../../sync/envelope.ts'
import { SyncError } from '../../sync/errors.ts'
import { contentsFromBytes } from '../../sync/file-contents.ts'
import { parseRequest } from '../../sync/joining.ts'
import { apply, replay } from '../../sync/membership.ts'
import { parse as parseMessage } from '../../sync/messages.ts'
import { openFrame, parseHeader } from '../../sync/presence.ts'
import { openHandOver } from '../../sync/sealed-file.ts'

const crypto = nativeCrypto(globalThis.crypto.subtle, (size) => globalThis.crypto.getRandomValues(new Uint8Array(size)))

export interface Ground {
  readonly key: string
  readonly space: string
  readonly entries: readonly string[]
}

export async function answering(ground: Ground): Promise<(decoder: string, hex: string) => Promise<string>> {
  const key = fromHex(ground.key)
  const space = fromHex(ground.space)
  const state = await replay(ground.entries.map(fromHex), crypto)
  const decoders: { readonly [name: string]: (bytes: Bytes) => unknown } = {
    encoding: (bytes) => decode(bytes),
    messages: parseMessage,
    entry: (bytes) => parseEntry(bytes, crypto),
    apply: (bytes) => apply(state, bytes, crypto),
    envelope: async (bytes) => openPayload(await parseRecord(bytes, crypto), key, crypto),
    update: (bytes) => check(bytes, 1, new Uint8Array(16), new Authors()),
    digest: (bytes) => digest(bytes, crypto),
    joining: parseRequest,
    presence: parseHeader,
    frame: (bytes) => openFrame({ header: bytes.slice(0, 80), box: bytes.slice(80) }, space, 0, key, 0, crypto),
    file: (bytes) => openHandOver(bytes, [key], crypto),
    contents: (bytes) => contentsFromBytes(bytes, 'backup'),
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
