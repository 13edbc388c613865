/** Somebody asks for a device to be taken off; before that is done, the control chain goes another way. */

import { expect, test } from 'vitest'
import { Malformed } from '../../../../sync/errors.ts'
import type { Device } from '../../../../sync/rights.ts'
import { indicesOf, namesOf } from './meant.ts'

const NOTHING = new Uint8Array(32)

function known(ix: number, name: number, replaces: number | null = null): Device {
  return {
    ix,
    id: new Uint8Array(16).fill(name),
    ed: NOTHING,
    x: NOTHING,
    members: [0],
    paper: false,
    holder: null,
    introducedBy: null,
    admittedN: ix,
    heads: [],
    removedN: null,
    final: null,
    replaces,
    isStale: false,
    turned: [],
  }
}

const ours = [known(0, 10), known(1, 11), known(2, 12)]

test('another device that has the same index by then is not meant', () => {
  const names = namesOf(ours, [1, 2])
  expect(indicesOf([known(0, 10), known(1, 11), known(2, 99)], names)).toEqual([1])
})

test('one that has gone on under other keys is', () => {
  const names = namesOf(ours, [2])
  expect(indicesOf([...ours, known(3, 13, 2)], names)).toEqual([3])
})

test('and nobody means one that is not there', () => {
  expect(() => namesOf(ours, [3])).toThrow(Malformed)
})
