import { describe, expect, test } from 'vitest'
import type { Ring, Service } from '../../../sync/document.ts'
import { seenWords } from './seen.ts'

let made = 0
const one = (service: Service, ring: Ring = 'life', kind: 'person' | 'place' | 'missing' = 'person') => {
  made += 1
  return { id: String(made), kind, service, contexts: [], ring }
}
const some = (count: number, service: Service) => Array.from({ length: count }, () => one(service))

describe('what a map shows', () => {
  test('is said in sentences, for those of whom it was said', () => {
    const everyone = [...some(5, 'outside'), ...some(2, 'inside'), one('linked', 'close'), one('unknown', 'closest')]
    expect(seenWords({ everyone, ties: [['1', '2']] })).toEqual([
      '9 people are on the map.',
      'Closest: 1. Close: 1. In my life: 7.',
      '5 of the 8 people are outside services.',
      '2 of the 8 are from a service.',
      '1 of the 8 is both: known through a service.',
      'Of one it was not said.',
      'Two of them know each other, as far as it was asked.',
    ])
  })

  test('is little where little was said: nobody asked is not nobody there', () => {
    expect(seenWords({ everyone: [one('unknown')], ties: null })).toEqual([
      'One person is on the map.',
      'Closest: 0. Close: 0. In my life: 1.',
    ])
  })

  test('of nobody is one sentence; a place or what is missing is no person', () => {
    const everyone = [one('unknown', 'life', 'place'), one('unknown', 'life', 'missing'), one('unknown', 'tray')]
    expect(seenWords({ everyone: [], ties: null })).toEqual(['Nobody is placed on the map.'])
    expect(seenWords({ everyone, ties: null })).toEqual([
      'Nobody is placed on the map.',
      'One waits in \u201cNot sure where yet\u201d.',
    ])
  })
})
