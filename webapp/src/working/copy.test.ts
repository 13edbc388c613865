import { expect, test } from 'vitest'
import { ALARMS, alarmOf } from '../device/engine/notices.ts'
import type { Notice } from '../device/stage.ts'
import { words } from '../words/en.ts'
import { isAlarm, isAllSent, troublesOf } from './copy-words.ts'
import type { WhereWordsAre } from './where-words.ts'

const WELL: WhereWordsAre = { here: 'saved', sent: 'sent', server: 'connected', other: 'nobody', holders: [], aside: 0 }
const troubles = (more: Partial<WhereWordsAre>, ...kinds: readonly Notice['kind'][]) =>
  troublesOf(
    { ...WELL, ...more },
    kinds.map((kind) => ({ kind })),
  ).map(({ key }) => key)

test('all is well when nothing is the matter, and no signal is nothing the matter', () => {
  expect(troubles({})).toEqual([])
  expect(troubles({ sent: 'waiting', server: 'unreachable' })).toEqual([])
  expect([isAllSent(WELL), isAllSent({ ...WELL, sent: 'waiting' })]).toEqual([true, false])
})

test('each trouble is said once, the disk first', () => {
  expect(troubles({ here: 'full', server: 'refused', aside: 2 }, 'set aside', 'wrong clock')).toEqual([
    'full',
    'refused',
    'set aside',
    'wrong clock',
  ])
  expect(troubles({ server: 'lies' })).toEqual(['lies'])
  expect(troubles({ server: 'lies' }, 'server shows another history')).toEqual(['server shows another history'])
})

test('news of cards and phones is no trouble', () => {
  expect(troubles({}, 'card used', 'device joined', 'card added', 'many put away')).toEqual([])
})

test('every lie that a device can notice has its sentences here', () => {
  expect(Object.values(ALARMS).filter((kind) => !isAlarm(kind))).toEqual([])
  expect([alarmOf('FINAL_BACK'), alarmOf('RATE'), alarmOf(null)]).toEqual(['removal cuts words', null, null])
})

test('every alarm says what it is, what Kith does about it, and what people can do; none blames', () => {
  const all = [...Object.values(words.copy.alarms), ...Object.values(words.copy.states)]
  expect(all).toHaveLength(14)
  for (const { what, doing, can } of all) {
    expect([what, doing, can].every((one) => one.endsWith('.'))).toBe(true)
    expect(`${what} ${doing} ${can}`).not.toMatch(/fault|blame|wrong with you|should have|mistake/i)
  }
})
