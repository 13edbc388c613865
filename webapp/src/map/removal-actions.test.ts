import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { addGoal, addStep, linkPerson, setStepWho } from '../plan/actions.ts'
import { addSaying, archiveSaying, placeThought } from '../talk/actions.ts'
import { addPerson, movePerson, setRelation, undo } from './actions.ts'
import { setContext, setPhone, setTogether } from './detail-actions.ts'
import { linkHelper } from './help-actions.ts'
import { takePicture } from './picture-actions.ts'
import { takeOutEverywhere } from './removal-actions.ts'
import { tie } from './tie-actions.ts'

const open = openForEach()

function everywhere(): { readonly ann: string; readonly bo: string } {
  const ann = String(addPerson({ name: 'Ann Unique', kind: 'person', ring: 'close', face: '👩', question: 'laugh' }))
  const bo = String(addPerson({ name: 'Bo', kind: 'person', ring: 'close' }))
  setRelation(ann, 'my unique cousin')
  setTogether(ann, 'unique walks')
  setPhone(ann, '0113 496 0000')
  setContext(ann, 'family', true)
  tie(ann, bo)
  linkHelper('lift', ann, true)
  linkHelper('lift', bo, true)
  const goal = String(addGoal('Swim'))
  const step = String(addStep({ goal, what: 'Ask' }))
  for (const person of [ann, bo]) linkPerson('goals', goal, person, true)
  linkPerson('steps', step, ann, true)
  setStepWho(step, { kind: 'person', id: ann })
  takePicture('Spring')
  return { ann, bo }
}

test('someone taken out everywhere is nowhere, and everybody else is where they were', () => {
  const { ann, bo } = everywhere()
  expect(takeOutEverywhere(ann)).toBe('done')
  const { people, ties, help, pictures, goals, steps } = open.shown
  const said = JSON.stringify(open.shown)
  for (const word of ['nique', '0113', '👩', 'laugh', 'family']) expect(said).not.toContain(word)
  expect(people.find(({ id }) => id === ann)).toMatchObject({ name: '', archived: true, place: { ring: 'tray' } })
  expect(ties).toEqual([])
  expect(help[0]?.people).toEqual([bo])
  expect(pictures[0]?.rows.map(({ id }) => id)).toEqual([bo])
  expect(goals[0]?.people).toEqual([bo])
  expect(steps[0]).toMatchObject({ people: [], who: { kind: 'unknown' } })
  expect(people.find(({ id }) => id === bo)).toMatchObject({ name: 'Bo', archived: false })
})

test('it is one step, and undo brings all of it back', () => {
  const { ann } = everywhere()
  const before = open.shown
  takeOutEverywhere(ann)
  expect(undo()).toBe('undone')
  expect(open.shown).toEqual(before)
  expect(takeOutEverywhere('nobody')).toEqual({ refused: 'gone' })
})

test('what the other wondered about them goes as well', () => {
  const { ann } = everywhere()
  open.document.pen.value = 1
  movePerson(ann, 'closest', 0)
  takeOutEverywhere(ann)
  expect(open.shown.people.find(({ id }) => id === ann)?.wonder).toBeNull()
})

test('the first thought that somebody came from names them no more, and others stay', () => {
  const [thought, other] = ['Auntie Unique', 'Cy'].map((words) => String(addSaying({ words, kind: 'thought', by: 0 })))
  archiveSaying(other ?? '')
  const person = String(placeThought(thought ?? ''))
  open.document.pen.value = 1
  expect(takeOutEverywhere(person)).toBe('done')
  expect(JSON.stringify(open.shown)).not.toContain('Unique')
  expect(new TextDecoder('latin1').decode(open.document.encodeState())).not.toContain('Unique')
  expect(open.shown.sayings.map(({ words, beside, archived }) => [words, beside, archived])).toEqual([
    ['', '', true],
    ['Cy', '', true],
  ])
})
