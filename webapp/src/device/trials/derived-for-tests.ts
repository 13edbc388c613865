/** Argon2id as the app's worker runs it, in this thread: for tests only. It takes half a second, so each answer is remembered. */

import { argon2id } from 'hash-wasm'
import { toHex } from '../../../../sync/bytes.ts'
import type { Derive } from '../unlock/derivation.ts'

const remembered = new Map<string, Promise<Uint8Array>>()

export const derive: Derive = async (asked) => {
  const { passphrase, salt, memory_kib, passes, lanes } = asked
  const name = [...[passphrase, salt].map((bytes) => toHex(new Uint8Array(bytes))), memory_kib, passes, lanes].join()
  const answer =
    remembered.get(name) ??
    argon2id({
      password: passphrase,
      salt,
      memorySize: memory_kib,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    })
  remembered.set(name, answer)
  return { key: (await answer).slice() }
}
