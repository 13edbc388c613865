import { expect, test } from 'vitest'
import { copyInto } from '../document/afresh.ts'
import { meet, startTogether } from '../document/devices-for-tests.ts'
import { History, type Logged } from '../document/history.ts'
import { keep, leftBehind } from '../document/left-behind.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { NAME_CODE_POINTS } from '../document/well-formed.ts'
import { sentences } from '../history/said.ts'
import { setNames, undo } from '../map/actions.ts'
import { addGoal } from '../plan/actions.ts'
import {
  addFeeling,
  addSaying,
  answer,
  answerHeard,
  answerOf,
  archiveFeeling,
  archiveSaying,
  bringBackFeeling,
  bringBackSaying,
  dayAfter,
  placeThought,
  showInPlan,
  takeBackAnswer,
} from './actions.ts'
import { mayAskAgain } from './GoOn.tsx'

const open = openForEach()
const refused = { refused: 'theirs to say' }

test('each says their own, the other says theirs beside it, and neither touches the other’s', () => {
  const hope = String(addSaying({ words: ' To swim again ', kind: 'hope', by: 0 }))
  addSaying({ words: 'I see a choir', kind: 'hope', by: 1, beside: `sayings/${hope}`, through: 'Mo' })
  const [first, second] = open.shown.sayings
  expect(first).toMatchObject({ words: 'To swim again', kind: 'hope', by: 0, day: '2026-11-23', shown: false })
  expect(second).toMatchObject({ by: 1, beside: `sayings/${hope}`, through: 'Mo' })
  open.document.pen.value = 1
  expect(archiveSaying(hope)).toEqual(refused)
  expect(addSaying({ words: 'x', kind: 'worry', by: 0 })).toEqual(refused)
  expect(addFeeling({ feels: ['sad'], words: '', by: 0 })).toEqual(refused)
  expect(answer({ question: 'go on', said: 'yes', by: 0 })).toEqual(refused)
  open.document.pen.value = 0
  archiveSaying(hope)
  expect(open.shown.sayings[0]?.archived).toBe(true)
  bringBackSaying(hope)
  undo()
  expect(open.shown.sayings[0]?.archived).toBe(true)
})

test('how the two work together is struck by either, and a worry is shown in the plan only by whoever has it', () => {
  const line = String(addSaying({ words: 'We ring before we come', kind: 'together', by: 0 }))
  const worry = String(addSaying({ words: 'The bus', kind: 'worry', by: 0 }))
  open.document.pen.value = 1
  expect(archiveSaying(line)).toBe('done')
  expect(showInPlan(worry, true)).toEqual(refused)
  open.document.pen.value = 0
  expect(showInPlan(worry, true)).toBe('done')
  expect(open.shown.sayings.map(({ archived, shown }) => [archived, shown])).toEqual([
    [true, false],
    [false, true],
  ])
})

test('a hope for the long run stands above the plan from the start, and comes off it by its own hand alone', () => {
  const hope = String(addSaying({ words: 'A trade of my own', kind: 'hope', by: 0, shown: true }))
  expect(open.shown.sayings[0]).toMatchObject({ words: 'A trade of my own', kind: 'hope', by: 0, shown: true })
  undo()
  expect(open.shown.sayings.filter(({ archived }) => !archived)).toEqual([])
  const again = String(addSaying({ words: 'A trade of my own', kind: 'hope', by: 0, shown: true }))
  open.document.pen.value = 1
  expect(addSaying({ words: 'A job', kind: 'hope', by: 0, shown: true })).toEqual(refused)
  expect(showInPlan(again, false)).toEqual(refused)
  open.document.pen.value = 0
  expect(showInPlan(again, false)).toBe('done')
  expect(open.shown.sayings.find(({ id }) => id === again)?.shown).toBe(false)
  expect(hope).not.toBe(again)
})

test('what was heard is right when the other says so, and nobody agrees with themselves', () => {
  const heard = String(addSaying({ words: 'Mornings are hard', kind: 'heard', by: 1 }))
  expect(answerHeard(heard, 'yes', 1)).toEqual(refused)
  expect(answerHeard(heard, 'yes', 0)).toBe('done')
  expect(open.shown.sayings[0]?.agreed).toBe('yes')
  open.document.pen.value = 1
  open.document.change('answer saying', (draft) => draft.set('sayings', heard, 'agreed', 'no'))
  expect(open.shown.sayings[0]?.agreed).toBe('')
  open.document.pen.value = 0
  expect(answerHeard(heard, 'no', 0)).toBe('done')
  expect(open.shown.sayings[0]?.agreed).toBe('no')
})

test('several feelings at once, in own words too; nothing at all is nothing said', () => {
  expect(addFeeling({ feels: [], words: ' ', by: 0 })).toEqual({ refused: 'empty' })
  const id = String(addFeeling({ feels: ['hopeful', 'nervous'], words: 'wobbly', by: 0 }))
  expect(open.shown.feelings[0]).toMatchObject({ feels: ['hopeful', 'nervous'], words: 'wobbly', day: '2026-11-23' })
  archiveFeeling(id)
  expect(open.shown.feelings[0]?.archived).toBe(true)
  bringBackFeeling(id)
  expect(open.shown.feelings[0]?.archived).toBe(false)
})

test('a new answer takes the place of one’s own old one alone; “not now” has a day or never asks', () => {
  answer({ question: 'go on', said: 'yes', by: 1 })
  answer({ question: 'go on', said: 'some', rooms: ['map', 'talk'], by: 0 })
  answer({ question: 'go on', said: 'not now', againIn_days: 14, by: 0 })
  const mine = answerOf(open.shown.answers, 'go on', 0)
  expect(mine).toMatchObject({ said: 'not now', again: '2026-12-07', rooms: [] })
  expect(answerOf(open.shown.answers, 'go on', 1)?.said).toBe('yes')
  answer({ question: 'go on', said: 'not now', by: 0 })
  expect(answerOf(open.shown.answers, 'go on', 0)?.again).toBe('')
  expect(takeBackAnswer(answerOf(open.shown.answers, 'go on', 0)?.id ?? '')).toBe('done')
  expect(answerOf(open.shown.answers, 'go on', 0)).toBeUndefined()
  expect(['2026-12-25', '2028-02-25'].map((day) => dayAfter(day, 7))).toEqual(['2027-01-01', '2028-03-03'])
})

test('what one answered on two devices at once is taken back as one, and nobody else’s with it', () => {
  const devices = startTogether(1, [0, 0, 1])
  const [tablet, phone, jo] = devices
  const waitsFor = () => mayAskAgain(tablet?.document.snapshot.peek().answers ?? [], '2030-01-01')
  tablet?.do(() => answer({ question: 'go on', said: 'not now', againIn_days: 7, by: 0 }))
  phone?.do(() => answer({ question: 'go on', said: 'yes', by: 0 }))
  jo?.do(() => answer({ question: 'go on', said: 'not yet', by: 1 }))
  for (const said of ['yes', 'no'] as const) tablet?.do(() => answer({ question: 'helpful', said, by: 0 }))
  meet(...devices)
  const now = () => tablet?.document.snapshot.peek().answers ?? []
  const last = answerOf(now(), 'go on', 0)
  expect(waitsFor()).toEqual(last?.said === 'yes' ? [] : [0])
  expect(tablet?.do(() => takeBackAnswer(last?.id ?? ''))).toBe('done')
  expect([0, 1].map((by) => answerOf(now(), 'go on', by)?.said)).toEqual([undefined, 'not yet'])
  expect(waitsFor()).toEqual([])
  tablet?.do(() => takeBackAnswer(answerOf(now(), 'helpful', 0)?.id ?? ''))
  expect(answerOf(now(), 'helpful', 0)?.said).toBe('yes')
})

test('a first thought drops onto the map once, and undo takes it back', () => {
  const thought = String(addSaying({ words: 'Auntie', kind: 'thought', by: 0 }))
  const person = String(placeThought(thought))
  expect(open.shown.people).toMatchObject([{ id: person, name: 'Auntie', place: { ring: 'tray' } }])
  expect(open.shown.sayings[0]).toMatchObject({ archived: true, beside: `people/${person}` })
  undo()
  expect(open.shown.people.filter(({ archived }) => !archived)).toEqual([])
  expect(open.shown.sayings[0]?.archived).toBe(false)
})

test('a first thought that is too long for a name stays where it is', () => {
  const thought = String(addSaying({ words: 'a'.repeat(NAME_CODE_POINTS + 1), kind: 'thought', by: 0 }))
  expect(placeThought(thought)).toEqual({ refused: 'too long' })
  expect(open.shown.people).toEqual([])
  expect(open.shown.sayings[0]).toMatchObject({ archived: false, beside: '' })
})

test('what two say at once on two devices both stands', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const devices = startTogether(seed, [0, 1])
    const [sam, jo] = devices
    const goal = String(sam?.do(() => addGoal('Swim')))
    meet(...devices)
    for (const [by, device] of devices.entries()) {
      device.do(() => addSaying({ words: `hope ${by}`, kind: 'hope', by }))
      device.do(() => addFeeling({ feels: by === 0 ? ['calm'] : ['cross'], words: '', by }))
      device.do(() => answer({ question: 'goal', said: by === 0 ? 'rest' : 'keep', by, beside: `goals/${goal}` }))
    }
    meet(...devices)
    const both = devices.map((device) => device.document.snapshot.peek())
    expect(both[0]).toEqual(both[1])
    expect(both[0]?.sayings.map(({ words }) => words).sort()).toEqual(['hope 0', 'hope 1'])
    expect(both[0]?.feelings.map(({ by, feels }) => [by, ...feels]).sort()).toEqual([
      [0, 'calm'],
      [1, 'cross'],
    ])
    const { answers = [] } = both[0] ?? {}
    expect([0, 1].map((by) => answerOf(answers, 'goal', by, `goals/${goal}`)?.said)).toEqual(['rest', 'keep'])
    expect(jo?.document.hasGaps).toBe(false)
  }
})

test('a line struck by one and put back by the other at once ends alike', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const devices = startTogether(seed, [0, 1])
    const [sam, jo] = devices
    const line = String(sam?.do(() => addSaying({ words: 'We ring first', kind: 'together', by: 0 })))
    const heard = String(jo?.do(() => addSaying({ words: 'Mornings are hard', kind: 'heard', by: 1 })))
    meet(...devices)
    sam?.do(() => archiveSaying(line))
    sam?.do(() => answerHeard(heard, 'no', 0))
    jo?.do(() => archiveSaying(line))
    jo?.do(() => bringBackSaying(line))
    jo?.do(() => archiveSaying(heard))
    meet(...devices)
    const both = devices.map((device) => device.document.snapshot.peek())
    expect(both[0]).toEqual(both[1])
    expect(both[0]?.sayings.find(({ id }) => id === heard)).toMatchObject({ agreed: 'no', archived: true })
  }
})

test('all of it comes along afresh, under new ids, and what was put away stays behind', () => {
  const goal = String(addGoal('Swim'))
  const hope = String(addSaying({ words: 'hope', kind: 'hope', by: 0 }))
  addSaying({ words: 'mine', kind: 'hope', by: 1, beside: `sayings/${hope}` })
  archiveSaying(String(addSaying({ words: 'gone', kind: 'hope', by: 0 })))
  addFeeling({ feels: ['calm', 'tired'], words: 'so so', by: 1 })
  answer({ question: 'goal', said: 'rest', by: 0, beside: `goals/${goal}` })
  const after = new SharedDocument({ now: () => Date.UTC(2026, 10, 28) })
  copyInto(after, open.shown, new Set())
  const { goals, sayings, feelings, answers } = after.snapshot.peek()
  expect(sayings.map(({ words, by, was }) => [words, by, was !== ''])).toEqual([
    ['hope', 0, true],
    ['mine', 1, true],
  ])
  expect(sayings[1]?.beside).toBe(`sayings/${sayings[0]?.id}`)
  expect(feelings).toMatchObject([{ feels: ['calm', 'tired'], words: 'so so', by: 1, day: '2026-11-23' }])
  expect(answers).toMatchObject([{ question: 'goal', said: 'rest', beside: `goals/${goals[0]?.id}` }])
})

test('what did not come along can be kept, each with whose it is', () => {
  const before = open.shown
  addSaying({ words: 'late hope', kind: 'hope', by: 0 })
  addFeeling({ feels: ['calm'], words: '', by: 0 })
  answer({ question: 'go on', said: 'yes', by: 0 })
  const target = new SharedDocument({ now: () => 0 })
  for (const left of leftBehind(before, open.shown, 0)) expect(keep(target, left)).toBe('done')
  const { sayings, feelings, answers } = target.snapshot.peek()
  expect([sayings[0]?.words, feelings[0]?.feels, answers[0]?.said]).toEqual(['late hope', ['calm'], 'yes'])
})

test('history tells it in words', async () => {
  const document = open.document
  const log: Logged[] = []
  document.onLocal((update, by) => log.push({ update, by, at: log.length, device: 0, shared: true }))
  setNames(['Sam', 'Jo'])
  const hope = String(addSaying({ words: 'To swim', kind: 'hope', by: 0 }))
  addSaying({ words: 'Me too', kind: 'hope', by: 1, beside: `sayings/${hope}` })
  const heard = String(addSaying({ words: 'Mornings are hard', kind: 'heard', by: 1 }))
  answerHeard(heard, 'yes', 0)
  showInPlan(String(addSaying({ words: 'The bus', kind: 'worry', by: 0 })), true)
  addFeeling({ feels: ['calm', 'tired'], words: 'so so', by: 0 })
  answer({ question: 'go on', said: 'some', rooms: ['map'], by: 0 })
  archiveSaying(hope)
  const told = (await new History(log).moments(0, log.length)).flatMap(sentences)
  expect(told.slice(2)).toEqual([
    'Sam said. Hope: “To swim”',
    'Jo said “Me too” beside “To swim”',
    'Jo said. What I heard: “Mornings are hard”',
    'Sam said that “Mornings are hard” is right',
    'Sam said. Worry: “The bus”',
    'Sam wrote about The bus. Shown in the plan: yes',
    'Sam said how it feels: Calm, Tired, so so',
    'Sam answered “Shall we go on together?” Only some of it, The map',
    'Sam put “To swim” away',
  ])
})
