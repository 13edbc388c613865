import { expect, test } from 'vitest'
import { type Device, meet, startTogether } from '../document/devices-for-tests.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson, archivePerson } from '../map/actions.ts'
import { takeOutEverywhere } from '../map/removal-actions.ts'
import { whoWords } from '../plan/said.ts'
import {
  addOuting,
  archiveOuting,
  earlierNo,
  goOn,
  letOutingGo,
  rest,
  restOuting,
  sayNoThanks,
  setOutingLine,
  setOutingWhen,
  startNow,
  takeOutingUp,
} from './actions.ts'
import {
  addNeed,
  addOccasion,
  archiveNeed,
  beginImpression,
  impressionsOf,
  setCompany,
  setFelt,
  setMark,
  setNeedWho,
  setSize,
} from './afterwards-actions.ts'
import {
  addSupport,
  addWorry,
  archiveSupport,
  archiveWorry,
  bringBackSupport,
  sayNobodyYet,
  setSupportAsked,
  setSupportTo,
  setSupportWho,
} from './support-actions.ts'

const open = openForEach()

test('an outing needs no more than a word, and takes any day, also one that has gone', () => {
  const id = String(addOuting(' The art class '))
  expect(open.shown.outings[0]).toMatchObject({ what: 'The art class', when: { kind: 'none' }, state: 'open' })
  setOutingWhen(id, { kind: 'day', day: '2020-02-29' })
  setOutingLine(id, 'cost', ' a pound ')
  expect(open.shown.outings[0]).toMatchObject({ when: { day: '2020-02-29' }, cost: 'a pound' })
  expect(addOuting(' ')).toEqual({ refused: 'empty' })
  expect(setOutingLine('none', 'where', 'x')).toEqual({ refused: 'gone' })
})

test('put away while it rests, it is taken up again in one step, and that is told where it cannot be', () => {
  const id = String(addOuting('Swimming'))
  restOuting(id)
  archiveOuting(id)
  expect(takeOutingUp(id)).toBe('done')
  expect(open.shown.outings[0]).toMatchObject({ archived: false, state: 'open', since: '' })
  expect(open.document.undo()).toBe('undone')
  expect(open.shown.outings[0]).toMatchObject({ archived: true, state: 'resting' })
  expect(takeOutingUp('none')).toEqual({ refused: 'gone' })
})

test('started now, it is today’s', () => {
  startNow('A walk round the block')
  expect(open.shown.outings[0]?.when).toMatchObject({ kind: 'day' })
})

test('no thanks has a day and no reason, and is found when the same is written again', () => {
  const id = String(addOuting('The Art  class'))
  expect(earlierNo('the art class', open.shown)).toBeUndefined()
  sayNoThanks(id)
  expect(open.shown.outings[0]).toMatchObject({ state: 'no thanks', since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  expect(earlierNo(' the art class', open.shown)?.id).toBe(id)
  expect(earlierNo('', open.shown)).toBeUndefined()
  takeOutingUp(id)
  expect(open.shown.outings[0]).toMatchObject({ state: 'open', since: '' })
})

test('a no that came while a sheet was open stands, whatever is pressed there', () => {
  const [tablet, phone] = startTogether(1, ['both', 0]) as [Device, Device]
  let id = ''
  tablet.do(() => {
    id = String(addOuting('Swimming'))
  })
  meet(tablet, phone)
  phone.do(() => sayNoThanks(id))
  meet(tablet, phone)
  const now = () => tablet.document.snapshot.peek().outings[0]
  const came = now()
  expect(came?.state).toBe('no thanks')
  for (const press of [restOuting, letOutingGo]) expect(tablet.do(() => press(id))).toEqual({ refused: 'gone' })
  expect(tablet.do(() => sayNoThanks(id))).toBe('done')
  expect(now()).toEqual(came)
  expect(tablet.do(() => takeOutingUp(id))).toBe('done')
  expect(tablet.do(() => restOuting(id))).toBe('done')
  expect(now()?.state).toBe('resting')
})

test('one outing rests, and so can all of it', () => {
  restOuting(String(addOuting('Swimming')))
  expect(open.shown.outings[0]?.state).toBe('resting')
  rest()
  expect(open.shown.resting).toMatch(/^\d{4}-\d\d-\d\d$/)
  goOn()
  expect(open.shown.resting).toBe('')
})

test('who is to help is asked anew where it is somebody else', () => {
  const outing = String(addOuting('Swimming'))
  const id = String(addSupport({ outing, kind: 'introduce' }))
  setSupportAsked(id, 'yes')
  setSupportTo(id, 'Mo')
  expect(open.shown.supports[0]).toMatchObject({ asked: 'yes', to: 'Mo', outing })
  setSupportWho(id, { kind: 'other', name: 'Bea' })
  expect(open.shown.supports[0]).toMatchObject({ asked: 'not yet', who: { kind: 'other', name: 'Bea' } })
  expect(addSupport({ outing, kind: 'other' })).toEqual({ refused: 'empty' })
})

test('where nobody can, that goes on the board as what stands before the outing', () => {
  const outing = String(addOuting('Swimming'))
  addSupport({ outing, kind: 'lift' })
  const [support] = open.shown.supports
  if (support === undefined) throw new Error('nothing asked')
  sayNobodyYet(support, 'No one yet for: a lift')
  expect(open.shown.barriers).toMatchObject([
    { words: 'No one yet for: a lift', stops: `outings/${outing}`, by: 'both' },
  ])
})

test('a worry, a view and what is good to know are each one’s own', () => {
  const outing = String(addOuting('Swimming'))
  const occasion = String(addOccasion(outing, '2026-11-16'))
  setCompany(occasion, 'on my own')
  const worry = String(addWorry({ outing, words: 'the noise', by: 0 }))
  const [mine, theirs] = [0, 1].map((by) => String(beginImpression({ outing, occasion, by })))
  setFelt(mine ?? '', 'loved')
  setFelt(theirs ?? '', 'mixed')
  setMark(theirs ?? '', 'together')
  setSize(mine ?? '', 'a small one')
  const need = String(addNeed({ kind: 'access', topic: 'stairs', by: 0 }))
  expect(beginImpression({ outing, occasion, by: 0 })).toBe(mine)
  expect(impressionsOf(open.shown.impressions, { outing, occasion, by: 0 })).toMatchObject([
    { felt: 'loved', mark: '' },
  ])
  expect(impressionsOf(open.shown.impressions, { outing, occasion, by: 1 })).toMatchObject([
    { felt: 'mixed', size: '' },
  ])

  open.document.pen.value = 1
  const refused = { refused: 'theirs to say' }
  expect(setFelt(mine ?? '', 'not for me')).toEqual(refused)
  expect(archiveWorry(worry)).toEqual(refused)
  expect(archiveNeed(need)).toEqual(refused)
  expect(addWorry({ outing, words: 'x', by: 0 })).toEqual(refused)
  expect(addNeed({ kind: 'about me', words: 'x', by: 0 })).toEqual(refused)
  expect(beginImpression({ outing, occasion: '', by: 0 })).toEqual(refused)
  expect(addNeed({ kind: 'about me', by: 1 })).toEqual({ refused: 'empty' })
})

test('a name that is too long is refused also for who is to check in', () => {
  const id = String(addNeed({ kind: 'check in', topic: 'text', by: 0 }))
  const mo = { kind: 'other', name: 'x'.repeat(20_001) } as const
  expect(setNeedWho(id, mo)).toEqual({ refused: 'too long' })
  expect(addNeed({ kind: 'check in', topic: 'text', who: mo, by: 0 })).toEqual({ refused: 'too long' })
  expect(setNeedWho(id, { kind: 'other', name: 'Mo' })).toBe('done')
  expect(open.shown.needs).toMatchObject([{ who: { name: 'Mo' } }])
})

test('a no thanks is taken back by the owner, and by nobody on their behalf', () => {
  const id = String(addOuting('Swimming'))
  sayNoThanks(id)
  open.document.pen.value = 1
  expect(takeOutingUp(id)).toEqual({ refused: 'theirs to say' })
  expect(open.shown.outings[0]?.state).toBe('no thanks')
  // What the other writes again is something new, and the no still stands.
  addOuting('swimming')
  expect(open.shown.outings.map(({ state }) => state)).toEqual(['no thanks', 'open'])
  open.document.pen.value = 0
  expect(takeOutingUp(id)).toBe('done')
  expect(open.shown.outings[0]).toMatchObject({ state: 'open', since: '' })
  restOuting(id)
  open.document.pen.value = 1
  expect(takeOutingUp(id)).toBe('done')
})

test('help that is not wanted, or not given, takes nothing from what it was for', () => {
  const outing = String(addOuting('Swimming'))
  const [come, lift] = (['come along', 'lift'] as const).map((kind) =>
    String(addSupport({ outing, kind, who: { kind: 'member', member: 1 } })),
  )
  archiveSupport(come ?? '')
  setSupportAsked(lift ?? '', 'no')
  expect(open.shown.supports.map(({ archived, asked }) => [archived, asked])).toEqual([
    [true, 'not yet'],
    [false, 'no'],
  ])
  bringBackSupport(come ?? '')
  expect(open.shown.supports[0]?.archived).toBe(false)
  expect(open.shown.outings).toMatchObject([{ what: 'Swimming', state: 'open', archived: false }])
})

test('a helper who was put away is still named, and one taken out everywhere is to be found again', () => {
  const bo = String(addPerson({ name: 'Bo', kind: 'person' }))
  const outing = String(addOuting('Swimming'))
  addSupport({ outing, kind: 'lift', who: { kind: 'person', id: bo } })
  const helper = () => open.shown.supports.map(({ who }) => whoWords(who, open.shown))
  archivePerson(bo)
  expect(helper()).toEqual(['Bo'])
  takeOutEverywhere(bo)
  expect(helper()).toEqual(['Nobody yet'])
})
