import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { accept, furthest } from './acceptance.ts'
import { toHex } from './bytes.ts'
import { bothCryptos, codeOf, fromHex, vectors } from './cases.ts'
import { parse } from './envelope.ts'
import { replay } from './membership.ts'

interface HeadInHex {
  readonly seq: number
  readonly hash: string
}
interface Cases {
  readonly chains: readonly { readonly name: string; readonly entries: readonly string[] }[]
  readonly cases: readonly {
    readonly name: string
    readonly chain: string
    readonly known: number
    readonly record: string
    readonly head: HeadInHex
    readonly last_ctl: number
    readonly after?: HeadInHex
    readonly code?: string
  }[]
  readonly lines: readonly {
    readonly name: string
    readonly chain: string
    readonly records: readonly string[]
    readonly head: HeadInHex
    readonly after: HeadInHex
  }[]
}

const { chains, cases, lines } = vectors<Cases>('acceptance')

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  test.each(cases)('$name', async ({ chain, known, record, head, last_ctl, after, code }) => {
    const entries = chains.find(({ name }) => name === chain)?.entries ?? []
    const state = await replay(entries.slice(0, known).map(fromHex), crypto)
    const before = { seq: head.seq, hash: fromHex(head.hash) }
    const answer = async () => {
      const { seq, hash } = await accept(await parse(fromHex(record), crypto), state, before, last_ctl, crypto)
      return { seq, hash: toHex(hash) }
    }
    expect(await codeOf(answer)).toEqual(code ?? after)
  })
  test.each(lines)('how far they lead: $name', async ({ chain, records, head, after }) => {
    const entries = chains.find(({ name }) => name === chain)?.entries ?? []
    const state = await replay(entries.map(fromHex), crypto)
    const parsed = await Promise.all(records.map((raw) => parse(fromHex(raw), crypto)))
    const before = { seq: head.seq, hash: fromHex(head.hash) }
    const { seq, hash } = await furthest(parsed, state, before, 0, crypto)
    expect({ seq, hash: toHex(hash) }).toEqual(after)
  })
})
