/**
 * Taking someone out everywhere: from the map, its pictures, ties, goals, steps, who could help, and words kept beside. What was
 * written before stays in the history of the devices that have it; a place begun afresh has none of it (P34).
 */

import type { Document, Kept, Who } from '../../../sync/document.ts'
import type { Draft } from '../document/draft.ts'
import type { Outcome } from '../document/outcomes.ts'
import { initialOf } from '../document/read.ts'
import { fieldsOf } from '../document/roots.ts'
import { changePerson } from './person-change.ts'

/** Fields that are no words about them: whether they are a copy, and of what kind the mark was. */
const STAYS: readonly string[] = ['copied', 'was', 'kind', 'archived']

/** One undo step. Words in goals, steps and notes of outings that name them stay: only people can find those. */
export function takeOutEverywhere(id: string): Outcome {
  return changePerson('take out everywhere', id, (draft, { contexts, wonder }) => {
    const path = `people/${id}`
    for (const [field, { stored }] of Object.entries(fieldsOf('people'))) {
      if (stored === 'register' && !STAYS.includes(field)) draft.write(path, field, initialOf(path, field))
    }
    for (const context of contexts) draft.write(path, `contexts/${context}`, false)
    draft.write(path, 'place', ['tray', 0])
    if (wonder !== null) draft.write(path, 'wonder', null)
    draft.write(path, 'archived', true)
    partFromOthers(draft, id)
    for (const kept of draft.document.kept) if (isAbout(kept, id)) forget(draft, kept)
  })
}

function partFromOthers(draft: Draft, id: string): void {
  const { ties, help, pictures, wishes, goals, steps, outings, occasions, supports, needs, sayings }: Document =
    draft.document
  for (const { a, b } of ties) if (a === id || b === id) draft.write('ties', `${a}/${b}`, '')
  for (const situation of help) {
    if (situation.people.includes(id)) draft.write('help', `${situation.id}/people/${id}`, false)
  }
  for (const picture of pictures) {
    if (picture.rows.some((row) => row.id === id)) draft.write(`pictures/${picture.id}`, `rows/${id}`, null)
  }
  for (const wish of wishes) if (wish.people.includes(id)) draft.link('wishes', wish.id, id, false)
  for (const goal of goals) if (goal.people.includes(id)) draft.link('goals', goal.id, id, false)
  for (const step of steps) {
    if (step.people.includes(id)) draft.link('steps', step.id, id, false)
    if (isThem(step.who, id)) draft.set('steps', step.id, 'who', { kind: 'unknown' })
  }
  for (const [root, all] of [['outings', outings] as const, ['occasions', occasions] as const]) {
    for (const one of all) if (one.people.includes(id)) draft.write(`${root}/${one.id}`, `people/${id}`, false)
  }
  for (const one of supports) if (isThem(one.who, id)) draft.set('supports', one.id, 'who', { kind: 'unknown' })
  // It holds nothing but the name that went onto the map. No undo brings that back: the name is with whoever it is of.
  for (const one of sayings) {
    if (one.kind !== 'thought' || one.beside !== `people/${id}`) continue
    draft.write(`sayings/${one.id}`, 'beside', '')
    draft.rewrite('sayings', one.id, 'words', '')
  }
  for (const one of needs) if (isThem(one.who, id)) draft.set('needs', one.id, 'who', { kind: 'unknown' })
}

const isThem = (who: Who, id: string): boolean => who.kind === 'person' && who.id === id

function isAbout({ entity, field, value }: Kept, id: string): boolean {
  const isTie = entity === 'ties' && field.split('/').includes(id)
  return isTie || entity === `people/${id}` || field.endsWith(`/${id}`) || JSON.stringify(value).includes(id)
}

function forget(draft: Draft, { id }: Kept): void {
  draft.write(`kept/${id}`, 'value', null)
  draft.write('meta', `kept/${id}`, 'let go')
}
