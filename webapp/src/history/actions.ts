/** Bringing things back: always as new edits of whoever holds the pen, which can be undone like any other. */

import type { EntityName } from '../../../sync/document.ts'
import { change, current } from '../document/current.ts'
import { type Difference, differencesOf, isThingRoot, placeOf, type Thing } from '../document/differences.ts'
import type { Draft } from '../document/draft.ts'
import type { Loss } from '../document/mass-change.ts'
import { isRefused, type Outcome } from '../document/outcomes.ts'
import { fieldsOf } from '../document/roots.ts'
import { isSpot } from '../document/spot.ts'
import { place } from '../map/actions.ts'

/** Fields that are answered or follow by themselves: bringing them back would put words into somebody's mouth. */
const NOT_BROUGHT_BACK: readonly string[] = ['wonder', 'order', 'by', 'agreed', 'consent']

/** What of a thing can be as it was then: what is different now, as far as it was said by somebody's choice. */
export function canBringBack(entity: EntityName, then: Thing, now: Thing): readonly Difference[] {
  return differencesOf(entity, now, then).filter(
    ({ what, field }) => what !== 'away' && !NOT_BROUGHT_BACK.includes(field) && !field.startsWith('rows/'),
  )
}

/** Makes these as they are `after`: each difference leads from now to then. */
export function bringBack(differences: readonly Difference[]): Outcome {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  const isText = ({ entity, field }: Difference): boolean => fieldsOf(entity)[field]?.stored === 'text'
  const registers = differences.filter((one) => !isText(one))
  if (registers.length > 0) change('bring back', (draft) => registers.forEach((one) => void write(draft, one)))
  for (const { entity, id, field, after } of differences.filter(isText)) {
    if (!isThingRoot(entity)) continue
    const text = document.textField(entity, id, field)
    const outcome = text.edit(String(after), String(after).length)
    text.close()
    if (isRefused(outcome)) return outcome
  }
  return 'done'
}

/** Brings back what one mass change took, as far as it is still away or empty. */
export function bringBackMany(losses: readonly Loss[]): Outcome {
  return bringBack(
    losses.map(({ entity, id, field, before }): Difference => {
      if (field === '') return { what: 'back', entity, id, field: '', before: true, after: false }
      return { what: 'changed', entity, id, field, before: '', after: before }
    }),
  )
}

function write(draft: Draft, difference: Difference): void {
  const { what, entity, id, after } = difference
  const { path, field } = placeOf(difference)
  if (what === 'away' || what === 'back') return draft.write(path, 'archived', what === 'away')
  const person = entity === 'people' ? draft.document.people.find((one) => one.id === id) : undefined
  if (person !== undefined && field === 'place' && isSpot(after)) return place(draft, person, after.ring, after.angle)
  draft.write(path, field, isSpot(after) ? [after.ring, after.angle] : after)
}
