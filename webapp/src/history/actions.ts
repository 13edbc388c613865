/**
 * Bringing things back: always as new edits of whoever holds the pen, which can be undone like any other. What somebody said
 * for themselves comes back in their own hand alone.
 */

import type { Document, EntityName } from '../../../sync/document.ts'
import { change, current, mayWriteAs } from '../document/current.ts'
import { type Difference, differencesOf, isThingRoot, placeOf, type Thing } from '../document/differences.ts'
import type { Draft } from '../document/draft.ts'
import type { Loss } from '../document/mass-change.ts'
import { isRefused, type Outcome } from '../document/outcomes.ts'
import { isSettled, whoseOwn } from '../document/own-things.ts'
import { fieldsOf } from '../document/roots.ts'
import { isSpot } from '../document/spot.ts'
import { place } from '../map/actions.ts'

/** Fields that are answered or follow by themselves: bringing them back would put words into somebody's mouth. */
const NOT_BROUGHT_BACK: readonly string[] = ['wonder', 'order', 'by', 'agreed', 'consent', 'taken', 'shown']

/** What of a thing can be as it was then: what is different now, as far as it was said by somebody's choice. */
export function canBringBack(entity: EntityName, then: Thing, now: Thing): readonly Difference[] {
  return differencesOf(entity, now, then).filter(
    (one) =>
      one.what !== 'away' &&
      !NOT_BROUGHT_BACK.includes(one.field) &&
      !one.field.startsWith('rows/') &&
      !(isThingRoot(one.entity) && isSettled(one.entity, one.field)) &&
      mayBringBack(one, now),
  )
}

/** Whether the hand that writes here may bring this back of the thing as it is now. */
export function mayBringBack(difference: Difference, now: Thing | undefined): boolean {
  const whose = whoseOf(difference, now)
  return whose === undefined || mayWriteAs(whose)
}

/**
 * Makes these as they are `after`: each difference leads from now to then. What is another's own stays as it is, and is
 * refused once the others are back.
 */
export function bringBack(differences: readonly Difference[]): Outcome {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  const isText = ({ entity, field }: Difference): boolean => fieldsOf(entity)[field]?.stored === 'text'
  const now = document.snapshot.peek()
  const allowed = differences.filter((one) => mayBringBack(one, thingOf(one, now)))
  const registers = allowed.filter((one) => !isText(one))
  const whose = (one: Difference): number | undefined => whoseOf(one, thingOf(one, now))
  for (const by of new Set(registers.map(whose))) {
    const ofHand = registers.filter((one) => whose(one) === by)
    change('bring back', (draft) => ofHand.forEach((one) => void write(draft, one)), by)
  }
  for (const one of allowed.filter(isText)) {
    const { entity, id, field, after } = one
    if (!isThingRoot(entity)) continue
    const text = document.textField(entity, id, field, whose(one))
    const outcome = text.edit(String(after), String(after).length)
    text.close()
    if (isRefused(outcome)) return outcome
  }
  return allowed.length < differences.length ? { refused: 'theirs to say' } : 'done'
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

function thingOf({ entity, id }: Difference, document: Document): Thing | undefined {
  if (!isThingRoot(entity)) return undefined
  const things: readonly Thing[] = document[entity]
  return things.find((one) => one.id === id)
}

/** Whose own it is, by member number. */
function whoseOf({ what, entity, field }: Difference, thing: Thing | undefined): number | undefined {
  return isThingRoot(entity) ? whoseOwn(entity, thing, what === 'changed' ? field : 'archived') : undefined
}

function write(draft: Draft, difference: Difference): void {
  const { what, entity, id, after } = difference
  const { path, field } = placeOf(difference)
  if (what === 'away' || what === 'back') return draft.write(path, 'archived', what === 'away')
  const person = entity === 'people' ? draft.document.people.find((one) => one.id === id) : undefined
  if (person !== undefined && field === 'place' && isSpot(after)) return place(draft, person, after.ring, after.angle)
  draft.write(path, field, isSpot(after) ? [after.ring, after.angle] : after)
}
