import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { type Bytes, toHex } from './bytes.ts'
import { bothCryptos, codeOf, fromHex, itemOf, type JsonItem, repeatable, vectors } from './cases.ts'
import { nativeCrypto } from './crypto.ts'
import { decode } from './encoding.ts'
import { contentsFromBytes, contentsToBytes } from './file-contents.ts'
import {
  type FileKind,
  type Kdf,
  kindOf,
  normalForm,
  openBackup,
  openHandOver,
  sealBackup,
  sealHandOver,
} from './sealed-file.ts'

type Named<Fields> = readonly ({ readonly name: string } & Readonly<Fields>)[]
interface Parameters {
  readonly memory_kib: number
  readonly passes: number
  readonly lanes: number
}
interface Sealed {
  readonly salt: string
  readonly chunk_bytes: number
  readonly plain: string
  readonly file: string
}
interface Cases {
  readonly derivations: Named<{ passphrase: string; salt: string; key: string } & Parameters>
  readonly typed: Named<{ typed: string; hex: string }>
  readonly contents: Named<{ kind: FileKind; item: JsonItem; hex: string }>
  readonly refused_contents: Named<{ kind: FileKind; hex: string; code: string }>
  readonly backups: Named<{ passphrase: string } & Parameters & Sealed>
  readonly hand_overs: Named<{ epoch_key: string } & Sealed>
  readonly refused: Named<{
    file: string
    passphrase?: string
    epoch_keys?: readonly string[]
    derives: boolean
    code: string
  }>
}

const cases = vectors<Cases>('sealed_file')

/** The derivations of the vectors, counted. */
function derivation(): { kdf: Kdf; tried: () => number } {
  let tried = 0
  async function kdf(passphrase: Bytes, salt: Bytes, { memory_kib, passes, lanes }: Parameters): Promise<Bytes> {
    tried++
    const found = cases.derivations.find(
      (each) =>
        each.passphrase === toHex(passphrase) &&
        each.salt === toHex(salt) &&
        each.memory_kib === memory_kib &&
        each.passes === passes &&
        each.lanes === lanes,
    )
    if (!found) throw new TypeError('a derivation that nobody expected')
    return fromHex(found.key)
  }
  return { kdf, tried: () => tried }
}

test.each(cases.typed)('what counts of typed words: $name', ({ typed, hex }) => {
  expect(toHex(new TextEncoder().encode(normalForm(typed)))).toBe(hex)
})

test.each(cases.contents)('$name', ({ kind, item, hex }) => {
  expect(toHex(contentsToBytes(contentsFromBytes(fromHex(hex), kind)))).toBe(hex)
  expect(decode(fromHex(hex))).toEqual(itemOf(item))
})

test.each(cases.refused_contents)('$name is refused', async ({ kind, hex, code }) => {
  expect(await codeOf(() => contentsFromBytes(fromHex(hex), kind))).toBe(code)
})

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  test.each(cases.backups)('a backup: $name', async ({ passphrase, plain, file }) => {
    expect(await kindOf(fromHex(file), crypto)).toBe('backup')
    expect(toHex(await openBackup(fromHex(file), `  ${passphrase} `, derivation().kdf, crypto))).toBe(plain)
  })

  test.each(cases.hand_overs)('a hand-over file: $name', async ({ epoch_key, plain, file }) => {
    const keys = [new Uint8Array(32), fromHex(epoch_key)]
    expect(await kindOf(fromHex(file), crypto)).toBe('hand-over')
    expect(toHex(await openHandOver(fromHex(file), keys, crypto))).toBe(plain)
  })

  test.each(cases.refused)('$name is refused', async ({ file, passphrase, epoch_keys, derives, code }) => {
    const { kdf, tried } = derivation()
    const data = fromHex(file)
    const open = () =>
      epoch_keys ? openHandOver(data, epoch_keys.map(fromHex), crypto) : openBackup(data, passphrase ?? '', kdf, crypto)
    expect(await codeOf(open)).toBe(code)
    expect(tried()).toBe(derives ? 1 : 0)
  })
})

describe('written alike', () => {
  test.each(cases.backups)('a backup: $name', async ({ passphrase, salt, chunk_bytes, plain, file, ...asked }) => {
    const { memory_kib, passes, lanes } = asked
    const making = { parameters: { memory_kib, passes, lanes }, chunkBytes: chunk_bytes }
    const crypto = nativeCrypto(globalThis.crypto.subtle, repeatable(fromHex(salt)))
    expect(toHex(await sealBackup(fromHex(plain), passphrase, derivation().kdf, crypto, making))).toBe(file)
  })

  test.each(cases.hand_overs)('a hand-over file: $name', async ({ epoch_key, salt, chunk_bytes, plain, file }) => {
    const crypto = nativeCrypto(globalThis.crypto.subtle, repeatable(fromHex(salt)))
    const making = { chunkBytes: chunk_bytes }
    expect(toHex(await sealHandOver(fromHex(plain), fromHex(epoch_key), crypto, making))).toBe(file)
  })
})
