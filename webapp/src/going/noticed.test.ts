import { expect, test } from 'vitest'
import { meet, startTogether } from '../document/devices-for-tests.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { undo } from '../map/actions.ts'
import { addSaying, archiveSaying, takeBackAnswer } from '../talk/actions.ts'
import { notice, noticedOf, noticeNoMore, signsOf, signWords } from './noticed.ts'

const open = openForEach()
const LEAD = 'signs/lead'
const refused = { refused: 'theirs to say' }

const noticed = (beside: string) => noticedOf(beside, open.shown).map(({ by, words }) => [by, words])

test('each notices for themselves, with as many examples as they like or none', () => {
  notice({ beside: LEAD, by: 0 })
  const example = String(notice({ beside: LEAD, by: 1, words: ' chose the day ', through: 'Mo' }))
  notice({ beside: LEAD, by: 1, words: 'rang first' })
  expect(noticed(LEAD)).toHaveLength(3)
  expect(noticed(LEAD)).toEqual(
    expect.arrayContaining([
      [0, ''],
      [1, 'chose the day'],
      [1, 'rang first'],
    ]),
  )
  expect(noticed('signs/sure')).toEqual([])
  takeBackAnswer(example)
  expect(noticed(LEAD)).toHaveLength(2)
})

test('what one notices no more goes with its examples, in one step, and the other’s stays', () => {
  for (const by of [0, 1]) for (const words of ['', 'rang first']) notice({ beside: LEAD, by, words })
  expect(noticeNoMore(LEAD, 1, open.shown)).toBe('done')
  expect(noticed(LEAD).map(([by]) => by)).toEqual([0, 0])
  undo()
  expect(noticed(LEAD)).toHaveLength(4)
  open.document.pen.value = 0
  expect(noticeNoMore(LEAD, 1, open.shown)).toEqual(refused)
  expect(notice({ beside: LEAD, by: 1 })).toEqual(refused)
  expect(noticeNoMore('signs/sure', 0, open.shown)).toEqual({ refused: 'gone' })
})

test('signs that the two had thought of are among them, and each is found by its words', () => {
  const own = String(addSaying({ words: 'I hum', kind: 'sign', by: 0 }))
  addSaying({ words: 'I hear it', kind: 'sign', by: 1, beside: `sayings/${own}` })
  const [first] = signsOf(open.shown)
  expect(signsOf(open.shown).at(-1)).toEqual({ beside: `sayings/${own}`, words: 'I hum' })
  expect(
    [first?.beside ?? '', `sayings/${own}`, 'signs/of another day', ''].map((one) => signWords(one, open.shown)),
  ).toEqual([first?.words, 'I hum', '', ''])
  archiveSaying(own)
  expect(signsOf(open.shown).map(({ words }) => words)).not.toContain('I hum')
})

test('what both notice at once on two devices stands side by side', () => {
  const [tablet, phone] = startTogether(1, [1, 0])
  tablet?.do(() => notice({ beside: LEAD, by: 1, words: 'chose the day' }))
  phone?.do(() => notice({ beside: LEAD, by: 0 }))
  if (tablet && phone) meet(tablet, phone)
  for (const device of [tablet, phone]) {
    const shown = device?.document.snapshot.peek()
    expect(
      shown &&
        noticedOf(LEAD, shown)
          .map(({ by }) => by)
          .sort(),
    ).toEqual([0, 1])
  }
})
