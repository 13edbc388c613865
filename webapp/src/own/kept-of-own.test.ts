/** What two devices of one person said at once, in the place that is theirs alone: it is beside what stands, and can stand again. */

import { afterEach, expect, test } from 'vitest'
import { current } from '../document/current.ts'
import { OwnDocument } from '../document/own-document.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addLine, setLine } from '../going/column-actions.ts'
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

const lost = (own: OwnDocument, of: Parameters<typeof lostOf>[1], id: string) =>
  lostOf(own.snapshot.value.kept, of, [id])
const said = (own: OwnDocument, of: Parameters<typeof lostOf>[1], id: string) =>
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

test('what a line of the own column is about, and that it was put away, can stand again, whoever holds the pen of the two', () => {
  const { phone, tablet, meet } = two()
  current.value = new SharedDocument({ now: () => NOW, thisMember: 1 })
  const id = String(addLine(phone, { words: 'time', kind: 'not yet', topic: '', beside: '' }))
  meet()
  setLine(phone, id, 'topic', 'time')
  setLine(tablet, id, 'topic', 'means')
  setLine(phone, id, 'nature', 'skill')
  setLine(tablet, id, 'nature', 'structural')
  meet()
  expect(said(phone, 'sayings', id)).toHaveLength(2)
  expect(said(tablet, 'sayings', id).sort()).toEqual(said(phone, 'sayings', id).sort())
  for (const kept of lost(phone, 'sayings', id)) {
    expect(putBack(kept.id, phone)).toBe('done')
    expect(phone.snapshot.value.sayings[0]).toMatchObject({ [kept.field]: kept.value })
  }
  expect(lost(phone, 'sayings', id)).toEqual([])
  current.value.close()
  current.value = null
})

test('whom a note is about is no word of its keeper, and is not told', () => {
  const kept = { id: 'k', entity: 'notes/n', value: 'aa00/ana', by: 0, at: 0, instead_by: 0 } as const
  expect(lostOf([{ ...kept, field: 'about' }], 'notes', ['n'])).toEqual([])
  expect(lostOf([{ ...kept, field: 'archived' }], 'notes', ['n'])).toHaveLength(1)
})
