/**
 * Whom somebody knows who could help. The list is in a space of their own; what they choose of it, one by one, goes into a pair's
 * document as a copy that says whose it is.
 */

import type { Asked, Kept, Offer, PersonKind, Ring } from '../../../sync/document.ts'
import { change, current } from '../document/current.ts'
import type { Draft } from '../document/draft.ts'
import { checkLength, checkText } from '../document/lengths.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import type { ChangeName } from '../document/undo.ts'
import { isSameName } from '../help/names-given.ts'
import { freeAngleIn, spotBeside } from '../map/actions.ts'
import { normal } from '../map/geometry.ts'
import { copiesOf, isAsItIs, standingCopy, toldOf } from './copies.ts'
import { drawn } from './drawn.ts'

export interface NewOffer {
  readonly name: string
  /** What they could offer. */
  readonly words: string
  readonly asked: Asked
  readonly kind?: PersonKind
  /** Where on one's own map; "not sure where yet", if nothing is said. */
  readonly ring?: Ring
}

/** Writes somebody into one's own list, and gives the id. Nobody of the open pair, by name: the list is shown elsewhere, too. */
export function addOffer(own: OwnDocument, offer: NewOffer): string | Refused {
  const { name, words, asked, kind = 'person', ring = 'tray' } = offer
  if (name.trim() === '' && words.trim() === '') return { refused: 'empty' }
  const wrong = checkLength(name) ?? checkText(words)
  if (wrong !== null) return wrong
  let id = ''
  if (isHere(name)) return { refused: 'of this map' }
  own.change('add offer', (draft) => {
    const by = draft.by === 'both' ? 0 : draft.by
    const place = [ring, ring === 'tray' ? 0 : freeAngleIn(drawn(draft.document), ring)]
    id = draft.create('offers', { name: name.trim(), asked, by, kind, place }, { words: words.trim() })
  })
  return id
}

/** Whether they may be named. What was shown before stays as it was, until it is shown again. */
export function setAsked(own: OwnDocument, id: string, asked: Asked): Outcome {
  return changeOffer(own, 'set offer', id, (draft) => draft.set('offers', id, 'asked', asked))
}

export function renameOffer(own: OwnDocument, id: string, name: string): Outcome {
  const wrong: Refused | null = isHere(name) ? { refused: 'of this map' } : checkLength(name)
  return wrong ?? changeOffer(own, 'set offer', id, (draft) => draft.set('offers', id, 'name', name.trim()))
}

export function setOfferKind(own: OwnDocument, id: string, kind: PersonKind): Outcome {
  return changeOffer(own, 'set offer', id, (draft) => draft.set('offers', id, 'kind', kind))
}

/** Puts somebody in a ring of one's own map. */
export function placeOffer(own: OwnDocument, id: string, ring: Ring, angle: number): Outcome {
  const spot = [ring, ring === 'tray' || ring === 'past' ? 0 : normal(Math.round(angle))]
  return changeOffer(own, 'place offer', id, (draft) => draft.write(`offers/${id}`, 'place', spot))
}

/** One ring closer, or further and from the last to "not sure where yet": what the list and the keys do. */
export function moveOffer(own: OwnDocument, id: string, step: 'closer' | 'further'): Outcome {
  const document = own.snapshot.peek()
  const offer = document.offers.find((one) => one.id === id)
  const to = offer && spotBeside(offer.place, step === 'closer' ? -1 : 1, drawn(document))
  return to ? placeOffer(own, id, to.ring, to.angle) : 'done'
}

export function archiveOffer(own: OwnDocument, id: string): Outcome {
  return changeOffer(own, 'archive offer', id, (draft) => draft.set('offers', id, 'archived', true))
}

export function bringBackOffer(own: OwnDocument, id: string): Outcome {
  return changeOffer(own, 'bring back offer', id, (draft) => draft.set('offers', id, 'archived', false))
}

/**
 * Shows one contact in the open pair, as a copy: without a name as long as they were not asked, and never once they said no. It
 * stands there once: shown again, the copy that is there is named as is true now, and a second one, of another device, goes. Its
 * words stay, since either of the two may have changed them. Gives the copy's id.
 */
export function showOffer(offer: Offer, by: number): string | Refused {
  const document = current.peek()
  if (document === null) return { refused: 'nothing open' }
  if (offer.asked === 'no') return { refused: 'asked not to' }
  const shown = document.snapshot.peek()
  const copies = copiesOf(shown, offer.id)
  const copy = standingCopy(shown, offer.id) ?? copies[0]
  const others = copies.filter((one) => one !== copy)
  if (copy && isAsItIs(copy, offer) && !copy.archived && others.every(isTakenOff)) return { refused: 'there already' }
  const { place, ...told } = toldOf(offer)
  const registers = { ...told, place: [place.ring, place.angle], by }
  let id = copy?.id ?? ''
  change('add offer', (draft) => {
    if (copy === undefined) id = draft.create('offers', { ...registers, of: offer.id }, { words: offer.words })
    else {
      for (const [field, value] of Object.entries({ ...registers, archived: false })) {
        draft.write(`offers/${id}`, field, value)
      }
    }
    for (const other of others) takeOut(draft, other)
  })
  return id
}

/** A contact is not shown in the open pair any more: every copy of it is put away, with no name. Shown again, it has what is true then. */
export function takeOffer(copy: Offer): Outcome {
  const shown = current.peek()?.snapshot.peek()
  if (shown && !shown.offers.some(({ id }) => id === copy.id)) return { refused: 'gone' }
  const copies = shown && copy.of !== '' ? copiesOf(shown, copy.of) : [copy]
  return change('archive offer', (draft) => {
    for (const one of copies) takeOut(draft, one)
  })
}

/**
 * Whoever has said no is named nowhere in the open pair: not in a second copy, nor kept beside one. No undo brings the name back;
 * what was written before stays in the history of the devices that have it.
 */
export function heedNo(contacts: readonly Offer[]): void {
  const document = current.peek()
  if (document === null) return
  const shown = document.snapshot.peek()
  const isNamed = (copy: Offer) => !isTakenOff(copy) || shown.kept.some((kept) => isNameOf(copy, kept))
  const left = contacts
    .filter(({ asked }) => asked === 'no')
    .flatMap(({ id }) => copiesOf(shown, id))
    .filter(isNamed)
  if (left.length === 0) return
  document.changeForGood((draft) => {
    for (const copy of left) takeOut(draft, copy)
  })
}

const isTakenOff = ({ archived, name }: Offer): boolean => archived && name === ''

function takeOut(draft: Draft, { id, of }: Offer): void {
  draft.set('offers', id, 'archived', true)
  if (of === '') return
  draft.set('offers', id, 'name', '')
  draft.set('offers', id, 'asked', 'not yet')
  for (const kept of draft.document.kept.filter((one) => isNameOf({ id }, one))) {
    draft.write(`kept/${kept.id}`, 'value', null)
    draft.write('meta', `kept/${kept.id}`, 'let go')
  }
}

const isNameOf = ({ id }: Pick<Offer, 'id'>, { entity, field }: Kept): boolean =>
  entity === `offers/${id}` && field === 'name'

function changeOffer(document: OwnDocument, what: ChangeName, id: string, edit: (draft: Draft) => void): Outcome {
  if (!document.snapshot.peek().offers.some((offer) => offer.id === id)) return { refused: 'gone' }
  document.change(what, edit)
  return 'done'
}

/** Whose map it is, or anybody on it, put away or not. Two may know one café, and the one who helps may stand in their own list. */
function isHere(name: string): boolean {
  const shown = current.peek()?.snapshot.peek()
  if (shown === undefined) return false
  const people = shown.people.filter(({ kind }) => kind === 'person')
  return [shown.names[0] ?? '', ...people.map((person) => person.name)].some((one) => isSameName(one, name))
}
