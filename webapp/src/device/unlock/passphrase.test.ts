/** How strong words are, and what they open. */

import { describe, expect, test } from 'vitest'
import { PARAMETERS } from '../../../../sync/sealed-file.ts'
import { derive } from '../trials/derived-for-tests.ts'
import { testCrypto } from '../trials/table-for-tests.ts'
import { type Derive, deriveKey } from './derivation.ts'
import { generatePassphrase, strength } from './passphrase.ts'

const salt = new Uint8Array(16).fill(3)

describe('strength', () => {
  test('five words of ours are strong, every time', async () => {
    for (let count = 0; count < 50; count++) {
      const words = await generatePassphrase(testCrypto)
      expect(words.split(' ')).toHaveLength(5)
      expect(strength(words), words).toBe('strong')
    }
  })

  test.each([
    '',
    'short',
    '12345678',
    '1234567890',
    'aaaaaaaaaaaaaaaa',
    'password1',
    'Password123',
    'abcdefghijkl',
    'cat cat cat cat',
  ])('weak: %s', (typed) => expect(strength(typed)).toBe('weak'))

  test.each(['maple lantern river copper', 'T4-blue-Kettle!x'])('at least fair: %s', (typed) =>
    expect(strength(typed)).not.toBe('weak'),
  )
})

describe('derivation', () => {
  test('the same words in other spacing and other normal form are the same words', async () => {
    const one = await deriveKey('café  lantern ', salt, PARAMETERS, derive)
    const two = await deriveKey(' cafe\u0301 lantern', salt, PARAMETERS, derive)
    expect(one).toEqual(two)
    expect(await deriveKey('cafe lantern', salt, PARAMETERS, derive)).not.toEqual(one)
  })

  test.each([
    { ...PARAMETERS, memory_kib: 1024 },
    { ...PARAMETERS, memory_kib: 1024 * 1024 },
    { ...PARAMETERS, passes: 1 },
    { ...PARAMETERS, passes: 1000 },
    { ...PARAMETERS, lanes: 2 },
    { ...PARAMETERS, passes: 2.5 },
  ])('parameters that nobody of ours stored are refused before anything runs: %o', async (parameters) => {
    let runs = 0
    const counted: Derive = async () => {
      runs++
      return { key: null }
    }
    await expect(deriveKey('words', salt, parameters, counted)).rejects.toMatchObject({ code: 'UNLOCK_REFUSED' })
    expect(runs).toBe(0)
  })

  test('a machine that has no memory for it says so, and not that anything is lost', async () => {
    const failing: Derive = async () => ({ key: null })
    await expect(deriveKey('words', salt, PARAMETERS, failing)).rejects.toMatchObject({ code: 'MEMORY_SHORT' })
  })
})
