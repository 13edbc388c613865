/** Opened again, a device knows from its document alone whose each text is: it judges as one that has read every record. */

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { check } from '../../../../sync/authorship.ts'
import { codeOf, fromHex, vectors } from '../../../../sync/cases.ts'
import type { By } from '../../../../sync/envelope.ts'
import type { Device } from '../../../../sync/rights.ts'
import { read } from '../../../../sync/yjs-update.ts'
import { KnownAuthors } from './known-authors.ts'

interface Said {
  readonly device: string
  readonly by: By
  readonly update: string
}

interface Cases {
  readonly cases: readonly (Said & {
    readonly name: string
    readonly before: readonly Said[]
    readonly code?: string
  })[]
}

test.each(vectors<Cases>('letters').cases)('$name', async ({ before, device, by, update, code = null }) => {
  const ids = [...new Set([...before.map((one) => one.device), device])]
  const devices = ids.map((id) => ({ id: fromHex(id), replaces: null }) as unknown as Device)
  const document = new Y.Doc()
  const known = new KnownAuthors(new Map())
  for (const one of before) {
    Y.applyUpdate(document, fromHex(one.update))
    for (const [client] of read(fromHex(one.update)).ranges) known.clients.set(client, ids.indexOf(one.device))
  }
  const authors = known.authors(devices, { encodeState: () => Y.encodeStateAsUpdate(document) })
  const verdict = await codeOf(() => {
    check(fromHex(update), by, fromHex(device), authors)
    return null
  })
  expect(verdict).toBe(code)
})
