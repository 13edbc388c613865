import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { undo } from '../map/actions.ts'
import { addStep, setStepWhen, setStepWho } from '../plan/actions.ts'
import { whenWords } from '../plan/said.ts'
import { stepsFrom } from '../plan/steps-from.ts'
import { addBarrier, archiveBarrier, bringBackBarrier, setBarrierState, splitBarrier } from './actions.ts'
import {
  addDisclosure,
  archiveDisclosure,
  bringBackDisclosure,
  sayNo,
  sayYes,
  setTellBegins,
  setTellTo,
  setTellUntil,
  standingOf,
  takeYesBack,
} from './telling-actions.ts'

const open = openForEach()
const TODAY = '2026-11-29'
const told = () => {
  const [disclosure] = open.shown.disclosures
  if (disclosure === undefined) throw new Error('nothing written')
  return disclosure
}

test('either of the two writes what is in the way, each in their own hand', () => {
  const bus = String(addBarrier({ words: ' the bus ', kind: 'getting in', side: 'elsewhere', by: 0 }))
  addBarrier({ words: 'my evenings', side: 1, by: 1 })
  expect(open.shown.barriers).toMatchObject([
    { words: 'the bus', by: 0, kind: 'getting in' },
    { words: 'my evenings', by: 1, side: 1 },
  ])
  open.document.pen.value = 1
  expect(addBarrier({ words: 'x', side: 0, by: 0 })).toEqual({ refused: 'theirs to say' })
  expect(addBarrier({ words: ' ', side: 0, by: 1 })).toEqual({ refused: 'empty' })
  expect(setBarrierState('none', 'left')).toEqual({ refused: 'gone' })
  setBarrierState(bus, 'worked around')
  expect(open.shown.barriers[0]?.state).toBe('worked around')
  undo()
  expect(open.shown.barriers[0]?.state).toBe('open')
})

test('a large one is split into smaller ones, which stand by themselves', () => {
  const money = String(addBarrier({ words: 'money', kind: 'cost', side: 0, by: 0 }))
  const fare = String(splitBarrier(money, 'the fare', 0))
  expect(open.shown.barriers[1]).toMatchObject({ id: fare, parent: money, kind: 'cost', side: 0 })
  archiveBarrier(money)
  expect(open.shown.barriers.map(({ archived }) => archived)).toEqual([true, false])
  bringBackBarrier(money)
  expect(open.shown.barriers[0]?.archived).toBe(false)
  expect(splitBarrier('none', 'x', 0)).toEqual({ refused: 'gone' })
})

test('only the owner says yes, and the yes is to what stood there', () => {
  const id = String(addDisclosure({ words: 'that I may leave early', to: 'the tutor' }))
  expect(standingOf(told(), TODAY)).toBe('open')
  open.document.pen.value = 1
  expect(sayYes(id)).toEqual({ refused: 'theirs to say' })
  open.document.change('answer disclosure', (draft) =>
    draft.set('disclosures', id, 'consent', { ...YES, to: 'the tutor' }),
  )
  expect(standingOf(told(), TODAY)).toBe('open')
  open.document.pen.value = 'both'
  sayYes(id)
  expect(standingOf(told(), TODAY)).toBe('yes')
  setTellTo(id, 'the whole class')
  expect(standingOf(told(), TODAY)).toBe('changed')
  setTellTo(id, 'the tutor')
  expect(standingOf(told(), TODAY)).toBe('yes')
})

test('a yes ends with its last day, and can be taken back on any', () => {
  const id = String(addDisclosure({ words: 'that I may leave early', to: 'the tutor' }))
  setTellUntil(id, TODAY)
  sayYes(id)
  expect([standingOf(told(), TODAY), standingOf(told(), '2026-11-30')]).toEqual(['yes', 'over'])
  takeYesBack(id)
  expect(standingOf(told(), TODAY)).toBe('back')
  sayNo(id)
  expect(standingOf(told(), TODAY)).toBe('no')
  archiveDisclosure(id)
  bringBackDisclosure(id)
  expect(told().archived).toBe(false)
})

test('a yes is to the reason and the first day, too', () => {
  const id = String(addDisclosure({ words: 'that I may leave early', to: 'the tutor' }))
  const why = open.document.textField('disclosures', id, 'why')
  why.edit('so that nobody worries', 0)
  setTellBegins(id, '2026-11-30')
  sayYes(id)
  expect([standingOf(told(), TODAY), standingOf(told(), '2026-11-30')]).toEqual(['before', 'yes'])
  setTellBegins(id, '')
  expect(standingOf(told(), '2026-11-30')).toBe('changed')
  setTellBegins(id, '2026-11-30')
  expect(standingOf(told(), '2026-11-30')).toBe('yes')
  why.edit('so that everybody knows', 0)
  expect(standingOf(told(), '2026-11-30')).toBe('changed')
  why.close()
})

test('a yes from before there were first days is to no first day', () => {
  const id = String(addDisclosure({ words: 'that I may leave early', to: 'the tutor' }))
  open.document.pen.value = 0
  open.document.change('answer disclosure', (draft) =>
    draft.set('disclosures', id, 'consent', { ...YES, to: 'the tutor' }),
  )
  expect(standingOf(told(), TODAY)).toBe('yes')
  setTellBegins(id, TODAY)
  expect(standingOf(told(), TODAY)).toBe('changed')
})

test('before it is written who may be told, nobody can say yes', () => {
  const id = String(addDisclosure({ words: 'that I may leave early', to: '' }))
  expect(sayYes(id)).toEqual({ refused: 'for whom' })
  expect(standingOf(told(), TODAY)).toBe('open')
  expect(sayNo(id)).toBe('done')
})

const YES = { kind: 'yes', words: 'that I may leave early', until: '' } as const

test('what we do about it needs no day and no name, takes any day, and stays in the plan when it is put away', () => {
  const bus = String(addBarrier({ words: 'the bus', side: 'elsewhere', by: 0 }))
  const origin = `barriers/${bus}`
  const [ring, ask, go] = ['Ring', 'Ask', 'Go'].map((what) => String(addStep({ what, origin })))
  expect(open.shown.steps.map(({ who, when }) => [who.kind, when.kind])).toEqual(Array(3).fill(['unknown', 'none']))
  setStepWho(ring ?? '', { kind: 'both' })
  setStepWhen(ask ?? '', { kind: 'day', day: '2020-02-29' })
  setStepWhen(go ?? '', { kind: 'next' })
  expect(open.shown.steps.map(({ when }) => whenWords(when))).toEqual([
    '',
    'Saturday 29 February 2020',
    'Next time we meet',
  ])
  archiveBarrier(bus)
  expect(open.shown.steps.map(({ archived, done }) => [archived, done])).toEqual(Array(3).fill([false, 'open']))
  expect(stepsFrom(origin, open.shown.steps)).toHaveLength(3)
})
