import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { bothCryptos, codeOf, fromHex, vectors } from './cases.ts'
import { goesOn } from './fork.ts'
import { replay } from './membership.ts'

interface Parting {
  readonly name: string
  readonly entries: readonly string[]
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
}
interface Cases {
  readonly cases: readonly (Parting & { readonly goes_on: boolean })[]
  readonly refused: readonly (Parting & { readonly code: string })[]
}

const { cases, refused } = vectors<Cases>('fork')

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  const answer = async ({ entries, ours, theirs }: Parting) =>
    goesOn(await replay(entries.map(fromHex), crypto), ours.map(fromHex), theirs.map(fromHex), crypto)

  test.each(cases)('$name', async (parting) => expect(await answer(parting)).toBe(parting.goes_on))
  test.each(refused)('$code: $name', async (parting) => expect(await codeOf(() => answer(parting))).toBe(parting.code))
})
