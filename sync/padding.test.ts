import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { codeOf, fromHex, vectors } from './cases.ts'
import { pad, padme, padPresence, unpad, unpadPresence } from './padding.ts'

interface Padded {
  readonly name: string
  readonly payload: string
  readonly padded: string
}
interface Cases {
  readonly sizes: readonly { readonly name: string; readonly size: number; readonly padded: number }[]
  readonly good: readonly Padded[]
  readonly refused: readonly Omit<Padded, 'payload'>[]
  readonly presence_good: readonly Padded[]
  readonly presence_refused: readonly Omit<Padded, 'payload'>[]
}

const cases = vectors<Cases>('padding')

test.each(cases.sizes)('$size bytes become $padded', ({ size, padded }) => {
  expect(padme(size)).toBe(padded)
})

describe.each([
  ['a record', pad, unpad, cases.good, cases.refused],
  ['presence', padPresence, unpadPresence, cases.presence_good, cases.presence_refused],
] as const)('%s', (_, hide, show, good, refused) => {
  test.each(good)('$name', ({ payload, padded }) => {
    expect(toHex(hide(fromHex(payload)))).toBe(padded)
    expect(toHex(show(fromHex(padded)))).toBe(payload)
  })

  test.each(refused)('$name is refused', async ({ padded }) => {
    expect(await codeOf(() => show(fromHex(padded)))).toBe('MALFORMED')
  })
})
