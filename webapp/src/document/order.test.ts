import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareOrder, keysFor, type Ordered } from './order.ts'

const keys = fc.constantFrom('a0', 'a1', 'a1V', 'Zz', 'b00', '', '!', 'a10', 'A00000000000000000000000000', 'zebra?')

function isUsable({ order }: Ordered): boolean {
  return !['', '!', 'a10', 'A00000000000000000000000000', 'zebra?'].includes(order)
}

test('a row comes to stand where it was put, also between rows with equal keys', () => {
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 8 }), fc.nat(8), (orders, place) => {
      const rows = orders.map((order, i) => ({ id: `row ${i}`, order })).sort(compareOrder)
      const index = Math.min(place, rows.length)
      const written = keysFor('moved', index, rows)
      const after = [...rows, { id: 'moved', order: '' }]
        .map(({ id, order }) => ({ id, order: written.get(id) ?? order }))
        .sort(compareOrder)
      expect(written.has('moved')).toBe(true)
      if (!rows.every(isUsable)) return // odd keys stay where they are; only a fair place is promised
      const wanted = rows.map(({ id }) => id)
      wanted.splice(index, 0, 'moved')
      expect(after.map(({ id }) => id)).toEqual(wanted)
    }),
    { numRuns: 500 },
  )
})
