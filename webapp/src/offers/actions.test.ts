import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW_MS, openForEach } from '../document/open-for-tests.ts'
import { OwnDocument } from '../document/own-document.ts'
import { addOffer, archiveOffer, bringBackOffer, renameOffer, setAsked, showOffer } from './actions.ts'

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

test('who says no after yes is taken from the other’s screen with their name, and stays unnamed when brought back', () => {
  const joe = String(addOffer(own, { name: 'Joe', words: 'knows the allotment', asked: 'yes' }))
  const copy = String(showOffer(listed(joe), 1))
  setAsked(own, joe, 'no')
  archiveOffer(open.document, copy)
  bringBackOffer(open.document, copy)
  expect(open.shown.offers).toMatchObject([{ name: '', asked: 'not yet', archived: false }])
  expect(JSON.stringify(open.shown)).not.toContain('Joe')
})
