import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW_MS, openForEach } from '../document/open-for-tests.ts'
import { OwnDocument } from '../document/own-document.ts'
import { addPerson, archivePerson, setDied } from '../map/actions.ts'
import { addOffer, setAsked, showOffer, takeOffer } from '../offers/actions.ts'
import { standingCopy } from '../offers/copies.ts'
import { onBoth } from './on-both.ts'

const open = openForEach()
let own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })

beforeEach(() => {
  own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })
})
afterEach(() => own.close())

/** Somebody or something on the own map of the one who helps, shown here. */
function shows(name: string, asked: 'yes' | 'not yet' = 'yes'): string {
  const id = String(addOffer(own, { name, words: 'a word', asked, kind: 'place' }))
  show(id)
  return id
}

function show(id: string): void {
  const offer = own.snapshot.peek().offers.find((one) => one.id === id)
  if (offer) showOffer(offer, 1)
}

test('what has one name on both maps is named as it stands on the map of the two, once', () => {
  addPerson({ name: 'Corner Café', kind: 'place' })
  addPerson({ name: 'corner cafe', kind: 'place' })
  addPerson({ name: 'Choir', kind: 'activity' })
  shows('corner café')
  shows('Allotment')
  expect(onBoth(open.shown)).toEqual(['Corner Café'])
})

test('what is on the own map and not shown, not named, or taken off again is not found', () => {
  for (const name of ['Library', 'Pool', 'Market']) addPerson({ name, kind: 'place' })
  addOffer(own, { name: 'Library', words: '', asked: 'yes', kind: 'place' })
  const pool = shows('Pool', 'not yet')
  const market = shows('Market')
  expect(onBoth(open.shown)).toEqual(['Market'])
  setAsked(own, pool, 'yes')
  expect(onBoth(open.shown)).toEqual(['Market'])
  show(pool)
  const copy = standingCopy(open.shown, market)
  if (copy) takeOffer(copy)
  expect(onBoth(open.shown)).toEqual(['Pool'])
})

test('nobody who has died or was put away is found, nor what is missing', () => {
  for (const name of ['Gus', 'Zoë', 'Walks']) shows(name)
  setDied(String(addPerson({ name: 'Gus', kind: 'person' })), true)
  archivePerson(String(addPerson({ name: 'Zoë', kind: 'person' })))
  addPerson({ name: 'Walks', kind: 'missing' })
  expect(onBoth(open.shown)).toEqual([])
})
