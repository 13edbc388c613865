import { expect, test } from 'vitest'
import { Authors, check } from './authorship.ts'
import { codeOf, fromHex, vectors } from './cases.ts'
import type { By } from './envelope.ts'

interface Written {
  readonly device: string
  readonly by: By
  readonly update: string
}
interface Cases {
  readonly cases: readonly (Written & {
    readonly name: string
    readonly replaces: readonly (readonly [device: string, replaced: string])[]
    readonly before: readonly Written[]
    readonly code?: string
  })[]
}

test.each(vectors<Cases>('succession').cases)('$name', async ({ replaces, before, code, ...written }) => {
  const authors = new Authors()
  for (const [device, replaced] of replaces) authors.succeed(fromHex(device), fromHex(replaced))
  const read = ({ device, by, update }: Written) => check(fromHex(update), by, fromHex(device), authors)
  for (const one of before) authors.learn(fromHex(one.device), read(one))
  expect(await codeOf(() => read(written) && null)).toBe(code ?? null)
})
