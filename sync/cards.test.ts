import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { CardSecret, openWithCard } from './card.ts'
import { bothCryptos, codeOf, fromHex, vectors } from './cases.ts'
import { device, replay } from './membership.ts'

type Named<Fields> = readonly ({ readonly name: string } & Readonly<Fields>)[]
interface Cases {
  readonly cards: Named<{
    secret: string
    words: readonly string[]
    address: string
    qr: string
    sign_seed: string
    box_seed: string
    mac_key: string
    device: string
  }>
  readonly typed: Named<{ words: string; secret?: string; code?: string }>
  readonly scanned: Named<{ text: string; address?: string; secret?: string; code?: string }>
  readonly proofs: Named<{ entries: readonly string[]; secret: string; at: number; epoch_key?: string; code?: string }>
}

const cases = vectors<Cases>('cards')

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  test.each(cases.cards)('the card $name', async (given) => {
    const card = new CardSecret(fromHex(given.secret))
    expect(await card.words(crypto)).toEqual(given.words)
    expect(card.qr(given.address)).toBe(given.qr)
    const { device, macKey } = await card.keys(crypto)
    expect(toHex(device.signing.private)).toBe(given.sign_seed)
    expect(toHex(device.box.private)).toBe(given.box_seed)
    expect(toHex(macKey)).toBe(given.mac_key)
    expect(toHex(device.id)).toBe(given.device)
  })

  test.each(cases.typed)('$name', async ({ words, secret, code }) => {
    expect(await codeOf(async () => toHex((await CardSecret.fromWords(words, crypto)).secret))).toBe(code ?? secret)
  })

  test.each(cases.proofs)('$name', async ({ entries, secret, at, epoch_key, code }) => {
    const chain = entries.map(fromHex)
    const state = await replay(chain, crypto)
    const keys = await new CardSecret(fromHex(secret)).keys(crypto)
    const opened = async () => (await openWithCard(keys, state, chain, crypto)).map(toHex)
    expect(await codeOf(opened)).toEqual(code ?? [epoch_key])
    if (code === undefined) expect(device(state, keys.device.id)?.admittedN).toBe(at)
  })

  test('a card that never was before reads back', async () => {
    const card = CardSecret.fresh(crypto)
    expect(await CardSecret.fromWords((await card.words(crypto)).join('  ').toUpperCase(), crypto)).toEqual(card)
    expect(CardSecret.fromQr(card.qr('https://kith.example/'))).toEqual({ card, address: 'https://kith.example' })
  })
})

test.each(cases.scanned)('$name', async ({ text, address, secret, code }) => {
  const read = await codeOf(() => {
    const found = CardSecret.fromQr(text)
    return { address: found.address, secret: toHex(found.card.secret) }
  })
  expect(read).toEqual(code ?? { address, secret })
})
