/** The own column of whoever helps: what stays theirs, what the two see of it, and how that goes again. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Document } from '../../../sync/document.ts'
import { copyInto } from '../document/afresh.ts'
import { saidBeside } from '../document/copies.ts'
import { current } from '../document/current.ts'
import { type Device, meet, startTogether } from '../document/devices-for-tests.ts'
import { NOW_MS, openForEach } from '../document/open-for-tests.ts'
import { OwnDocument } from '../document/own-document.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addSaying } from '../talk/actions.ts'
import { carryToBoard, isOnBoard, sidesOf } from './actions.ts'
import {
  addLine,
  archiveLine,
  bringBackLine,
  bringColumnAlong,
  columnBeside,
  copyOf,
  isAsWritten,
  setLine,
  showLine,
  takeOff,
  toldOnce,
} from './column-actions.ts'

const HERE = 'aa00'
const THERE = 'bb11'
const open = openForEach()
let own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })

beforeEach(() => {
  own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })
})
afterEach(() => own.close())

const written = (words: string, beside = HERE): string =>
  String(addLine(own, { words, kind: 'not yet', topic: 'time', beside }))

function line(id: string) {
  const found = own.snapshot.peek().sayings.find((one) => one.id === id)
  if (found === undefined) throw new Error('not in the column')
  return found
}

function copy(id: string) {
  const found = copyOf(open.shown, id)
  if (found === undefined) throw new Error('not shown')
  return found
}

const seenBeside = (place: string): string[] => columnBeside(own.snapshot.peek(), place).map(({ words }) => words)

test('a line is one’s own: nothing of it is in the open pair until it is shown there', () => {
  const id = written('no hour left for this')
  setLine(own, id, 'nature', 'structural')
  expect(open.shown.sayings).toEqual([])
  expect(addLine(own, { words: ' ', kind: 'works', topic: '', beside: HERE })).toEqual({ refused: 'empty' })
  expect(setLine(own, 'none', 'topic', 'ideas')).toEqual({ refused: 'gone' })
  archiveLine(own, id)
  expect(line(id).archived).toBe(true)
  bringBackLine(own, id)
  expect(line(id)).toMatchObject({
    words: 'no hour left for this',
    topic: 'time',
    nature: 'structural',
    archived: false,
  })
})

test('what is about one place is seen beside no other, and what holds anywhere beside each', () => {
  const here = written('the van is late')
  written('the hall is cold', THERE)
  expect(seenBeside(HERE)).toEqual(['the van is late'])
  setLine(own, here, 'beside', '')
  expect([seenBeside(HERE), seenBeside(THERE)]).toEqual([['the van is late'], ['the van is late', 'the hall is cold']])
})

test('where a place was begun anew, what was about it is about the new one', () => {
  written('the van is late')
  written('the hall is cold', THERE)
  bringColumnAlong(own, '', 'cc22')
  expect(seenBeside('cc22')).toEqual([])
  bringColumnAlong(own, HERE, 'cc22')
  expect([seenBeside('cc22'), seenBeside(HERE)]).toEqual([['the van is late'], []])
})

test('shown, it is a copy in the hand of the one who helps, once, and says what is written now only when shown again', () => {
  const id = written('no hour left for this')
  const first = showLine(line(id))
  expect(open.shown.sayings).toMatchObject([
    { id: first, words: 'no hour left for this', kind: 'not yet', by: 1, topic: 'time', of: id, beside: '' },
  ])
  const text = own.textField('sayings', id, 'words')
  text.edit('one hour a week', 0)
  text.close()
  expect(copy(id).words).toBe('no hour left for this')
  expect(isAsWritten(copy(id), line(id))).toBe(false)
  const again = String(showLine(line(id)))
  expect(open.shown.sayings.filter(({ archived }) => !archived).map((one) => one.id)).toEqual([again])
  expect(JSON.stringify(open.shown)).not.toContain('no hour')
  expect(isAsWritten(copy(id), line(id))).toBe(true)
  expect(showLine(line(id))).toBe(again)
  expect(open.shown.sayings).toHaveLength(2)
})

test('what the other said beside it is beside what is shown now, also begun afresh, and where two devices showed it at once', () => {
  const [tablet, phone, sam] = startTogether(1, [1, 1, 0]) as [Device, Device, Device]
  const id = written('no hour left for this')
  const shown = () => tablet.document.snapshot.peek()
  const standing = (from: Document) =>
    toldOnce(from.sayings.filter(({ archived, of }) => !archived && of !== '')).map((one) => [
      one.words,
      ...saidBeside(from.sayings, one.id).map(({ words }) => words),
    ])
  tablet.do(() => showLine(line(id)))
  meet(tablet, phone, sam)
  const [first] = shown().sayings
  sam.do(() => addSaying({ words: 'I can wait', kind: 'not yet', by: 0, beside: `sayings/${first?.id}` }))
  meet(tablet, phone, sam)
  const text = own.textField('sayings', id, 'words')
  text.edit('one hour a week', 0)
  text.close()
  for (const device of [tablet, phone]) device.do(() => showLine(line(id)))
  meet(tablet, phone, sam)
  expect(standing(shown())).toEqual([['one hour a week', 'I can wait']])
  expect(JSON.stringify(shown())).not.toContain('no hour')

  const after = new SharedDocument({ now: () => NOW_MS })
  copyInto(after, shown(), new Set())
  expect(standing(after.snapshot.peek())).toEqual([['one hour a week', 'I can wait']])
  after.close()

  for (const device of [tablet, phone]) device.do(() => takeOff(id))
  meet(tablet, phone, sam)
  expect(standing(shown())).toEqual([])
  for (const device of [tablet, phone]) device.do(() => showLine(line(id)))
  meet(tablet, phone, sam)
  expect(standing(shown())).toEqual([['one hour a week', 'I can wait']])
})

test('shown again on two devices at once, its words stand there once; taken off on one and shown on the other, it is shown', () => {
  const [tablet, phone] = startTogether(1, ['both', 1]) as [Device, Device]
  const id = written('no hour left for this')
  const shows = (device: Device) => device.do(() => showLine(line(id)))
  const told = () => toldOnce(tablet.document.snapshot.peek().sayings.filter(({ archived }) => !archived))
  const writes = (words: string) => {
    const text = own.textField('sayings', id, 'words')
    text.edit(words, 0)
    text.close()
  }
  shows(tablet)
  meet(tablet, phone)
  writes('one hour a week')
  for (const device of [tablet, phone]) shows(device)
  meet(tablet, phone)
  expect(told().map(({ words }) => words)).toEqual(['one hour a week'])
  tablet.do(() => takeOff(id))
  writes('two hours')
  shows(phone)
  meet(tablet, phone)
  expect(told().map(({ words }) => words)).toEqual(['two hours'])
  expect(JSON.stringify(tablet.document.snapshot.peek())).not.toContain('one hour')
})

test('what the other calls a copy of a line is theirs: no letter of it changes, and the line is shown beside it', () => {
  const id = written('no hour left for this')
  open.document.change(
    'copy',
    (draft) => draft.create('sayings', { by: 0, kind: 'not yet', of: id }, { words: 'I have time' }),
    0,
  )
  showLine(line(id))
  expect(copy(id)).toMatchObject({ words: 'no hour left for this', by: 1 })
  expect(toldOnce(open.shown.sayings).map(({ words }) => words)).toEqual(['I have time', 'no hour left for this'])
  expect(takeOff(id)).toBe('done')
  expect(open.shown.sayings.filter(({ archived }) => !archived)).toMatchObject([{ words: 'I have time', by: 0 }])
})

test('taken off, its words are gone, and no undo brings them back', () => {
  const id = written('no hour left for this')
  showLine(line(id))
  open.document.undo()
  expect(copyOf(open.shown, id)).toBeDefined()
  expect(takeOff(id)).toBe('done')
  open.document.undo()
  expect(copyOf(open.shown, id)).toBeUndefined()
  expect(JSON.stringify(open.shown)).not.toContain('no hour')
  expect(takeOff('none')).toEqual({ refused: 'gone' })
  showLine(line(id))
  const standing = open.shown.sayings.filter(({ archived }) => !archived)
  expect(standing).toMatchObject([{ words: 'no hour left for this' }])
})

test('only the hand of the one who helps shows or takes off', () => {
  const id = written('no hour left for this')
  open.document.pen.value = 0
  expect(showLine(line(id))).toEqual({ refused: 'theirs to say' })
  open.document.pen.value = 1
  showLine(line(id))
  open.document.pen.value = 0
  expect(takeOff(id)).toEqual({ refused: 'theirs to say' })
  expect(copy(id).by).toBe(1)
})

test('two copies that two devices made at once are told of as one, and go together', () => {
  const id = written('no hour left for this')
  const here = open.document
  const other = new SharedDocument({ now: () => NOW_MS })
  current.value = other
  showLine(line(id))
  current.value = here
  showLine(line(id))
  here.applyRemote([other.encodeState()], true)
  expect(open.shown.sayings).toHaveLength(2)
  expect(toldOnce(open.shown.sayings)).toHaveLength(1)
  takeOff(id)
  expect(JSON.stringify(open.shown)).not.toContain('no hour')
})

test('one tap takes it to the board as their words, with them or with the service', () => {
  const id = written('no hour left for this')
  setLine(own, id, 'nature', 'structural')
  showLine(line(id))
  expect(sidesOf(copy(id))).toEqual(['service'])
  const [side] = sidesOf(copy(id))
  carryToBoard(copy(id), side)
  expect(open.shown.barriers).toMatchObject([{ words: 'no hour left for this', side: 'service', by: 1 }])
  expect(isOnBoard(copy(id), open.shown)).toBe(true)
  expect(sidesOf({ nature: 'skill', by: 1 })).toEqual([1])
  expect(sidesOf({ nature: '', by: 1 })).toEqual([1, 'service'])
})
