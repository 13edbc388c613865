/** Who said it, in words. */

import type { Barrier, Document } from '../../../sync/document.ts'
import { words } from '../words/en.ts'
import { callName } from '../working/names.ts'

export function saidBy({ by }: Pick<Barrier, 'by'>, document: Document): string {
  return by === 'both' ? words.barriers.saidTogether : words.barriers.saidBy(callName(by, document))
}
