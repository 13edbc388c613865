import { describe, expect, test } from 'vitest'
import type { Person } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { openForEach } from '../document/open-for-tests.ts'
import {
  addPerson,
  agreeWonder,
  archivePerson,
  bringBackPerson,
  declineWonder,
  moveCloser,
  moveFurther,
  movePerson,
  renamePerson,
  setFace,
  setRelation,
} from './actions.ts'

const open = openForEach()

function someone(id: string): Person {
  const person = open.shown.people.find((each) => each.id === id)
  if (person === undefined) throw new Error('nobody there')
  return person
}

describe('the owner, or both', () => {
  test('place someone where they say, or in the widest gap', () => {
    const nan = String(addPerson({ name: 'Nan', kind: 'person', ring: 'close', angle: -100 }))
    const sol = String(addPerson({ name: 'Sol', kind: 'person', ring: 'close' }))
    const coach = String(addPerson({ name: 'Coach', kind: 'person' }))
    expect(someone(nan).place).toEqual({ ring: 'close', angle: 3500, by: 'both' })
    expect(someone(sol).place).toEqual({ ring: 'close', angle: 1700, by: 'both' })
    expect(someone(coach).place).toEqual({ ring: 'tray', angle: 0, by: 'both' })
  })

  test('move someone ring by ring, out to the tray and back in', () => {
    const nan = String(addPerson({ name: 'Nan', kind: 'person', ring: 'close', angle: 900 }))
    const rings = [moveCloser, moveCloser, moveFurther, moveFurther, moveFurther, moveFurther, moveCloser].map(
      (move) => {
        move(nan)
        return someone(nan).place.ring
      },
    )
    expect(rings).toEqual(['closest', 'closest', 'close', 'life', 'tray', 'tray', 'life'])
    movePerson(nan, 'past', 0)
    moveCloser(nan)
    expect(someone(nan).place.ring).toBe('life')
  })
})

describe('the other partner', () => {
  test('wonders, until the owner agrees, moves or says no', () => {
    const nan = String(addPerson({ name: 'Nan', kind: 'person', ring: 'close', angle: 900 }))
    const answers = [agreeWonder, declineWonder, (id: string) => movePerson(id, 'closest', 5)]
    const placed = answers.map((answer, i) => {
      open.document.pen.value = 1
      movePerson(nan, 'life', 100 + i)
      expect(someone(nan).wonder).toMatchObject({ ring: 'life', angle: 100 + i, by: 1 })
      open.document.pen.value = 0
      answer(nan)
      expect(someone(nan).wonder).toBeNull()
      return someone(nan).place
    })
    expect(placed).toEqual([
      { ring: 'life', angle: 100, by: 0 },
      { ring: 'life', angle: 100, by: 0 },
      { ring: 'closest', angle: 5, by: 0 },
    ])
  })

  test('adds someone to the tray, with an idea of where', () => {
    open.document.pen.value = 1
    const sol = String(addPerson({ name: 'Sol', kind: 'person', ring: 'closest', angle: 30 }))
    expect(someone(sol)).toMatchObject({ place: { ring: 'tray' }, wonder: { ring: 'closest', angle: 30, by: 1 } })
    moveFurther(sol)
    expect(someone(sol).wonder).toMatchObject({ ring: 'close', angle: 30 })
  })

  test('stops wondering by moving someone back to where they stand', () => {
    const nan = String(addPerson({ name: 'Nan', kind: 'person', ring: 'close', angle: 900 }))
    open.document.pen.value = 1
    moveCloser(nan)
    expect(someone(nan).wonder).toMatchObject({ ring: 'closest', angle: 900 })
    moveFurther(nan)
    expect(someone(nan).wonder).toBeNull()
  })
})

describe('what cannot be', () => {
  test('is refused with a reason, and nothing changes', () => {
    const nan = String(addPerson({ name: 'Nan', kind: 'person' }))
    const before = open.shown
    expect(addPerson({ name: '  ', kind: 'person' })).toEqual({ refused: 'empty' })
    expect(renamePerson(nan, 'x'.repeat(201))).toEqual({ refused: 'too long' })
    expect(setRelation(nan, '👋'.repeat(201))).toEqual({ refused: 'too long' })
    expect(setRelation(nan, '')).toBe('done')
    expect(movePerson('nobody', 'close', 0)).toEqual({ refused: 'gone' })
    expect(open.shown).toBe(before)
    current.value = null
    expect(addPerson({ name: 'Sol', kind: 'person' })).toEqual({ refused: 'nothing open' })
    expect(renamePerson(nan, 'Nana')).toEqual({ refused: 'nothing open' })
  })

  test('half an emoji as a face is mended before it is stored', () => {
    const nan = String(addPerson({ name: 'Nan', kind: 'person' }))
    setFace(nan, '\ud83d')
    expect(someone(nan).face).toBe('\uFFFD')
  })
})

test('archived is not gone', () => {
  const nan = String(addPerson({ name: 'Nan', kind: 'person', ring: 'close', angle: 7 }))
  archivePerson(nan)
  expect(someone(nan)).toMatchObject({ archived: true, place: { ring: 'close', angle: 7 } })
  bringBackPerson(nan)
  expect(someone(nan).archived).toBe(false)
})
