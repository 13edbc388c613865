/**
 * A document begun anew with what is to come along of another (P34): fresh edits of the hand that writes, with new ids. What was
 * put away, earlier wordings, and who wrote what before stay behind. Each thing says that it is a copy, since when, and of which.
 */

import type { Document, Goal, Person, Step } from '../../../sync/document.ts'
import type { SharedDocument } from './shared-document.ts'

/** The id of a thing here, by the id that it had in the place before. */
export type CopiedIds = ReadonlyMap<string, string>

/** Copies all that stands there but what is left out, by id. Placings are kept where the hand may place. */
export function copyInto(target: SharedDocument, before: Document, leftOut: ReadonlySet<string>): void {
  const comes = ({ id, archived }: { readonly id: string; readonly archived: boolean }) => !archived && !leftOut.has(id)
  target.change('set names', (draft) => {
    before.names.forEach((name, member) => {
      draft.write('meta', `name/${member}`, name)
    })
    draft.write('meta', 'meeting', before.meeting)
  })
  for (const person of before.people.filter(comes)) copyPerson(target, person)
  for (const goal of before.goals.filter(comes)) copyGoal(target, goal)
  for (const step of before.steps.filter(comes)) copyStep(target, step)
}

/** What has been copied here already. */
export function copiedIds({ people, goals, steps }: Document): CopiedIds {
  return new Map([...people, ...goals, ...steps].flatMap(({ was, id }) => (was === '' ? [] : [[was, id] as const])))
}

export function copyPerson(target: SharedDocument, person: Person): void {
  const { id, name, kind, relation, face, place, died } = person
  target.change('add person', (draft) => {
    const spot = [place.ring, place.angle]
    draft.create('people', { name, kind, relation, face, died, place: spot, ...markOf(id, draft.today) })
  })
}

export function copyGoal(target: SharedDocument, goal: Goal): void {
  const ids = copiedIds(target.snapshot.peek())
  target.change('add goal', (draft) => {
    const registers = { by: goal.by, order: goal.order, ...markOf(goal.id, draft.today) }
    const id = draft.create('goals', registers, { title: goal.title })
    for (const person of linked(goal.people, ids)) draft.link('goals', id, person, true)
  })
}

export function copyStep(target: SharedDocument, step: Step): void {
  const ids = copiedIds(target.snapshot.peek())
  const { what, went, when, done, order } = step
  target.change('add step', (draft) => {
    const goal = ids.get(step.goal) ?? ''
    const registers = { goal, who: whoIn(step.who, ids), when, done, order, ...markOf(step.id, draft.today) }
    const id = draft.create('steps', registers, { what, went })
    for (const person of linked(step.people, ids)) draft.link('steps', id, person, true)
  })
}

/** Somebody who stays behind is not named by a step that comes along. */
export function whoIn(who: Step['who'], ids: CopiedIds): Step['who'] {
  if (who.kind !== 'person') return who
  const id = ids.get(who.id)
  return id === undefined ? { kind: 'unknown' } : { kind: 'person', id }
}

const markOf = (was: string, copied: string) => ({ copied, was })

const linked = (people: readonly string[], ids: CopiedIds): readonly string[] =>
  people.flatMap((id) => ids.get(id) ?? [])
