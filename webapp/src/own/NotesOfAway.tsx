/** One's own notes about whoever is not on the map any more: still one's own, on the device that one keeps. */

import { useState } from 'preact/hooks'
import type { Document, Person } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { words } from '../words/en.ts'
import { notesAbout } from './actions.ts'

const NotesSheet = later(async () => (await import('./NotesSheet.tsx')).NotesSheet)

/** Whoever was taken out everywhere has no name: they are known by the notes about them, while those are open. */
export function takenOutWithNotes({ people }: Pick<Document, 'people'>): readonly Person[] {
  const own = kith.own.stage.value
  if (own.name !== 'open' || own.keeper !== 'owner') return []
  const hasNotes = (person: Person) =>
    notesAbout(own.document.snapshot.value.notes, { place: own.beside, person }).length > 0
  return people.filter((person) => person.archived && person.name === '' && hasNotes(person))
}

interface NotesOfAwayProps {
  readonly person: Person
  /** The pair's: for the names of the two alone. */
  readonly document: Document
}

/** Nothing where they could not be opened. */
export function NotesOfAway({ person, document }: NotesOfAwayProps) {
  const [isOpen, setOpen] = useState(false)
  const own = kith.own.stage.value
  if (own.name === 'nowhere' || own.keeper !== 'owner' || person.kind === 'missing') return null
  return (
    <>
      <Button label={words.own.title(person.name || words.own.takenOut)} onPress={() => setOpen(true)}>
        {words.own.open}
      </Button>
      {isOpen && <NotesSheet person={person} names={document.names} onClose={() => setOpen(false)} />}
    </>
  )
}
