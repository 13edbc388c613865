import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { setMeeting, setNames, undo } from '../map/actions.ts'
import { namesHidden, seen } from '../working/hidden-names.ts'
import {
  addMeeting,
  archiveMeeting,
  bringBackMeeting,
  lastWords,
  setLate,
  setMeetingChosen,
  setMeetingDay,
  setMeetingKind,
  setMeetingPlace,
  setNextChosen,
  setNextPlace,
  setPhone,
} from './actions.ts'

const open = openForEach()
const LONG = 'x'.repeat(20_001)

test('what is arranged is a few words, each of its own, and none of them has to be there', () => {
  expect(open.shown).toMatchObject({ meeting: '', meeting_place: '', meeting_chosen: '', late: '', phones: ['', ''] })
  setMeeting('Thursday at 2')
  setNextPlace(' Corner café ')
  setNextChosen(0)
  setLate('wait ten minutes')
  setPhone(1, '0113 496 0000')
  expect(open.shown).toMatchObject({
    meeting: 'Thursday at 2',
    meeting_place: 'Corner café',
    meeting_chosen: 0,
    late: 'wait ten minutes',
    phones: ['', '0113 496 0000'],
  })
  undo()
  expect(open.shown.phones).toEqual(['', ''])
  for (const set of [setNextPlace, setLate, (text: string) => setPhone(0, text)]) {
    expect(set(LONG)).toEqual({ refused: 'too long' })
  }
})

test('just a chat is a tap, with no words, and where it was arranged', () => {
  setNextPlace('the bench')
  setNextChosen('both')
  addMeeting({ kind: 'chat' })
  expect(open.shown.meetings).toMatchObject([
    { day: '2026-11-23', kind: 'chat', where: 'the bench', chosen: 'both', words: '', by: 'both' },
  ])
  expect(lastWords(open.shown.meetings)).toEqual([])
})

test('the last words that were kept open the next time, whatever chats came after', () => {
  const id = String(addMeeting({ kind: 'map', words: ' Today we laughed. ', by: 'both' }))
  setMeetingDay(id, '2026-11-16')
  addMeeting({ kind: 'chat' })
  expect(lastWords(open.shown.meetings)).toMatchObject([{ id, words: 'Today we laughed.' }])
  const again = String(addMeeting({ kind: 'map', words: 'Today we laughed a lot.', by: 'both', insteadOf: id }))
  expect(lastWords(open.shown.meetings)).toMatchObject([{ id: again }])
  undo()
  expect(lastWords(open.shown.meetings)).toMatchObject([{ id }])
  archiveMeeting(id)
  expect(lastWords(open.shown.meetings)).toEqual([])
  bringBackMeeting(id)
  expect(lastWords(open.shown.meetings)).toHaveLength(1)
})

test('words of both are kept by both alone', () => {
  open.document.pen.value = 1
  expect(addMeeting({ kind: 'map', words: 'We agreed.', by: 'both' })).toEqual({ refused: 'theirs to say' })
  expect(addMeeting({ kind: '', words: LONG })).toEqual({ refused: 'too long' })
})

test('a time is set right later', () => {
  const id = String(addMeeting({ kind: 'chat' }))
  setMeetingKind(id, 'out')
  setMeetingPlace(id, ' the park ')
  setMeetingChosen(id, 'someone else')
  expect(open.shown.meetings).toMatchObject([{ kind: 'out', where: 'the park', chosen: 'someone else' }])
  expect(setMeetingPlace(id, LONG)).toEqual({ refused: 'too long' })
  expect(setMeetingKind('none', 'map')).toEqual({ refused: 'gone' })
})

test('with names hidden no number is shown', () => {
  setNames(['Sam', 'Jo'])
  setPhone(0, '0113 496 0000')
  namesHidden.value = true
  expect(seen(open.shown).phones).toEqual(['', ''])
  namesHidden.value = false
})
