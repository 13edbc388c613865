/** The cases of vectors/, and the cryptography that they are tried with. For tests alone. */

import { type Bytes, fromHex } from './bytes.ts'
import { type Crypto, nativeCrypto } from './crypto.ts'
import type { Item } from './encoding.ts'
import { type Noble, withFallback } from './fallback.ts'

const files = import.meta.glob<unknown>('./vectors/*.json', { eager: true, import: 'default' })

/** The names of all vector files, without their ending. */
export const vectorNames = Object.keys(files).map((path) => path.slice('./vectors/'.length, -'.json'.length))

/** A vector file. vectors/README.md says what is in it, and `Cases` repeats that. */
export function vectors<Cases>(name: string): Cases {
  const found = files[`./vectors/${name}.json`]
  if (found === undefined) throw new TypeError(`there is no vectors/${name}.json`)
  return found as Cases
}

/** An item as JSON has it: bytes are `{hex}`. */
export type JsonItem = null | boolean | number | string | { readonly hex: string } | readonly JsonItem[]

export function itemOf(json: JsonItem): Item {
  if (json === null || typeof json !== 'object') return json
  return 'hex' in json ? fromHex(json.hex) : json.map(itemOf)
}

export { fromHex }

/** WebCrypto alone, and with the fallback's curves: every case must come out the same in both. */
export function bothCryptos(noble: Noble, randomBytes = systemRandomness): [string, Crypto][] {
  const { subtle } = globalThis.crypto
  return [
    ['native', nativeCrypto(subtle, randomBytes)],
    ['fallback', withFallback(noble, subtle, randomBytes)],
  ]
}

export function systemRandomness(size: number): Bytes {
  return globalThis.crypto.getRandomValues(new Uint8Array(size))
}

/** Randomness that gives these, in their order, and then no more. */
export function repeatable(...given: readonly Bytes[]): (size: number) => Bytes {
  const left = [...given]
  return (size) => {
    const next = left.shift()
    if (next?.length !== size) throw new TypeError(`no ${size} random bytes were given`)
    return next
  }
}

/** The code with which `attempt` is refused; what it gives if it is not. */
export async function codeOf(attempt: () => unknown): Promise<unknown> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code
    throw error
  }
}
