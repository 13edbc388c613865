import { afterEach, describe, expect, test } from 'vitest'
import { addDisclosure, sayNo, sayYes, standingOf } from '../barriers/telling-actions.ts'
import { beginYardstick, setImportance } from '../levels/actions.ts'
import {
  addPerson,
  agreeWonder,
  declineWonder,
  movePerson,
  renamePerson,
  setDied,
  setMeeting,
  setRelation,
  undo,
} from '../map/actions.ts'
import { addGoal, addStep, declineGoal, linkPerson, setStepDone } from '../plan/actions.ts'
import { addSaying, showInPlan } from '../talk/actions.ts'
import { current } from './current.ts'
import { type Device, meet, startTogether } from './devices-for-tests.ts'

afterEach(() => {
  current.value = null
})

function pair(members: readonly (0 | 1 | 'both')[] = ['both', 1]): { tablet: Device; phone: Device; nan: string } {
  const [tablet, phone] = startTogether(7, members) as [Device, Device]
  const nan = String(tablet.do(() => addPerson({ name: 'Nan', kind: 'person', ring: 'close', angle: 10 })))
  meet(tablet, phone)
  return { tablet, phone, nan }
}

function shownBy(device: Device) {
  return device.document.snapshot.peek()
}

test('steps are taken back one by one, the last first', () => {
  const { tablet, nan } = pair()
  tablet.do(() => {
    renamePerson(nan, 'Nana')
    renamePerson(nan, 'Grandma')
    setRelation(nan, 'my mum’s mum')
    setMeeting('Thursday')
  })
  expect(tablet.document.canUndo.value).toMatchObject({ what: 'set meeting', by: 'both' })
  const seen = () => [shownBy(tablet).people[0]?.name, shownBy(tablet).people[0]?.relation, shownBy(tablet).meeting]
  expect(tablet.do(undo)).toBe('undone')
  expect(seen()).toEqual(['Grandma', 'my mum’s mum', ''])
  tablet.do(undo)
  tablet.do(undo)
  expect(seen()).toEqual(['Nana', '', ''])
  tablet.do(undo)
  expect(seen()).toEqual(['Nan', '', ''])
  expect(tablet.do(undo)).toBe('undone')
  expect(shownBy(tablet).people[0]).toMatchObject({ name: 'Nan', archived: true })
  expect(tablet.document.canUndo.value).toBeNull()
  expect(tablet.do(undo)).toBe('nothing to undo')
})

test('a step is left alone when the other has changed the same thing since, and the one before can still be undone', () => {
  const { tablet, phone, nan } = pair()
  tablet.do(() => setDied(nan, true))
  tablet.do(() => renamePerson(nan, 'Nana'))
  meet(tablet, phone)
  phone.do(() => renamePerson(nan, 'Grandma'))
  meet(tablet, phone)
  expect(tablet.do(undo)).toEqual({ changedSince: 1 })
  expect(shownBy(tablet).people[0]?.name).toBe('Grandma')
  expect(tablet.do(undo)).toBe('undone')
  expect(shownBy(tablet).people[0]).toMatchObject({ name: 'Grandma', died: false })
})

test('what the other does elsewhere is no hindrance and stays', () => {
  const { tablet, phone, nan } = pair()
  tablet.do(() => renamePerson(nan, 'Nana'))
  phone.do(() => setRelation(nan, 'her gran'))
  meet(tablet, phone)
  expect(tablet.do(undo)).toBe('undone')
  meet(tablet, phone)
  expect(shownBy(phone).people[0]).toMatchObject({ name: 'Nan', relation: 'her gran' })
})

test('someone new is archived again, never deleted, and not at all once the other has written there', () => {
  const { tablet, phone } = pair()
  const sol = String(tablet.do(() => addPerson({ name: 'Sol', kind: 'person' })))
  const dev = String(tablet.do(() => addPerson({ name: 'Dev', kind: 'person' })))
  meet(tablet, phone)
  phone.do(() => movePerson(dev, 'close', 3))
  meet(tablet, phone)
  expect(tablet.do(undo)).toEqual({ changedSince: 1 })
  expect(tablet.do(undo)).toBe('undone')
  meet(tablet, phone)
  const archived = (id: string) => shownBy(phone).people.find((person) => person.id === id)?.archived
  expect([archived(sol), archived(dev)]).toEqual([true, false])
})

test('a wish that the other has written in is not taken back', () => {
  const { tablet, phone } = pair()
  const goal = String(tablet.do(() => addGoal('Paint')))
  meet(tablet, phone)
  phone.document.textField('goals', goal, 'title').edit('Paint again', 11)
  meet(tablet, phone)
  expect(tablet.do(undo)).toEqual({ changedSince: 'both' })
  expect(shownBy(tablet).goals[0]).toMatchObject({ title: 'Paint again', archived: false })
})

test('undo is the pen’s own: it passes over what another hand did here', () => {
  const { tablet, nan } = pair()
  tablet.document.pen.value = 0
  tablet.do(() => renamePerson(nan, 'Nana'))
  tablet.document.pen.value = 1
  tablet.do(() => setRelation(nan, 'gran'))
  tablet.document.pen.value = 0
  expect(tablet.document.canUndo.value).toMatchObject({ what: 'rename person', by: 0 })
  expect(tablet.do(undo)).toBe('undone')
  expect(shownBy(tablet).people[0]).toMatchObject({ name: 'Nan', relation: 'gran' })
  expect(tablet.do(undo)).toBe('nothing to undo')
})

test('agreeing and declining can be taken back: the question is there again', () => {
  const { tablet, phone, nan } = pair()
  phone.do(() => movePerson(nan, 'life', 77))
  meet(tablet, phone)
  for (const answer of [agreeWonder, declineWonder]) {
    tablet.do(() => answer(nan))
    expect(shownBy(tablet).people[0]?.wonder).toBeNull()
    expect(tablet.do(undo)).toBe('undone')
    expect(shownBy(tablet).people[0]).toMatchObject({
      place: { ring: 'close', angle: 10 },
      wonder: { ring: 'life', angle: 77, by: 1 },
    })
  }
  meet(tablet, phone)
  expect(phone.do(undo)).toBe('undone')
  meet(tablet, phone)
  expect(shownBy(tablet).people[0]?.wonder).toBeNull()
})

test('writing is taken back stretch by stretch, in its turn, and the other’s letters stay', () => {
  const { tablet, phone, nan } = pair()
  const goal = String(tablet.do(() => addGoal('Paint')))
  const step = String(tablet.do(() => addStep({ goal, what: 'Ask Sol' })))
  meet(tablet, phone)
  const what = tablet.document.textField('steps', step, 'what')
  for (const words of ['Ask Sol t', 'Ask Sol to', 'Ask Sol to come']) what.edit(words, words.length)
  tablet.do(() => linkPerson('steps', step, nan, true))
  what.edit('Ask Sol to come along', 21)
  meet(tablet, phone)
  phone.document.textField('steps', step, 'what').edit('Please: Ask Sol to come along', 8)
  meet(tablet, phone)
  const taken = () => [tablet.do(undo), what.value.peek(), shownBy(tablet).steps[0]?.people.length]
  expect(tablet.document.canUndo.value?.what).toBe('write')
  expect(taken()).toEqual(['undone', 'Please: Ask Sol to come', 1])
  expect(taken()).toEqual(['undone', 'Please: Ask Sol to come', 0])
  expect(taken()).toEqual(['undone', 'Please: Ask Sol', 0])
  meet(tablet, phone)
  expect(shownBy(phone).steps).toEqual(shownBy(tablet).steps)
})

test('letters that the other has already taken out leave nothing to undo, and the steps before stay undoable', () => {
  const { tablet, phone } = pair()
  const step = String(tablet.do(() => addStep({ what: 'Ask' })))
  tablet.do(() => setStepDone(step, 'done'))
  tablet.document.textField('steps', step, 'went').edit('loud', 4)
  meet(tablet, phone)
  phone.document.textField('steps', step, 'went').edit('', 0)
  meet(tablet, phone)
  expect(tablet.do(undo)).toBe('nothing to undo')
  expect(tablet.document.canUndo.value?.what).toBe('set step done')
  expect(tablet.do(undo)).toBe('undone')
  expect(shownBy(tablet).steps[0]).toMatchObject({ done: 'open', went: '' })
})

test('in one text each hand takes back its own words, whatever the other wrote since', () => {
  const { tablet } = pair()
  const wish = String(tablet.do(() => addGoal('We')))
  const field = tablet.document.textField('goals', wish, 'title')
  tablet.document.pen.value = 0
  field.edit('We walk', 7)
  tablet.document.pen.value = 1
  field.edit('We walk and swim', 16)
  tablet.document.pen.value = 0
  expect(tablet.do(undo)).toBe('undone')
  expect(field.value.value).toBe('We and swim')
  tablet.document.pen.value = 1
  expect(tablet.do(undo)).toBe('undone')
  expect(field.value.value).toBe('We')
})

describe('what stood there in a hand that may not give it is no answer, and none once a later one is taken back', () => {
  const yes = { kind: 'yes', words: 'that I may leave', to: 'the tutor', until: '' }

  test('a yes to what may be told', () => {
    const { tablet } = pair()
    const id = String(tablet.do(() => addDisclosure({ words: yes.words, to: yes.to })))
    const standing = () => shownBy(tablet).disclosures.map((one) => standingOf(one, '2026-11-23'))
    tablet.document.change('copy', (draft) => draft.write(`disclosures/${id}`, 'consent', yes), 'both')
    tablet.do(() => sayNo(id))
    expect(standing()).toEqual(['no'])
    expect(tablet.do(undo)).toBe('undone')
    expect(standing()).toEqual(['open'])
    tablet.do(() => sayYes(id))
    tablet.document.pen.value = 0
    tablet.do(() => sayNo(id))
    expect(tablet.do(undo)).toBe('undone')
    expect(standing()).toEqual(['yes'])
  })

  test('how much a goal matters to the owner', () => {
    const { tablet } = pair()
    const goal = String(tablet.do(() => addGoal('Paint')))
    const id = String(tablet.do(() => beginYardstick(goal, 'a picture')))
    const importance = () => shownBy(tablet).yardsticks[0]?.importance
    tablet.do(() => setImportance(id, 'most'))
    tablet.do(() => setImportance(id, 'none'))
    expect(importance()).toBe('none')
    expect(tablet.do(undo)).toBe('undone')
    expect(importance()).toBe('')
    tablet.document.pen.value = 0
    tablet.do(() => setImportance(id, 'some'))
    tablet.do(() => setImportance(id, 'none'))
    expect(tablet.do(undo)).toBe('undone')
    expect(importance()).toBe('some')
  })

  test('a goal that was taken, and a worry that was shown', () => {
    const { tablet } = pair()
    const goal = String(tablet.do(() => addGoal('Paint')))
    tablet.document.change('copy', (draft) => draft.write(`goals/${goal}`, 'taken', 'yes'), 1)
    tablet.do(() => declineGoal(goal))
    expect(shownBy(tablet).goals[0]?.taken).toBe('no')
    expect(tablet.do(undo)).toBe('undone')
    expect(shownBy(tablet).goals[0]?.taken).toBe('')

    const worry = String(tablet.do(() => addSaying({ words: 'the bus', kind: 'worry', by: 0 })))
    tablet.document.change('copy', (draft) => draft.write(`sayings/${worry}`, 'shown', true), 1)
    const shown = () => shownBy(tablet).sayings[0]?.shown
    expect(shown()).toBe(false)
    expect(tablet.do(() => showInPlan(worry, true))).toBe('done')
    expect(shown()).toBe(true)
    expect(tablet.do(undo)).toBe('undone')
    expect(shown()).toBe(false)
  })
})
