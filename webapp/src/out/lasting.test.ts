import { expect, test } from 'vitest'
import type { By, Impression, Mark } from '../../../sync/document.ts'
import { type Device, meet, startTogether } from '../document/devices-for-tests.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson } from '../map/actions.ts'
import { setTogether } from '../map/detail-actions.ts'
import { addStep, setStepDone } from '../plan/actions.ts'
import { originOfSmaller, stepsFrom } from '../plan/steps-from.ts'
import { addOuting } from './actions.ts'
import { addOccasion, beginImpression, impressionsOf, setFelt, setMark } from './afterwards-actions.ts'
import { lastGoodThing, seeItDifferently, whoCouldCome } from './lasting.ts'
import { addWorry } from './support-actions.ts'
import { viewsOf } from './views.ts'

const open = openForEach()

test('the last good thing is what somebody liked last, else the last step that is done, else nothing', () => {
  expect(lastGoodThing(open.shown)).toBe('')
  setStepDone(String(addStep({ what: 'Ring Ana' })), 'done')
  expect(lastGoodThing(open.shown)).toBe('Ring Ana')
  for (const [what, day, felt] of [
    ['Swimming', '2026-11-02', 'loved'],
    ['The gym', '2026-11-09', 'not for me'],
    ['The park', '2025-06-01', 'ok'],
  ] as const) {
    const outing = String(addOuting(what))
    const occasion = String(addOccasion(outing, day))
    setFelt(String(beginImpression({ outing, occasion, by: 0 })), felt)
  }
  expect(lastGoodThing(open.shown)).toBe('Swimming')
})

test('somebody is named where the same word was written of what the two do', () => {
  const ana = String(addPerson({ name: 'Ana', kind: 'person' }))
  addPerson({ name: 'Bo', kind: 'person' })
  setTogether(ana, 'we went swimming as kids')
  addOuting('Swimming on Mondays')
  const [outing] = open.shown.outings
  if (outing === undefined) throw new Error('nothing planned')
  expect(whoCouldCome(outing, open.shown.people).map(({ name }) => name)).toEqual(['Ana'])
  setTogether(ana, 'we walk')
  expect(whoCouldCome(outing, open.shown.people)).toEqual([])
})

test('two marks that differ are seen, and one alone is not', () => {
  const outing = String(addOuting('Swimming'))
  const occasion = String(addOccasion(outing))
  const views = (): readonly Impression[] => open.shown.impressions
  setMark(String(beginImpression({ outing, occasion, by: 0 })), 'together')
  beginImpression({ outing, occasion, by: 1 })
  expect(seeItDifferently(views())).toBe(false)
  setMark(String(beginImpression({ outing, occasion, by: 1 })), 'on my own')
  expect(seeItDifferently(views())).toBe(true)
})

test('what one person began on two devices at once is there twice, and is no difference between two', () => {
  const [tablet, phone] = startTogether(1, ['both', 1]) as [Device, Device]
  const outing = String(tablet.do(() => addOuting('Swimming')))
  const occasion = String(tablet.do(() => addOccasion(outing)))
  meet(tablet, phone)
  const says = (device: Device, by: number, mark: Mark): void =>
    device.do(() => void setMark(String(beginImpression({ outing, occasion, by })), mark))
  says(tablet, 1, 'together')
  says(phone, 1, 'on my own')
  meet(tablet, phone)
  const { impressions } = tablet.document.snapshot.peek()
  const views = impressionsOf(impressions, { outing, occasion, by: 1 })
  expect(views.map(({ mark }) => mark).sort()).toEqual(['on my own', 'together'])
  expect(impressionsOf(impressions, { outing, occasion, by: 0 })).toEqual([])
  expect(seeItDifferently(views)).toBe(false)
  says(tablet, 0, 'half')
  expect(seeItDifferently(tablet.document.snapshot.peek().impressions)).toBe(true)
})

test('what somebody says of it is in their own hand, also where both hold the pen or the other does', () => {
  const outing = String(addOuting('Swimming'))
  const worry = String(addWorry({ outing, words: 'the crowd', by: 1 }))
  const hands: By[] = []
  open.document.onLocal((_, by) => hands.push(by))
  const words = open.document.textField('worries', worry, 'words', 1)
  for (const [pen, text] of [
    ['both', 'the crowd there'],
    [0, 'the crowd there, and'],
  ] as const) {
    open.document.pen.value = pen
    words.edit(text, text.length)
  }
  words.close()
  expect(hands).toEqual([1, 1])
  expect(open.shown.worries[0]?.words).toBe('the crowd there, and')
})

test('steps of something are those that came from it, and those they were made smaller into', () => {
  const big = String(addStep({ what: 'Go there', origin: 'barriers/b' }))
  const smaller = String(addStep({ what: 'Look it up', origin: `steps/${big}` }))
  addStep({ what: 'Something else', origin: 'barriers/c' })
  expect(stepsFrom('barriers/b', open.shown.steps).map(({ id }) => id)).toEqual([big, smaller])
})

test('a step is made smaller twice; what is smaller still stands beside that', () => {
  const add = (what: string, origin: string) => String(addStep({ what, origin }))
  const smaller = (id: string) => {
    const step = open.shown.steps.find((one) => one.id === id)
    return step === undefined ? '' : originOfSmaller(step, open.shown.steps)
  }
  const whole = add('Go there', 'barriers/b')
  const bit = add('Ring them', smaller(whole))
  const tiny = add('Find the number', smaller(bit))
  expect([smaller(whole), smaller(bit), smaller(tiny)]).toEqual([`steps/${whole}`, `steps/${bit}`, `steps/${bit}`])
  const beside = add('Charge the phone', smaller(tiny))
  expect(smaller(beside)).toBe(`steps/${bit}`)
  expect(stepsFrom('barriers/b', open.shown.steps)).toHaveLength(4)
  // Two hands may make a ring of them: it ends all the same.
  open.document.change('set step goal', (draft) => draft.set('steps', whole, 'origin', `steps/${bit}`))
  expect(smaller(tiny)).toBe(`steps/${bit}`)
})

test('a view keeps its name when another of the same person comes, before it or behind', () => {
  const { names } = open.shown
  const say = (id: string): Impression => ({
    ...{ id, outing: 'o', occasion: '', by: 0, size: '', felt: '', mark: '', words: '', next_time: '' },
    ...{ archived: false, copied: '', was: '' },
  })
  const held = new Map<string, string>()
  const named = (...ids: readonly string[]) =>
    viewsOf({ names, impressions: ids.map(say) }, 'o', '', held).flatMap(({ name, view, of }) =>
      of.by === 0 ? [[view?.id, name]] : [],
    )
  expect(named()).toEqual([[undefined, 'outings/o//0']])
  expect(named('m')).toEqual([['m', 'outings/o//0']])
  const all = [
    ['a', 'outings/o//0/a'],
    ['m', 'outings/o//0'],
    ['z', 'outings/o//0/z'],
  ]
  expect(named('a', 'm', 'z')).toEqual(all)
  expect(named('a', 'z')).toEqual([
    ['a', 'outings/o//0'],
    ['z', 'outings/o//0/z'],
  ])
})
