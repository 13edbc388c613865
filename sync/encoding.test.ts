import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { codeOf, fromHex, itemOf, type JsonItem, vectors } from './cases.ts'
import { decode, encode, type Item, tagged } from './encoding.ts'
import { Malformed } from './errors.ts'

interface Cases {
  readonly good: readonly { readonly name: string; readonly item: JsonItem; readonly hex: string }[]
  readonly refused: readonly { readonly name: string; readonly hex: string }[]
  readonly tagged: readonly {
    readonly name: string
    readonly tag: string
    readonly item: JsonItem
    readonly hex: string
  }[]
}

const cases = vectors<Cases>('encoding')

describe('one value has one encoding', () => {
  test.each(cases.good)('$name', ({ item, hex }) => {
    expect(toHex(encode(itemOf(item)))).toBe(hex)
    expect(decode(fromHex(hex))).toEqual(itemOf(item))
  })

  test('for whatever can be encoded', () => {
    const bytes = fc.uint8Array().map((array) => new Uint8Array(array))
    const { tree } = fc.letrec<{ tree: Item; leaf: Item }>((tie) => ({
      leaf: fc.oneof(fc.constantFrom(null, true, false), fc.maxSafeInteger(), fc.string({ unit: 'binary' }), bytes),
      tree: fc.oneof({ maxDepth: 10 }, tie('leaf'), fc.array(tie('tree'), { maxLength: 30 })),
    }))
    fc.assert(
      fc.property(tree, (item) => {
        expect(decode(encode(item))).toEqual(item)
      }),
    )
  })

  test('for no two encodings', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const found = decodedOrNot(bytes)
        if (found) expect(toHex(encode(found.item))).toBe(toHex(bytes))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('anything else is refused', () => {
  test.each(cases.refused)('$name', async ({ hex }) => {
    expect(await codeOf(() => decode(fromHex(hex)))).toBe('MALFORMED')
  })

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '\ud83d', 'a\udc4b'])(
    '%j has no encoding',
    async (item) => {
      expect(await codeOf(() => encode(item))).toBe('MALFORMED')
    },
  )
})

describe('a tag names the purpose', () => {
  test.each(cases.tagged)('$name', ({ tag, item, hex }) => {
    expect(toHex(tagged(tag, itemOf(item)))).toBe(hex)
  })
})

function decodedOrNot(bytes: Uint8Array): { item: Item } | null {
  try {
    return { item: decode(bytes) }
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
