import { expect, test } from 'vitest'
import { current } from '../document/current.ts'
import { openForEach } from '../document/open-for-tests.ts'
import { undo } from '../map/actions.ts'
import { isSuggested, isTaken } from '../plan/taking.ts'
import {
  addGuess,
  addWish,
  archiveWish,
  bringBackWish,
  declineWish,
  leaveWishOpen,
  linkWish,
  setWishOver,
  takeWish,
} from './actions.ts'
import { chainsOf, type Link } from './chains.ts'

const open = openForEach()

const wish = () => {
  const [first] = open.shown.wishes
  if (first === undefined) throw new Error('the jar is empty')
  return first
}

test('anything goes into the jar, twice too, and says which card it answers and what it is like', () => {
  open.document.pen.value = 0
  const first = String(addWish({ words: ' Win the lottery ', card: 'dream' }))
  addWish({ words: 'Win the lottery' })
  addWish({ words: 'A boat', like: first })
  expect(open.shown.wishes).toMatchObject([
    { id: first, words: 'Win the lottery', by: 0, card: 'dream', like: '', guess: false, over: false },
    { words: 'Win the lottery', card: '' },
    { words: 'A boat', like: first },
  ])
  setWishOver(first, true)
  linkWish(first, 'somebody', true)
  expect(wish()).toMatchObject({ over: true, people: ['somebody'], archived: false })
  setWishOver(first, false)
  linkWish(first, 'somebody', false)
  archiveWish(first)
  expect(wish()).toMatchObject({ over: false, people: [], archived: true })
  bringBackWish(first)
  expect(wish().archived).toBe(false)
})

test('a guess is never the owner\u2019s, and only the owner says yes or no to it', () => {
  expect(addGuess('The sea', 0)).toEqual({ refused: 'theirs to say' })
  const id = String(addGuess('The sea', 1))
  expect(wish()).toMatchObject({ id, by: 1, guess: true })
  expect(isSuggested(wish())).toBe(true)
  open.document.pen.value = 1
  expect(takeWish(id)).toEqual({ refused: 'theirs to say' })
  open.document.pen.value = 0
  expect(addGuess('Boats', 1)).toEqual({ refused: 'theirs to say' })
  takeWish(id)
  expect([isTaken(wish()), wish().guess]).toEqual([true, true])
  declineWish(id)
  expect([isTaken(wish()), isSuggested(wish())]).toEqual([false, false])
  leaveWishOpen(id)
  expect(isSuggested(wish())).toBe(true)
})

test('an act in the jar is taken back by one undo', () => {
  const id = String(addWish({ words: 'Sing' }))
  setWishOver(id, true)
  undo()
  expect(wish()).toMatchObject({ over: false, archived: false })
  undo()
  expect(wish().archived).toBe(true)
})

test('what cannot be is refused with a reason', () => {
  expect(addWish({ words: ' ' })).toEqual({ refused: 'empty' })
  expect(addWish({ words: 'x'.repeat(20_001) })).toEqual({ refused: 'too long' })
  expect(setWishOver('nowhere', true)).toEqual({ refused: 'gone' })
  current.value = null
  expect(addWish({ words: 'Sing' })).toEqual({ refused: 'nothing open' })
  expect(addGuess('Sing', 1)).toEqual({ refused: 'nothing open' })
})

const shown = (chains: readonly Link[]): unknown[] => chains.map(({ wish, next }) => [wish.words, ...shown(next)])

test('what a wish makes somebody think of hangs below it, branch by branch', () => {
  const gallery = String(addWish({ words: 'gallery' }))
  const shop = String(addWish({ words: 'art shop', like: gallery }))
  addWish({ words: 'library', like: shop })
  addWish({ words: 'cinema', like: gallery })
  addWish({ words: 'swim' })
  const { wishes } = open.shown
  expect(shown(chainsOf(wishes))).toEqual([['gallery', ['art shop', ['library']], ['cinema']], ['swim']])
  expect(shown(chainsOf(wishes.slice(1)))).toEqual([['art shop', ['library']], ['cinema'], ['swim']])
})

test('a ring of wishes is shown once, each wish in its place', () => {
  const one = String(addWish({ words: 'one' }))
  const two = String(addWish({ words: 'two', like: one }))
  open.document.change('set wish', (draft) => {
    draft.set('wishes', one, 'like', two)
  })
  addWish({ words: 'three', like: 'nowhere' })
  expect(shown(chainsOf(open.shown.wishes))).toEqual([['three'], ['one', ['two']]])
})
