/** The views that the two have of one time, each with a name that stays: another that comes while somebody writes moves nothing. */

import type { Document, Impression } from '../../../sync/document.ts'
import { impressionsOf, type Of } from './afterwards-actions.ts'

/** One person's view of one time: what they said, or where they may begin. */
export interface OneView {
  /** Of its field, among all fields: the same before and after they began, and whatever comes beside it. */
  readonly name: string
  readonly of: Of
  readonly view: Impression | undefined
}

/** Which view, by id, stands where somebody had none at first. */
export type Slots = Map<string, string>

/** Every view that the two have of one time, and room for whoever has none. */
export function viewsOf(
  { names, impressions }: Pick<Document, 'names' | 'impressions'>,
  outing: string,
  occasion: string,
  held: Slots,
): readonly OneView[] {
  return names.flatMap((_, by): readonly OneView[] => {
    const of = { outing, occasion, by }
    const slot = `outings/${outing}/${occasion}/${by}`
    const all = impressionsOf(impressions, of)
    const holder = all.find(({ id }) => id === held.get(slot)) ?? all[0]
    if (holder === undefined) return [{ name: slot, of, view: undefined }]
    held.set(slot, holder.id)
    return all.map((view) => ({ name: view === holder ? slot : `${slot}/${view.id}`, of, view }))
  })
}
