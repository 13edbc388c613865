import { expect, test } from 'vitest'
import { copyInto } from '../document/afresh.ts'
import { current } from '../document/current.ts'
import { NOW_MS, openForEach } from '../document/open-for-tests.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { notice } from '../going/noticed.ts'
import { addOuting } from '../out/actions.ts'
import { addOccasion, beginImpression, setFelt } from '../out/afterwards-actions.ts'
import { addFeeling, addSaying, answer, archiveSaying, takeBackAnswer } from './actions.ts'
import { asideOf, BESIDE_WORDS, saidOverTime } from './over-time.ts'

const open = openForEach()
const DAY_MS = 86_400_000

const told = (by: number) =>
  saidOverTime(open.shown, by).map(({ day, lines }) => [day, ...lines.map(({ about, words }) => `${about}: ${words}`)])

test('one’s own words alone, the newest day first, each with what it was said of', () => {
  addSaying({ words: 'To swim again', kind: 'hope', by: 0, through: 'Mo' })
  addSaying({ words: 'I see you laugh', kind: 'hope', by: 1 })
  const gone = String(addSaying({ words: 'The bus', kind: 'worry', by: 0 }))
  archiveSaying(gone)
  addSaying({ words: 'Auntie B', kind: 'thought', by: 0 })
  addSaying({ words: 'Mornings are hard', kind: 'heard', by: 0 })
  addSaying({ words: 'We ring first', kind: 'together', by: 0 })
  addFeeling({ feels: ['hopeful'], words: 'a bit wobbly', by: 0 })
  notice({ beside: 'signs/lead', by: 0, words: 'I rang first' })
  notice({ beside: 'signs/sure', by: 0 })
  const outing = String(addOuting('The art class'))
  const occasion = String(addOccasion(outing, '2026-11-16'))
  setFelt(String(beginImpression({ outing, occasion, by: 0 })), 'loved')
  const [newest, before, ...further] = told(0)
  expect(further).toEqual([])
  expect(newest).toEqual([
    '2026-11-23',
    'Hope: To swim again',
    'How I feel: Hopeful, a bit wobbly',
    'Taking the lead: I rang first',
  ])
  expect(before?.[0]).toBe('2026-11-16')
  expect(before?.[1]).toMatch(/^The art class: /)
  expect(told(1)).toEqual([['2026-11-23', 'Hope: I see you laugh']])
  expect(saidOverTime(open.shown, 0)[0]?.lines[0]?.through).toBe('Mo')
})

test('whoever said them puts them out of sight, any day, and nobody else does', () => {
  const notNow = () => answer({ question: 'look back', said: 'not now', by: 0, beside: BESIDE_WORDS })
  open.document.pen.value = 1
  expect(notNow()).toEqual({ refused: 'theirs to say' })
  expect(asideOf(0, open.shown)).toBeUndefined()
  open.document.pen.value = 0
  notNow()
  expect(asideOf(0, open.shown)?.by).toBe(0)
  expect(asideOf(1, open.shown)).toBeUndefined()
  open.document.pen.value = 1
  expect(takeBackAnswer(asideOf(0, open.shown)?.id ?? '')).toEqual({ refused: 'theirs to say' })
  open.document.pen.value = 0
  takeBackAnswer(asideOf(0, open.shown)?.id ?? '')
  expect(asideOf(0, open.shown)).toBeUndefined()
})

test('begun afresh, which sign it was and what is out of sight come along', () => {
  notice({ beside: 'signs/lead', by: 0, words: 'I rang first' })
  answer({ question: 'look back', said: 'not now', by: 0, beside: BESIDE_WORDS })
  const after = new SharedDocument({ now: () => NOW_MS + DAY_MS })
  after.pen.value = 0
  copyInto(after, open.shown, new Set())
  const copy = after.snapshot.peek()
  expect(copy.answers.map(({ beside }) => beside).sort()).toEqual(['signs/lead', BESIDE_WORDS])
  expect(asideOf(0, copy)).toBeDefined()
  after.close()
  expect(current.peek()).toBe(open.document)
})
