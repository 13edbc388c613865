import { afterEach, describe, expect, test } from 'vitest'
import { current } from '../document/current.ts'
import { differencesBetween } from '../document/differences.ts'
import { History, type Logged, type Moment } from '../document/history.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { addGuess, addWish, archiveWish, declineWish, leaveWishOpen, setWishOver, takeWish } from '../jar/actions.ts'
import {
  addPerson,
  agreeWonder,
  archivePerson,
  declineWonder,
  movePerson,
  setDied,
  setFace,
  setKind,
  setMeeting,
  setNames,
  setRelation,
} from '../map/actions.ts'
import {
  addGoal,
  addStep,
  linkPerson,
  moveGoal,
  setGoalState,
  setStepDone,
  setStepGoal,
  setStepWhen,
  setStepWho,
  takeGoal,
} from '../plan/actions.ts'
import { addSaying, answer, archiveSaying, showInPlan, takeBackAnswer } from '../talk/actions.ts'
import { bringBack, bringBackMany, canBringBack } from './actions.ts'
import { daysOf, dayTitle, keyOf, thenTitle } from './days.ts'
import { sentences } from './said.ts'

const NOON_S = new Date(2026, 4, 3, 12).getTime() / 1000

function begin(): { document: SharedDocument; log: Logged[] } {
  const document = new SharedDocument({ now: () => 0 })
  const log: Logged[] = []
  document.onLocal((update, by) => log.push({ update, by, at: NOON_S + log.length, device: 0, shared: true }))
  current.value = document
  setNames(['Sam', 'Jo'])
  return { document, log }
}

afterEach(() => {
  current.value = null
})

const idOf = (answer: unknown): string => {
  if (typeof answer !== 'string') throw new Error('refused')
  return answer
}

const momentsOf = (log: readonly Logged[]): Promise<readonly Moment[]> => new History(log).moments(0, log.length)
const told = async (log: readonly Logged[]) => (await momentsOf(log)).flatMap(sentences)

describe('what was done, in plain words', () => {
  test('in the wish jar, and with goals', async () => {
    const { document, log } = begin()
    document.pen.value = 0
    const boats = idOf(addWish({ words: 'Boats', card: 'dream' }))
    setWishOver(boats, true)
    setWishOver(boats, false)
    document.pen.value = 1
    const sea = idOf(addGuess('The sea', 1))
    const text = document.textField('wishes', sea, 'seen')
    text.edit('smiled', 6)
    text.close()
    document.pen.value = 0
    takeWish(sea)
    declineWish(sea)
    leaveWishOpen(sea)
    archiveWish(sea)
    const goal = idOf(addGoal('Swim'))
    takeGoal(goal)
    for (const state of ['resting', 'open', 'done', 'let go'] as const) setGoalState(goal, state)
    expect((await told(log)).slice(2)).toEqual([
      'Sam put a wish in the jar: “Boats”',
      'Sam said “not any more” to “Boats”',
      'Sam wished for “Boats” again',
      'Jo put a guess in the jar: “The sea”',
      'Jo wrote what you saw of “The sea”',
      'Sam said yes to “The sea”',
      'Sam said no to “The sea”',
      'Sam left “The sea” open',
      'Sam put “The sea” away',
      'Sam wrote the goal “Swim”',
      'Sam said yes to “Swim”',
      'Sam let “Swim” rest for now',
      'Sam took “Swim” up again',
      'Sam said that “Swim” is done',
      'Sam let go of “Swim”',
    ])
  })

  test('on the map', async () => {
    const { document, log } = begin()
    document.pen.value = 0
    const ann = idOf(addPerson({ name: 'Ann', kind: 'person', ring: 'life', angle: 0 }))
    movePerson(ann, 'closest', 0)
    movePerson(ann, 'close', 0)
    movePerson(ann, 'close', 90)
    movePerson(ann, 'past', 0)
    document.pen.value = 1
    movePerson(ann, 'life', 5)
    document.pen.value = 0
    agreeWonder(ann)
    document.pen.value = 1
    movePerson(ann, 'closest', 5)
    document.pen.value = 0
    declineWonder(ann)
    setRelation(ann, 'my sister')
    setRelation(ann, '')
    setKind(ann, 'place')
    setFace(ann, '🙂')
    setDied(ann, true)
    archivePerson(ann)
    expect((await told(log)).slice(2)).toEqual([
      'Sam put Ann on the map',
      'Sam moved Ann closer: Closest',
      'Sam moved Ann further: Close',
      'Sam moved Ann a little',
      'Sam moved Ann: Back in touch, one day',
      'Jo wondered about Ann: In my life?',
      'Sam moved Ann: In my life',
      'Jo wondered about Ann: Closest?',
      'Sam left Ann as before',
      'Sam wrote who Ann is: my sister',
      'Sam took out who Ann is',
      'Sam chose for Ann: Place',
      'Sam chose a picture for Ann',
      'Sam noted that Ann has died',
      'Sam put Ann away',
    ])
  })

  test('in the plan, and about the two', async () => {
    const { document, log } = begin()
    const ann = idOf(addPerson({ name: 'Ann', kind: 'person' }))
    document.pen.value = 1
    const swim = idOf(addGoal('Swim'))
    const paint = idOf(addGoal('Paint'))
    const ask = idOf(addStep({ goal: swim, what: 'Ask at the library' }))
    setStepWho(ask, { kind: 'member', member: 0 })
    setStepWhen(ask, { kind: 'next' })
    setStepWhen(ask, { kind: 'none' })
    setStepDone(ask, 'done')
    setStepGoal(ask, paint)
    linkPerson('goals', swim, ann, true)
    moveGoal(paint, { before: swim })
    const title = document.textField('goals', swim, 'title')
    title.edit('Swim in the sea', 15)
    title.edit('', 0)
    setMeeting('Thursday at 2')
    expect((await told(log)).slice(3)).toEqual([
      'Jo wrote the goal “Swim”',
      'Jo wrote the goal “Paint”',
      'Jo wrote the step “Ask at the library”',
      'Jo chose who does “Ask at the library”: Sam',
      'Jo chose a day for “Ask at the library”: Next time we meet',
      'Jo took the day away from “Ask at the library”',
      'Jo ticked “Ask at the library”',
      'Jo moved “Ask at the library” to “Paint”',
      'Jo joined Ann to “Swim”',
      'Jo changed the order of the plan',
      'Jo changed the words of the goal: “Swim in the sea”',
      'Jo took the words out of “Swim in the sea”',
      'Jo wrote when you meet: Thursday at 2',
    ])
  })
})

describe('bringing back', () => {
  test('one thing as it was at one moment, in the hand that writes now, and undone like anything', async () => {
    const { document, log } = begin()
    const swim = idOf(addGoal('Swim'))
    const ann = idOf(addPerson({ name: 'Ann', kind: 'person', ring: 'close', angle: 40 }))
    linkPerson('goals', swim, ann, true)
    const then = (await momentsOf(log)).at(-1)?.after
    const title = document.textField('goals', swim, 'title')
    title.edit('', 0)
    title.close()
    linkPerson('goals', swim, ann, false)
    movePerson(ann, 'life', 0)
    archivePerson(ann)
    const now = () => document.snapshot.value
    document.pen.value = 0
    const [goalThen, goalNow] = [then?.goals[0], now().goals[0]]
    const [annThen, annNow] = [then?.people[0], now().people[0]]
    if (!goalThen || !goalNow || !annThen || !annNow) throw new Error('gone')
    expect(bringBack(canBringBack('goals', goalThen, goalNow))).toBe('done')
    expect(bringBack(canBringBack('people', annThen, annNow))).toBe('done')
    expect(now().goals[0]).toMatchObject({ title: 'Swim', people: [ann] })
    expect(now().people[0]).toMatchObject({ archived: false, place: { ring: 'close', angle: 40, by: 0 } })
    document.undo()
    expect(now().people[0]).toMatchObject({ archived: true, place: { ring: 'life' } })
    expect(log.at(-1)?.by).toBe(0)
  })

  test('whoever does not place people wonders, and nothing is ever put away by it', async () => {
    const { document, log } = begin()
    const ann = idOf(addPerson({ name: 'Ann', kind: 'person', ring: 'close', angle: 40 }))
    archivePerson(ann)
    const then = (await momentsOf(log)).at(-1)?.after.people[0]
    bringBackMany([{ entity: 'people', id: ann, field: '', before: null }])
    movePerson(ann, 'life', 0)
    document.pen.value = 1
    const now = document.snapshot.value.people[0]
    if (!then || !now) throw new Error('gone')
    bringBack(canBringBack('people', then, now))
    expect(document.snapshot.value.people[0]).toMatchObject({
      archived: false,
      place: { ring: 'life' },
      wonder: { ring: 'close', angle: 40, by: 1 },
    })
  })
})

describe('bringing back what somebody said for themselves', () => {
  const theirs = { refused: 'theirs to say' }

  /** Sam's answer, taken back, Sam's worry with other words than then, and what the two wrote of working together. */
  function said() {
    const { document, log } = begin()
    document.pen.value = 0
    const worry = idOf(addSaying({ words: 'The bus', kind: 'worry', by: 0 }))
    const together = idOf(addSaying({ words: 'We ring first', kind: 'together', by: 0 }))
    const goOn = idOf(answer({ question: 'go on', said: 'some', by: 0 }))
    const then = document.snapshot.peek()
    const text = document.textField('sayings', worry, 'words')
    text.edit('The train', 9)
    text.close()
    takeBackAnswer(goOn)
    archiveSaying(together)
    const now = () => document.snapshot.peek()
    const possible = () =>
      (['sayings', 'answers'] as const).flatMap((root) =>
        now()[root].flatMap((one) => {
          const was = [...then.sayings, ...then.answers].find(({ id }) => id === one.id)
          return was === undefined ? [] : canBringBack(root, was, one)
        }),
      )
    return { document, log, worry, together, goOn, then, now, possible }
  }

  test('is for nobody else: only how the two work together is either’s to bring back', () => {
    const { document, together, then, now, possible } = said()
    document.pen.value = 1
    const before = now()
    expect(possible()).toMatchObject([{ what: 'back', id: together }])
    expect(bringBack(differencesBetween(before, then))).toEqual(theirs)
    expect(now().answers).toEqual(before.answers)
    expect(now().sayings.map(({ words, archived }) => [words, archived])).toEqual([
      ['The train', false],
      ['We ring first', false],
    ])
  })

  test('is for themselves, and in their hand where both hold the pen', () => {
    const { document, log, then, now, possible } = said()
    document.pen.value = 'both'
    const begun = log.length
    expect(possible()).toHaveLength(3)
    expect(bringBack(possible())).toBe('done')
    expect([now().sayings, now().answers]).toEqual([then.sayings, then.answers])
    expect(log.slice(begun).map(({ by }) => by)).toEqual(['both', 0, 0])
    document.undo()
    expect(now().sayings[0]?.words).toBe('The train')
  })

  test('holds for many put away at once: the others’ own stays away, all else is back', () => {
    const { document, goOn, together, now } = said()
    document.pen.value = 1
    const loss = { field: '', before: null }
    const losses = [
      { ...loss, entity: 'answers', id: goOn },
      { ...loss, entity: 'sayings', id: together },
    ] as const
    expect(bringBackMany(losses)).toEqual(theirs)
    expect(now().answers[0]?.archived).toBe(true)
    expect(now().sayings[1]?.archived).toBe(false)
  })

  test('never answers again: whether a goal is taken, and whether a worry is shown', () => {
    const { document } = begin()
    document.pen.value = 0
    const goal = idOf(addGoal('Swim'))
    const worry = idOf(addSaying({ words: 'The bus', kind: 'worry', by: 0 }))
    const then = document.snapshot.peek()
    takeGoal(goal)
    showInPlan(worry, true)
    const now = document.snapshot.peek()
    const [goalThen, goalNow, worryThen, worryNow] = [then.goals[0], now.goals[0], then.sayings[0], now.sayings[0]]
    if (!goalThen || !goalNow || !worryThen || !worryNow) throw new Error('gone')
    expect(canBringBack('goals', goalThen, goalNow)).toEqual([])
    expect(canBringBack('sayings', worryThen, worryNow)).toEqual([])
  })
})

describe('days', () => {
  const now = new Date(2026, 4, 3, 18)
  test('as people say them, and never an hour', () => {
    expect(dayTitle(keyOf(NOON_S), now)).toBe('Today')
    expect(dayTitle(keyOf(NOON_S - 86_400), now)).toBe('Yesterday')
    expect(dayTitle(keyOf(NOON_S - 30 * 86_400), now)).toBe('Friday 3 April')
    expect(thenTitle(NOON_S - 30 * 86_400, now)).toBe('This is how it was on Friday 3 April')
    expect(dayTitle(keyOf(0), now)).toBe('On some day')
    expect(keyOf(Number.MAX_SAFE_INTEGER)).toBe('')
  })

  test('in the order of the log, newest first', async () => {
    const { log } = begin()
    addPerson({ name: 'Ann', kind: 'person' })
    addPerson({ name: 'Bo', kind: 'person' })
    const late = log.map((one, i) => ({ ...one, at: [NOON_S, NOON_S - 86_400, NOON_S][i] ?? 0 }))
    const days = daysOf(await momentsOf(late))
    expect(days.map(({ key, moments }) => [key, moments.length])).toEqual([
      ['2026-05-03', 1],
      ['2026-05-02', 1],
      ['2026-05-03', 1],
    ])
  })
})
