/** Where a step or a goal came from, in words: a wish, an outing, something in the way, a bigger step. */

import type { Document } from '../../../sync/document.ts'
import { isThingRoot } from '../document/differences.ts'
import { nameOf } from '../history/values.ts'
import { words } from '../words/en.ts'

export function CameFrom({ origin, document }: { readonly origin: string; readonly document: Document }) {
  const what = originWords(origin, document)
  return what === '' ? null : <p class="app-soft">{words.plan.cameFrom(what)}</p>
}

/** '' where it came from nothing, or from what has no words any more. */
export function originWords(origin: string, document: Document): string {
  const [root = '', id = ''] = origin.split('/')
  return isThingRoot(root) ? nameOf(root, id, document) : ''
}
