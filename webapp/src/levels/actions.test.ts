import { expect, test } from 'vitest'
import type { By } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { addGoal } from '../plan/actions.ts'
import { answer } from '../talk/actions.ts'
import {
  agree,
  archiveYardstick,
  beginAgain,
  beginYardstick,
  bringBackYardstick,
  sayHowFar,
  setByDay,
  setDifficulty,
  setImportance,
  setStart,
  unsayHowFar,
} from './actions.ts'
import { saidOf } from './number.ts'
import { areTwoThings, earlier, type Level, remarksOn, standing, wordingsOf } from './wordings.ts'

const open = openForEach()

function begin() {
  const goal = String(addGoal('Swim'))
  return { goal, yardstick: String(beginYardstick(goal, 'twice a month')) }
}

function write(id: string, level: Level, words: string): void {
  const text = open.document.textField('yardsticks', id, level)
  text.edit(words, words.length)
  text.close()
}

test('it begins with what would be as hoped, and needs nothing else', () => {
  const { goal, yardstick } = begin()
  expect(beginYardstick(goal, ' ')).toEqual({ refused: 'empty' })
  expect(open.shown.yardsticks).toMatchObject([{ goal, hoped: 'twice a month', start: '', importance: '' }])
  agree(yardstick)
  expect(standing(open.shown.aims, goal)).toMatchObject([{ hoped: 'twice a month', by: 'both', day: '2026-11-23' }])
})

test('what was agreed on stays as it was, and new words are a wording of their own, with why', () => {
  const { goal, yardstick } = begin()
  const first = String(agree(yardstick))
  answer({ question: 'level', said: 'partly', by: 0, beside: `aims/${first}` })
  write(yardstick, 'hoped', 'once a month')
  expect(standing(open.shown.aims, goal)).toMatchObject([{ hoped: 'twice a month' }])
  agree(yardstick, ' The pool is shut ')
  expect(standing(open.shown.aims, goal)).toMatchObject([{ hoped: 'once a month', why: 'The pool is shut' }])
  const [old] = earlier(open.shown.aims, goal)
  expect(old).toMatchObject({ id: first, hoped: 'twice a month' })
  // What was said is of the words it was said of.
  const said = (aims: typeof open.shown.aims) => saidOf(open.shown.answers, aims, 0)?.said
  expect([said(old === undefined ? [] : [old]), said(standing(open.shown.aims, goal))]).toEqual(['partly', undefined])
})

test('an agreement that is taken back leaves the one before it standing', () => {
  const { goal, yardstick } = begin()
  const first = agree(yardstick)
  write(yardstick, 'better', 'every week')
  agree(yardstick)
  expect(current.peek()?.undo()).toBe('undone')
  expect(standing(open.shown.aims, goal).map(({ id }) => id)).toEqual([first])
})

test('nothing is agreed on without words', () => {
  const { yardstick } = begin()
  write(yardstick, 'hoped', '')
  expect(agree(yardstick)).toEqual({ refused: 'empty' })
  expect(agree('nowhere')).toEqual({ refused: 'gone' })
  expect(open.shown.aims).toEqual([])
})

test('how much it matters is the owner’s own to say, in their own hand and in nobody else’s', () => {
  const { yardstick } = begin()
  setStart(yardstick, 'less')
  setDifficulty(yardstick, 'much')
  expect(setImportance(yardstick, 'most')).toBe('done')
  expect(open.shown.yardsticks).toMatchObject([{ importance: 'most', difficulty: 'much', start: 'less' }])
  open.document.change('set yardstick', (draft) => draft.set('yardsticks', yardstick, 'importance', 'none'), 1)
  expect(open.shown.yardsticks).toMatchObject([{ importance: '' }])
  open.document.pen.value = 1
  expect(setImportance(yardstick, 'some')).toEqual({ refused: 'theirs to say' })
})

test('how far it is, each says for themselves: in no hand of both, and never for the other', () => {
  const { goal, yardstick } = begin()
  agree(yardstick)
  const hands: By[] = []
  open.document.onLocal((_, by) => hands.push(by))
  const say = (by: number) => wordingsOf(open.shown.aims, goal).map((aims) => sayHowFar(aims, 'as hoped', by))
  say(0)
  say(1)
  expect(hands).toEqual([0, 1])
  open.document.pen.value = 0
  expect(say(1)).toEqual([{ refused: 'theirs to say' }])
  expect(hands).toEqual([0, 1])
})

test('what was said of how far it is can be unsaid, in that hand alone, of all that have these words', () => {
  const { goal, yardstick } = begin()
  const first = String(agree(yardstick))
  agree(yardstick)
  open.document.change('settle aims', (draft) => draft.set('aims', first, 'replaced', false))
  const [aims] = wordingsOf(open.shown.aims, goal)
  if (aims === undefined) throw new Error('no wording')
  for (const { id } of aims) answer({ question: 'level', said: 'partly', by: 0, beside: `aims/${id}` })
  sayHowFar(aims, 'worse', 1)
  open.document.pen.value = 1
  expect(unsayHowFar(aims, 0)).toEqual({ refused: 'theirs to say' })
  open.document.pen.value = 'both'
  expect(unsayHowFar(aims, 0)).toBe('done')
  expect([0, 1].map((by) => saidOf(open.shown.answers, aims, by)?.said)).toEqual([undefined, 'worse'])
  expect(unsayHowFar(aims, 0)).toEqual({ refused: 'gone' })
  expect(current.peek()?.undo()).toBe('undone')
  expect(saidOf(open.shown.answers, aims, 0)?.said).toBe('partly')
})

test('words to change are the agreed ones’ own, with how much they matter; new ones only where those are no more', () => {
  const { yardstick } = begin()
  setImportance(yardstick, 'most')
  setDifficulty(yardstick, 'some')
  agree(yardstick)
  archiveYardstick(yardstick)
  const [aim] = open.shown.aims
  if (aim === undefined) throw new Error('no wording')
  expect(beginAgain(aim)).toBe(yardstick)
  expect(open.shown.yardsticks).toMatchObject([{ archived: false, importance: 'most', difficulty: 'some' }])
  expect(beginAgain({ ...aim, yardstick: '' })).not.toBe(yardstick)
  expect(open.shown.yardsticks).toHaveLength(2)
})

test('words to change are begun again from the agreed ones, where only those are left', () => {
  const { goal, yardstick } = begin()
  setStart(yardstick, 'less')
  agree(yardstick)
  archiveYardstick(yardstick)
  const [aim] = open.shown.aims
  expect(typeof (aim && beginAgain(aim))).toBe('string')
  expect(open.shown.yardsticks.filter(({ archived }) => !archived)).toMatchObject([
    { goal, hoped: 'twice a month', start: 'less' },
  ])
})

test('one that was begun twice is put away, and comes back', () => {
  const { yardstick } = begin()
  archiveYardstick(yardstick)
  expect(open.shown.yardsticks[0]?.archived).toBe(true)
  bringBackYardstick(yardstick)
  expect(open.shown.yardsticks[0]?.archived).toBe(false)
})

test('a word is said of what is the same, empty, so already, or may be the wrong way round: it holds nobody up', () => {
  const { yardstick } = begin()
  const remarks = () => open.shown.yardsticks.flatMap(remarksOn)
  expect(remarks()).toEqual([])
  write(yardstick, 'better', 'Twice a month!')
  setStart(yardstick, 'expected')
  expect(remarks()).toEqual(['isSo', 'same', 'someEmpty'])
  write(yardstick, 'better', 'every week')
  write(yardstick, 'much_better', 'twice a week')
  write(yardstick, 'less', 'once a month')
  write(yardstick, 'much_less', 'not at all')
  expect(remarks()).toEqual(['isSo', 'readOut'])
  write(yardstick, 'less', 'twice a week')
  write(yardstick, 'much_better', 'once a month')
  expect(remarks()).toEqual(['isSo', 'readOut'])
  write(yardstick, 'much_less', 'never')
  expect(typeof agree(yardstick)).toBe('string')
})

test('there may be two things in a goal', () => {
  for (const two of ['Swim and see the sea and eat', 'Swim, & sing']) expect(areTwoThings(two)).toBe(true)
  for (const one of ['Play in the band', 'and then', 'Andrea', '']) expect(areTwoThings(one)).toBe(false)
})

test('the same words agreed on twice are one wording', () => {
  const { goal, yardstick } = begin()
  const first = String(agree(yardstick))
  const second = String(agree(yardstick))
  open.document.change('settle aims', (draft) => draft.set('aims', first, 'replaced', false))
  expect(wordingsOf(open.shown.aims, goal).map((one) => one.map(({ id }) => id).sort())).toEqual([
    [first, second].sort(),
  ])
})

test('by when is part of what was agreed on, and another day is another wording', () => {
  const { goal, yardstick } = begin()
  setByDay(yardstick, '2027-06-30')
  agree(yardstick)
  setByDay(yardstick, '2027-09-30')
  expect(standing(open.shown.aims, goal)).toMatchObject([{ by_day: '2027-06-30' }])
  agree(yardstick, 'the pool is shut')
  expect(wordingsOf(open.shown.aims, goal)).toMatchObject([[{ by_day: '2027-09-30' }]])
  expect(earlier(open.shown.aims, goal)).toMatchObject([{ by_day: '2027-06-30' }])
  archiveYardstick(yardstick)
  const [agreed] = standing(open.shown.aims, goal)
  if (agreed === undefined) throw new Error('nothing agreed on')
  beginAgain(agreed)
  expect(open.shown.yardsticks).toMatchObject([{ by_day: '2027-09-30', archived: false }])
})
