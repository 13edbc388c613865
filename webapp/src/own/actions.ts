/** Everything that can be done to notes of one's own. Each takes the own document itself: a pair's cannot be given. */

import type { Note, Person } from '../../../sync/document.ts'
import { checkText } from '../document/lengths.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'

/** Whom a note is about: somebody on the map of this place (its id in hex). */
export interface About {
  readonly place: string
  readonly person: Pick<Person, 'id' | 'was'>
}

/** A place (its id in hex), and everybody there, who may have come along from the one before. */
export interface BegunAnew {
  readonly place: string
  readonly people: readonly About['person'][]
}

/** What is noted about someone, put away or not; also what was noted in the place that this one was begun anew from. */
export function notesAbout(notes: readonly Note[], { place, person }: About): readonly Note[] {
  const isThem = ({ about }: Note): boolean => {
    if (about === `${place}/${person.id}`) return true
    return person.was !== '' && about.endsWith(`/${person.was}`)
  }
  return notes.filter(isThem)
}

/** What of these stands, each to be written on: two devices may have begun one each. Null is where nothing is written yet. */
export function toWriteIn(known: readonly Note[]): readonly (Note | null)[] {
  const shown = known.filter(({ archived }) => !archived)
  return shown.length === 0 ? [null] : shown
}

/**
 * Notes about people of the place before this one are about them here from now on: the place after this one knows them by the
 * ids that they have here alone.
 */
export function bringAlong(own: OwnDocument, { place, people }: BegunAnew): void {
  const { notes } = own.snapshot.peek()
  for (const person of people) {
    const here = `${place}/${person.id}`
    for (const { id } of notesAbout(notes, { place, person }).filter(({ about }) => about !== here)) {
      own.change('note', (draft) => draft.set('notes', id, 'about', here))
    }
  }
}

/** Begins a note with its first words, and gives its id. */
export function addNote(own: OwnDocument, about: About, words: string): string | Refused {
  return checkText(words) ?? create(own, about, { words, distance: false })
}

/** "I would like more distance", or no longer. */
export function wishDistance(own: OwnDocument, about: About, wish: boolean): void {
  const known = notesAbout(own.snapshot.peek().notes, about).filter((note) => !note.archived)
  if (wish && known.length === 0) create(own, about, { words: '', distance: true })
  own.change('note', (draft) => {
    const [first] = known
    for (const note of wish && first ? [first] : known) draft.set('notes', note.id, 'distance', wish)
  })
}

export function putAwayNote(own: OwnDocument, id: string): Outcome {
  return setArchived(own, id, true)
}

export function bringBackNote(own: OwnDocument, id: string): Outcome {
  return setArchived(own, id, false)
}

function setArchived(own: OwnDocument, id: string, archived: boolean): Outcome {
  if (own.snapshot.peek().notes.every((note) => note.id !== id)) return { refused: 'gone' }
  own.change('note', (draft) => draft.set('notes', id, 'archived', archived))
  return 'done'
}

function create(own: OwnDocument, { place, person }: About, { words, distance }: Pick<Note, 'words' | 'distance'>) {
  const made = { id: '' }
  const registers = { about: `${place}/${person.id}`, ...(distance && { distance }) }
  own.change('note', (draft) => {
    made.id = draft.create('notes', registers, { words })
  })
  return made.id
}
