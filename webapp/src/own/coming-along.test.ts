/** What is one's own comes along, whatever page is open, and does so again with the next beginning. */

import { expect, test } from 'vitest'
import { OwnDocument } from '../document/own-document.ts'
import { addLine, columnBeside } from '../going/column-actions.ts'
import { addNote, notesAbout } from './actions.ts'
import { bringAllAlong } from './coming-along.ts'
import { besides } from './in-the-way.ts'

const [FIRST, SECOND, THIRD] = ['aa00', 'bb11', 'cc22'] as const
const ana = { id: 'ana', was: '' }

function whatStands(document: OwnDocument, place: string, person: { id: string; was: string }) {
  const { notes, sayings } = document.snapshot.peek()
  return [
    ...notesAbout(notes, { place, person }),
    ...notesAbout(notes, besides(place, 'in the way')),
    ...columnBeside({ sayings }, place),
  ].map(({ words }) => words)
}

test('notes, what is in the way and the column come along twice, with no page opened between', () => {
  const document = new OwnDocument({ now: () => 0, thisMember: 1 })
  document.begin()
  addNote(document, { place: FIRST, person: ana }, 'shouts')
  addNote(document, besides(FIRST, 'in the way'), 'the room is cold')
  addLine(document, { words: 'the van is late', kind: 'not yet', topic: '', beside: FIRST })
  const all = ['shouts', 'the room is cold', 'the van is late']
  bringAllAlong({ document, beside: SECOND, before: FIRST }, [{ id: 'ana2', was: 'ana' }])
  expect(whatStands(document, SECOND, { id: 'ana2', was: 'ana' })).toEqual(all)
  bringAllAlong({ document, beside: THIRD, before: SECOND }, [{ id: 'ana3', was: 'ana2' }])
  expect(whatStands(document, THIRD, { id: 'ana3', was: 'ana2' })).toEqual(all)
  const before = document.snapshot.peek()
  bringAllAlong({ document, beside: THIRD, before: SECOND }, [{ id: 'ana3', was: 'ana2' }])
  expect(document.snapshot.peek()).toBe(before)
})
