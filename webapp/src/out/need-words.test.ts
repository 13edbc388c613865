import { expect, test } from 'vitest'
import { words } from '../words/en.ts'
import { titleOf, topicOf } from './need-words.ts'

test('a topic is said in words, and one that is not known is left out', () => {
  expect(topicOf({ kind: 'access', topic: 'toilets' })).toBe('A toilet near by')
  expect(titleOf({ kind: 'access', topic: '', words: ' a quiet corner ' })).toBe('a quiet corner')
})

test.each(['__proto__', 'constructor', 'toString', 'no such'])('the topic %s is none', (topic) => {
  expect(topicOf({ kind: 'access', topic })).toBe('')
  expect(titleOf({ kind: 'access', topic, words: '' })).toBe(words.out.needs.access)
})
