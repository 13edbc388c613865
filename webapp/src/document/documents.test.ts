import { expect, test } from 'vitest'
import { vectors } from '../../../sync/cases.ts'
import { isDocument } from '../../../sync/document.ts'
import { readPlain } from './plain-for-tests.ts'

interface Cases {
  readonly cases: readonly {
    readonly name: string
    readonly stored: Parameters<typeof readPlain>[0]
    readonly read: unknown
  }[]
}

test.each(vectors<Cases>('documents').cases)('$name', ({ stored, read }) => {
  const document = readPlain(stored)
  expect(document).toEqual(read)
  expect(isDocument(document)).toBe(true)
})
