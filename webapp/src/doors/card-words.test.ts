import { expect, test } from 'vitest'
import { allWords } from '../../../sync/words.ts'
import { lookAt, typedWords } from './card-words.ts'

const twelve = async () => (await allWords()).filter((_, at) => at % 150 === 0).slice(0, 12)

test('twelve whole words, or their first four letters, are complete', async () => {
  const all = await allWords()
  const words = await twelve()
  expect(lookAt(words.join(' '), all)).toEqual({ state: 'complete' })
  expect(lookAt(words.map((word) => word.slice(0, 4)).join('\n'), all)).toEqual({ state: 'complete' })
})

test('numbers, commas and capitals round the words do not matter', () => {
  expect(typedWords('1. Maple, 2) LANTERN\n3 river')).toEqual(['maple', 'lantern', 'river'])
})

test('a word that is on no card is named with its place', async () => {
  const all = await allWords()
  const words = [...(await twelve())]
  words[2] = 'zzzz'
  expect(lookAt(words.join(' '), all)).toEqual({ state: 'wrong', word: 'zzzz', at: 3 })
})

test('a word that is still being written is not called wrong', async () => {
  const all = await allWords()
  const [first = '', second = ''] = all
  expect(lookAt(`${first} ${second.slice(0, 2)}`, all)).toEqual({ state: 'fewer', missing: 11 })
})

test('too few and too many are said', async () => {
  const all = await allWords()
  const words = await twelve()
  expect(lookAt('', all)).toEqual({ state: 'fewer', missing: 12 })
  expect(lookAt([...words, all[7]].join(' '), all)).toEqual({ state: 'more' })
})
