/** What one said one would do: gathered of each pair, true again whenever that is open, and let go of with it. */

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Errand, Round } from '../../../sync/document.ts'
import { NOW_MS, openForEach } from '../document/open-for-tests.ts'
import { OwnDocument } from '../document/own-document.ts'
import { addPerson, setMeeting, setNames } from '../map/actions.ts'
import { addStep, setStepDone, setStepWhen, setStepWho } from '../plan/actions.ts'
import { callByName, calledBy, gather, isLeftBy, letGo, standingRounds } from './actions.ts'
import { byDay } from './by-day.ts'

const open = openForEach()
let own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })

beforeEach(() => {
  own = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })
})
afterEach(() => own.close())

const beside = (place = 'aa00', label = 'Blue kettle', before = '') => ({
  place,
  before,
  label,
  via: `2/${label}`,
  document: open.shown,
})
const all = () => standingRounds(own.snapshot.peek())
const told = () => all().map((round) => [calledBy(round), round.errands.map(({ what }) => what), round.meeting])

function mine(what: string): string {
  const step = String(addStep({ what }))
  setStepWho(step, { kind: 'member', member: 1 })
  return step
}

test('open steps of the one who helps, alone or with the other, and when the two meet; under a name that is none', () => {
  setNames(['Sam', 'Jo'])
  setMeeting('Thursday at two')
  mine('Ring the pool')
  setStepWho(String(addStep({ what: 'Look at the bus' })), { kind: 'both' })
  setStepWho(String(addStep({ what: 'Pack a towel' })), { kind: 'member', member: 0 })
  addStep({ what: 'Ask somebody' })
  setStepDone(mine('Send the form'), 'done')
  gather(own, beside())
  expect(told()).toEqual([['Blue kettle', ['Ring the pool', 'Look at the bus'], 'Thursday at two']])
  expect(JSON.stringify(own.snapshot.peek())).not.toContain('Sam')
})

test('gathered again it is true again: what is done is gone, and its words are nowhere in what is kept', () => {
  const ring = mine('Ring the pool')
  mine('Send the form')
  gather(own, beside())
  setStepDone(ring, 'done')
  gather(own, beside())
  expect(told()).toEqual([['Blue kettle', ['Send the form'], '']])
  expect(own.snapshot.peek().rounds).toHaveLength(1)
  expect(new TextDecoder('latin1').decode(own.encodeState())).not.toContain('Ring the pool')
  expect(own.canUndo.peek()).toBeNull()
})

test('the same again is no change, and of a pair with nothing to do nothing is begun', () => {
  gather(own, beside())
  expect(own.snapshot.peek().rounds).toEqual([])
  mine('Ring the pool')
  gather(own, beside())
  const before = own.snapshot.peek()
  gather(own, beside())
  expect(own.snapshot.peek()).toBe(before)
})

test('whoever is named has initials, until their helper chooses to say who it is, and again when they do not', () => {
  setNames(['Sam', 'Jo'])
  addPerson({ name: 'Auntie Bea', kind: 'person' })
  addPerson({ name: 'Bea', kind: 'person' })
  addPerson({ name: 'Corner caf\u00e9', kind: 'place' })
  setMeeting('At Sam\u2019s, Thursday')
  mine('Ask Auntie Bea and Bea, not Beatrix, about the Corner caf\u00e9')
  gather(own, beside())
  const hidden = [
    'Blue kettle',
    ['Ask A. B. and B., not Beatrix, about the Corner caf\u00e9'],
    'At S.\u2019s, Thursday',
  ]
  expect(told()).toEqual([hidden])
  callByName(own, beside(), true)
  gather(own, beside())
  expect(told()).toEqual([
    ['Sam', ['Ask Auntie Bea and Bea, not Beatrix, about the Corner caf\u00e9'], 'At Sam\u2019s, Thursday'],
  ])
  callByName(own, beside(), false)
  expect(told()).toEqual([hidden])
  expect(new TextDecoder('latin1').decode(own.encodeState())).not.toContain('Sam')
})

test('a part of a name is a name too, whichever way it is written', () => {
  setNames(['sam lee', 'Jo'])
  addPerson({ name: 'Auntie Bea', kind: 'person' })
  addPerson({ name: 'Jo', kind: 'person' })
  mine('Ask Sam about Bea, and will Jo ring?')
  setMeeting('At Sam Lee\u2019s')
  gather(own, beside())
  expect(told()).toEqual([['Blue kettle', ['Ask S. about B., and will J. ring?'], 'At S. L.\u2019s']])
})

test('what was ended or left is let go of, words and all', () => {
  mine('Ring the pool')
  gather(own, beside())
  gather(own, beside('bb11', 'Red door'))
  letGo(own, ({ place }) => place === 'aa00')
  expect(told()).toEqual([['Red door', ['Ring the pool'], '']])
  letGo(own, () => true)
  expect(told()).toEqual([])
  expect(new TextDecoder('latin1').decode(own.encodeState())).not.toContain('Ring the pool')
})

test('whoever gathered it knows whether it goes on, and of a device that is gone nobody does', () => {
  const round = (via: string) => ({ via }) as Round
  const left = (via: string) => isLeftBy(round(via), 2, ['red', 'blue'], (device) => device !== 4)
  expect([left('2/red'), left('2/green'), left('3/green'), left('4/red'), left('')]).toEqual([
    false,
    true,
    false,
    true,
    false,
  ])
})

test('begun anew, it is the same one under the new place', () => {
  setNames(['Sam', 'Jo'])
  mine('Ring the pool')
  callByName(own, beside(), true)
  gather(own, beside('cc22', 'Green lamp', 'aa00'))
  expect(all()).toMatchObject([{ place: 'cc22', label: 'Green lamp', name: 'Sam' }])
})

test('two that two devices began at once are one', () => {
  mine('Ring the pool')
  const other = new OwnDocument({ now: () => NOW_MS, thisMember: 0 })
  gather(own, beside())
  gather(other, beside())
  own.applyRemote([other.encodeState()], true)
  expect(own.snapshot.peek().rounds).toHaveLength(2)
  expect(told()).toHaveLength(1)
  gather(own, beside())
  expect(own.snapshot.peek().rounds.filter(({ archived }) => !archived)).toHaveLength(1)
})

test('what two devices gathered at once leaves no words behind either, once it is let go of', () => {
  mine('Ring the pool')
  gather(own, beside())
  const other = new OwnDocument({ now: () => NOW_MS, thisMember: 0, state: own.encodeState() })
  setMeeting('At the harbour')
  gather(own, beside())
  setMeeting('At the library')
  gather(other, beside())
  own.applyRemote([other.encodeState()], true)
  own.caughtUp()
  letGo(own, () => true)
  expect(own.snapshot.peek().kept).toEqual([])
  const left = new TextDecoder('latin1').decode(own.encodeState())
  expect(['Ring the pool', 'harbour', 'library'].filter((words) => left.includes(words))).toEqual([])
})

test('by day, the nearest first, then next time, then no day; in the order of the pairs, and by nothing else', () => {
  const later = mine('Send the form')
  setStepWhen(later, { kind: 'day', day: '2026-12-04' })
  setStepWhen(mine('Ring the pool'), { kind: 'day', day: '2020-02-29' })
  setStepWhen(mine('Bring the map'), { kind: 'next' })
  mine('Think of the bus')
  gather(own, beside('bb11', 'Red door'))
  gather(own, beside())
  const whats = (errands: readonly { readonly errand: Errand; readonly round: Round }[]) =>
    errands.map(({ errand, round }) => `${calledBy(round)}: ${errand.what}`)
  expect(byDay(all()).map(({ key, errands }) => [key, whats(errands)])).toEqual([
    ['2020-02-29', ['Blue kettle: Ring the pool', 'Red door: Ring the pool']],
    ['2026-12-04', ['Blue kettle: Send the form', 'Red door: Send the form']],
    ['next', ['Blue kettle: Bring the map', 'Red door: Bring the map']],
    ['none', ['Blue kettle: Think of the bus', 'Red door: Think of the bus']],
  ])
})
