/** A first message: whom it can go to, how it begins, and the address that opens it. */

import { expect, test } from 'vitest'
import { beginIn, canBeWrittenTo, plainNumber, smsAddress, TONES } from './message.ts'

const sol = { kind: 'person', died: false, archived: false } as const

test('never to someone who has died or is put away, nor to an animal or somebody missing', () => {
  expect(canBeWrittenTo(sol)).toBe(true)
  expect(canBeWrittenTo({ ...sol, died: true })).toBe(false)
  expect(canBeWrittenTo({ ...sol, archived: true })).toBe(false)
  expect(canBeWrittenTo({ ...sol, kind: 'animal' })).toBe(false)
  expect(canBeWrittenTo({ ...sol, kind: 'missing' })).toBe(false)
})

test('every tone says the name, and what it is about where that was said', () => {
  expect(TONES.length).toBeGreaterThanOrEqual(3)
  for (const tone of TONES) {
    expect(beginIn(tone, 'Sol', 'the art group?')).toMatch(/Sol[\s\S]*the art group/)
    expect(beginIn(tone, 'Sol', '')).not.toMatch(/undefined| {2}|\?\?/)
  }
  expect(new Set(TONES.map((tone) => beginIn(tone, 'Sol', ''))).size).toBe(TONES.length)
})

test('the address has the number only where one was put in, and nothing of the message is lost on the way', () => {
  const message = 'Hi Sol & all? 50% — “tea”\n#1'
  expect(smsAddress('Hi', '')).toBe('sms:?&body=Hi')
  const address = smsAddress(message, '+44 (0)113 496 0000')
  expect(address.startsWith('sms:+441134960000?&body=')).toBe(true)
  expect(decodeURIComponent(address.slice(address.indexOf('body=') + 5))).toBe(message)
  expect(address).toMatch(/^[\w:?&=+%.!~*'()-]+$/)
})

test('what is no number stays out of the address', () => {
  expect(plainNumber('ask Nan')).toBe('')
  expect(plainNumber('0113 496 0000')).toBe('01134960000')
  expect(plainNumber('1?&body=x')).toBe('1')
})
