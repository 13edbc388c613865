import { expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { codeOf, fromHex, systemRandomness, vectors } from './cases.ts'
import { extend } from './chain.ts'
import { nativeCrypto } from './crypto.ts'
import { parse } from './envelope.ts'

interface JsonHead {
  readonly seq: number
  readonly hash: string
}
interface Cases {
  readonly cases: readonly {
    readonly name: string
    readonly head: JsonHead
    readonly record: string
    readonly after?: JsonHead
    readonly code?: string
  }[]
}

const crypto = nativeCrypto(globalThis.crypto.subtle, systemRandomness)

test.each(vectors<Cases>('chain').cases)('$name', async ({ head, record, after, code }) => {
  const parsed = await parse(fromHex(record), crypto)
  const found = await codeOf(() => {
    const { seq, hash } = extend({ seq: head.seq, hash: fromHex(head.hash) }, parsed)
    return { seq, hash: toHex(hash) }
  })
  expect(found).toEqual(code ?? after)
})
