import { describe, expect, test } from 'vitest'
import type { Ring } from '../../../sync/document.ts'
import { changeBetween } from './change.ts'
import { changeWords } from './said.ts'
import type { Shown } from './shown.ts'

const at = (name: string, ring: Ring, angle = 0): Shown => ({
  id: name.toLowerCase(),
  name,
  face: '',
  kind: 'person',
  ring,
  angle,
  died: false,
  service: 'unknown',
  contexts: [],
})

describe('what is different between two maps', () => {
  test('says who is new, who moved which way, and who is not placed this time', () => {
    const then = [at('Ann', 'close'), at('Bo', 'life'), at('Cem', 'closest'), at('Dee', 'life', 900)]
    const now = [at('Bo', 'close'), at('Cem', 'life'), at('Dee', 'life', 1800), at('Eli', 'closest'), at('Fay', 'life')]
    const change = changeBetween(then, now)
    expect(change.notShown.map(({ name }) => name)).toEqual(['Ann'])
    expect(changeWords(change)).toEqual([
      'Eli and Fay are new here.',
      'Bo is closer now: Close.',
      'Cem is further out now: In my life.',
      'One is where they were.',
      'Not placed this time: Ann.',
    ])
  })

  test('"not sure where yet" is no place: nobody moves into it, and whoever comes out of it is new', () => {
    const change = changeBetween([at('Ann', 'tray'), at('Bo', 'life')], [at('Ann', 'life'), at('Bo', 'tray')])
    expect(change.moved).toEqual([])
    expect(changeWords(change)).toEqual(['Ann is new here.', 'Not placed this time: Bo.'])
  })

  test('"back in touch" is a place of its own, neither closer nor further, and nobody in it is asked about', () => {
    const change = changeBetween([at('Ann', 'past'), at('Bo', 'life')], [at('Ann', 'life'), at('Bo', 'past')])
    expect(changeWords(change)).toEqual([
      'Ann is somewhere else now: In my life.',
      'Bo is somewhere else now: Back in touch, one day.',
    ])
  })

  test('people are matched by who they are, not by their names', () => {
    const change = changeBetween([at('Dave', 'life')], [{ ...at('Dave', 'life'), id: 'another' }])
    expect(change.same).toEqual([])
    expect(changeWords(change)).toEqual(['Dave is new here.', 'Not placed this time: Dave.'])
  })

  test('two maps of nobody, and two of the same', () => {
    expect(changeWords(changeBetween([], []))).toEqual(['Nobody was on it, and nobody is.'])
    expect(changeWords(changeBetween([at('Ann', 'life')], [at('Ann', 'life', 90)]))).toEqual([
      'Everyone is where they were.',
    ])
  })
})
