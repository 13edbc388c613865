/** Everything that can be done to the map. Each is one undo step and one record. */

import type { By, Document, Person, PersonKind, Ring } from '../../../sync/document.ts'
import limits from '../../../sync/limits.json'
import { change, current } from '../document/current.ts'
import { addThing } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { mayPlace } from '../document/giving.ts'
import { checkLength, checkName } from '../document/lengths.ts'
import type { Outcome, Refused, UndoOutcome } from '../document/outcomes.ts'
import type { Spot } from '../document/spot.ts'
import { answerTo } from '../document/wonders.ts'
import { freeAngle, normal } from './geometry.ts'
import { changePerson } from './person-change.ts'

/** From the middle outwards; the tray lies outside. */
const OUTWARDS: readonly Ring[] = ['closest', 'close', 'life', 'tray']

export interface NewPerson {
  readonly name: string
  readonly kind: PersonKind
  readonly relation?: string
  readonly face?: string
  /** The tray, if nothing is said. */
  readonly ring?: Ring
  readonly angle?: number
  /** The code of the question that brought them up. */
  readonly question?: string
}

/** Puts someone on the map, and gives their id. Whoever does not place people puts them in the tray, and wonders. */
export function addPerson(person: NewPerson): string | Refused {
  const { name, kind, relation = '', face = '', ring = 'tray', angle, question = '' } = person
  if (isFull()) return { refused: 'too many people' }
  const make = (draft: Draft): string => {
    const spot = [ring, ring === 'tray' ? 0 : normal(angle ?? freeAngleIn(draft.document, ring))]
    const spots = mayPlace(draft.by) || ring === 'tray' ? { place: spot } : { place: ['tray', 0], wonder: spot }
    return draft.create('people', { name: name.trim(), kind, relation, face, ...(question && { question }), ...spots })
  }
  return checkName(name) ?? checkLength(relation) ?? addThing('add person', make)
}

/** Whether nobody more can be on the map. */
export function isFull(): boolean {
  return (current.peek()?.snapshot.peek().people.length ?? 0) >= limits.people
}

/**
 * Puts someone in a ring. The owner's hand, or both, places; the other's wonders, until the owner answers. `by` is the hand,
 * where two work at once on one screen; else the pen's.
 */
export function movePerson(id: string, ring: Ring, angle: number, by?: By): Outcome {
  return changePerson('move person', id, (draft, person) => place(draft, person, ring, normal(Math.round(angle))), by)
}

/** One ring closer, in the same direction: what the list and the keys do. */
export function moveCloser(id: string): Outcome {
  return moveBy(id, -1)
}

/** One ring further, and from the last to "not sure where yet". */
export function moveFurther(id: string): Outcome {
  return moveBy(id, 1)
}

/** Yes: they stand where the other wondered. */
export function agreeWonder(id: string, by?: By): Outcome {
  const agree = (draft: Draft, { wonder }: Person) => {
    if (wonder === null) return
    draft.write(`people/${id}`, 'place', [wonder.ring, wonder.angle])
    draft.write(`people/${id}`, 'answered', answerTo(wonder))
  }
  return changePerson('agree wonder', id, agree, by)
}

/** No: they stay where they are. */
export function declineWonder(id: string, by?: By): Outcome {
  const decline = (draft: Draft, { wonder }: Person) => {
    if (wonder !== null) draft.write(`people/${id}`, 'answered', answerTo(wonder))
  }
  return changePerson('decline wonder', id, decline, by)
}

export function renamePerson(id: string, name: string): Outcome {
  return checkName(name) ?? changePerson('rename person', id, (draft) => draft.set('people', id, 'name', name.trim()))
}

export function setRelation(id: string, relation: string): Outcome {
  const set = (draft: Draft) => draft.set('people', id, 'relation', relation.trim())
  return checkLength(relation) ?? changePerson('set relation', id, set)
}

export function setKind(id: string, kind: PersonKind): Outcome {
  return changePerson('set kind', id, (draft) => draft.set('people', id, 'kind', kind))
}

/** An emoji, or nothing. */
export function setFace(id: string, face: string): Outcome {
  return checkLength(face) ?? changePerson('set face', id, (draft) => draft.set('people', id, 'face', face))
}

export function setDied(id: string, died: boolean): Outcome {
  return changePerson('set died', id, (draft) => draft.set('people', id, 'died', died))
}

export function archivePerson(id: string): Outcome {
  return changePerson('archive person', id, (draft) => draft.set('people', id, 'archived', true))
}

export function bringBackPerson(id: string): Outcome {
  return changePerson('bring back person', id, (draft) => draft.set('people', id, 'archived', false))
}

/** First names by member number. */
export function setNames(names: readonly string[]): Outcome {
  const wrong = names.map(checkLength).find((each) => each !== null)
  if (wrong) return wrong
  return change('set names', (draft) => {
    names.forEach((name, member) => {
      draft.write('meta', `name/${member}`, name.trim())
    })
  })
}

/** The next meeting, in their words. */
export function setMeeting(words: string): Outcome {
  return checkLength(words) ?? change('set meeting', (draft) => draft.write('meta', 'meeting', words.trim()))
}

/** Takes back one's own last action. */
export function undo(by?: By): UndoOutcome {
  return current.peek()?.undo(by) ?? 'nothing to undo'
}

function moveBy(id: string, rings: -1 | 1): Outcome {
  return changePerson('move person', id, (draft, person) => {
    const from = mayPlace(draft.by) || person.wonder === null ? person.place : person.wonder
    const to = spotBeside(from, rings, draft.document)
    if (to !== null) place(draft, person, to.ring, to.angle)
  })
}

/** One ring closer or further, in the same direction or one with room; null at either end. */
export function spotBeside(from: Spot, rings: -1 | 1, document: Pick<Document, 'people'>): Spot | null {
  const index = from.ring === 'past' ? OUTWARDS.length - 1 : OUTWARDS.indexOf(from.ring)
  const ring = OUTWARDS[index + rings]
  if (ring === undefined) return null
  const hasDirection = from.ring !== 'tray' && from.ring !== 'past'
  return { ring, angle: ring === 'tray' ? 0 : hasDirection ? from.angle : freeAngleIn(document, ring) }
}

/**
 * A placing answers what the other wondered before it. What they wonder meanwhile stays a question, and whoever wonders about
 * the place where someone stands no longer wonders.
 */
export function place(draft: Draft, person: Person, ring: Ring, angle: number): void {
  const path = `people/${person.id}`
  if (!mayPlace(draft.by)) {
    const isThere = person.place.ring === ring && person.place.angle === angle
    return draft.write(path, 'wonder', isThere ? null : [ring, angle])
  }
  draft.write(path, 'place', [ring, angle])
  if (person.wonder !== null) draft.write(path, 'answered', answerTo(person.wonder))
}

/** A direction with room: in this ring, or where nobody stands in it, among everyone. */
export function freeAngleIn({ people }: Pick<Document, 'people'>, ring: Ring): number {
  const standing = people.filter((person) => !person.archived && person.place.ring !== 'tray')
  const inRing = standing.filter((person) => person.place.ring === ring)
  return freeAngle((inRing.length > 0 ? inRing : standing).map((person) => person.place.angle))
}
