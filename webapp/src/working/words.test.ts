import { describe, expect, test } from 'vitest'
import type { By, Document, Kept } from '../../../sync/document.ts'
import { EMPTY, plainPerson } from '../document/plain-for-tests.ts'
import { peopleWith, workWith } from './attention.ts'
import { awayHere, sentence } from './kept-words.ts'
import { fromWire, toWire } from './live.ts'
import { callName, initials, toneOf } from './names.ts'
import { linesOf, type WhereWordsAre } from './where-words.ts'

const step = {
  goal: 'g',
  what: 'Ask',
  done: 'open',
  went: '',
  order: 'a',
  archived: false,
  copied: '',
  was: '',
  origin: '',
  when: { kind: 'none' },
} as const
const goal = {
  by: 0,
  taken: '',
  state: 'open',
  origin: '',
  idea: '',
  order: 'a',
  archived: false,
  copied: '',
  was: '',
} as const
const document: Document = {
  ...EMPTY,
  names: ['Ama', 'Jo'],
  goals: [{ ...goal, id: 'g', title: 'Paint', people: ['art'] }],
  steps: [
    { ...step, id: 's', who: { kind: 'person', id: 'sol' }, people: ['nan'] },
    { ...step, id: 't', goal: '', who: { kind: 'both' }, people: [] },
  ],
}

describe('what is lifted', () => {
  test('a goal lifts who could help and everyone its steps are with', () => {
    expect([...peopleWith(document, { kind: 'goal', id: 'g' })].sort()).toEqual(['art', 'nan', 'sol'])
    expect([...peopleWith(document, { kind: 'step', id: 's' })].sort()).toEqual(['nan', 'sol'])
    expect(peopleWith(document, null).size).toBe(0)
  })

  test('a person lifts their steps and the goals these belong to', () => {
    const { goals, steps } = workWith(document, 'sol')
    expect([goals.map((goal) => goal.id), steps.map((one) => one.id)]).toEqual([['g'], ['s']])
    expect(workWith(document, 'art').goals).toHaveLength(1)
  })
})

describe('where the words are', () => {
  const state: WhereWordsAre = {
    here: 'saved',
    sent: 'sent',
    server: 'connected',
    other: 'nobody',
    holders: [],
    aside: 0,
  }
  const said = (more: Partial<WhereWordsAre>, members: readonly number[] = [0]) =>
    linesOf({ ...state, ...more }, { members, document }).map((line) => line.text)
  const there = (holders: readonly (readonly number[])[], members: readonly number[]) =>
    said({ other: 'theirs too', holders }, members)[2]

  test('three states, in words', () => {
    expect(said({ other: 'theirs too', holders: [[1]] })).toEqual(['Saved here', 'Sent', 'On Jo’s tablet too'])
    expect(said({ sent: 'never met', other: 'nobody' })).toEqual(['Saved here', 'Only on this tablet so far.'])
  })

  test('the other is named only where a device of their own has it', () => {
    expect(there([[0, 1]], [0])).toBe('On the shared tablet too')
    expect(there([[0, 1], [1]], [0])).toBe('On Jo’s tablet too')
    expect(there([[0]], [0])).toBe('On your other tablet too')
    expect(there([[0]], [0, 1])).toBe('On Ama’s tablet too')
    expect(there([[0], [1]], [0, 1])).toBe('On the other tablets too')
    expect(there([[0, 1]], [0, 1])).toBe('On your other tablet too')
  })

  test('nothing else is said while the words are only on the screen', () => {
    expect(said({ here: 'full', sent: 'waiting' })).toHaveLength(1)
    expect(said({ here: 'gone', sent: 'never met' })[0]).toContain('only on this screen')
  })

  test('what is sent and not saved on this device is said to be both', () => {
    const full = 'This tablet is full, so what you write now is not saved here.'
    expect(said({ here: 'full' })).toEqual([full, 'Sent'])
    expect(said({ here: 'full', server: 'lies' })).toEqual([full, 'Sent'])
    expect(said({ here: 'gone', other: 'theirs too', holders: [[1]] })).toContain('On Jo’s tablet too')
  })
})

const KEPT: Kept = {
  ...{ id: 'k', entity: 'people/p', field: 'name', value: 'Ann B', by: 1, at: 0, instead_by: 0 },
}

describe('what was put away while it was worked on', () => {
  const away: Kept = { ...KEPT, field: 'archived', value: false }
  const here = (members: readonly number[]) => ({ members, hasWritten: (client: number) => client === 12 })
  const toldOf = (by: By, members: readonly number[], client = 7): boolean =>
    awayHere({ ...document, kept: [{ ...away, by, id: `people/p/archived/${client}:5/${by}` }] }, here(members))
      .length > 0

  test('is told to those whose work it was', () => {
    expect([toldOf(0, [0]), toldOf(1, [1]), toldOf('both', [0, 1]), toldOf(0, [0, 1])]).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect([toldOf(1, [0]), toldOf(0, [1]), toldOf('both', [0])]).toEqual([false, false, false])
  })

  test('not where it was put away', () => {
    expect([toldOf(0, [0, 1], 12), toldOf(0, [0], 7)]).toEqual([false, true])
  })

  test('and anything else that was kept beside is none of it', () => {
    const others = [
      { ...away, value: true },
      { ...away, field: 'died' },
    ]
    expect(awayHere({ ...document, kept: others }, here([0, 1]))).toEqual([])
  })
})

describe('what was kept beside', () => {
  const kept = (more: Partial<Kept>): string => sentence({ ...KEPT, ...more }, document)

  test('is said in plain words, whatever it was', () => {
    expect(kept({})).toBe('At the same time Jo wrote: “Ann B”')
    expect(kept({ field: 'relation', value: '' })).toBe('At the same time Jo left this empty.')
    expect(kept({ field: 'kind', value: 'animal' })).toContain('Animal')
    expect(kept({ field: 'place', value: { ring: 'life', angle: 5 } })).toContain('In my life')
    expect(kept({ field: 'who', value: { kind: 'member', member: 0 } })).toContain('Ama')
    expect(kept({ field: 'when', value: { kind: 'next' } })).toContain('Next time we meet')
    expect(kept({ field: 'done', value: 'let go' })).toContain('Let go')
    expect(kept({ field: 'died', value: true })).toContain('Has died: yes')
    expect(kept({ field: 'people/x', value: true })).toContain('joined')
  })

  test('also of what belongs to the map', () => {
    const people = [plainPerson('ann', { name: 'Ann' }), plainPerson('bo', { name: 'Bo' })]
    const said = (more: Partial<Kept>): string =>
      sentence({ ...KEPT, entity: 'people/ann', field: '', value: '', ...more }, { ...document, people })
    const pair = { entity: 'ties', field: 'ann/bo' }
    expect(said({ ...pair, value: 'tie' })).toBe('At the same time Jo tied Ann and Bo.')
    expect(said({ ...pair, value: '' })).toBe('At the same time Jo took the tie between Ann and Bo away.')
    expect(said({ ...pair, value: 'strong' })).toContain('know each other well')
    const help = { entity: 'help', value: true }
    expect(said({ ...help, field: 'lift/people/ann' })).toContain('noted that Ann could help with a lift somewhere')
    expect(said({ ...help, field: 'lift/people/ann', value: false })).toContain('took Ann away from a lift somewhere')
    expect(said({ ...help, field: 'lift/answer', value: 'nobody' })).toBe('At the same time Jo chose: Nobody yet')
    expect(said({ ...help, field: 'lift/gives' })).toContain('I do this for others: yes')
    expect(said({ ...help, field: 'lift/words', value: 'a ride' })).toContain('wrote: “a ride”')
    expect(said({ field: 'contexts/family', value: false })).toContain('Family: no')
    expect(said({ field: 'service', value: 'linked' })).toContain('Linked to a service')
    expect(said({ field: 'in_person', value: 'daily' })).toContain('Every day')
    expect(said({ field: 'closer', value: true })).toContain('Closer, please: yes')
    expect(said({ entity: 'strengths/s', field: 'kind', value: 'bring' })).toContain('I bring')
    expect(said({ entity: 'strengths/s', field: 'agreed', value: 'no' })).toContain('chose: no')
    expect(said({ entity: 'pictures/p', field: 'name', value: 'Spring' })).toContain('wrote: “Spring”')
    expect(said({ entity: 'offers/o', field: 'asked', value: 'not yet' })).toContain('Not asked yet')
  })
})

test('a hand comes back from the wire where it was', () => {
  const hand = { pointer: 3, person: 'nan', x: -0.5, y: 1.2 }
  expect(fromWire(toWire(hand))).toEqual(hand)
  expect(toWire({ ...hand, x: 0, y: 0.2 })).toMatchObject({ ring: 'closest', angle: 1800, y: 200 })
})

test('names, colours and letters', () => {
  expect(callName('both', document)).toBe('Both of us')
  expect(callName(1, { names: ['', ''] })).toBe('Green')
  expect([toneOf(0), toneOf(1), toneOf('both')]).toEqual(['blue', 'green', 'both'])
  expect(initials('Auntie B')).toBe('AB')
  expect(initials('👩🏾‍🦱 star')).toBe('👩🏾‍🦱S')
})
