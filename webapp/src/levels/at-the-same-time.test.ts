/** Two hands at once on how the two would know: nothing that either wrote, agreed on or said is lost. */

import { afterEach, describe, expect, test } from 'vitest'
import { fields } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { type Device, meet, startTogether } from '../document/devices-for-tests.ts'
import { setNames } from '../map/actions.ts'
import { addGoal, archiveGoal, setGoalState } from '../plan/actions.ts'
import { answer } from '../talk/actions.ts'
import {
  agree,
  archiveYardstick,
  beginYardstick,
  bringBackYardstick,
  keepAim,
  sayHowFar,
  setByDay,
  setDifficulty,
  setImportance,
  setStart,
} from './actions.ts'
import { numbersOf, saidOf } from './number.ts'
import { awayOf, begunOf, earlier, LEVELS, standing, wordingsOf } from './wordings.ts'

afterEach(() => {
  current.value = null
})

/** The shared tablet and a phone of this member, with a goal on both, and by what the two would know. */
function apart(seed: number, phoneOf = 0) {
  const [tablet, phone] = startTogether(seed, ['both', phoneOf]) as [Device, Device]
  tablet.do(() => setNames(['Sam', 'Jo']))
  const goal = String(tablet.do(() => addGoal('Swim')))
  const yardstick = String(tablet.do(() => beginYardstick(goal, 'twice a month')))
  meet(tablet, phone)
  const shown = () => {
    meet(tablet, phone)
    const [one, two] = [tablet, phone].map((device) => device.document.snapshot.peek())
    expect(one).toEqual(two)
    if (one === undefined) throw new Error('nothing shown')
    return one
  }
  const write = (device: Device, field: string, words: string) => {
    const text = device.document.textField('yardsticks', yardstick, field)
    const next = text.value.peek() + words
    text.edit(next, next.length)
    text.close()
  }
  return { tablet, phone, goal, yardstick, shown, write }
}

// Yjs lets chance decide who wins: several seeds, so that both do.
describe.each([1, 2, 3, 4])('with seed %i, at the same time,', (seed) => {
  test('each level holds what both wrote', () => {
    const { tablet, phone, shown, write } = apart(seed)
    for (const level of LEVELS) {
      write(tablet, level, ' here')
      write(phone, level, ' there')
      const [words] = shown().yardsticks.map((one) => one[level])
      expect(words, level).toContain(' here')
      expect(words, level).toContain(' there')
    }
    expect(shown().kept).toEqual([])
  })

  test.each([
    ['start', (id: string) => setStart(id, 'less'), (id: string) => setStart(id, 'expected')],
    ['difficulty', (id: string) => setDifficulty(id, 'some'), (id: string) => setDifficulty(id, 'most')],
    ['by_day', (id: string) => setByDay(id, '2027-06-30'), (id: string) => setByDay(id, '2027-09-30')],
    ['importance', (id: string) => setImportance(id, 'none'), (id: string) => setImportance(id, 'much')],
  ] as const)('%s: one stands, the other is kept beside', (field, one, other) => {
    const { tablet, phone, yardstick, shown } = apart(seed)
    tablet.do(() => one(yardstick))
    phone.do(() => other(yardstick))
    const both = [shown().yardsticks[0]?.[field], shown().kept[0]?.value]
    expect(shown().kept).toHaveLength(1)
    expect(new Set(both).size).toBe(2)
  })

  test('begun on both: both are there, and one can be put away', () => {
    const { tablet, phone, goal, yardstick, shown } = apart(seed)
    tablet.do(() => archiveYardstick(yardstick))
    tablet.do(() => beginYardstick(goal, 'here'))
    phone.do(() => beginYardstick(goal, 'there'))
    const begun = () => shown().yardsticks.filter(({ archived }) => !archived)
    expect(new Set(begun().map(({ hoped }) => hoped))).toEqual(new Set(['here', 'there']))
    phone.do(() => archiveYardstick(begun()[0]?.id ?? ''))
    expect(begun()).toHaveLength(1)
  })

  test('begun on both, and each puts the other away: both wait to be brought back', () => {
    const { tablet, phone, goal, yardstick, shown } = apart(seed)
    const another = String(phone.do(() => beginYardstick(goal, 'every week')))
    shown()
    tablet.do(() => archiveYardstick(another))
    phone.do(() => archiveYardstick(yardstick))
    expect(begunOf(shown(), goal)).toEqual([])
    expect(new Set(awayOf(shown(), goal).map(({ id }) => id))).toEqual(new Set([yardstick, another]))
    tablet.do(() => bringBackYardstick(another))
    expect(begunOf(shown(), goal)).toMatchObject([{ id: another, hoped: 'every week' }])
    expect(awayOf(shown(), goal)).toMatchObject([{ id: yardstick }])
  })

  test('agreed on both, to other words: both stand, what was said of each stays with it, until one is chosen', () => {
    const { tablet, phone, goal, yardstick, shown, write } = apart(seed)
    const old = String(tablet.do(() => agree(yardstick)))
    shown()
    write(tablet, 'hoped', ' here')
    const here = String(tablet.do(() => agree(yardstick, 'It is colder')))
    write(phone, 'hoped', ' there')
    const there = String(phone.do(() => agree(yardstick, 'The bus has stopped')))
    phone.do(() => answer({ question: 'level', said: 'partly', by: 0, beside: `aims/${there}` }))
    expect(wordingsOf(shown().aims, goal)).toHaveLength(2)
    expect(new Set(standing(shown().aims, goal).map(({ hoped, why }) => `${hoped}: ${why}`))).toEqual(
      new Set(['twice a month here: It is colder', 'twice a month there: The bus has stopped']),
    )
    expect(earlier(shown().aims, goal).map(({ id }) => id)).toEqual([old])
    expect(shown().kept).toEqual([])
    tablet.do(() => keepAim(here))
    expect(standing(shown().aims, goal).map(({ id }) => id)).toEqual([here])
    const [chosen, other] = [here, there].map((id) => shown().aims.filter((aim) => aim.id === id))
    expect([chosen, other].map((aims) => saidOf(shown().answers, aims ?? [], 0)?.said)).toEqual([undefined, 'partly'])
  })

  test('each keeps another of two that were agreed at once: neither is lost, and one can be taken up again', () => {
    const { tablet, phone, goal, yardstick, shown, write } = apart(seed)
    const here = String(tablet.do(() => agree(yardstick)))
    write(phone, 'hoped', ' there')
    const there = String(phone.do(() => agree(yardstick)))
    shown()
    tablet.do(() => keepAim(here))
    phone.do(() => keepAim(there))
    expect(standing(shown().aims, goal)).toEqual([])
    expect(new Set(earlier(shown().aims, goal).map(({ id }) => id))).toEqual(new Set([here, there]))
    tablet.do(() => keepAim(there))
    expect(standing(shown().aims, goal).map(({ id }) => id)).toEqual([there])
  })

  test('agreed on both, to the same words: it is one, and what each says of it counts', () => {
    const { tablet, phone, goal, yardstick, shown } = apart(seed)
    const here = String(tablet.do(() => agree(yardstick)))
    const there = String(phone.do(() => agree(yardstick)))
    tablet.do(() => answer({ question: 'level', said: 'as hoped', by: 1, beside: `aims/${here}` }))
    phone.do(() => answer({ question: 'level', said: 'as hoped', by: 0, beside: `aims/${there}` }))
    expect(wordingsOf(shown().aims, goal)).toHaveLength(1)
    expect(numbersOf(shown())).toMatchObject({ numbers: [50, 50], areOne: true })
    // Said anew, it is said of both: which of the two was answered is nothing that anybody sees.
    for (const by of [0, 1]) {
      const [wording] = wordingsOf(shown().aims, goal)
      tablet.do(() => wording && sayHowFar(wording, 'a bit better', by))
    }
    expect(numbersOf(shown())).toMatchObject({ numbers: [60, 60], areOne: true })
  })

  test('written on while the other agrees: what was agreed on has the words that stood there, and the rest waits', () => {
    const { tablet, phone, goal, yardstick, shown, write } = apart(seed)
    tablet.do(() => agree(yardstick))
    write(phone, 'hoped', ', with Ann')
    expect(standing(shown().aims, goal)).toMatchObject([{ hoped: 'twice a month' }])
    expect(shown().yardsticks).toMatchObject([{ hoped: 'twice a month, with Ann' }])
  })

  test('said of it by both while it is written anew, and while the goal is let go or put away', () => {
    const { tablet, phone, goal, yardstick, shown, write } = apart(seed, 1)
    const aim = String(tablet.do(() => agree(yardstick)))
    shown()
    phone.do(() => answer({ question: 'level', said: 'worse', by: 1, beside: `aims/${aim}` }))
    tablet.do(() => answer({ question: 'level', said: 'a bit better', by: 0, beside: `aims/${aim}` }))
    write(tablet, 'hoped', ' or so')
    tablet.do(() => agree(yardstick))
    tablet.do(() => setGoalState(goal, 'let go'))
    const [old] = earlier(shown().aims, goal)
    expect([0, 1].map((by) => saidOf(shown().answers, old === undefined ? [] : [old], by)?.said)).toEqual([
      'a bit better',
      'worse',
    ])
    tablet.do(() => archiveGoal(goal))
    write(phone, 'less', 'once')
    expect(shown().yardsticks).toMatchObject([{ less: 'once' }])
  })

  test('what one person says of it on two devices stands as the last that they said', () => {
    const { tablet, phone, yardstick, shown } = apart(seed)
    const aim = String(tablet.do(() => agree(yardstick)))
    shown()
    for (const [device, said] of [[tablet, 'partly'] as const, [phone, 'as hoped'] as const]) {
      device.do(() => answer({ question: 'level', said, by: 0, beside: `aims/${aim}` }))
    }
    const said = () => shown().answers.filter(({ archived }) => !archived)
    expect(new Set(said().map((one) => one.said))).toEqual(new Set(['partly', 'as hoped']))
    phone.do(() => answer({ question: 'level', said: 'worse', by: 0, beside: `aims/${aim}` }))
    expect(shown() && said().map((one) => one.said)).toEqual(['worse'])
  })
})

test('no field of it is left out here', () => {
  const looked = ['start', 'difficulty', 'importance', 'by_day', 'archived', ...LEVELS]
  const once = ['goal', 'copied', 'was']
  expect(Object.keys(fields.yardsticks).filter((name) => ![...looked, ...once].includes(name))).toEqual([])
  // A wording is written whole: all that changes of it is whether another stands in its place.
  const whole = ['goal', 'yardstick', 'start', 'why', 'by', 'day', 'by_day', 'archived', 'copied', 'was', ...LEVELS]
  expect(Object.keys(fields.aims).filter((name) => !whole.includes(name))).toEqual(['replaced'])
})
