/** The line on somebody's sheet that leads to a first message, where one makes sense and nothing speaks against it. */

import { useState } from 'preact/hooks'
import type { Document, Person } from '../../../sync/document.ts'
import { kith } from '../device/kith.ts'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { notesAbout } from '../own/actions.ts'
import { words } from '../words/en.ts'
import { canBeWrittenTo } from './message.ts'

const SaySheet = later(async () => (await import('./SaySheet.tsx')).SaySheet)

export function SayIt({ person, document }: { readonly person: Person; readonly document: Document }) {
  const [isOpen, setOpen] = useState(false)
  if (!canBeWrittenTo(person) || isHard(person)) return null
  return (
    <div class="app-stack app-stack--close">
      <Button onPress={() => setOpen(true)} describedBy="say-hint">
        {words.say.open}
      </Button>
      <p class="app-soft" id="say-hint">
        {words.say.openHint}
      </p>
      {isOpen && <SaySheet person={person} document={document} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** Whether the map's owner noted, for themselves alone and on this device, that something is hard about them. */
function isHard(person: Person): boolean {
  const own = kith.own.stage.value
  if (own.name !== 'open' || own.keeper !== 'owner') return false
  const notes = notesAbout(own.document.snapshot.value.notes, { place: own.beside, person })
  return notes.some((note) => !note.archived && (note.distance || note.words.trim() !== ''))
}
