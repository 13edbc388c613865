/**
 * A document begun anew with what is to come along of another (P34): fresh edits of the hand that writes, with new ids. What was
 * put away, earlier wordings, and who wrote what before stay behind.
 */

import type { Document, Step } from '../../../sync/document.ts'
import type { SharedDocument } from './shared-document.ts'

/** Copies all that stands there but what is left out, by id. Placings are kept where the hand may place. */
export function copyInto(target: SharedDocument, before: Document, leftOut: ReadonlySet<string>): void {
  const comes = ({ id, archived }: { readonly id: string; readonly archived: boolean }) => !archived && !leftOut.has(id)
  const ids = new Map<string, string>()
  const linked = (people: readonly string[]) => people.flatMap((id) => ids.get(id) ?? [])
  target.change('set names', (draft) => {
    before.names.forEach((name, member) => {
      draft.write('meta', `name/${member}`, name)
    })
    draft.write('meta', 'meeting', before.meeting)
  })
  for (const person of before.people.filter(comes)) {
    const { name, kind, relation, face, place, died } = person
    target.change('add person', (draft) => {
      const spot = [place.ring, place.angle]
      ids.set(person.id, draft.create('people', { name, kind, relation, face, died, place: spot }))
    })
  }
  for (const goal of before.goals.filter(comes)) {
    target.change('add goal', (draft) => {
      const id = draft.create('goals', { by: goal.by, order: goal.order }, { title: goal.title }, ['people'])
      ids.set(goal.id, id)
      for (const person of linked(goal.people)) draft.link('goals', id, person, true)
    })
  }
  for (const step of before.steps.filter(comes)) {
    const { what, went, when, done, order } = step
    target.change('add step', (draft) => {
      const registers = { goal: ids.get(step.goal) ?? '', who: whoIn(step, ids), when, done, order }
      const id = draft.create('steps', registers, { what, went }, ['people'])
      for (const person of linked(step.people)) draft.link('steps', id, person, true)
    })
  }
}

/** Somebody who stays behind is not named by a step that comes along. */
function whoIn({ who }: Step, ids: ReadonlyMap<string, string>): Step['who'] {
  if (who.kind !== 'person') return who
  const id = ids.get(who.id)
  return id === undefined ? { kind: 'unknown' } : { kind: 'person', id }
}
