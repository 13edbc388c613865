/** Where the strip leads that says that both changed the same thing. */

import { afterEach, expect, test } from 'vitest'
import type { Kept } from '../../../sync/document.ts'
import { SharedDocument } from '../document/shared-document.ts'
import { words } from '../words/en.ts'
import { naming, room } from './attention.ts'
import { placesOf } from './KeptStrip.tsx'

const lost = (field: string): Kept => ({ id: field, entity: 'meta', field, value: 'x', by: 0, at: 0, instead_by: 1 })

afterEach(() => {
  naming.value = false
  room.value = null
})

test('to the sheet that has it: names and the next time in one, what is arranged of it in the other', () => {
  const document = new SharedDocument({ now: () => 0 })
  const kept = ['name/0', 'meeting', 'meeting_place', 'meeting_chosen', 'late', 'phone/1'].map(lost)
  const [names, meet, ...more] = placesOf(kept, document.snapshot.peek())
  expect([names?.text, meet?.text, more]).toEqual([words.working.names, words.meet.title, []])
  names?.show()
  expect([naming.value, room.value]).toEqual([true, null])
  meet?.show()
  expect(room.value).toBe('meet')
  document.close()
})
