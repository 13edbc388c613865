/** Everything in a document, also what this version does not read: for tests that compare. */

import * as Y from 'yjs'
import { rootsOf } from './roots.ts'

/** Plain values by root, from what `encodeState` gave. */
export function plainOf(state: Uint8Array): Record<string, unknown> {
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  return Object.fromEntries(Object.entries(rootsOf(document)).map(([name, root]) => [name, root.toJSON()]))
}
