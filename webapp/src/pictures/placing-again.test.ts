import { expect, test } from 'vitest'
import { openForEach } from '../document/open-for-tests.ts'
import { addPerson, archivePerson, movePerson, undo } from '../map/actions.ts'
import { placeAgain } from './placing-again.ts'

const open = openForEach()

test('whoever was put away since is brought back where the picture has them, and one undo takes it back', () => {
  const ann = String(addPerson({ name: 'Ann', kind: 'person', ring: 'close', angle: 900 }))
  movePerson(ann, 'tray', 0)
  archivePerson(ann)
  expect(placeAgain({ id: ann, ring: 'close', angle: 900 })).toBe('done')
  expect(open.shown.people[0]).toMatchObject({ archived: false, place: { ring: 'close', angle: 900 } })
  undo()
  expect(open.shown.people[0]).toMatchObject({ archived: true, place: { ring: 'tray' } })
})

test('the hand of whoever does not place people wonders', () => {
  const ann = String(addPerson({ name: 'Ann', kind: 'person' }))
  open.document.pen.value = 1
  placeAgain({ id: ann, ring: 'close', angle: 900 })
  expect(open.shown.people[0]).toMatchObject({ place: { ring: 'tray' }, wonder: { ring: 'close', by: 1 } })
  expect(placeAgain({ id: 'nobody', ring: 'close', angle: 0 })).toEqual({ refused: 'gone' })
})
