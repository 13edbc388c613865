/** A first conversation that is kept on the owner's own tablet: nothing the other only wondered, or guessed, becomes an answer. */

import { afterEach, expect, test } from 'vitest'
import { current } from '../../document/current.ts'
import { SharedDocument } from '../../document/shared-document.ts'
import { addGuess } from '../../jar/actions.ts'
import { addPerson, declineWonder } from '../../map/actions.ts'
import { Unkept } from './unkept.ts'

const NOW_MS = Date.UTC(2026, 10, 23)

afterEach(() => {
  current.value = null
})

test('what the other wondered stays a question, what was answered is not asked again, and a guess stays theirs', () => {
  const document = new SharedDocument({ now: () => NOW_MS })
  const unkept = new Unkept(document)
  current.value = document
  document.pen.value = 1
  const [ann, bo] = ['Ann', 'Bo'].map((name) => String(addPerson({ name, kind: 'person', ring: 'close', angle: 900 })))
  addGuess('a garden', 1)
  document.pen.value = 0
  declineWonder(bo ?? '')
  unkept.settle([0], (pen) => new SharedDocument({ now: () => NOW_MS, thisMember: pen }))
  const { people, wishes } = unkept.document.snapshot.peek()
  const spots = (id: string | undefined) => people.find((one) => one.id === id)
  expect(spots(ann)).toMatchObject({ place: { ring: 'tray' }, wonder: { ring: 'close', angle: 900 } })
  expect(spots(bo)).toMatchObject({ place: { ring: 'tray' }, wonder: null })
  expect(wishes).toMatchObject([{ words: 'a garden', guess: true, by: 1, taken: '' }])
  unkept.close()
})
