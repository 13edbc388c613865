import { expect, test } from 'vitest'
import { type Drag, Moves, watchDrags } from './move.ts'

const at = (x: number, y: number) => ({ x, y })

test('under five pixels is a tap', () => {
  const moves = new Moves()
  moves.press(1, 'nan', at(10, 10))
  moves.move(1, at(13, 12))
  expect(moves.release(1, at(13, 13))).toEqual({ kind: 'tap', person: 'nan', side: 'one' })
})

test('five pixels is a drag, also when the finger comes back', () => {
  const moves = new Moves()
  moves.press(1, 'nan', at(10, 10))
  moves.move(1, at(60, 10))
  expect(moves.release(1, at(11, 10))?.kind).toBe('drop')
})

test('a second finger neither moves nor ends the first one’s drag', () => {
  const moves = new Moves()
  moves.press(1, 'nan', at(0, 0))
  expect(moves.press(2, 'nan', at(5, 5))).toBe(false)
  moves.move(2, at(300, 300))
  expect(moves.release(2, at(300, 300))).toBeNull()
  expect(moves.all.value.get(1)?.at).toEqual(at(0, 0))
})

test('two people drag two people at once', () => {
  const moves = new Moves()
  moves.press(1, 'nan', at(0, 0))
  moves.press(2, 'sol', at(100, 100))
  moves.move(1, at(20, 0))
  moves.move(2, at(100, 140))
  expect(moves.release(1, at(30, 0))).toMatchObject({ kind: 'drop', drag: { person: 'nan', at: at(30, 0) } })
  expect(moves.release(2, at(100, 150))).toMatchObject({ kind: 'drop', drag: { person: 'sol', at: at(100, 150) } })
})

test('a cancelled pointer moves no one', () => {
  const moves = new Moves()
  moves.press(1, 'nan', at(0, 0))
  moves.move(1, at(50, 50))
  moves.cancel(1)
  expect(moves.release(1, at(50, 50))).toBeNull()
  expect(moves.all.value.size).toBe(0)
})

test('a drag is shown while it moves and once when it ends; a tap is never shown', () => {
  const moves = new Moves()
  const shown: (readonly Drag[])[] = []
  const stop = watchDrags(moves, (drags) => shown.push(drags))
  moves.press(1, 'nan', at(0, 0))
  moves.release(1, at(1, 1))
  expect(shown).toEqual([])
  moves.press(1, 'nan', at(0, 0))
  moves.move(1, at(9, 9))
  moves.release(1, at(9, 9))
  stop()
  expect(shown.at(-1)).toEqual([])
  expect(shown.length).toBeGreaterThan(1)
})
