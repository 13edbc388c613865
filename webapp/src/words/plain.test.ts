/** The whole catalogue, read as the two at the table would: plain words, short sentences, nothing clinical, nothing technical. */

import { expect, test } from 'vitest'
import { all } from './lines-for-tests.ts'

/** None of these is ever on a screen, in any form that begins like this. */
const FORBIDDEN: readonly string[] = [
  ...['client', 'patient', 'assess', 'comply', 'complian', 'issue', 'overdue', 'streak', 'score', 'fail', 'error'],
  ...['vault', 'member', 'owner', 'revoke', 'sync', 'server', 'device', 'encrypt', 'passphrase', 'password', 'epoch'],
  ...['database', 'network', 'offline', 'online', 'upload', 'download', 'log in', 'login', 'account', 'user', 'pair'],
]
/** Only as whole words: "casement" and "recorder" are harmless. */
const FORBIDDEN_WHOLE: readonly string[] = ['case', 'cases', 'record', 'records', 'must']
const LONGEST_SENTENCE = 20
const LONGEST_WORD = 12

const wrong = (is: (text: string) => boolean) => all.filter(([, text]) => is(text))

test('there are hundreds of lines, and none is empty', () => {
  expect(all.length).toBeGreaterThan(300)
  expect(wrong((text) => text.trim() === '')).toEqual([])
})

test('no word of the trade and none of the machine', () => {
  const begins = new RegExp(`\\b(?:${FORBIDDEN.join('|')})|\\b(?:${FORBIDDEN_WHOLE.join('|')})\\b`, 'i')
  expect(wrong((text) => begins.test(text))).toEqual([])
})

test('no sentence is longer than twenty words', () => {
  const long = (text: string) => text.split(/[.?!:]\s/).some((one) => one.split(/\s+/).length > LONGEST_SENTENCE)
  expect(wrong(long)).toEqual([])
})

test('no word is hard to read', () => {
  const hard = (text: string) => text.split(/[^\p{L}]+/u).some((word) => word.length > LONGEST_WORD)
  expect(wrong(hard)).toEqual([])
})

test('nothing shouts', () => {
  expect(wrong((text) => text.includes('!'))).toEqual([])
  expect(wrong((text) => /\b[A-Z]{4,}\b/.test(text.replace('SHOUT', '')))).toEqual([])
})

test('one thing, one name', () => {
  expect(wrong((text) => /you two|each of you/i.test(text))).toEqual([])
  expect(wrong((text) => /(?:access|smart|wallet|id|plastic) card/i.test(text))).toEqual([])
})
