/** What is in the way, and not for the other's eyes: a note in one's own place, until its person puts it on the board themselves. */

import type { Note, Side } from '../../../sync/document.ts'
import { addBarrier } from '../barriers/actions.ts'
import { current } from '../document/current.ts'
import { OWNER } from '../document/giving.ts'
import { isRefused, type Outcome } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import { type About, putAwayNote } from './actions.ts'

/** No person has these ids. */
const KINDS = ['in the way', 'where else'] as const

type OwnKind = (typeof KINDS)[number]

/** What notes of this kind beside a place (its id in hex) are about. */
export function besides(place: string, kind: OwnKind): About {
  return { place, person: { id: kind, was: '' } }
}

/** What was noted beside the place before this one is beside this one from now on. */
export function bringKindsAlong(own: OwnDocument, before: string, place: string): void {
  if (before === '') return
  for (const kind of KINDS) {
    const left = own.snapshot.peek().notes.filter(({ about }) => about === `${before}/${kind}`)
    for (const { id } of left) {
      own.change('note', (draft) => draft.set('notes', id, 'about', `${place}/${kind}`))
    }
  }
}

/** By what two phones know that it is one note. The rest of its id would tell the other when it was begun. */
const markOf = (id: string): string => id.split('-').at(-1) ?? ''

/** Puts it on the board of the open pair, as words of the one whose map it is. Here it is put away, and can be brought back. */
export function putOnBoard(own: OwnDocument, { id, words }: Pick<Note, 'id' | 'words'>, side: Side): Outcome {
  // Put away is there already, or was never meant for it: another device may have done that meanwhile.
  if (!own.snapshot.peek().notes.some((note) => note.id === id && !note.archived)) return { refused: 'gone' }
  const of = markOf(id)
  const board = current.peek()?.snapshot.peek().barriers ?? []
  const there = board.filter((one) => one.of === of)
  // Put there by another phone of theirs, of which this one has heard there and not yet here.
  const isThere = there.some((one) => one.words === words.trim() && !one.archived)
  // Other words, or put there again on purpose: that is one of its own.
  const made = isThere ? id : addBarrier({ words, side, by: OWNER, of: there.length === 0 ? of : '' })
  return isRefused(made) ? made : putAwayNote(own, id)
}
