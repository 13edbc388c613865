/** What each says for themselves: only their own hand changes it, puts it away and brings it back. */

import type { EntityName } from '../../../sync/document.ts'
import type { Thing } from './differences.ts'

const OWN = [
  'sayings',
  'feelings',
  'answers',
  'worries',
  'impressions',
  'needs',
] as const satisfies readonly EntityName[]

export type OwnName = (typeof OWN)[number]

/** Whose hand alone writes this field of a thing, by member number. How the two work together, either may strike. */
export function whoseOwn(entity: EntityName, thing: Thing | undefined, field: string): number | undefined {
  const isOwn = OWN.some((own) => own === entity)
  if (!isOwn || thing === undefined || !('by' in thing) || thing.by === 'both') return undefined
  const isOfBoth = 'kind' in thing && thing.kind === 'together'
  return isOfBoth && field === 'archived' ? undefined : thing.by
}
