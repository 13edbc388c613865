/** One puts away what another, without a signal, works on: whoever worked is told, and nobody else. */

import { afterEach, describe, expect, test } from 'vitest'
import type { By } from '../../../sync/document.ts'
import { agree, beginYardstick, setStart } from '../levels/actions.ts'
import { addPerson, archivePerson, bringBackPerson, movePerson, renamePerson, undo } from '../map/actions.ts'
import { letGo, putBack } from '../map/kept-actions.ts'
import { tie } from '../map/tie-actions.ts'
import { addGoal, addStep, archiveGoal, archiveStep, bringBackGoal } from '../plan/actions.ts'
import { isPutAway } from './away.ts'
import { current } from './current.ts'
import { Chance, Device, Log, meet, startTogether } from './devices-for-tests.ts'

afterEach(() => {
  current.value = null
})

function place(devices: readonly Device[]) {
  const [tablet] = devices as [Device]
  const ann = String(tablet.do(() => addPerson({ name: 'Ann', kind: 'person', ring: 'close' })))
  const bo = String(tablet.do(() => addPerson({ name: 'Bo', kind: 'person', ring: 'close' })))
  const goal = String(tablet.do(() => addGoal('Swim again')))
  const step = String(tablet.do(() => addStep({ what: 'Ask', goal })))
  meet(...devices)
  return { ann, bo, goal, step }
}

function pair(phoneOf: By = 0) {
  const devices = startTogether(7, ['both', phoneOf]) as [Device, Device]
  const [tablet, phone] = devices
  return { tablet, phone, ...place(devices) }
}

const told = (device: Device) =>
  device.document.snapshot
    .peek()
    .kept.filter(isPutAway)
    .map(({ entity, by, instead_by }) => [entity, by, instead_by])

const writes = (device: Device, entity: 'goals' | 'steps', id: string, words: string): void => {
  const text = device.document.textField(entity, id, entity === 'goals' ? 'title' : 'what')
  text.edit(words, words.length)
  text.close()
}

describe('put away here while somebody works on it there', () => {
  test.each(['tablet', 'phone'] as const)('it is told once, whoever is back first: the %s', (first) => {
    const { tablet, phone, ann } = pair()
    tablet.do(() => archivePerson(ann))
    phone.do(() => movePerson(ann, 'closest', 10))
    meet(...(first === 'tablet' ? [tablet, phone] : [phone, tablet]))
    for (const device of [tablet, phone]) expect(told(device)).toEqual([[`people/${ann}`, 0, 'both']])
    const [kept] = phone.document.snapshot.peek().kept
    expect(phone.do(() => putBack(kept?.id ?? ''))).toBe('done')
    meet(tablet, phone)
    for (const device of [tablet, phone]) {
      expect(told(device)).toEqual([])
      const person = device.document.snapshot.peek().people.find(({ id }) => id === ann)
      expect(person).toMatchObject({ archived: false, place: { ring: 'closest' } })
    }
  })

  test('brought back by anybody it goes by itself, and does not come again with the next time', () => {
    const { tablet, phone, ann } = pair()
    tablet.do(() => archivePerson(ann))
    phone.do(() => renamePerson(ann, 'Annie'))
    meet(tablet, phone)
    tablet.do(() => bringBackPerson(ann))
    meet(tablet, phone)
    expect(told(phone)).toEqual([])
    tablet.do(() => archivePerson(ann))
    meet(tablet, phone)
    expect(told(phone)).toEqual([])
    tablet.do(undo)
    tablet.do(undo)
    meet(tablet, phone)
    expect(told(phone)).toHaveLength(1)
  })

  test('left so, it is not told again', () => {
    const { tablet, phone, ann } = pair()
    tablet.do(() => archivePerson(ann))
    phone.do(() => renamePerson(ann, 'Annie'))
    meet(tablet, phone)
    phone.do(() => letGo(phone.document.snapshot.peek().kept[0]?.id ?? ''))
    meet(tablet, phone)
    expect(told(phone)).toEqual([])
  })

  test('a goal by what is written there, and by a step of it; a step; two people by their tie', () => {
    const { tablet, phone, ann, bo, goal, step } = pair()
    tablet.do(() => archiveGoal(goal))
    tablet.do(() => archivePerson(bo))
    writes(phone, 'steps', step, 'Ask the pool')
    phone.do(() => tie(ann, bo))
    meet(tablet, phone)
    expect(told(phone)).toEqual([
      [`goals/${goal}`, 0, 'both'],
      [`people/${bo}`, 0, 'both'],
    ])
    tablet.do(() => archiveStep(step))
    writes(phone, 'steps', step, 'Ask the pool in town')
    meet(phone, tablet)
    expect(told(phone)).toContainEqual([`steps/${step}`, 0, 'both'])
  })

  test('a goal by how the two would know, and by what they agree on', () => {
    const { tablet, phone, goal } = pair()
    const yardstick = String(tablet.do(() => beginYardstick(goal, 'twice a month')))
    meet(tablet, phone)
    tablet.do(() => archiveGoal(goal))
    phone.do(() => setStart(yardstick, 'less'))
    meet(tablet, phone)
    expect(told(phone)).toEqual([[`goals/${goal}`, 0, 'both']])
    tablet.do(() => bringBackGoal(goal))
    meet(tablet, phone)
    tablet.do(() => archiveGoal(goal))
    phone.do(() => agree(yardstick))
    meet(phone, tablet)
    for (const device of [tablet, phone]) expect(told(device)).toEqual([[`goals/${goal}`, 0, 'both']])
  })

  test('not where it was known, nor where both put it away, nor for the same hand', () => {
    const { tablet, phone, ann, bo } = pair()
    phone.do(() => movePerson(ann, 'closest', 10))
    meet(tablet, phone)
    tablet.do(() => archivePerson(ann))
    meet(tablet, phone)
    phone.do(() => renamePerson(ann, 'Annie'))
    for (const device of [tablet, phone]) device.do(() => archivePerson(bo))
    phone.do(() => renamePerson(bo, 'Beau'))
    meet(tablet, phone)
    expect(told(phone)).toEqual([])
    const same = pair('both')
    same.tablet.do(() => archivePerson(same.ann))
    same.phone.do(() => renamePerson(same.ann, 'Annie'))
    meet(same.tablet, same.phone)
    expect(told(same.phone)).toEqual([])
  })
})

/** One thing that somebody did, and what had been done of which they knew. */
interface Deed {
  readonly thing: string
  readonly isAway: boolean
  readonly by: By
  readonly knew: ReadonlySet<Deed>
}

// In whatever order three devices write, send and receive: those are told who worked on what they could not know was away.
test.each(Array.from({ length: 150 }, (_, seed) => seed))('exactly what neither knew of the other, seed %i', (seed) => {
  const chance = new Chance(seed)
  const log = new Log()
  const hands: readonly By[] = ['both', 0, 1]
  const devices = hands.map((hand) => new Device(log, chance, hand))
  const { ann, bo, goal, step } = place(devices)
  const knows = devices.map(() => new Set<Deed>())
  const waiting: Deed[][] = devices.map(() => [])
  const sent: Deed[] = []
  const done: Deed[] = []
  const isAway = (thing: string): boolean => done.some((deed) => deed.isAway && deed.thing === thing)
  const does = (place: number, things: readonly string[], away: boolean): void => {
    for (const thing of things) {
      const deed = { thing, isAway: away, by: hands[place] ?? 'both', knew: new Set(knows[place]) }
      done.push(deed)
      waiting[place]?.push(deed)
      knows[place]?.add(deed)
    }
  }
  for (let turn = 0; turn < 40; turn++) {
    const place = chance.below(devices.length)
    const device = devices[place] as Device
    const who = chance.pick([ann, bo])
    switch (chance.below(7)) {
      case 0:
        device.push()
        sent.push(...(waiting[place]?.splice(0) ?? []))
        break
      case 1:
        device.pull()
        for (const deed of sent) knows[place]?.add(deed)
        break
      case 2:
        device.do(() => renamePerson(who, `N${turn}`))
        does(place, [`people/${who}`], false)
        break
      case 3:
        device.do(() => movePerson(who, 'life', turn))
        does(place, [`people/${who}`], false)
        break
      case 4:
        writes(device, 'steps', step, `S${turn}`)
        does(place, [`steps/${step}`, `goals/${goal}`], false)
        break
      case 5:
        if (isAway(`people/${who}`)) break
        device.do(() => archivePerson(who))
        does(place, [`people/${who}`], true)
        break
      case 6:
        if (isAway(`goals/${goal}`)) break
        device.do(() => archiveGoal(goal))
        does(place, [`goals/${goal}`], true)
        break
    }
  }
  meet(...devices)
  const expected = new Set(
    done.flatMap((away) =>
      done
        .filter((work) => away.isAway && !work.isAway && work.thing === away.thing && work.by !== away.by)
        .filter((work) => !work.knew.has(away) && !away.knew.has(work))
        .map((work) => `${work.thing} ${work.by}`),
    ),
  )
  for (const device of devices) expect(new Set(told(device).map(([thing, by]) => `${thing} ${by}`))).toEqual(expected)
})
