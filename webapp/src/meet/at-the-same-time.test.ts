/** Two hands at once on when the two meet: nothing that either wrote is lost, and who loses is told of it. */

import { afterEach, expect, test } from 'vitest'
import { copyInto } from '../document/afresh.ts'
import { current } from '../document/current.ts'
import { type Device, meet, startTogether } from '../document/devices-for-tests.ts'
import { differencesBetween } from '../document/differences.ts'
import { keep, leftBehind } from '../document/left-behind.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { setNames } from '../map/actions.ts'
import { putBack } from '../map/kept-actions.ts'
import { sentence } from '../working/kept-words.ts'
import { addMeeting, lastWords, setLate, setNextChosen, setNextPlace, setPhone } from './actions.ts'

afterEach(() => {
  current.value = null
})

function apart(seed: number) {
  const [tablet, phone] = startTogether(seed, ['both', 0]) as [Device, Device]
  tablet.do(() => setNames(['Sam', 'Jo']))
  meet(tablet, phone)
  const shown = () => {
    meet(tablet, phone)
    const [one, two] = [tablet, phone].map((device) => device.document.snapshot.peek())
    expect(one).toEqual(two)
    if (one === undefined) throw new Error('nothing shown')
    return one
  }
  return { tablet, phone, shown }
}

test.each([
  ['the place', setNextPlace, 'the café', 'the park', 'meeting_place'],
  ['what if late', setLate, 'ring me', 'wait', 'late'],
  ['a number', (text: string) => setPhone(1, text), '0113 496 0000', '0113 496 0999', 'phone/1'],
] as const)('%s, written by both: one stands, the other is kept beside it', (_, set, one, two, field) => {
  const { tablet, phone, shown } = apart(1)
  tablet.do(() => set(one))
  phone.do(() => set(two))
  const { kept } = shown()
  expect(kept).toMatchObject([{ entity: 'meta', field }])
  const lost = kept[0]
  if (lost === undefined) throw new Error('nothing kept')
  expect([one, two]).toContain(lost.value)
  expect(sentence(lost, shown())).toContain(String(lost.value))
  phone.do(() => putBack(lost.id))
  expect(shown().kept).toEqual([])
})

test('whose idea the place was, said by both', () => {
  const { tablet, phone, shown } = apart(2)
  tablet.do(() => setNextChosen(1))
  phone.do(() => setNextChosen(0))
  const document = shown()
  const [lost] = document.kept
  if (lost === undefined) throw new Error('nothing kept')
  expect(sentence(lost, document)).toMatch(/chose: (Sam|Jo)$/)
})

test('each writes another field, and all of it stands', () => {
  const { tablet, phone, shown } = apart(3)
  tablet.do(() => setNextPlace('the café'))
  tablet.do(() => setPhone(1, '0113 496 0000'))
  phone.do(() => setPhone(0, '0113 496 0999'))
  phone.do(() => setLate('wait'))
  expect(shown()).toMatchObject({ meeting_place: 'the café', phones: ['0113 496 0999', '0113 496 0000'], late: 'wait' })
  expect(shown().kept).toEqual([])
})

test('a time is kept on both devices at once: both stand, and open the next', () => {
  const { tablet, phone, shown } = apart(4)
  tablet.do(() => addMeeting({ kind: 'map', words: 'Today we laughed.', by: 'both' }))
  phone.document.pen.value = 'both' // two sit at it too
  phone.do(() => addMeeting({ kind: 'chat', words: 'Tea, and the sea.', by: 'both' }))
  expect(
    lastWords(shown().meetings)
      .map(({ words }) => words)
      .sort(),
  ).toEqual(['Tea, and the sea.', 'Today we laughed.'])
})

test('all of it comes along into a place begun afresh, and what was written late can be kept there', () => {
  const { tablet, phone, shown } = apart(5)
  tablet.do(() => {
    setNextPlace('the café')
    setNextChosen('someone else')
    setLate('wait')
    setPhone(0, '0113 496 0999')
    return addMeeting({ kind: 'map', words: 'Today we laughed.', by: 'both' })
  })
  const before = shown()
  const target = new SharedDocument({ now: () => 0 })
  copyInto(target, before, new Set())
  const copy = target.snapshot.peek()
  expect(copy).toMatchObject({
    meeting_place: 'the café',
    meeting_chosen: 'someone else',
    late: 'wait',
    phones: ['0113 496 0999', ''],
    meetings: [{ words: 'Today we laughed.', kind: 'map', where: 'the café', chosen: 'someone else' }],
  })
  phone.do(() => setPhone(1, '0113 496 0000'))
  const late = leftBehind(before, phone.document.snapshot.peek(), 0)
  expect(late.map(({ key }) => key)).toEqual(['meta'])
  for (const one of late) keep(target, one)
  expect(target.snapshot.peek().phones).toEqual(['0113 496 0999', '0113 496 0000'])
  expect(differencesBetween(copy, target.snapshot.peek())).toMatchObject([{ field: 'phone/1' }])
})
