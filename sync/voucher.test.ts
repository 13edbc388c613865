import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { bothCryptos, codeOf, fromHex, vectors } from './cases.ts'
import { deviceKeysFromSeeds } from './keys.ts'
import { replay } from './membership.ts'
import { checkVoucher, keeper, vouch } from './voucher.ts'

interface Given {
  readonly name: string
  readonly asked: number
  readonly asks: number | null
  readonly signing_seed: string
  readonly box_seed: string
  readonly space: string
  readonly invite: string
  readonly ed: string
  readonly x: string
  readonly voucher: string
}

interface Cases {
  readonly pair: readonly string[]
  readonly good: readonly Given[]
  readonly refused: readonly (Given & { readonly code: string })[]
  readonly keepers: readonly { readonly name: string; readonly members: number[]; readonly keeper: number | null }[]
}

const cases = vectors<Cases>('vouchers')
const askingOf = ({ space, invite, ed, x }: Given) => ({
  space: fromHex(space),
  invite: fromHex(invite),
  ed: fromHex(ed),
  x: fromHex(x),
})

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  const pairOf = () => replay(cases.pair.map(fromHex), crypto)

  test.each(cases.good)('$name', async (given) => {
    const pair = await pairOf()
    const keys = await deviceKeysFromSeeds(fromHex(given.signing_seed), fromHex(given.box_seed), crypto)
    expect(await vouch(pair.space, keys, askingOf(given), crypto)).toBe(given.voucher)
    const mine = { members: pair.devices[given.asked]?.members ?? [] }
    expect((await checkVoucher(given.voucher, pair, mine, askingOf(given), crypto)).ix).toBe(given.asks)
  })

  test.each(cases.refused)('$name', async (given) => {
    const pair = await pairOf()
    const mine = { members: pair.devices[given.asked]?.members ?? [] }
    expect(await codeOf(() => checkVoucher(given.voucher, pair, mine, askingOf(given), crypto))).toBe(given.code)
  })
})

test.each(cases.keepers)('$name', ({ members, keeper: expected }) => {
  expect(keeper(members)).toBe(expected)
})
