import { afterEach, expect, test } from 'vitest'
import { addPerson, undo } from '../map/actions.ts'
import { addGoal } from '../plan/actions.ts'
import { current } from './current.ts'
import { Chance, type Device, meet, startTogether } from './devices-for-tests.ts'
import type { TextField } from './text-field.ts'
import { countCodePoints } from './well-formed.ts'

const EMOJI_SEEDS = 500
const EMOJI = ['👋', '👍', '👩🏾', '🙂', '𝄞', 'a', ' ']

afterEach(() => {
  current.value = null
})

function goalOn(devices: readonly Device[], title: string): string {
  const id = String(devices[0]?.do(() => addGoal(title)))
  meet(...devices)
  return id
}

function titleOn(device: Device, id: string): TextField {
  return device.document.textField('goals', id, 'title')
}

function titlesAfterMeeting(devices: readonly Device[], id: string): string[] {
  meet(...devices)
  return devices.map((device) => titleOn(device, id).value.peek())
}

test(`${EMOJI_SEEDS} seeds of emoji written at once: no replica differs and none is split`, () => {
  for (let seed = 1; seed <= EMOJI_SEEDS; seed++) {
    const chance = new Chance(seed)
    const devices = startTogether(seed, ['both', 1, 0])
    const id = goalOn(devices, 'hi 👋👍')
    for (let turn = 0; turn < 15; turn++) {
      const device = chance.pick(devices)
      const field = titleOn(device, id)
      const letters = [...field.value.peek()]
      const at = chance.below(letters.length + 1)
      letters.splice(at, chance.below(3), ...Array.from({ length: chance.below(3) }, () => chance.pick(EMOJI)))
      // A caret that lies, even inside a pair, must do no harm.
      field.edit(letters.join(''), chance.below(letters.join('').length + 1))
      expect(field.value.peek(), `seed ${seed}`).toBe(letters.join(''))
      field.close()
      if (chance.next() < 0.2) device.do(undo)
      if (chance.next() < 0.3) device.push()
      if (chance.next() < 0.3) device.pull(chance.below(4))
    }
    const [first = '', ...others] = titlesAfterMeeting(devices, id)
    for (const other of others) expect(other, `seed ${seed}`).toBe(first)
    expect(/\p{Surrogate}|\uFFFD/u.test(first), `seed ${seed}: ${first}`).toBe(false)
  }
})

test('an emoji that turns into its neighbour is replaced whole', () => {
  const devices = startTogether(1, ['both', 1])
  const [tablet, phone] = devices as [Device, Device]
  const id = goalOn(devices, 'hi 👋')
  titleOn(tablet, id).edit('hi 👍', 5)
  titleOn(phone, id).edit('hi 👋!', 6)
  for (const title of titlesAfterMeeting(devices, id)) expect(title).toBe('hi 👍!')
})

test('half an emoji is never written', () => {
  const devices = startTogether(2, ['both'])
  const id = goalOn(devices, 'hi')
  const field = titleOn(devices[0] as Device, id)
  expect(field.edit('hi \ud83d', 4)).toBe('done')
  expect(field.value.peek()).toBe('hi \uFFFD')
})

test('letters typed at once in different places are all there, and the selection moves along', () => {
  const devices = startTogether(3, ['both', 1])
  const [tablet, phone] = devices as [Device, Device]
  const id = goalOn(devices, 'Paint with people')
  const mine = titleOn(tablet, id)
  const theirs = titleOn(phone, id)
  mine.edit('Paint with people again', 23)
  mine.select(11, 23)
  theirs.edit('👋 Paint with people', 3)
  meet(...devices)
  expect(mine.value.peek()).toBe('👋 Paint with people again')
  expect(theirs.value.peek()).toBe('👋 Paint with people again')
  expect(mine.selection.peek()).toEqual({ start: 14, end: 26 })
  expect(theirs.selection.peek()).toEqual({ start: 3, end: 3 })
})

test('what the other wrote while this input lagged behind stays', () => {
  const devices = startTogether(4, ['both', 1])
  const [tablet, phone] = devices as [Device, Device]
  const id = goalOn(devices, 'one three')
  const mine = titleOn(tablet, id)
  titleOn(phone, id).edit('one 2 three', 6)
  meet(...devices)
  expect(mine.edit('one three four', 14, 'one three')).toBe('done')
  expect(mine.value.peek()).toBe('one 2 three four')
  expect(mine.selection.peek()).toEqual({ start: 16, end: 16 })
  mine.edit('!', 1, 'one three four')
  expect(mine.value.peek()).toBe('!2 ')
})

test('20,000 pasted characters go in as updates that fit into records; one more is refused', () => {
  const devices = startTogether(5, ['both', 1])
  const [tablet, phone] = devices as [Device, Device]
  const id = goalOn(devices, 'x')
  const field = titleOn(tablet, id)
  const sizes: number[] = []
  const stop = tablet.document.onLocal((update) => sizes.push(update.length))
  const long = '👋'.repeat(19_999)
  expect(field.edit(`x${long}`, 1 + long.length)).toBe('done')
  expect(sizes).toHaveLength(3)
  expect(Math.max(...sizes)).toBeLessThan(40_000)
  expect(field.edit(`x${long}y`, 2 + long.length)).toEqual({ refused: 'too long' })
  expect(countCodePoints(field.value.peek())).toBe(20_000)
  expect(field.edit(long, 0)).toBe('done')
  stop()
  meet(...devices)
  expect(titleOn(phone, id).value.peek()).toBe(long)
  expect(tablet.do(undo)).toBe('undone')
  expect(field.value.peek()).toBe('x')
})

test('two who each stayed within the limit may exceed it together: reading never refuses', () => {
  const devices = startTogether(6, ['both', 1])
  const id = goalOn(devices, 'x')
  for (const device of devices) titleOn(device, id).edit(`x${'y'.repeat(15_000)}`, 15_001)
  const [first = '', second] = titlesAfterMeeting(devices, id)
  expect(first).toHaveLength(30_001)
  expect(second).toBe(first)
  const field = titleOn(devices[0] as Device, id)
  expect(field.edit(first.slice(0, 25_000), 25_000)).toBe('done')
  expect(field.edit(`${field.value.peek()}!`, 25_001)).toEqual({ refused: 'too long' })
})

test('a wish of 20,000 characters can be written in one go', () => {
  const devices = startTogether(7, ['both', 1])
  const id = goalOn(devices, '👋'.repeat(20_000))
  for (const title of titlesAfterMeeting(devices, id)) expect(countCodePoints(title)).toBe(20_000)
})

test('a text that is not there refuses kindly', () => {
  const [tablet] = startTogether(8, ['both']) as [Device]
  expect(tablet.document.textField('goals', 'nowhere', 'title').edit('a', 1)).toEqual({ refused: 'gone' })
})

test('a long text that was cut comes back by undo, in updates that each fit into a record', () => {
  const [tablet] = startTogether(3, ['both']) as [Device]
  const wish = String(tablet.do(() => addGoal('We')))
  const field = tablet.document.textField('goals', wish, 'title')
  const long = 'ਕ'.repeat(19_000)
  field.edit(long, long.length)
  tablet.do(() => addPerson({ name: 'Nan', kind: 'person' }))
  const sizes: number[] = []
  tablet.document.onLocal((update) => sizes.push(update.length))
  field.edit('', 0)
  for (let step = 0; step < 3 && field.value.value !== long; step++) expect(tablet.do(undo)).toBe('undone')
  expect(field.value.value).toBe(long)
  expect(Math.max(...sizes)).toBeLessThan(32 * 1024)
})
