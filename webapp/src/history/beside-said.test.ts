import { afterEach, expect, test } from 'vitest'
import { addBarrier, archiveBarrier, setBarrierKind, setBarrierSide, setBarrierState } from '../barriers/actions.ts'
import { addDisclosure, sayNo, sayYes, setTellTo, takeYesBack } from '../barriers/telling-actions.ts'
import { current } from '../document/current.ts'
import { History, type Logged } from '../document/history.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { agree, beginYardstick, keepAim, setDifficulty, setImportance, setStart } from '../levels/actions.ts'
import { setNames } from '../map/actions.ts'
import {
  addOuting,
  goOn,
  rest,
  restOuting,
  sayNoThanks,
  setOutingLine,
  setOutingWhen,
  takeOutingUp,
} from '../out/actions.ts'
import { addNeed, addOccasion, beginImpression, setCompany, setFelt } from '../out/afterwards-actions.ts'
import { addSupport, addWorry, setSupportAsked, setSupportWho } from '../out/support-actions.ts'
import { addGoal } from '../plan/actions.ts'
import { answer } from '../talk/actions.ts'
import { sentences } from './said.ts'

afterEach(() => {
  current.value = null
})

function begin() {
  const document = new SharedDocument({ now: () => Date.UTC(2026, 10, 23, 12) })
  const log: Logged[] = []
  document.onLocal((update, by) => log.push({ update, by, at: log.length, device: 0, shared: true }))
  current.value = document
  setNames(['Sam', 'Jo'])
  document.pen.value = 0
  const first = log.length
  return async () => (await new History(log).moments(first, log.length)).flatMap(sentences)
}

test('what is in the way, and what may be told, in plain words', async () => {
  const told = begin()
  const bus = String(addBarrier({ words: 'the bus', side: 'elsewhere', by: 0 }))
  setBarrierKind(bus, 'getting in')
  setBarrierSide(bus, 'service')
  setBarrierState(bus, 'worked around')
  archiveBarrier(bus)
  const early = String(addDisclosure({ words: 'that I leave early', to: '' }))
  setTellTo(early, 'the tutor')
  sayYes(early)
  takeYesBack(early)
  sayNo(early)
  expect(await told()).toEqual([
    'Sam wrote what is in the way: “the bus”',
    'Sam wrote about the bus. What kind: Getting there or getting in',
    'Sam wrote about the bus. Where it is: The service',
    'Sam wrote about the bus. How it is: We got round it',
    'Sam put “the bus” away',
    'Sam wrote what may be told: “that I leave early”',
    'Sam wrote about that I leave early. To whom: the tutor',
    'Sam said yes to “that I leave early”',
    'Sam took the yes back: “that I leave early”',
    'Sam said no to “that I leave early”',
  ])
})

test('going out, in plain words', async () => {
  const told = begin()
  const outing = String(addOuting('Swimming'))
  setOutingLine(outing, 'where', 'the baths')
  setOutingWhen(outing, { kind: 'next' })
  const support = String(addSupport({ outing, kind: 'lift' }))
  setSupportWho(support, { kind: 'other', name: 'Bea' })
  setSupportAsked(support, 'yes')
  addWorry({ outing, words: 'the noise', by: 0 })
  const occasion = String(addOccasion(outing, '2026-11-16'))
  setCompany(occasion, 'on my own')
  setFelt(String(beginImpression({ outing, occasion, by: 0 })), 'loved')
  addNeed({ kind: 'about me', words: 'no meat', by: 0 })
  restOuting(outing)
  sayNoThanks(outing)
  takeOutingUp(outing)
  rest()
  goOn()
  expect(await told()).toEqual([
    'Sam wrote an outing: “Swimming”',
    'Sam wrote about Swimming. Where: the baths',
    'Sam wrote about Swimming. When: Next time we meet',
    'Sam wrote what would help: Give me a lift',
    'Sam wrote about Give me a lift. Who: Bea',
    'Sam wrote about Give me a lift. Asked: Said yes',
    'Sam wrote a worry: “the noise”',
    'Sam noted a time out: “Swimming”',
    'Sam wrote about Swimming. Who went: On my own',
    'Sam said something of their own about “Swimming”',
    'Sam wrote about Swimming. How it was: Loved it',
    'Sam wrote what is good to know: no meat',
    'Sam wrote about Swimming. How it is: Having a rest',
    'Sam wrote about Swimming. How it is: No thanks',
    'Sam wrote about Swimming. How it is: Planned',
    'Sam said: we are having a rest',
    'Sam said: we go on',
  ])
})

test('how far a goal has come, in plain words', async () => {
  const told = begin()
  const yardstick = String(beginYardstick(String(addGoal('Swim')), 'twice a month'))
  setStart(yardstick, 'less')
  setImportance(yardstick, 'most')
  setDifficulty(yardstick, 'some')
  setDifficulty(yardstick, '')
  const first = String(agree(yardstick))
  setStart(yardstick, 'expected')
  const second = String(agree(yardstick))
  keepAim(first)
  answer({ question: 'level', said: 'a bit better', by: 0, beside: `aims/${second}` })
  expect(await told()).toEqual([
    'Sam wrote the goal “Swim”',
    'Sam wrote how you would know: “twice a month”',
    'Sam wrote about twice a month. Where it is now: A bit less than that',
    'Sam wrote about twice a month. How much it matters: More than most things',
    'Sam wrote about twice a month. How hard it is: A bit hard',
    'Sam took something out about twice a month: How hard it is',
    'Sam noted what you agree on: “twice a month”',
    'Sam wrote about twice a month. Where it is now: It is so already: keep it going',
    'Sam set earlier words aside: “twice a month”',
    'Sam noted what you agree on: “twice a month”',
    'Sam took earlier words up again: “twice a month”',
    'Sam set earlier words aside: “twice a month”',
    'Sam answered “How far has it come?” A bit better',
  ])
})
