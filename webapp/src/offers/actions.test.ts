import { afterEach, beforeEach, expect, test } from 'vitest'
import { current } from '../document/current.ts'
import { NOW_MS, openForEach } from '../document/open-for-tests.ts'
import { OwnDocument } from '../document/own-document.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addPerson, archivePerson, setNames } from '../map/actions.ts'
import { OURS } from '../map/board.ts'
import { putBack } from '../map/kept-actions.ts'
import {
  addOffer,
  archiveOffer,
  bringBackOffer,
  heedNo,
  moveOffer,
  placeOffer,
  renameOffer,
  setAsked,
  setOfferKind,
  showOffer,
  takeOffer,
} from './actions.ts'
import { shownHere, standingCopy } from './copies.ts'
import { ownBoard } from './own-board.ts'

const open = openForEach()
let own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })

beforeEach(() => {
  own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })
})
afterEach(() => own.close())

const listed = (id: string) => {
  const offer = own.snapshot.peek().offers.find((one) => one.id === id)
  if (offer === undefined) throw new Error('not listed')
  return offer
}

const listedHere = (id: string) => {
  const offer = open.shown.offers.find((one) => one.id === id)
  if (offer === undefined) throw new Error('not shown')
  return offer
}

const standing = (contact: string) => listedHere(standingCopy(open.shown, contact)?.id ?? '')

/** Another device of the same pair shows it, too, while neither hears of the other. Gives how it arrives here. */
function shownOnAnother(contact: string): () => void {
  const other = new SharedDocument({ now: () => NOW_MS })
  const here = open.document
  current.value = other
  showOffer(listed(contact), 1)
  current.value = here
  return () => here.applyRemote([other.encodeState()], true)
}

test('one’s own list is one’s own: nothing of it is in the open pair until it is shown there', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: 'knows the allotment', asked: 'not yet' }))
  expect(open.shown.offers).toEqual([])
  renameOffer(own, joe, 'Joseph')
  setAsked(own, joe, 'yes')
  expect(listed(joe)).toMatchObject({ name: 'Joseph', asked: 'yes', words: 'knows the allotment' })
  archiveOffer(own, joe)
  expect(listed(joe).archived).toBe(true)
  bringBackOffer(own, joe)
  expect(listed(joe).archived).toBe(false)
})

test('who was not asked yet is shown without a name; asked, the same copy has it', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: 'knows the allotment', asked: 'not yet' }))
  const copy = showOffer(listed(joe), 1)
  expect(open.shown.offers).toMatchObject([
    { id: copy, name: '', words: 'knows the allotment', asked: 'not yet', by: 1, of: joe },
  ])
  expect(JSON.stringify(open.shown)).not.toContain('Joe')
  setAsked(own, joe, 'yes')
  expect(showOffer(listed(joe), 1)).toBe(copy)
  expect(open.shown.offers).toMatchObject([{ name: 'Joe', asked: 'yes' }])
  expect(open.shown.offers).toHaveLength(1)
  open.document.undo()
  expect(open.shown.offers).toMatchObject([{ name: '', asked: 'not yet' }])
})

test('who said no is never shown, and nobody without a word', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: '', asked: 'no' }))
  expect(showOffer(listed(joe), 1)).toEqual({ refused: 'asked not to' })
  expect(open.shown.offers).toEqual([])
  expect(addOffer(own, { name: ' ', words: '', asked: 'yes' })).toEqual({ refused: 'empty' })
  expect(setAsked(own, 'none', 'yes')).toEqual({ refused: 'gone' })
})

test('it stands here once: shown again it is there already, or named as is true now', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: 'knows the allotment', asked: 'not yet' }))
  const copy = String(showOffer(listed(joe), 1))
  expect(showOffer(listed(joe), 1)).toEqual({ refused: 'there already' })
  setAsked(own, joe, 'yes')
  expect(showOffer(listed(joe), 1)).toBe(copy)
  expect(showOffer(listed(joe), 1)).toEqual({ refused: 'there already' })
  takeOffer(listedHere(copy))
  expect(JSON.stringify(open.shown)).not.toContain('Joe')
  expect(showOffer(listed(joe), 1)).toBe(copy)
  expect(open.shown.offers).toHaveLength(1)
})

test('two copies that two devices made at once are told of as one, and go together', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: 'knows the allotment', asked: 'yes' }))
  const arrives = shownOnAnother(joe)
  showOffer(listed(joe), 1)
  arrives()
  expect(open.shown.offers).toHaveLength(2)
  expect(shownHere(open.shown)).toHaveLength(1)
  takeOffer(standing(joe))
  expect(shownHere(open.shown)).toEqual([])
  showOffer(listed(joe), 1)
  expect(open.shown.offers.filter(({ archived }) => !archived)).toHaveLength(1)
})

test('who says no is named in no copy any more, not in one that comes later, and no undo brings the name back', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: 'knows the allotment', asked: 'yes' }))
  const arrives = shownOnAnother(joe)
  showOffer(listed(joe), 1)
  setAsked(own, joe, 'no')
  heedNo(own.snapshot.peek().offers)
  open.document.undo()
  expect(JSON.stringify(open.shown)).not.toContain('Joe')
  arrives()
  expect(JSON.stringify(open.shown)).toContain('Joe')
  heedNo(own.snapshot.peek().offers)
  expect(JSON.stringify(open.shown)).not.toContain('Joe')
  expect(shownHere(open.shown)).toEqual([])
})

test('a name that lost to another at the same moment is not kept beside the copy once they say no', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: '', asked: 'yes' }))
  showOffer(listed(joe), 1)
  const [one, other] = [new SharedDocument({ now: () => NOW_MS }), new SharedDocument({ now: () => NOW_MS })]
  const copy = standing(joe).id
  for (const [device, name] of [
    [one, 'Joe B'],
    [other, 'Joseph'],
  ] as const) {
    device.applyRemote([open.document.encodeState()], true)
    device.change('set offer', (draft) => draft.set('offers', copy, 'name', name))
  }
  open.document.applyRemote([one.encodeState()], true)
  open.document.applyRemote([other.encodeState()], true)
  open.document.caughtUp()
  const [kept] = open.shown.kept
  expect(kept?.value).toMatch(/Jo/)
  setAsked(own, joe, 'no')
  heedNo(own.snapshot.peek().offers)
  expect(JSON.stringify(open.shown)).not.toContain('Jo')
  expect(putBack(kept?.id ?? '')).toEqual({ refused: 'gone' })
})

test('who says no after yes stays unnamed when the copy is brought back', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: 'knows the allotment', asked: 'yes' }))
  showOffer(listed(joe), 1)
  setAsked(own, joe, 'no')
  takeOffer(standing(joe))
  const [{ id } = { id: '' }] = open.shown.offers
  open.document.change('bring back offer', (draft) => draft.set('offers', id, 'archived', false))
  expect(open.shown.offers).toMatchObject([{ name: '', asked: 'not yet', archived: false }])
  expect(JSON.stringify(open.shown)).not.toContain('Joe')
})

test('nobody of the open pair comes into one’s own list by name, and whoever only shares a first name can', () => {
  setNames(['Ama', 'Jo'])
  archivePerson(String(addPerson({ name: 'Zoë', kind: 'person' })))
  const written = (name: string) => addOffer(own, { name, words: '', asked: 'not yet' })
  for (const name of ['ama', ' Ama ', 'Zoe']) expect(written(name)).toEqual({ refused: 'of this map' })
  expect(own.snapshot.peek().offers).toEqual([])
  const joe = String(written('Joe'))
  expect(renameOffer(own, joe, 'AMA')).toEqual({ refused: 'of this map' })
  expect(renameOffer(own, joe, 'Ama Mensah')).toBe('done')
  expect(written('Jo')).toBeTypeOf('string')
  addPerson({ name: 'Pond café', kind: 'place' })
  expect(written('Pond café')).toBeTypeOf('string')
})

test('on one’s own map: a ring and a kind, closer and further, and nothing of it in the open pair', () => {
  const pond = String(addOffer(own, { name: 'Pond', words: '', asked: 'yes', kind: 'place', ring: 'close' }))
  const gus = String(addOffer(own, { name: 'Gus', words: '', asked: 'not yet' }))
  expect(listed(pond)).toMatchObject({ kind: 'place', place: { ring: 'close' } })
  expect(listed(gus)).toMatchObject({ kind: 'person', place: { ring: 'tray', angle: 0 } })
  expect(placeOffer(own, gus, 'life', 4000)).toBe('done')
  expect(listed(gus).place).toMatchObject({ ring: 'life', angle: 400 })
  moveOffer(own, gus, 'closer')
  expect(listed(gus).place).toMatchObject({ ring: 'close', angle: 400 })
  for (const _ of ['life', 'tray', 'tray']) moveOffer(own, gus, 'further')
  expect(listed(gus).place).toMatchObject({ ring: 'tray', angle: 0 })
  moveOffer(own, gus, 'closer')
  expect(listed(gus).place.ring).toBe('life')
  own.undo()
  expect(listed(gus).place.ring).toBe('tray')
  setOfferKind(own, gus, 'service')
  expect(listed(gus).kind).toBe('service')
  expect(placeOffer(own, 'none', 'life', 0)).toEqual({ refused: 'gone' })
  expect(open.shown.offers).toEqual([])
  expect(open.shown.people).toEqual([])
})

test('a copy stands where its keeper had it when it was shown, until it is shown again', () => {
  const gus = String(addOffer(own, { name: 'Gus', words: '', asked: 'not yet', kind: 'service' }))
  placeOffer(own, gus, 'close', 700)
  const copy = showOffer(listed(gus), 1)
  expect(open.shown.offers).toMatchObject([{ kind: 'service', place: { ring: 'close', angle: 700 } }])
  placeOffer(own, gus, 'closest', 100)
  expect(open.shown.offers).toMatchObject([{ place: { ring: 'close', angle: 700 } }])
  expect(showOffer(listed(gus), 1)).toBe(copy)
  expect(open.shown.offers).toMatchObject([{ name: '', place: { ring: 'closest', angle: 100 } }])
  expect(showOffer(listed(gus), 1)).toEqual({ refused: 'there already' })
})

test('hands on one’s own map reach one’s own document, and that of the two only from their own map', () => {
  const gus = String(addOffer(own, { name: 'Gus', words: 'lends a drill', asked: 'yes' }))
  const nan = String(addPerson({ name: 'Nan', kind: 'person' }))
  const mine = ownBoard(own, 'Jo')
  for (const id of [gus, nan]) mine.put(id, 'close', 100)
  expect(listed(gus).place.ring).toBe('close')
  expect(open.shown.people).toMatchObject([{ id: nan, place: { ring: 'tray' } }])
  for (const id of [gus, nan]) OURS.put(id, 'closest', 200)
  expect(listed(gus).place.ring).toBe('close')
  expect(open.shown.people).toMatchObject([{ id: nan, place: { ring: 'closest' } }])
  expect(mine.shown()?.people).toMatchObject([{ name: 'Gus', relation: 'lends a drill' }])
  expect(mine.isLive).toBe(false)
})
