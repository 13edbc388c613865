/** What is in the way and not for the other's eyes: in the own document alone, until its person puts it on the board. */

import { afterEach, expect, test } from 'vitest'
import { archiveBarrier, boardOnce, bringBackBarrier, setBarrierState } from '../barriers/actions.ts'
import { current } from '../document/current.ts'
import { type Device, meet, startTogether } from '../document/devices-for-tests.ts'
import { OwnDocument } from '../document/own-document.ts'
import { addStep } from '../plan/actions.ts'
import { addNote, bringBackNote, notesAbout, putAwayNote, toWriteIn } from './actions.ts'
import { besides, bringKindsAlong, putOnBoard } from './in-the-way.ts'

afterEach(() => {
  current.value = null
})

function newOwn(): OwnDocument {
  const own = new OwnDocument({ now: () => 0, thisMember: 0 })
  own.begin()
  return own
}

const shownBeside = (own: OwnDocument, place: string) =>
  notesAbout(own.snapshot.peek().notes, besides(place, 'in the way')).filter(({ archived }) => !archived)

function written(own: OwnDocument, words: string) {
  addNote(own, besides('aa00', 'in the way'), words)
  const note = shownBeside(own, 'aa00').find((one) => one.words === words)
  if (note === undefined) throw new Error('not written')
  return note
}

test('it is beside one place, and apart from who is on the map and from where else it can be said', () => {
  const own = newOwn()
  written(own, 'Jo talks over me')
  addNote(own, besides('aa00', 'where else'), 'Mo at the advice shop')
  addNote(own, { place: 'aa00', person: { id: 'ana', was: '' } }, 'shouts')
  expect(shownBeside(own, 'aa00').map(({ words }) => words)).toEqual(['Jo talks over me'])
  expect(shownBeside(own, 'bb11')).toEqual([])
})

test('where the place is begun anew it comes along, and what is beside another place does not', () => {
  const own = newOwn()
  written(own, 'Jo talks over me')
  addNote(own, besides('ff00', 'in the way'), 'of another pair')
  bringKindsAlong(own, '', 'cc22')
  expect(shownBeside(own, 'cc22')).toEqual([])
  bringKindsAlong(own, 'aa00', 'cc22')
  expect(shownBeside(own, 'cc22').map(({ words }) => words)).toEqual(['Jo talks over me'])
  expect(shownBeside(own, 'ff00')).toHaveLength(1)
})

test('what two devices began at once is all there to be read and written on', () => {
  const [phone, tablet] = [newOwn(), newOwn()]
  const about = besides('aa00', 'where else')
  const texts = () => toWriteIn(notesAbout(phone.snapshot.peek().notes, about))
  expect(texts()).toEqual([null])
  addNote(phone, about, 'Mo at the advice shop')
  addNote(tablet, about, 'the drop-in')
  phone.applyRemote([tablet.encodeState()], true)
  expect(texts().map((note) => note?.words)).toHaveLength(2)
  const [first] = texts()
  putAwayNote(phone, first?.id ?? '')
  expect(texts()).toHaveLength(1)
})

test('what another device put away or on the board meanwhile does not go there again', () => {
  const own = newOwn()
  const note = written(own, 'Jo talks over me')
  putAwayNote(own, note.id)
  expect(putOnBoard(own, note, 'elsewhere')).toEqual({ refused: 'gone' })
})

test('nothing of it is in the place of two before it is put on the board, and then as words of its owner', () => {
  const [phone, tablet] = startTogether(1, [0, 1]) as [Device, Device]
  const own = newOwn()
  const note = written(own, 'Jo talks over me')
  meet(phone, tablet)
  expect(JSON.stringify(tablet.document.snapshot.peek())).not.toContain('talks over')
  expect(tablet.do(() => putOnBoard(own, note, 1))).toEqual({ refused: 'theirs to say' })
  expect(phone.do(() => putOnBoard(own, note, 1))).toBe('done')
  meet(phone, tablet)
  expect(tablet.document.snapshot.peek().barriers).toMatchObject([{ words: 'Jo talks over me', by: 0, side: 1 }])
  expect(shownBeside(own, 'aa00')).toEqual([])
  bringBackNote(own, note.id)
  expect(shownBeside(own, 'aa00')).toHaveLength(1)
  expect(phone.do(() => putOnBoard(own, { id: 'none', words: 'x' }, 1))).toEqual({ refused: 'gone' })
})

test('put on the board from two phones at once, it stands there once, and goes from there as one', () => {
  const [phone, other] = startTogether(1, [0, 0]) as [Device, Device]
  const [own, there] = [newOwn(), newOwn()]
  const note = written(own, 'Jo talks over me')
  there.applyRemote([own.encodeState()], true)
  expect(phone.do(() => putOnBoard(own, note, 1))).toBe('done')
  expect(other.do(() => putOnBoard(there, note, 'elsewhere'))).toBe('done')
  meet(phone, other)
  const shown = () => phone.document.snapshot.peek()
  expect(shown().barriers).toHaveLength(2)
  const [first, ...further] = boardOnce(shown())
  expect([first?.words, further]).toEqual(['Jo talks over me', []])
  expect(note.id.startsWith(first?.of ?? '')).toBe(false)

  // A third phone has heard of it on the board, and not yet that the note was put away.
  const late = newOwn()
  late.applyRemote([own.encodeState()], true)
  bringBackNote(late, note.id)
  expect(phone.do(() => putOnBoard(late, note, 1))).toBe('done')
  expect(shown().barriers).toHaveLength(2)

  // Other words of the same note are another thing in the way.
  bringBackNote(late, note.id)
  expect(phone.do(() => putOnBoard(late, { ...note, words: 'and the clock' }, 1))).toBe('done')
  expect(boardOnce(shown()).map(({ words }) => words)).toEqual(['Jo talks over me', 'and the clock'])
  phone.do(() => archiveBarrier(boardOnce(shown())[1]?.id ?? ''))
  expect(boardOnce(shown()).map(({ archived }) => archived)).toEqual([false, true])
  phone.do(() => archiveBarrier(first?.id ?? ''))
  expect(boardOnce(shown()).map(({ archived }) => archived)).toEqual([true, true])
  phone.do(() => bringBackBarrier(first?.id ?? ''))
  expect(boardOnce(shown()).map(({ archived }) => archived)).toEqual([false, true])
})

test('of two from one note, what was worked on stays in sight', () => {
  const [phone, other] = startTogether(1, [0, 0]) as [Device, Device]
  const [own, there] = [newOwn(), newOwn()]
  const note = written(own, 'Jo talks over me')
  there.applyRemote([own.encodeState()], true)
  phone.do(() => putOnBoard(own, note, 1))
  other.do(() => putOnBoard(there, note, 1))
  meet(phone, other)
  const shown = () => phone.document.snapshot.peek()
  const [first = '', second = ''] = shown().barriers.map(({ id }) => id)
  phone.do(() => setBarrierState(second, 'worked around'))
  expect(boardOnce(shown()).map(({ id }) => id)).toEqual([first, second])
  phone.do(() => archiveBarrier(first))
  expect(shown().barriers.map(({ archived }) => archived)).toEqual([true, false])
  phone.do(() => bringBackBarrier(first))
  phone.do(() => setBarrierState(second, 'open'))
  phone.do(() => addStep({ what: 'Say it first', origin: `barriers/${second}` }))
  expect(boardOnce(shown()).map(({ id }) => id)).toEqual([second])
})

test('two phones of one person write at once, and both stand', () => {
  const [one, other] = [newOwn(), newOwn()]
  const note = written(one, 'Jo talks over me')
  written(other, 'the room is cold')
  other.applyRemote([one.encodeState()], true)
  one.applyRemote([other.encodeState()], true)
  expect(
    shownBeside(one, 'aa00')
      .map(({ words }) => words)
      .sort(),
  ).toEqual(['Jo talks over me', 'the room is cold'])
  expect(shownBeside(other, 'aa00').some(({ id }) => id === note.id)).toBe(true)
})
