/** What stands beside the map and the plan: every field under two hands at once, and all of it copied, left behind, and put away. */

import { afterEach, describe, expect, test } from 'vitest'
import type { Barrier, Document } from '../../../sync/document.ts'
import { addBarrier, archiveBarrier, splitBarrier } from '../barriers/actions.ts'
import { addDisclosure, sayYes, standingOf } from '../barriers/telling-actions.ts'
import { sentences } from '../history/said.ts'
import { agree, beginYardstick, setImportance } from '../levels/actions.ts'
import { addPerson, setNames } from '../map/actions.ts'
import { letGo, putBack } from '../map/kept-actions.ts'
import { takeOutEverywhere } from '../map/removal-actions.ts'
import { addMeeting } from '../meet/actions.ts'
import { addOuting, archiveOuting, linkToOuting } from '../out/actions.ts'
import { addNeed, addOccasion, archiveOccasion, beginImpression, linkToOccasion } from '../out/afterwards-actions.ts'
import { addSupport, addWorry } from '../out/support-actions.ts'
import { addGoal, archiveGoal } from '../plan/actions.ts'
import { addFeeling, addSaying, answer, answerHeard, archiveSaying, bringBackSaying } from '../talk/actions.ts'
import { sentence } from '../working/kept-words.ts'
import { copyInto, idsIn } from './afresh.ts'
import { ALONGSIDE, type Alongside, parentsFirst } from './alongside.ts'
import { current } from './current.ts'
import { type Device, meet, startTogether } from './devices-for-tests.ts'
import { differencesBetween } from './differences.ts'
import { keep, leftBehind } from './left-behind.ts'
import { isSettled } from './own-things.ts'
import { fieldsOf } from './roots.ts'
import { SharedDocument } from './shared-document.ts'

afterEach(() => {
  current.value = null
})

/** Two values for each register that people choose. */
const TWO: Readonly<Record<string, readonly [unknown, unknown]>> = {
  'yardsticks/start': ['less', 'expected'],
  'yardsticks/importance': ['some', 'most'],
  'yardsticks/difficulty': ['none', 'much'],
  'aims/start': ['less', 'much less'],
  'aims/replaced': [true, false],
  'barriers/kind': ['cost', 'health'],
  'barriers/side': [1, 'service'],
  'barriers/state': ['worked around', 'left'],
  'outings/when': [{ kind: 'next' }, { kind: 'day', day: '2020-02-29' }],
  'outings/state': ['resting', 'no thanks'],
  'supports/kind': ['lift', 'call'],
  'supports/who': [{ kind: 'both' }, { kind: 'other', name: 'Mo' }],
  'supports/asked': ['yes', 'no'],
  'supports/happened': [true, false],
  'disclosures/consent': [{ kind: 'no' }, { kind: 'back' }],
  'disclosures/told': [true, false],
  'meetings/kind': ['map', 'out'],
  'meetings/chosen': ['both', 1],
  'occasions/company': ['together', 'on my own'],
  'impressions/felt': ['loved', 'mixed'],
  'impressions/mark': ['together', 'half'],
  'needs/kind': ['access', 'check in'],
  'needs/who': [{ kind: 'both' }, { kind: 'member', member: 1 }],
  'sayings/kind': ['worry', 'sign'],
  'sayings/shown': [true, false],
  'sayings/topic': ['time', 'ideas'],
  'sayings/nature': ['structural', 'skill'],
  'answers/question': ['helpful', 'know'],
  'answers/said': ['yes', 'partly'],
}
/** Set when the thing is made, and by no hand after; or shown by no sentence; or another's to say (`talk/actions.test.ts`). */
const NOT_CHOSEN = ['by', 'order', 'copied', 'was', 'parent', 'outing', 'occasion', 'since', 'archived', 'agreed']

function begin(): Readonly<Record<Alongside, string>> {
  setNames(['Sam', 'Jo'])
  const yardsticks = String(beginYardstick(String(addGoal('Swim')), 'twice a month'))
  const aims = String(agree(yardsticks))
  const outings = String(addOuting('The art class'))
  const occasions = String(addOccasion(outings, '2026-11-16'))
  return {
    yardsticks,
    aims,
    meetings: String(addMeeting({ kind: 'chat', words: 'Today we talked.' })),
    outings,
    occasions,
    barriers: String(addBarrier({ words: 'evenings', side: 'elsewhere', by: 0 })),
    disclosures: String(addDisclosure({ words: 'that I may leave', to: 'the tutor' })),
    supports: String(addSupport({ outing: outings, kind: 'come along' })),
    worries: String(addWorry({ outing: outings, words: 'late', by: 0 })),
    impressions: String(beginImpression({ outing: outings, occasion: occasions, by: 0 })),
    sayings: String(addSaying({ words: 'to swim', kind: 'hope', by: 0 })),
    feelings: String(addFeeling({ feels: ['calm', 'tired'], words: 'so so', by: 0 })),
    answers: String(answer({ question: 'go on', said: 'some', rooms: ['map'], words: 'slowly', by: 0 })),
    needs: String(addNeed({ kind: 'about me', words: 'no meat', by: 0 })),
  }
}

const named = (how: string) =>
  ALONGSIDE.flatMap((root) =>
    Object.entries(fieldsOf(root)).flatMap(([field, { stored }]) =>
      // Words that were agreed on are nobody's to write afterwards (`every-field.test.ts`).
      stored === how && !isSettled(root, field) && !NOT_CHOSEN.includes(field) ? [[root, field] as const] : [],
    ),
  )

/** The owner's phone and the shared tablet, both in the owner's hand, with one of everything; `shown` is the same on both. */
function apart(seed: number) {
  const [tablet, phone] = startTogether(seed, ['both', 0]) as [Device, Device]
  const ids = tablet.do(begin)
  tablet.document.pen.value = 0
  meet(tablet, phone)
  const shown = (): Document => {
    meet(tablet, phone)
    const [one, other] = [tablet, phone].map((device) => device.document.snapshot.peek())
    expect(one).toEqual(other)
    return one as Document
  }
  return { tablet, phone, ids, shown }
}

const saidIn = (document: Document, root: Alongside, id: string, field: string): unknown => {
  const thing: object | undefined = document[root].find((one) => one.id === id)
  return thing && Reflect.get(thing, field)
}

describe.each([1, 2, 3, 4])('with seed %i, of two hands at once', (seed) => {
  test.each(named('register'))('%s %s: one stands, the other is told in words and can be put back', (root, field) => {
    const { tablet, phone, ids, shown } = apart(seed)
    const [one, other] = TWO[`${root}/${field}`] ?? ['2026-11-16 here', '2026-11-17 there']
    const write = (device: Device, value: unknown) =>
      device.document.change('bring back', (draft) => draft.write(`${root}/${ids[root]}`, field, value), 0)
    write(tablet, one)
    write(phone, other)
    const stands = saidIn(shown(), root, ids[root], field)
    expect([one, other]).toContainEqual(stands)
    // A tick that stood there already is no other value: nothing was lost.
    const kept = shown().kept
    if (typeof one === 'boolean') expect(kept.length).toBeLessThanOrEqual(1)
    else expect(kept).toHaveLength(1)
    for (const lost of kept) {
      expect(sentence(lost, shown())).toMatch(/^At the same time Sam (?:chose|wrote|left)/)
      expect(phone.do(() => putBack(lost.id))).toBe('done')
      expect(saidIn(shown(), root, ids[root], field)).toEqual(lost.value)
    }
    expect(shown().kept).toEqual([])
  })

  test.each(named('text'))('%s %s: what each wrote is there', (root, field) => {
    const { tablet, phone, ids, shown } = apart(seed)
    for (const [device, words] of [[tablet, 'here'] as const, [phone, 'there'] as const]) {
      const text = device.document.textField(root, ids[root], field)
      text.edit(`${text.value.peek()} ${words}`, 0)
      text.close()
    }
    const stands = String(saidIn(shown(), root, ids[root], field))
    expect(stands).toMatch(/ here/)
    expect(stands).toMatch(/ there/)
    expect(shown().kept).toEqual([])
  })

  test.each(named('links'))('%s %s: both are joined', (root, field) => {
    const { tablet, phone, ids, shown } = apart(seed)
    for (const [device, person] of [[tablet, 'ann'] as const, [phone, 'bo'] as const]) {
      device.document.change('bring back', (draft) => draft.write(`${root}/${ids[root]}`, `${field}/${person}`, true))
    }
    expect(saidIn(shown(), root, ids[root], field)).toEqual(['ann', 'bo'])
  })

  test('put away and changed: away, and brought back with the change', () => {
    const { tablet, phone, ids, shown } = apart(seed)
    tablet.do(() => archiveBarrier(ids.barriers))
    phone.document.change('set barrier', (draft) => draft.set('barriers', ids.barriers, 'kind', 'cost'))
    expect(shown().barriers[0]).toMatchObject({ archived: true, kind: 'cost' })
  })
})

test('a lost answer about what may be told is put back by the owner alone', () => {
  const { tablet, phone, ids, shown } = apart(1)
  tablet.document.change('answer disclosure', (draft) =>
    draft.set('disclosures', ids.disclosures, 'consent', { kind: 'no' }),
  )
  phone.do(() => sayYes(ids.disclosures))
  const [lost] = shown().kept
  tablet.document.pen.value = 1
  expect(tablet.do(() => putBack(lost?.id ?? ''))).toEqual({ refused: 'theirs to say' })
  expect(tablet.do(() => letGo(lost?.id ?? ''))).toBe('done')
})

test('how much a goal matters to the owner is put back by the owner alone', () => {
  const { tablet, phone, ids, shown } = apart(1)
  tablet.do(() => setImportance(ids.yardsticks, 'none'))
  phone.do(() => setImportance(ids.yardsticks, 'most'))
  const [lost] = shown().kept
  tablet.document.pen.value = 1
  expect(tablet.do(() => putBack(lost?.id ?? ''))).toEqual({ refused: 'theirs to say' })
  expect(phone.do(() => putBack(lost?.id ?? ''))).toBe('done')
  expect(saidIn(shown(), 'yardsticks', ids.yardsticks, 'importance')).toBe(lost?.value)
})

test.each([
  ['worries', 'outing', 'here', 'there'],
  ['impressions', 'felt', 'loved', 'mixed'],
  ['needs', 'topic', 'here', 'there'],
  ['feelings', 'archived', true, false],
  ['sayings', 'archived', true, false],
] as const)('a lost value of %s %s is put back by whoever it is of', (root, field, one, other) => {
  const { tablet, phone, ids, shown } = apart(1)
  const write = (device: Device, value: unknown) =>
    device.document.change('bring back', (draft) => draft.write(`${root}/${ids[root]}`, field, value), 0)
  write(tablet, one)
  for (const value of [one, other]) write(phone, value)
  const [lost] = shown().kept
  tablet.document.pen.value = 1
  expect(tablet.do(() => putBack(lost?.id ?? ''))).toEqual({ refused: 'theirs to say' })
  expect(phone.do(() => putBack(lost?.id ?? ''))).toBe('done')
  expect(saidIn(shown(), root, ids[root], field)).toEqual(lost?.value)
})

test('whether what was heard is right is put back by the other, and how the two work together by either', () => {
  const { tablet, phone, shown } = apart(1)
  tablet.document.pen.value = 'both'
  const heard = String(tablet.do(() => addSaying({ words: 'Mornings are hard', kind: 'heard', by: 1 })))
  shown()
  tablet.do(() => answerHeard(heard, 'yes', 0))
  phone.do(() => answerHeard(heard, 'no', 0))
  const [lost] = shown().kept
  tablet.document.pen.value = 1
  expect(tablet.do(() => putBack(lost?.id ?? ''))).toEqual({ refused: 'theirs to say' })
  expect(phone.do(() => putBack(lost?.id ?? ''))).toBe('done')
  expect(saidIn(shown(), 'sayings', heard, 'agreed')).toBe(lost?.value)

  const line = String(phone.do(() => addSaying({ words: 'We ring first', kind: 'together', by: 0 })))
  shown()
  tablet.do(() => archiveSaying(line))
  phone.do(() => archiveSaying(line))
  phone.do(() => bringBackSaying(line))
  const away = shown().kept.find(({ field }) => field === 'archived')
  expect(tablet.do(() => putBack(away?.id ?? ''))).toBe('done')
})

/** One of everything, with somebody on the map, and a barrier that was split twice. */
function whole() {
  const document = new SharedDocument({ now: () => Date.UTC(2026, 10, 28) })
  current.value = document
  document.pen.value = 0
  const ann = String(addPerson({ name: 'Ann', kind: 'person' }))
  const goal = String(addGoal('Paint'))
  const ids = begin()
  document.change('set outing', (draft) => draft.set('outings', ids.outings, 'goal', goal))
  linkToOuting(ids.outings, ann, true)
  linkToOccasion(ids.occasions, ann, true)
  document.change('set support', (draft) => draft.set('supports', ids.supports, 'who', { kind: 'person', id: ann }))
  document.change('set barrier', (draft) => draft.set('barriers', ids.barriers, 'stops', `outings/${ids.outings}`))
  const smaller = String(splitBarrier(ids.barriers, 'Monday evenings', 0))
  splitBarrier(smaller, 'the bus on Mondays', 0)
  sayYes(ids.disclosures)
  return { document, ids, ann }
}

test('all of it comes along into a place begun afresh, each naming what came along with it', () => {
  const { document } = whole()
  const before = document.snapshot.peek()
  const after = new SharedDocument({ now: () => Date.UTC(2026, 10, 29) })
  after.pen.value = 0
  copyInto(after, before, new Set())
  const now = after.snapshot.peek()
  const ids = idsIn(now)
  const here = (id: string | undefined) => ids.get(id ?? '')
  for (const root of ALONGSIDE) expect(now[root], root).toHaveLength(before[root].length)
  expect(now.outings[0]).toMatchObject({
    goal: now.goals[0]?.id,
    people: [now.people[0]?.id],
    was: before.outings[0]?.id,
  })
  expect(now.supports[0]).toMatchObject({ outing: now.outings[0]?.id, who: { kind: 'person', id: now.people[0]?.id } })
  expect(now.impressions[0]).toMatchObject({ outing: now.outings[0]?.id, occasion: now.occasions[0]?.id, by: 0 })
  expect(now.occasions[0]?.people).toEqual([now.people[0]?.id])
  expect(now.barriers.map(({ parent }) => parent)).toEqual(before.barriers.map(({ parent }) => here(parent) ?? ''))
  expect(now.barriers[0]?.stops).toBe(`outings/${now.outings[0]?.id}`)
  expect(now.disclosures.map((one) => standingOf(one, '2026-11-29'))).toEqual(['yes'])
})

const OF_AN_OUTING = ['supports', 'worries', 'occasions', 'impressions'] as const

test('who stays behind is not named by the help that comes along', () => {
  const { document, ann } = whole()
  const after = new SharedDocument({ now: () => 0 })
  copyInto(after, document.snapshot.peek(), new Set([ann]))
  expect(after.snapshot.peek().supports).toMatchObject([{ who: { kind: 'unknown' } }])
})

test('what was said of an outing stays behind with it, also where the outing was put away', () => {
  const { document, ids } = whole()
  archiveOuting(ids.outings)
  const after = new SharedDocument({ now: () => 0 })
  copyInto(after, document.snapshot.peek(), new Set())
  for (const root of OF_AN_OUTING) expect(after.snapshot.peek()[root], root).toEqual([])
  expect(new TextDecoder('latin1').decode(after.encodeState())).not.toContain('late')
})

test('how far a goal has come stays behind with the goal, and comes along with it, to the very words', () => {
  const { document, ids } = whole()
  answer({ question: 'level', said: 'as hoped', by: 0, beside: `aims/${ids.aims}` })
  const copied = () => {
    const after = new SharedDocument({ now: () => 0 })
    after.pen.value = 0
    copyInto(after, document.snapshot.peek(), new Set())
    return after.snapshot.peek()
  }
  const now = copied()
  const goal = now.goals.find(({ title }) => title === 'Swim')
  expect(now.yardsticks).toMatchObject([{ goal: goal?.id, hoped: 'twice a month' }])
  expect(now.aims).toMatchObject([{ goal: goal?.id, yardstick: now.yardsticks[0]?.id, hoped: 'twice a month' }])
  expect(now.answers.map(({ beside }) => beside)).toEqual(['', `aims/${now.aims[0]?.id}`])
  archiveGoal(document.snapshot.peek().goals.find(({ title }) => title === 'Swim')?.id ?? '')
  const without = copied()
  expect([without.yardsticks, without.aims]).toEqual([[], []])
  expect(without.answers.map(({ question }) => question)).toEqual(['go on'])
})

test('earlier words stay behind, with why they were written anew and what was said of them', () => {
  const { document, ids } = whole()
  const first = String(agree(ids.yardsticks, 'The pool was shut'))
  answer({ question: 'level', said: 'worse', by: 0, beside: `aims/${first}` })
  agree(ids.yardsticks, 'It is open again')
  const after = new SharedDocument({ now: () => 0 })
  copyInto(after, document.snapshot.peek(), new Set())
  expect(after.snapshot.peek().aims.map(({ why }) => why)).toEqual(['It is open again'])
  expect(after.snapshot.peek().answers.map(({ question }) => question)).toEqual(['go on'])
  expect(new TextDecoder('latin1').decode(after.encodeState())).not.toContain('The pool was shut')
})

test('what was said of one time stays behind with it, and what was said before any time comes along', () => {
  const { document, ids } = whole()
  beginImpression({ outing: ids.outings, occasion: '', by: 0 })
  archiveOccasion(ids.occasions)
  const after = new SharedDocument({ now: () => 0 })
  copyInto(after, document.snapshot.peek(), new Set())
  expect(after.snapshot.peek().impressions).toMatchObject([{ occasion: '' }])
})

test('what was said of an outing late is kept only where the outing is', () => {
  const { document, ids } = whole()
  const target = new SharedDocument({ now: () => 0 })
  const left = leftBehind(target.snapshot.peek(), document.snapshot.peek(), 0)
  const keepAll = (all: readonly string[]) =>
    left.filter(({ key }) => all.some((root) => key.startsWith(`${root}/`))).map((each) => keep(target, each))
  expect(keepAll(OF_AN_OUTING)).toEqual(OF_AN_OUTING.map(() => ({ refused: 'gone' })))
  for (const root of OF_AN_OUTING) expect(target.snapshot.peek()[root], root).toEqual([])
  keepAll(['outings'])
  expect(keepAll(OF_AN_OUTING)).toEqual(OF_AN_OUTING.map(() => 'done'))
  const [copy] = target.snapshot.peek().outings
  expect(copy?.was).toBe(ids.outings)
  for (const root of OF_AN_OUTING) expect(target.snapshot.peek()[root], root).toMatchObject([{ outing: copy?.id }])
})

test('what stays behind is not named by what comes along', () => {
  const { document, ids, ann } = whole()
  const after = new SharedDocument({ now: () => 0 })
  copyInto(after, document.snapshot.peek(), new Set([ann, ids.outings, ids.barriers]))
  const now = after.snapshot.peek()
  for (const root of OF_AN_OUTING) expect(now[root], root).toEqual([])
  expect(now.barriers.map(({ parent, stops }) => [parent, stops])).toEqual([
    ['', ''],
    [now.barriers[0]?.id, ''],
  ])
  expect(now.disclosures.map((one) => standingOf(one, '2026-11-29'))).toEqual(['open'])
})

test('whatever was split comes before what it was split into, also where two name each other', () => {
  const all = [
    { id: 'c', parent: 'b' },
    { id: 'b', parent: 'a' },
    { id: 'a', parent: '' },
    { id: 'x', parent: 'y' },
    { id: 'y', parent: 'x' },
  ]
  expect(parentsFirst(all).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'y', 'x'])
})

test('what was left behind in the old place can be kept, thing by thing, and no yes comes with it', () => {
  const { document } = whole()
  const after = document.snapshot.peek()
  const target = new SharedDocument({ now: () => 0 })
  for (const each of leftBehind(target.snapshot.peek(), after, 0)) expect(keep(target, each)).toBe('done')
  const now = target.snapshot.peek()
  for (const root of ALONGSIDE) expect(now[root], root).toHaveLength(after[root].length)
})

test('somebody taken out everywhere is in none of it, and it is told in one sentence', () => {
  const { document, ann } = whole()
  const before = document.snapshot.peek()
  takeOutEverywhere(ann)
  const after = document.snapshot.peek()
  expect(JSON.stringify(ALONGSIDE.map((root) => after[root]))).not.toContain(ann)
  const moment = { place: 0, by: 0, at: 0, device: 0, shared: false, before, after } as const
  expect(sentences({ ...moment, differences: differencesBetween(before, after) })).toEqual([
    'Sam took someone out everywhere',
  ])
})

test('one that was split keeps where it is and what it stops', () => {
  const { document, ids } = whole()
  const [larger, smaller] = document.snapshot.peek().barriers as readonly [Barrier, Barrier]
  expect(smaller).toMatchObject({ parent: ids.barriers, side: larger.side, stops: larger.stops })
})
