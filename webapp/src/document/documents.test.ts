import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { vectors } from '../../../sync/cases.ts'
import { isDocument } from '../../../sync/document.ts'
import { SharedDocument } from './shared-document.ts'

interface Cases {
  readonly cases: readonly {
    readonly name: string
    readonly stored: Readonly<Record<string, Readonly<Record<string, unknown>>>>
    readonly read: unknown
  }[]
}

test.each(vectors<Cases>('documents').cases)('$name', ({ stored, read }) => {
  const doc = new Y.Doc()
  for (const [root, content] of Object.entries(stored)) {
    for (const [key, value] of Object.entries(content)) doc.getMap(root).set(key, asStored(value))
  }
  const document = new SharedDocument({ now: () => 0, state: Y.encodeStateAsUpdate(doc) })
  expect(document.snapshot.peek()).toEqual(read)
  expect(isDocument(document.snapshot.peek())).toBe(true)
  document.close()
})

function asStored(value: unknown): unknown {
  if (typeof value === 'string') return new Y.Text(value)
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return new Y.Map(Object.entries(value).map(([key, part]) => [key, asStored(part)]))
}
