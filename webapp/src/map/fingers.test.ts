import { expect, test } from 'vitest'
import { Fingers, type Press } from './fingers.ts'
import { Moves } from './move.ts'

const at = (x: number, y: number) => ({ x, y })

function hands() {
  const moves = new Moves()
  const fingers = new Fingers(moves)
  const press = (pointer: number, person: string | null, more: Partial<Press> = {}) =>
    fingers.press({ pointer, person, at: at(0, 0), at_ms: 0, side: 'one', ...more })
  return { moves, fingers, press }
}

test('two fingers far apart carry two people, each its own', () => {
  const { fingers, press } = hands()
  press(1, 'nan')
  press(2, 'sol', { at: at(500, 0) })
  expect(fingers.move(1, at(0, 60))).toBeNull()
  expect(fingers.move(2, at(500, 90))).toBeNull()
  expect(fingers.release(2, at(500, 90))).toMatchObject({ kind: 'drop', drag: { person: 'sol', at: at(500, 90) } })
  expect(fingers.release(1, at(0, 60))).toMatchObject({ kind: 'drop', drag: { person: 'nan', at: at(0, 60) } })
})

test('two fingers of one hand that come down on two people pinch, and move no one', () => {
  const { moves, fingers, press } = hands()
  press(1, 'nan', { at: at(100, 0) })
  press(2, 'sol', { at: at(200, 0), at_ms: 40 })
  expect(moves.all.value.size).toBe(0)
  expect(fingers.isPinching).toBe(true)
  expect(fingers.move(2, at(300, 0))).toEqual({ from: at(150, 0), to: at(200, 0), by: 2 })
  expect(fingers.release(1, at(100, 0))).toBeNull()
  expect(fingers.release(2, at(300, 0))).toBeNull()
  expect(fingers.isPinching).toBe(false)
})

test('a pinch that begins on somebody and ends on the ground lets go of them', () => {
  const { moves, fingers, press } = hands()
  press(1, 'nan', { at: at(100, 0) })
  press(2, null, { at: at(200, 0), at_ms: 250 })
  fingers.move(1, at(50, 0))
  expect(moves.all.value.size).toBe(0)
  expect(fingers.release(1, at(50, 0))).toBeNull()
})

test('who is already on the way goes on, and the ground stays still under them', () => {
  const { fingers, press } = hands()
  press(1, 'nan')
  fingers.move(1, at(30, 0))
  press(2, null, { at: at(100, 0), at_ms: 60 })
  expect(fingers.move(2, at(100, 80))).toBeNull()
  expect(fingers.release(2, at(100, 80))).toBeNull()
  expect(fingers.release(1, at(40, 0))).toMatchObject({ kind: 'drop', drag: { person: 'nan' } })
})

test('two people across the table never make one pinch', () => {
  const { fingers, press } = hands()
  press(1, 'nan', { at: at(100, 300), side: 'near' })
  press(2, 'sol', { at: at(100, 200), side: 'far' })
  fingers.move(1, at(100, 340))
  fingers.move(2, at(100, 160))
  expect(fingers.release(1, at(100, 340))).toMatchObject({ drag: { person: 'nan', side: 'near' } })
  expect(fingers.release(2, at(100, 160))).toMatchObject({ drag: { person: 'sol', side: 'far' } })
})

test('one finger on the ground pans once it has moved, and is no tap', () => {
  const { fingers, press } = hands()
  press(1, null)
  expect(fingers.move(1, at(2, 2))).toBeNull()
  expect(fingers.move(1, at(0, 40))).toEqual({ from: at(0, 0), to: at(0, 40), by: 1 })
  expect(fingers.release(1, at(0, 40))).toBeNull()
})

test('a finger that stays on the ground is a tap there, and while another hand carries somebody', () => {
  const { fingers, press } = hands()
  press(1, 'nan')
  fingers.move(1, at(30, 0))
  press(2, null, { at: at(500, 0), at_ms: 400 })
  expect(fingers.release(2, at(501, 1))).toEqual({ kind: 'tap on ground', side: 'one', at: at(501, 1) })
})

test('a cancelled finger puts no one down and taps nothing; what is left of a pinch only pans', () => {
  const { moves, fingers, press } = hands()
  press(1, 'nan')
  fingers.move(1, at(50, 0))
  fingers.cancel(1)
  expect(fingers.release(1, at(50, 0))).toBeNull()
  expect(moves.all.value.size).toBe(0)
  press(2, null)
  press(3, null, { at: at(100, 0) })
  fingers.cancel(2)
  expect(fingers.move(3, at(110, 0))).toEqual({ from: at(100, 0), to: at(110, 0), by: 1 })
  expect(fingers.release(3, at(110, 0))).toBeNull()
})
