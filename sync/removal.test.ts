import * as noble from '@noble/curves/ed25519.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { bothCryptos, vectors } from './cases.ts'
import { type Chain, jsonOf, type Question, type Refused, Stories } from './stories.ts'

interface Cases {
  readonly chains: readonly Chain[]
  readonly refused: readonly Refused[]
  readonly questions: readonly Question[]
}

const cases = vectors<Cases>('removal')

describe.each(bothCryptos(noble))('%s', (_, crypto) => {
  const stories = new Stories(crypto)
  beforeAll(() => stories.follow(cases.chains))

  // Of the longest the state is not written down: they are there for what is refused after them.
  test.each(cases.chains.filter(({ state }) => state !== null))('$name', ({ name, state }) =>
    expect(jsonOf(stories.state(name))).toEqual(state),
  )
  test.each(cases.refused)('$code: $name ($chain, $length)', async (refused) =>
    expect(await stories.refusal(refused)).toBe(refused.code),
  )
  test.each(cases.questions)('$name ($chain, $length)', (question) =>
    expect(stories.answer(question)).toEqual(question.answer),
  )
})
