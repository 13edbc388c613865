import { describe, expect, test } from 'vitest'
import { vectors } from '../../../sync/cases.ts'
import { readPlain } from '../document/plain-for-tests.ts'
import {
  blau,
  contact as contactOf,
  density,
  ei,
  entropy,
  inTouch,
  iqv,
  measure,
  share,
  standing,
  standingIn,
  turnover,
} from './measures.ts'

type Stored = Parameters<typeof readPlain>[0]

interface Cases {
  readonly numbers: readonly {
    readonly name: string
    readonly ask: 'blau' | 'density' | 'ei' | 'entropy' | 'iqv' | 'share'
    readonly given: readonly never[]
    readonly answer: number | null
  }[]
  readonly maps: readonly {
    readonly name: string
    readonly stored: Stored
    readonly people: unknown
    readonly everything: unknown
    readonly contact: unknown
    readonly in_touch: unknown
    readonly pictures: unknown
  }[]
  readonly turnovers: readonly {
    readonly name: string
    readonly before: Stored
    readonly after: Stored
    readonly answer: unknown
  }[]
}

const reckoning = { blau, density, ei, entropy, iqv, share }
const { numbers, maps, turnovers } = vectors<Cases>('measures')

test.each(numbers)('$name', ({ ask, given, answer }) => {
  const reckon: (...given: never[]) => number | null = reckoning[ask]
  expect(rounded(reckon(...given))).toBe(answer)
})

describe('a map', () => {
  test.each(maps)('$name', ({ stored, people, everything, contact, in_touch, pictures }) => {
    const document = readPlain(stored)
    const map = standing(document)
    expect(rounded(measure(map))).toEqual(people)
    expect(rounded(measure(map, true))).toEqual(everything)
    expect(contactOf(document.people)).toEqual(contact)
    expect(document.people.map(inTouch)).toEqual(in_touch)
    expect(rounded(document.pictures.map((picture) => measure(standingIn(picture))))).toEqual(pictures)
  })
})

describe('two maps', () => {
  test.each(turnovers)('$name', ({ before, after, answer }) => {
    const [then, now] = [before, after].map((stored) => standing(readPlain(stored)))
    if (then === undefined || now === undefined) throw new Error('two maps')
    expect(rounded(turnover(then, now))).toEqual(answer)
  })
})

/** To six places, as the vectors have them, however deep. */
function rounded(found: unknown): unknown {
  if (typeof found === 'number') return Math.round(found * 1e6) / 1e6
  if (Array.isArray(found)) return found.map(rounded)
  if (typeof found !== 'object' || found === null) return found
  return Object.fromEntries(Object.entries(found).map(([key, part]) => [key, rounded(part)]))
}
