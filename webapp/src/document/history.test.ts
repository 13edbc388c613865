import { expect, test } from 'vitest'
import { addPerson, archivePerson, bringBackPerson, movePerson, renamePerson, setNames } from '../map/actions.ts'
import { addGoal, addStep, linkPerson, moveGoal, setStepDone } from '../plan/actions.ts'
import { current } from './current.ts'
import { Chance } from './devices-for-tests.ts'
import { History, type Logged } from './history.ts'
import { SharedDocument } from './shared-document.ts'
import { mergedUpdates } from './updates.ts'

/** A document at work, and the log of all that was done to it. */
function atWork(): { document: SharedDocument; log: Logged[]; does: <Answer>(act: () => Answer) => Answer } {
  const chance = new Chance(7)
  const document = new SharedDocument({ now: () => 0, randomness: (size) => chance.bytes(size) })
  const log: Logged[] = []
  document.onLocal((update, by) => log.push({ update, by, at: log.length, device: 0, shared: true }))
  const does = <Answer>(act: () => Answer): Answer => {
    current.value = document
    try {
      return act()
    } finally {
      current.value = null
    }
  }
  return { document, log, does }
}

const idOf = (answer: unknown): string => {
  if (typeof answer !== 'string') throw new Error('refused')
  return answer
}

test('each entry says what it did, with what stood there before and after', async () => {
  const { document, log, does } = atWork()
  const ann = idOf(does(() => addPerson({ name: 'Ann', kind: 'person', ring: 'life', angle: 0 })))
  document.pen.value = 1
  does(() => renamePerson(ann, 'Annie'))
  document.pen.value = 0
  does(() => movePerson(ann, 'close', 10))
  does(() => archivePerson(ann))
  does(() => bringBackPerson(ann))
  const moments = await new History(log).moments(0, log.length)
  expect(
    moments.map(({ by, differences }) => [by, ...differences.map(({ what, field }) => `${what} ${field}`)]),
  ).toEqual([
    ['both', 'added '],
    [1, 'changed name'],
    [0, 'changed place'],
    [0, 'away '],
    [0, 'back '],
  ])
  expect(moments[1]?.differences[0]).toMatchObject({ id: ann, before: 'Ann', after: 'Annie' })
  expect(moments[1]?.before.people[0]?.name).toBe('Ann')
  expect(moments[4]?.after).toEqual(document.snapshot.value)
})

test('the plan, names and links are told, and the order of rows', async () => {
  const { log, does } = atWork()
  does(() => setNames(['Sam', 'Jo']))
  const ann = idOf(does(() => addPerson({ name: 'Ann', kind: 'person' })))
  const swim = idOf(does(() => addGoal('Swim')))
  const paint = idOf(does(() => addGoal('Paint')))
  const ask = idOf(does(() => addStep({ goal: swim, what: 'Ask' })))
  does(() => linkPerson('goals', swim, ann, true))
  does(() => linkPerson('goals', swim, ann, false))
  does(() => setStepDone(ask, 'done'))
  does(() => moveGoal(paint, { before: swim }))
  const told = (await new History(log).moments(0, log.length)).flatMap(({ differences }) => differences)
  expect(told.map(({ entity, field, after }) => [entity, field, after]).slice(0, 2)).toEqual([
    ['meta', 'name/0', 'Sam'],
    ['meta', 'name/1', 'Jo'],
  ])
  expect(told.slice(2).map(({ what, entity, field }) => [what, entity, field])).toEqual([
    ['added', 'people', ''],
    ['added', 'goals', ''],
    ['added', 'goals', ''],
    ['added', 'steps', ''],
    ['changed', 'goals', `people/${ann}`],
    ['changed', 'goals', `people/${ann}`],
    ['changed', 'steps', 'done'],
    ['changed', 'goals', 'order'],
  ])
})

test('who came and went within one entry is told to have done both', async () => {
  const { log, does } = atWork()
  const ann = idOf(does(() => addPerson({ name: 'Ann', kind: 'person' })))
  does(() => archivePerson(ann))
  const update = mergedUpdates(log.map((one) => one.update))
  const once: Logged = { update, by: 'both', at: 0, device: 0, shared: true }
  const [moment] = await new History([once]).moments(0, 1)
  expect(moment?.differences.map(({ what }) => what)).toEqual(['added', 'away'])
})

test('20,000 entries: any page is as the log had it, with a rest between, and the newest first', async () => {
  const { document, log, does } = atWork()
  const chance = new Chance(20_000)
  const people = Array.from({ length: 60 }, (_, i) => idOf(does(() => addPerson({ name: `P${i}`, kind: 'person' }))))
  while (log.length < 20_000)
    does(() => movePerson(chance.pick(people), chance.pick(['close', 'life']), chance.below(3600)))
  let rests = 0
  const history = new History(log, async () => void rests++)
  const newest = await history.moments(19_900, 20_000)
  expect(newest.at(-1)?.after).toEqual(document.snapshot.value)
  expect(rests).toBeGreaterThan(300)
  rests = 0
  const older = await history.moments(19_800, 19_900)
  expect(rests).toBeLessThan(25)
  expect(older.at(-1)?.after).toEqual(newest[0]?.before)
  expect((await history.moments(-50, 60)).map(({ place }) => place)).toEqual(people.map((_, i) => i))
})
