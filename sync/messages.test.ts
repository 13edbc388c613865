import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { codeOf, fromHex, itemOf, type JsonItem, vectors } from './cases.ts'
import { encode } from './encoding.ts'
import { parse, toBytes } from './messages.ts'

interface Cases {
  readonly good: readonly {
    readonly name: string
    readonly type: string
    readonly item: JsonItem
    readonly hex: string
  }[]
  readonly refused: readonly { readonly name: string; readonly hex: string }[]
}

const cases = vectors<Cases>('messages')

describe('parse and toBytes undo each other', () => {
  test.each(cases.good)('$name', ({ item, hex }) => {
    expect(toHex(toBytes(parse(fromHex(hex))))).toBe(hex)
    expect(toHex(encode(itemOf(item)))).toBe(hex)
  })

  test('for every message there is', () => {
    const types = new Set(cases.good.map(({ hex }) => parse(fromHex(hex)).type))
    expect(types.size).toBe(24)
  })
})

describe('anything else is refused', () => {
  test.each(cases.refused)('$name', async ({ hex }) => {
    expect(await codeOf(() => parse(fromHex(hex)))).toBe('MALFORMED')
  })
})
