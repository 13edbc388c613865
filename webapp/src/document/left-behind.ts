/**
 * What was written in a place that has been begun afresh elsewhere, and could not come along (P34), or here, and rests on what no
 * log has (P19, P28): thing by thing, so that each can be kept, as an edit of its own, or left.
 */

import * as Y from 'yjs'
import type { By, Document, EntityName } from '../../../sync/document.ts'
import { isFlatRoot } from '../../../sync/making.ts'
import {
  copyGoal,
  copyNote,
  copyOffer,
  copyPerson,
  copyPicture,
  copyStep,
  copyStrength,
  copyWish,
  idsIn,
  pairIn,
} from './afresh.ts'
import { type Alongside, comesWithWhole, copyAlongside, type IdsHere, isAlongside, valueHere } from './alongside.ts'
import { type Difference, differencesBetween, isThingRoot, placeOf, type Thing } from './differences.ts'
import type { Draft } from './draft.ts'
import { mayGive, mayPlace } from './giving.ts'
import { isRefused, type Outcome } from './outcomes.ts'
import { whoseIn } from './own-things.ts'
import { currentItem, isSameValue, toRegister } from './register.ts'
import { fieldsOf, type Roots, registerPlace, rootsOf } from './roots.ts'
import { SharedDocument } from './shared-document.ts'
import { isSpot } from './spot.ts'
import { emptyDoc, join } from './updates.ts'

/** All that was written about one thing. */
export interface LeftBehind {
  /** `people/<id>`, `help/<situation>` and so on, `ties` or `meta`, as it was called there. */
  readonly key: string
  readonly differences: readonly Difference[]
  /** The place without what was left behind, and with it. */
  readonly before: Document
  readonly after: Document
  readonly by: By
}

/** What nobody chooses, or what is asked of somebody: it does not come along. */
const SILENT: readonly string[] = ['order', 'by', 'wonder', 'agreed', 'consent', 'taken', 'importance', 'shown']

/** What these updates make, in whatever order they are. */
export function documentOf(updates: readonly Uint8Array[]): Document {
  const document = new SharedDocument({ now: () => 0 })
  document.applyRemote(updates, false)
  const read = document.snapshot.peek()
  document.close()
  return read
}

export function leftBehind(before: Document, after: Document, by: By): readonly LeftBehind[] {
  const found = new Map<string, Difference[]>()
  for (const difference of differencesBetween(before, after)) {
    // What a photograph shows is in no document: it can only be taken anew.
    if (SILENT.includes(difference.field) || difference.entity === 'photographs') continue
    const key = difference.id === '' ? difference.entity : `${difference.entity}/${difference.id}`
    found.set(key, [...(found.get(key) ?? []), difference])
  }
  const isOver = (all: readonly Difference[]) => ['added', 'away'].every((what) => all.some((one) => one.what === what))
  return [...found]
    .filter(([, all]) => !isOver(all))
    .map(([key, differences]) => ({ key, differences, before, after, by }))
}

/** What was said here since, of words that could not all be said. */
export interface SaidSince {
  /** Everything that is known here, its author's too. */
  readonly log: readonly Uint8Array[]
  /** What of it this device has written. */
  readonly own: readonly Uint8Array[]
}

/**
 * Without what has been said meanwhile, however others have left it since: to ask about it again, and to keep it then, would
 * write over what came later. `words`: what these things were found in.
 */
export function stillUnsaid(
  things: readonly LeftBehind[],
  words: readonly Uint8Array[],
  { log, own }: SaidSince,
): readonly LeftBehind[] {
  if (things.length === 0) return things
  const [meant, said] = [emptyDoc(), new Y.Doc({ gc: false })] // what stood there once is looked for
  for (const update of words) join(meant, update)
  for (const update of log) join(said, update)
  const clients = new Set(own.flatMap((update) => Y.decodeUpdate(update).structs.map(({ id }) => id.client)))
  const isSaid = (one: Difference): boolean => {
    const stands = standingAt(one, meant)
    return (
      stands !== null &&
      writtenAt(one, rootsOf(said), clients, stands.upon).some((known) => isSameValue(known, stands.value))
    )
  }
  const left = things.map((thing) => ({ ...thing, differences: thing.differences.filter((one) => !isSaid(one)) }))
  meant.destroy()
  said.destroy()
  return left.filter(({ differences }) => differences.length > 0)
}

interface Standing {
  readonly value: unknown
  /** What its author had seen there, as `<client>:<clock>`: said before it, and not since. */
  readonly upon: ReadonlySet<string>
}

/** The register that a difference is about, as it is stored; null where there is none. */
function standingAt(difference: Difference, doc: Y.Doc): Standing | null {
  const place = registerAt(difference, rootsOf(doc))
  const item = place && currentItem(place.map, place.key)
  const register = item && toRegister(partsOf(item).at(-1))
  return register ? { value: register.value, upon: seenBefore(item, doc.store) } : null
}

function seenBefore({ origin: last }: Y.Item, store: Y.Doc['store']): ReadonlySet<string> {
  const found = new Set<string>()
  for (let origin = last; origin !== null; ) {
    const older = Y.getItem(store, origin)
    // Yjs joins what one hand wrote in a row: all of it up to there was seen.
    for (let clock = older.id.clock; clock <= origin.clock; clock++) found.add(`${origin.client}:${clock}`)
    origin = older instanceof Y.Item ? older.origin : null
  }
  return found
}

/** All values that these client ids have ever written there, but for those `upon` which another was written. */
function writtenAt(
  difference: Difference,
  roots: Roots,
  clients: ReadonlySet<number>,
  upon: ReadonlySet<string>,
): readonly unknown[] {
  const found: unknown[] = []
  const place = registerAt(difference, roots)
  for (let item = place?.map._map.get(place.key) ?? null; item !== null; item = item.left) {
    const { client, clock } = item.id
    if (!clients.has(client)) continue
    for (const [at, stored] of partsOf(item).entries()) {
      const register = upon.has(`${client}:${clock + at}`) ? null : toRegister(stored)
      if (register !== null) found.push(register.value)
    }
  }
  return found
}

function registerAt(difference: Difference, roots: Roots): ReturnType<typeof registerPlace> {
  const { path, field } = placeOf(difference)
  const isMoved = difference.what === 'away' || difference.what === 'back'
  return difference.what === 'added' ? null : registerPlace(roots, path, isMoved ? 'archived' : field)
}

const partsOf = ({ content }: Y.Item): readonly unknown[] => (content instanceof Y.ContentAny ? content.arr : [])

/**
 * Writes it into the new place, or into this one: on the same thing or its copy where there is one, else as a copy of its own.
 * Words that were changed there meanwhile stay, and these come behind them. What is part of an outing or a goal that is not there is refused.
 */
export function keep(target: SharedDocument, { key, differences, after }: LeftBehind): Outcome {
  const [entity = '', id = ''] = key.split('/')
  if (isFlatRoot(entity)) {
    target.change('bring back', (draft) => {
      for (const one of differences) writeFlat(draft, one)
    })
    return 'done'
  }
  if (!isThingRoot(entity)) return { refused: 'gone' }
  const copy = idsIn(target.snapshot.peek()).get(id)
  if (copy === undefined) {
    return mayCopy(target, entity, id, after) ? copyWhole(target, entity, id, after) : { refused: 'theirs to say' }
  }
  if (!differences.every((one) => mayWriteOn(target, copy, one))) return { refused: 'theirs to say' }
  target.change('bring back', (draft) => {
    for (const one of differences) writeOn(draft, `${entity}/${copy}`, one)
  })
  for (const { field, before: was, after: words } of differences.filter((one) => isText(one))) {
    const text = target.textField(entity, copy, field, whoseIn(target.snapshot.peek(), entity, copy, field))
    const stands = text.value.peek()
    const next = stands === was || stands === '' ? String(words) : `${stands} / ${String(words)}`
    const outcome = text.edit(next, next.length)
    text.close()
    if (isRefused(outcome)) return outcome
  }
  return 'done'
}

/** What somebody says for themselves is copied by their own hand, by both, or by the owner: in another's name nobody would read it. */
function mayCopy(target: SharedDocument, entity: EntityName, id: string, after: Document): boolean {
  const pen = target.pen.peek()
  const whose = whoseIn(after, entity, id, 'by')
  return whose === undefined || pen === whose || mayPlace(pen)
}

/** On what is there already it is written where it would be read in this hand. */
function mayWriteOn(target: SharedDocument, id: string, difference: Difference): boolean {
  const { what, entity, field } = difference
  if (!isThingRoot(entity) || what === 'added') return true
  const [pen, document] = [target.pen.peek(), target.snapshot.peek()]
  if (isText(difference)) {
    const whose = whoseIn(document, entity, id, field)
    return whose === undefined || pen === whose || pen === 'both'
  }
  const things: readonly Thing[] = document[entity]
  const thing = things.find((one) => one.id === id)
  return mayGive(pen, entity, what === 'changed' ? field : 'archived', (name) => thing && Reflect.get(thing, name))
}

function copyWhole(target: SharedDocument, entity: EntityName, id: string, after: Document): Outcome {
  if (isAlongside(entity)) return copyBeside(target, entity, id, after)
  const thing = after[entity].find((one) => one.id === id)
  if (thing === undefined) return { refused: 'gone' }
  if ('died' in thing) copyPerson(target, thing)
  else if ('title' in thing) copyGoal(target, thing)
  else if ('guess' in thing) copyWish(target, thing)
  else if ('what' in thing) copyStep(target, thing)
  else if ('agreed' in thing) copyStrength(target, thing)
  else if ('rows' in thing) copyPicture(target, thing)
  else if ('asked' in thing) copyOffer(target, thing)
  else if ('about' in thing) copyNote(target, thing)
  else return { refused: 'gone' }
  return 'done'
}

function copyBeside(target: SharedDocument, entity: Alongside, id: string, after: Document): Outcome {
  const thing = after[entity].find((one) => one.id === id)
  if (thing === undefined) return { refused: 'gone' }
  const ids = idsIn(target.snapshot.peek())
  if (!comesWithWhole(entity, thing, ids)) return { refused: 'gone' }
  copyAlongside(target, entity, thing, ids)
  return 'done'
}

function writeFlat(draft: Draft, difference: Difference): void {
  const { path, field } = placeOf(difference)
  const ids = idsIn(draft.document)
  const here = path === 'ties' ? pairIn(field, ids) : /^[^/]+\/people\//.test(field) ? linkIn(field, ids) : field
  if (here !== null) draft.write(path, here, difference.after)
}

/** The same link here, by the id behind the last stroke; null where that one did not come along. */
function linkIn(field: string, ids: IdsHere): string | null {
  const at = field.lastIndexOf('/') + 1
  const id = ids.get(field.slice(at))
  return id === undefined ? null : field.slice(0, at) + id
}

const isText = ({ entity, field }: Pick<Difference, 'entity' | 'field'>): boolean =>
  fieldsOf(entity)[field]?.stored === 'text'

function writeOn(draft: Draft, path: string, { what, entity, field, after }: Difference): void {
  const ids = idsIn(draft.document)
  const isAway = what === 'away'
  if (what === 'away' || what === 'back') return draft.write(path, 'archived', isAway)
  if (what === 'added' || isText({ entity, field })) return
  if (/^(people|rows)\//.test(field)) {
    const here = linkIn(field, ids)
    if (here !== null) draft.write(path, here, after)
  } else draft.write(path, field, isSpot(after) ? [after.ring, after.angle] : valueHere(field, after, ids))
}
