/** The derivation that runs in the app's worker gives what the agreement's vectors say, as Python's does; and it ends. */

import { argon2id } from 'hash-wasm'
import { describe, expect, test } from 'vitest'
import { toHex } from '../../../../sync/bytes.ts'
import vectors from '../../../../sync/vectors/sealed_file.json' with { type: 'json' }
import { type DerivationAnswer, type DerivationRequest, deriveInWorker, deriveKey } from './derivation.ts'

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

describe('a worker that the browser has cleared away without a word', () => {
  const REQUEST = { passphrase: new Uint8Array([1]), salt: new Uint8Array(16), memory_kib: 1, passes: 1, lanes: 1 }
  const KEY = new Uint8Array(32).fill(7)

  /** Workers of which the first few never answer; and how each one ended. */
  function workers(mute: number): { start: () => Worker; ended: boolean[] } {
    const ended: boolean[] = []
    const start = (): Worker => {
      const number = ended.push(false) - 1
      const worker = {
        onmessage: null as ((event: { data: DerivationAnswer }) => void) | null,
        postMessage: (_: DerivationRequest) => {
          if (number >= mute) queueMicrotask(() => worker.onmessage?.({ data: { key: KEY } }))
        },
        terminate: () => {
          ended[number] = true
        },
      }
      return worker as unknown as Worker
    }
    return { start, ended }
  }

  test('is ended, and another one derives the key', async () => {
    const { start, ended } = workers(1)
    expect(await deriveInWorker(start, 20)(REQUEST)).toEqual({ key: KEY })
    expect(ended).toEqual([true, true])
  })

  test('twice: whoever waits is told that it cannot be done just now', async () => {
    const { start, ended } = workers(2)
    expect(await deriveInWorker(start, 20)(REQUEST)).toEqual({ key: null })
    expect(ended).toEqual([true, true])
  })
})
