import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addPerson, agreeWonder, movePerson, renamePerson, setMeeting, setNames, undo } from '../map/actions.ts'
import { letGo, putBack } from '../map/kept-actions.ts'
import { takeOutEverywhere } from '../map/removal-actions.ts'
import { addStep, setStepWho } from '../plan/actions.ts'
import { current } from './current.ts'
import { Chance, Device, Log, meet, startTogether } from './devices-for-tests.ts'

afterEach(() => {
  current.value = null
})

function pair(seed: number, members: readonly (0 | 1 | 'both')[] = ['both', 1]): { devices: Device[]; nan: string } {
  const devices = startTogether(seed, members)
  const [first] = devices
  if (first === undefined) throw new Error('no devices')
  const nan = String(first.do(() => addPerson({ name: 'Nan', kind: 'person', ring: 'close', angle: 900 })))
  meet(...devices)
  return { devices, nan }
}

function shownBy(device: Device) {
  return device.document.snapshot.peek()
}

function nameOn(device: Device): string {
  return shownBy(device).people[0]?.name ?? ''
}

// Yjs lets chance decide who wins: several seeds, so that both do.
describe.each([1, 2, 3, 4, 5, 6])('two write the same field, seed %i', (seed) => {
  test('both see the lost name beside the other, and one tap puts it back', () => {
    const { devices, nan } = pair(seed)
    const [tablet, phone] = devices as [Device, Device]
    tablet.do(() => renamePerson(nan, 'Nana'))
    phone.do(() => renamePerson(nan, 'Grandma'))
    meet(tablet, phone)
    const won = nameOn(tablet)
    const lost = won === 'Nana' ? 'Grandma' : 'Nana'
    for (const device of devices) {
      expect(nameOn(device)).toBe(won)
      expect(shownBy(device).kept).toMatchObject([
        { entity: `people/${nan}`, field: 'name', value: lost, by: lost === 'Nana' ? 'both' : 1 },
      ])
    }
    const [note] = shownBy(phone).kept
    expect(phone.do(() => putBack(note?.id ?? ''))).toBe('done')
    meet(tablet, phone)
    for (const device of devices) {
      expect(nameOn(device)).toBe(lost)
      expect(shownBy(device).kept).toEqual([])
    }
    expect(phone.do(undo)).toBe('undone')
    meet(tablet, phone)
    expect(nameOn(tablet)).toBe(won)
    expect(shownBy(tablet).kept).toMatchObject([{ value: lost }])
  })

  test('of three, both that lost are kept', () => {
    const { devices, nan } = pair(seed, ['both', 1, 0])
    const names = ['Nana', 'Grandma', 'Gran']
    for (const [i, device] of devices.entries()) device.do(() => renamePerson(nan, names[i] ?? ''))
    meet(...devices)
    const lost = names.filter((name) => name !== nameOn(devices[0] as Device)).sort()
    for (const device of devices) {
      expect(
        shownBy(device)
          .kept.map(({ value }) => value)
          .sort(),
      ).toEqual(lost)
    }
  })

  test('only the last word of each is kept, not what they replaced themselves', () => {
    const { devices, nan } = pair(seed)
    const [tablet, phone] = devices as [Device, Device]
    for (const name of ['a', 'b', 'Nana']) tablet.do(() => renamePerson(nan, name))
    for (const name of ['c', 'd', 'Grandma']) phone.do(() => renamePerson(nan, name))
    meet(tablet, phone)
    expect(shownBy(tablet).kept).toMatchObject([{ value: nameOn(tablet) === 'Nana' ? 'Grandma' : 'Nana' }])
    expect(shownBy(tablet).kept).toEqual(shownBy(phone).kept)
  })

  test('a fresh device that hears everything at once sees the same', () => {
    const log = new Log()
    const chance = new Chance(seed)
    const [tablet, phone] = [new Device(log, chance, 'both'), new Device(log, chance, 1)]
    const nan = String(tablet.do(() => addPerson({ name: 'Nan', kind: 'person' })))
    meet(tablet, phone)
    tablet.do(() => renamePerson(nan, 'Nana'))
    phone.do(() => renamePerson(nan, 'Grandma'))
    for (const device of [tablet, phone]) device.push()
    const fresh = new Device(log, chance, 0)
    meet(fresh, tablet, phone)
    expect(shownBy(fresh)).toEqual(shownBy(tablet))
    expect(shownBy(fresh).kept).toHaveLength(1)
    const later = new Device(log, chance, 0)
    const before = log.updates.length
    meet(later)
    expect(shownBy(later)).toEqual(shownBy(tablet))
    expect(log.updates.length).toBe(before)
  })

  test('one after the other, nothing is lost and nothing kept', () => {
    const { devices, nan } = pair(seed)
    const [tablet, phone] = devices as [Device, Device]
    tablet.do(() => renamePerson(nan, 'Nana'))
    meet(tablet, phone)
    phone.do(() => renamePerson(nan, 'Grandma'))
    meet(tablet, phone)
    expect(nameOn(tablet)).toBe('Grandma')
    expect(shownBy(tablet).kept).toEqual([])
  })

  test('the same word from both is no loss', () => {
    const { devices, nan } = pair(seed)
    const [tablet, phone] = devices as [Device, Device]
    for (const device of devices) device.do(() => renamePerson(nan, 'Nana'))
    meet(tablet, phone)
    expect(shownBy(tablet).kept).toEqual([])
  })

  test('let go stays gone on both', () => {
    const { devices, nan } = pair(seed)
    const [tablet, phone] = devices as [Device, Device]
    tablet.do(() => renamePerson(nan, 'Nana'))
    phone.do(() => renamePerson(nan, 'Grandma'))
    meet(tablet, phone)
    expect(tablet.do(() => letGo(shownBy(tablet).kept[0]?.id ?? ''))).toBe('done')
    meet(tablet, phone)
    expect(shownBy(phone).kept).toEqual([])
    expect(phone.do(() => letGo('gone'))).toEqual({ refused: 'gone' })
  })

  test('names of the two and the next meeting are fields like others', () => {
    const { devices } = pair(seed)
    const [tablet, phone] = devices as [Device, Device]
    tablet.do(() => setNames(['Ama', 'Jo']))
    phone.do(() => setNames(['Ama', 'Joanna']))
    tablet.do(() => setMeeting('Thursday at 2'))
    phone.do(() => setMeeting('Thursday at 3'))
    meet(tablet, phone)
    const fields = shownBy(phone).kept.map(({ entity, field }) => `${entity} ${field}`)
    expect(fields.sort()).toEqual(['meta meeting', 'meta name/1'])
    expect(shownBy(tablet)).toEqual(shownBy(phone))
  })

  test('a value with parts is kept whole', () => {
    const { devices } = pair(seed)
    const [tablet, phone] = devices as [Device, Device]
    const step = String(tablet.do(() => addStep({ what: 'Ask Sol' })))
    meet(tablet, phone)
    tablet.do(() => setStepWho(step, { kind: 'other', name: 'the coach' }))
    phone.do(() => setStepWho(step, { kind: 'member', member: 1 }))
    meet(tablet, phone)
    const who = shownBy(phone).steps[0]?.who
    const lost = who?.kind === 'other' ? { kind: 'member', member: 1 } : { kind: 'other', name: 'the coach' }
    expect(shownBy(tablet).kept).toMatchObject([{ field: 'who', value: lost }])
    tablet.do(() => putBack(shownBy(tablet).kept[0]?.id ?? ''))
    expect(shownBy(tablet).steps[0]?.who).toEqual(lost)
  })
})

describe('placing', () => {
  test('the owner’s stands, the other’s is a wonder: nothing is lost', () => {
    const { devices, nan } = pair(1)
    const [tablet, phone] = devices as [Device, Device]
    tablet.do(() => movePerson(nan, 'closest', 100))
    phone.do(() => movePerson(nan, 'life', 200))
    meet(tablet, phone)
    for (const device of devices) {
      expect(shownBy(device).kept).toEqual([])
      expect(shownBy(device).people[0]).toMatchObject({
        place: { ring: 'closest', angle: 100, by: 'both' },
        wonder: { ring: 'life', angle: 200, by: 1 },
      })
    }
    tablet.do(() => agreeWonder(nan))
    meet(tablet, phone)
    expect(shownBy(phone).people[0]).toMatchObject({ place: { ring: 'life', angle: 200, by: 'both' }, wonder: null })
  })

  test('two placings of the owner at once: one stands, the other can be put back', () => {
    const { devices, nan } = pair(3, ['both', 0])
    const [tablet, phone] = devices as [Device, Device]
    tablet.do(() => movePerson(nan, 'closest', 100))
    phone.do(() => movePerson(nan, 'life', 200))
    meet(tablet, phone)
    const lost = shownBy(tablet).people[0]?.place.ring === 'life' ? 'closest' : 'life'
    expect(shownBy(phone).kept).toMatchObject([{ field: 'place', value: { ring: lost } }])
    tablet.do(() => putBack(shownBy(tablet).kept[0]?.id ?? ''))
    expect(shownBy(tablet).people[0]?.place.ring).toBe(lost)
    expect(shownBy(tablet).kept).toEqual([])
  })
})

test('however many values are lost at once, each update that writes them down fits into a record', () => {
  const [tablet, phone] = startTogether(5, [0, 1]) as [Device, Device]
  const all = Array.from({ length: 240 }, (_, at) => tablet.do(() => addPerson({ name: `Nan ${at}`, kind: 'person' })))
  meet(tablet, phone)
  for (const id of all) {
    tablet.do(() => renamePerson(String(id), `Nana ${id}`))
    phone.do(() => renamePerson(String(id), `Grandma ${id}`))
  }
  const sizes: number[] = []
  for (const device of [tablet, phone]) device.document.onLocal((update) => sizes.push(update.length))
  meet(tablet, phone)
  for (const device of [tablet, phone]) expect(shownBy(device).kept).toHaveLength(all.length)
  expect(sizes.length).toBeGreaterThan(1)
  expect(Math.max(...sizes)).toBeLessThan(32 * 1024)
})

test('a value that somebody took away with nothing in its place is shown, and can be put back', () => {
  const { devices, nan } = pair(7)
  const [tablet] = devices as [Device, Device]
  const rogue = new Y.Doc()
  Y.applyUpdate(rogue, tablet.document.encodeState())
  const before = Y.encodeStateVector(rogue)
  const people = rogue.getMap('people')
  ;(people.get(nan) as Y.Map<unknown>).delete('name')
  tablet.document.applyRemote([Y.encodeStateAsUpdate(rogue, before)], true)
  tablet.document.caughtUp()
  expect(nameOn(tablet)).toBe('')
  expect(shownBy(tablet).kept).toMatchObject([{ entity: `people/${nan}`, field: 'name', value: 'Nan' }])
  const [note] = shownBy(tablet).kept
  expect(tablet.do(() => putBack(note?.id ?? ''))).toBe('done')
  expect(nameOn(tablet)).toBe('Nan')
})

test('whom the other takes out everywhere leaves nothing beside', () => {
  const { devices, nan } = pair(1, [0, 1])
  const [owner, helper] = devices as [Device, Device]
  expect(shownBy(helper).people[0]?.place.ring).toBe('close')
  helper.do(() => takeOutEverywhere(nan))
  meet(owner, helper)
  for (const device of devices) {
    expect(shownBy(device).people[0]?.place.ring).toBe('tray')
    expect(shownBy(device).kept).toEqual([])
  }
})
