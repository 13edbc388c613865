/** The line on somebody's sheet that opens one's own notes about them, or says why they are not here. */

import { useState } from 'preact/hooks'
import type { Document, Person } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { words } from '../words/en.ts'

const NotesSheet = later(async () => (await import('./NotesSheet.tsx')).NotesSheet)

export interface OwnNotesProps {
  readonly person: Person
  /** The pair's: for the names of the two alone. */
  readonly document: Document
}

export function OwnNotes({ person, document }: OwnNotesProps) {
  const [isOpen, setOpen] = useState(false)
  if (person.kind === 'missing') return null // nobody yet
  return (
    <div class="app-stack app-stack--close">
      <Button onPress={() => setOpen(true)} describedBy="own-notes-hint">
        {words.own.open}
      </Button>
      <p class="app-soft" id="own-notes-hint">
        {words.own.openHint}
      </p>
      {isOpen && <NotesSheet person={person} names={document.names} onClose={() => setOpen(false)} />}
    </div>
  )
}
