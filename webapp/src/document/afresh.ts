/**
 * A document begun anew with what is to come along of another (P34): fresh edits of the hand that writes, with new ids. What was
 * put away, earlier wordings, and who wrote what before stay behind, and so does an answer that the hand that writes may not give.
 * Each thing says that it is a copy, since when, and of which.
 */

import type { Bytes } from '../../../sync/bytes.ts'
import type {
  Document,
  Goal,
  Note,
  Offer,
  Person,
  Photograph,
  Picture,
  Row,
  Situation,
  Step,
  Strength,
  Tie,
  Wish,
} from '../../../sync/document.ts'
import {
  ALONGSIDE,
  type Alongside,
  comesWithWhole,
  copyAlongside,
  type IdsHere,
  isVoice,
  parentsFirst,
  VOICES,
  whoIn,
} from './alongside.ts'
import { besideWhatStands } from './copies.ts'
import type { Draft } from './draft.ts'
import { compareText } from './order.ts'
import { carried, pieceCrypto } from './photographs.ts'
import { type Entities, initialOf } from './read.ts'
import { isSameValue } from './register.ts'
import { fieldsOf } from './roots.ts'
import type { SharedDocument } from './shared-document.ts'

/** What of any thing says where it came from. */
type Thing = Pick<Goal, 'id' | 'was'>

/** What tells whether a thing still stands: of agreed words, others may stand in their place. */
interface Standing {
  readonly id: string
  readonly archived: boolean
  readonly replaced?: boolean
}

/**
 * Copies all that stands there but what is left out, by id. Placings are kept where the hand may place. Who is left out or put
 * away is in no picture, no tie and no answer either, and what was said of an outing, or of how far a goal has come, stays behind
 * with it.
 */
export function copyInto(target: SharedDocument, before: Document, leftOut: ReadonlySet<string>): void {
  const comes = ({ id, archived, replaced = false }: Standing) => !archived && !replaced && !leftOut.has(id)
  target.change('set names', (draft) => {
    draft.write('meta', 'kind', before.kind)
    before.names.forEach((name, member) => {
      draft.write('meta', `name/${member}`, name)
    })
    for (const field of ['meeting', 'meeting_place', 'meeting_chosen', 'late'] as const) {
      if (field === 'meeting' || before[field] !== '') draft.write('meta', field, before[field])
    }
    before.phones.forEach((phone, member) => {
      if (phone !== '') draft.write('meta', `phone/${member}`, phone)
    })
    draft.write('meta', 'resting', before.resting)
  })
  for (const person of before.people.filter(comes)) copyPerson(target, person)
  copyTies(target, before.ties)
  for (const situation of before.help) if (!leftOut.has(situation.id)) copySituation(target, situation)
  for (const strength of before.strengths.filter(comes)) copyStrength(target, strength)
  for (const picture of parentsFirst(before.pictures.filter(comes))) copyPicture(target, picture)
  for (const offer of before.offers.filter(comes)) copyOffer(target, offer)
  for (const note of before.notes.filter(comes)) copyNote(target, note)
  for (const wish of parentsFirst(before.wishes.filter(comes))) copyWish(target, wish)
  for (const goal of before.goals.filter(comes)) copyGoal(target, goal)
  const copyAll = (entity: Alongside): void => {
    const all: readonly Entities[Alongside][] = entity === 'sayings' ? besideWhatStands(before.sayings) : before[entity]
    for (const thing of parentsFirst(all.filter(comes))) {
      const ids = idsIn(target.snapshot.peek())
      if (comesWithWhole(entity, thing, ids)) copyAlongside(target, entity, thing, ids)
    }
  }
  for (const entity of ALONGSIDE) if (!isVoice(entity)) copyAll(entity)
  for (const step of parentsFirst(before.steps.filter(comes))) copyStep(target, step)
  for (const entity of VOICES) copyAll(entity)
}

/** What has been copied here already, and all else that is here. */
export function idsIn(document: Document): IdsHere {
  const { people, strengths, pictures, photographs, offers, notes, wishes, goals, steps } = document
  const beside = ALONGSIDE.flatMap((entity): readonly Thing[] => document[entity])
  const all: readonly Thing[] = [
    ...people,
    ...strengths,
    ...pictures,
    ...photographs,
    ...offers,
    ...notes,
    ...wishes,
    ...goals,
    ...steps,
    ...beside,
  ]
  const copied = all.flatMap(({ was, id }) => (was === '' ? [] : [[was, id] as const]))
  return new Map([...copied, ...all.map(({ id }) => [id, id] as const)])
}

export function copyPerson(target: SharedDocument, person: Person): void {
  target.change('add person', (draft) => {
    const spot = [person.place.ring, person.place.angle]
    const registers = Object.entries(fieldsOf('people')).flatMap(([field, { stored }]) => {
      const value: unknown = Reflect.get(person, field)
      const isSaid = stored === 'register' && !isSameValue(value, initialOf('people', field))
      return isSaid || ALWAYS.includes(field) ? [[field, value] as const] : []
    })
    const contexts = person.contexts.map((context) => [`contexts/${context}`, true] as const)
    const said = Object.fromEntries([...registers, ...contexts])
    draft.create('people', { ...said, place: spot, ...markOf(person.id, draft.today) })
  })
}

/** Ties in one update are so many at most: it fits into a record. */
const TIES_AT_ONCE = 100

export function copyTies(target: SharedDocument, ties: readonly Tie[]): void {
  const ids = idsIn(target.snapshot.peek())
  const copied = ties.flatMap(({ a, b, strength }) => {
    const pair = pairIn(`${a}/${b}`, ids)
    return pair === null ? [] : [{ pair, strength }]
  })
  for (let first = 0; first < copied.length; first += TIES_AT_ONCE) {
    target.change('tie', (draft) => {
      for (const { pair, strength } of copied.slice(first, first + TIES_AT_ONCE)) draft.write('ties', pair, strength)
    })
  }
}

/** The key of the same tie here; null where one of the two did not come along. */
export function pairIn(pair: string, ids: IdsHere): string | null {
  const [a, b] = pair.split('/').map((id) => ids.get(id))
  if (a === undefined || b === undefined) return null
  return compareText(a, b) < 0 ? `${a}/${b}` : `${b}/${a}`
}

function copySituation(target: SharedDocument, { id, people, ...said }: Situation): void {
  const ids = idsIn(target.snapshot.peek())
  target.change('answer situation', (draft) => {
    for (const [field, value] of Object.entries(said)) draft.write('help', `${id}/${field}`, value)
    for (const person of linked(people, ids)) draft.write('help', `${id}/people/${person}`, true)
  })
}

export function copyStrength(target: SharedDocument, strength: Strength): void {
  const { id, words, kind, about, by, agreed, order } = strength
  target.change('add strength', (draft) => {
    draft.create('strengths', { kind, about, by, agreed, order, ...markOf(id, draft.today) }, { words })
  })
}

export function copyPicture(target: SharedDocument, { id, name, day, after, start, rows }: Picture): void {
  const ids = idsIn(target.snapshot.peek())
  target.change('take picture', (draft) => {
    const registers = { name, day, after: ids.get(after) ?? '', start, ...markOf(id, draft.today) }
    draft.create('pictures', registers, {}, rowsIn(rows, ids))
  })
}

/** The rows of those who came along. A tie stands with the lesser of two ids, and these are others now. */
function rowsIn(rows: readonly Row[], ids: IdsHere): ReadonlyMap<string, unknown> {
  const ties = new Map<string, string[]>()
  for (const row of rows) {
    for (const tied of row.ties) {
      const [a, b] = pairIn(`${row.id}/${tied}`, ids)?.split('/') ?? []
      if (a !== undefined && b !== undefined) ties.set(a, [...(ties.get(a) ?? []), b].sort())
    }
  }
  return new Map(
    rows.flatMap(({ id: was, ring, angle, kind, service, died, contexts }) => {
      const id = ids.get(was)
      return id === undefined ? [] : [[id, [ring, angle, kind, service, died, [...contexts], ties.get(id) ?? []]]]
    }),
  )
}

/** Under a key of its own: whoever held the old one opens nothing here. */
export async function copyPhotograph(target: SharedDocument, photograph: Photograph, jpeg: Bytes): Promise<void> {
  const { id, name, day, words } = photograph
  const by = target.pen.peek()
  const { sealing, updates } = await carried(jpeg, by, target.now_s, target.newClient(), pieceCrypto())
  for (const update of updates) target.carry(update, by)
  const copy = (draft: Draft): void => {
    draft.create('photographs', { name, day, by, ...sealing, ...markOf(id, draft.today) }, { words })
  }
  target.change('add photograph', copy, by)
}

export function copyOffer(target: SharedDocument, { id, name, words, asked, by, of, kind, place }: Offer): void {
  target.change('add offer', (draft) => {
    const spot = [place.ring, place.angle]
    draft.create('offers', { name, asked, by, of, kind, place: spot, ...markOf(id, draft.today) }, { words })
  })
}

export function copyNote(target: SharedDocument, { id, about, words, distance }: Note): void {
  target.change('note', (draft) => {
    draft.create('notes', { about, distance, ...markOf(id, draft.today) }, { words })
  })
}

export function copyWish(target: SharedDocument, wish: Wish): void {
  const ids = idsIn(target.snapshot.peek())
  const { words, seen, by, card, idea, guess, taken, over, order } = wish
  target.change('add wish', (draft) => {
    const like = ids.get(wish.like) ?? ''
    const registers = { by, card, like, idea, guess, taken, over, order, ...markOf(wish.id, draft.today) }
    const id = draft.create('wishes', registers, { words, seen })
    for (const person of linked(wish.people, ids)) draft.link('wishes', id, person, true)
  })
}

export function copyGoal(target: SharedDocument, goal: Goal): void {
  const ids = idsIn(target.snapshot.peek())
  const { by, taken, state, idea, order } = goal
  target.change('add goal', (draft) => {
    const origin = originIn(goal.origin, ids)
    const registers = { by, taken, state, origin, idea, order, ...markOf(goal.id, draft.today) }
    const id = draft.create('goals', registers, { title: goal.title })
    for (const person of linked(goal.people, ids)) draft.link('goals', id, person, true)
  })
}

export function copyStep(target: SharedDocument, step: Step): void {
  const ids = idsIn(target.snapshot.peek())
  const { what, went, when, done, order } = step
  target.change('add step', (draft) => {
    const goal = ids.get(step.goal) ?? ''
    const origin = originIn(step.origin, ids)
    const registers = { goal, origin, who: whoIn(step.who, ids), when, done, order, ...markOf(step.id, draft.today) }
    const id = draft.create('steps', registers, { what, went })
    for (const person of linked(step.people, ids)) draft.link('steps', id, person, true)
  })
}

/** What it came from here; nothing where that stayed behind. */
function originIn(origin: string, ids: IdsHere): string {
  const [root = '', id = ''] = origin.split('/')
  const here = ids.get(id)
  return here === undefined ? '' : `${root}/${here}`
}

/** Written also where nothing else was said, so that history can tell them. */
const ALWAYS: readonly string[] = ['name', 'kind']

const markOf = (was: string, copied: string) => ({ copied, was })

const linked = (people: readonly string[], ids: IdsHere): readonly string[] => people.flatMap((id) => ids.get(id) ?? [])
