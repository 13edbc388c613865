import * as noble from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { toHex } from './bytes.ts'
import { bothCryptos, codeOf, fromHex, vectors } from './cases.ts'
import { deviceKeysFromSeeds } from './keys.ts'
import { replay } from './membership.ts'
import { openEpochs } from './opening.ts'

interface Cases {
  readonly cases: readonly {
    readonly name: string
    readonly entries: readonly string[]
    readonly signing_seed: string
    readonly box_seed: string
    readonly epoch_keys?: readonly string[]
    readonly code?: string
  }[]
}

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  test.each(vectors<Cases>('opening').cases)('$name', async (given) => {
    const chain = given.entries.map(fromHex)
    const keys = await deviceKeysFromSeeds(fromHex(given.signing_seed), fromHex(given.box_seed), crypto)
    const state = await replay(chain, crypto)
    const opened = async () => (await openEpochs(state, keys, chain, crypto)).map(toHex)
    expect(await codeOf(opened)).toEqual(given.code ?? given.epoch_keys)
  })
})
