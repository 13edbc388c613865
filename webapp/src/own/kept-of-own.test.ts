/** What two devices of one person said at once, in the place that is theirs alone: it is beside what stands, and can stand again. */

import { afterEach, expect, test } from 'vitest'
import { OwnDocument } from '../document/own-document.ts'
import { letGo, putBack } from '../map/kept-actions.ts'
import { addOffer, placeOffer, renameOffer, setAsked } from '../offers/actions.ts'
import { sentence } from '../working/kept-words.ts'
import { addNote, wishDistance } from './actions.ts'
import { lostOf } from './KeptOfOwn.tsx'

const NOW = Date.UTC(2026, 10, 29)
const about = { place: 'aa00', person: { id: 'ana', was: '' } }
const opened: OwnDocument[] = []

afterEach(() => {
  for (const document of opened.splice(0)) document.close()
})

/** Two devices that know the same; `meet` gives each what the other wrote since. */
function two(): { readonly phone: OwnDocument; readonly tablet: OwnDocument; readonly meet: () => void } {
  const phone = new OwnDocument({ now: () => NOW, thisMember: 0 })
  phone.begin()
  const tablet = new OwnDocument({ now: () => NOW, thisMember: 0, state: phone.encodeState() })
  opened.push(phone, tablet)
  const meet = (): void => {
    const [one, other] = [phone.encodeState(), tablet.encodeState()]
    phone.applyRemote([other], true)
    tablet.applyRemote([one], true)
    for (const document of [phone, tablet]) document.caughtUp()
    phone.applyRemote([tablet.encodeState()], true)
    tablet.applyRemote([phone.encodeState()], true)
  }
  return { phone, tablet, meet }
}

const lost = (own: OwnDocument, of: 'notes' | 'offers', id: string) => lostOf(own.snapshot.value.kept, of, [id])
const said = (own: OwnDocument, of: 'notes' | 'offers', id: string) =>
  lost(own, of, id).map((kept) => sentence(kept, own.snapshot.value, 'the other'))

test('a name, an answer and a place that lost are beside the contact on both, in words', () => {
  const { phone, tablet, meet } = two()
  const id = String(addOffer(phone, { name: 'Gus', words: 'a drill', asked: 'not yet' }))
  meet()
  renameOffer(phone, id, 'Augustus')
  renameOffer(tablet, id, 'Gus from no. 4')
  setAsked(phone, id, 'yes')
  setAsked(tablet, id, 'no')
  placeOffer(phone, id, 'close', 0)
  placeOffer(tablet, id, 'life', 0)
  meet()
  const [shown, there] = [phone, tablet].map((own) => own.snapshot.value.offers.find((one) => one.id === id))
  expect(there).toEqual(shown)
  expect(said(tablet, 'offers', id).sort()).toEqual(said(phone, 'offers', id).sort())
  const name = shown?.name === 'Augustus' ? 'Gus from no. 4' : 'Augustus'
  expect(said(phone, 'offers', id)).toContain(`At the same time the other wrote: \u201c${name}\u201d`)
  expect(said(phone, 'offers', id).length).toBe(3)

  const kept = lost(phone, 'offers', id).find(({ field }) => field === 'name')
  expect(putBack(kept?.id ?? '', phone)).toBe('done')
  meet()
  for (const own of [phone, tablet]) {
    expect(own.snapshot.value.offers[0]?.name).toBe(name)
    expect(lost(own, 'offers', id).map(({ field }) => field)).not.toContain('name')
  }
})

test('a wish for distance that lost is beside the note, and let go it is beside it no more', () => {
  const { phone, tablet, meet } = two()
  const id = String(addNote(phone, about, 'shouts'))
  meet()
  wishDistance(phone, about, true)
  wishDistance(tablet, about, true)
  wishDistance(tablet, about, false)
  meet()
  expect(said(phone, 'notes', id)).toEqual(said(tablet, 'notes', id))
  expect(said(phone, 'notes', id)[0]).toMatch(/^At the same time the other chose: I would like more distance: /)
  expect(letGo(lost(tablet, 'notes', id)[0]?.id ?? '', tablet)).toBe('done')
  meet()
  for (const own of [phone, tablet]) expect(lost(own, 'notes', id)).toEqual([])
})

test('whom a note is about is no word of its keeper, and is not told', () => {
  const kept = { id: 'k', entity: 'notes/n', value: 'aa00/ana', by: 0, at: 0, instead_by: 0 } as const
  expect(lostOf([{ ...kept, field: 'about' }], 'notes', ['n'])).toEqual([])
  expect(lostOf([{ ...kept, field: 'archived' }], 'notes', ['n'])).toHaveLength(1)
})
