import { expect, test } from 'vitest'
import type { Offer } from '../../../sync/document.ts'
import { found, isLong } from './found.ts'

const contact = (name: string, words: string): Offer => ({
  id: name,
  name,
  words,
  kind: 'person',
  place: { ring: 'tray', angle: 0, by: 0 },
  asked: 'not yet',
  by: 0,
  of: '',
  copied: '',
  was: '',
  archived: false,
})

const listed = [contact('Zoë', 'knows the allotment'), contact('Gus', 'lends a drill'), contact('', 'Zoo tickets')]

test('a list is long once nobody sees all of it at a look', () => {
  const ten = Array.from({ length: 10 }, (_, at) => contact(`${at}`, ''))
  expect(isLong(ten)).toBe(false)
  expect(isLong([...ten, contact('one more', '')])).toBe(true)
})

test('found by name or by what they could offer, whatever the capitals and accents', () => {
  const names = (typed: string) => found(listed, typed).map(({ id }) => id)
  expect(names('')).toEqual(['Zoë', 'Gus', ''])
  expect(names('zoe')).toEqual(['Zoë'])
  expect(names('ZO')).toEqual(['Zoë', ''])
  expect(names('drill gus')).toEqual(['Gus'])
  expect(names('gus allotment')).toEqual([])
})
