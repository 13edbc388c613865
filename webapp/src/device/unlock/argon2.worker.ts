/** Derives one key from a passphrase, away from the page: the only script that may run WebAssembly (P37). */

import { argon2id } from 'hash-wasm'
import type { DerivationAnswer, DerivationRequest } from './derivation.ts'

addEventListener('message', ({ data }: MessageEvent<DerivationRequest>) => {
  derive(data).then(
    (key) => postMessage({ key } satisfies DerivationAnswer),
    () => postMessage({ key: null } satisfies DerivationAnswer),
  )
})

function derive({ passphrase, salt, memory_kib, passes, lanes }: DerivationRequest): Promise<Uint8Array> {
  return argon2id({
    password: passphrase,
    salt,
    memorySize: memory_kib,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  })
}
