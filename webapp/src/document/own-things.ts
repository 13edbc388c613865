/** What each says for themselves: only their own hand changes it, puts it away and brings it back. */

import type { Document, EntityName } from '../../../sync/document.ts'
import type { Thing } from './differences.ts'
import { fieldsOf } from './roots.ts'

const OWN = [
  'sayings',
  'feelings',
  'answers',
  'worries',
  'impressions',
  'needs',
] as const satisfies readonly EntityName[]

export type OwnName = (typeof OWN)[number]

/** Whether things of this root are one member's own word. */
export function isOwn(root: string): root is OwnName {
  return OWN.some((own) => own === root)
}

/** Whether these are words that were agreed on: written with their thing, and never after. */
export function isSettled(entity: EntityName, field: string): boolean {
  const how = fieldsOf(entity)[field]
  return how?.stored === 'text' && how.hand === 'nobody'
}

/** Whether a text of what is one member's own is either's, as what either could do about a worry. */
function isEithers(entity: EntityName, field: string): boolean {
  const how = fieldsOf(entity)[field]
  return how?.stored === 'text' && how.hand !== 'own'
}

/**
 * Whose hand alone writes this field of a thing, by member number. How the two work together, either may strike, and say what
 * either could do about a worry.
 */
export function whoseOwn(entity: EntityName, thing: Thing | undefined, field: string): number | undefined {
  if (!isOwn(entity) || thing === undefined || !('by' in thing) || thing.by === 'both') return undefined
  const isOfBoth = 'kind' in thing && thing.kind === 'together' && field === 'archived'
  return isOfBoth || isEithers(entity, field) ? undefined : thing.by
}

/** The same, of the thing that this document has under an id. */
export function whoseIn(document: Document, entity: EntityName, id: string, field: string): number | undefined {
  const things: readonly Thing[] = document[entity]
  const thing = things.find((one) => one.id === id)
  return whoseOwn(entity, thing, field)
}
