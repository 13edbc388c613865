/** Where a note is written. Each letter is kept at once, in the own place alone: nothing of it lies half typed anywhere else. */

import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { Note } from '../../../sync/document.ts'
import { isRefused, type Outcome } from '../document/outcomes.ts'
import type { OwnDocument } from '../document/own-document.ts'
import type { TextField } from '../document/text-field.ts'
import { tell } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { type About, addNote } from './actions.ts'

export interface NoteTextProps {
  readonly own: OwnDocument
  readonly about: About
  /** Null until the first letter is written. */
  readonly note: Note | null
  readonly label: string
  readonly hint?: string | undefined
  /** The note that the first letter made. */
  readonly onBegun?: ((id: string) => void) | undefined
}

export function NoteText({ own, about, note, label, hint, onBegun }: NoteTextProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const field = useRef<TextField | null>(null)
  const composing = useRef(false)
  const noteId = note?.id
  const value = note?.words ?? ''

  function show(): void {
    const element = area.current
    if (element === null || composing.current || element.value === value) return
    element.value = value
    const { start, end } = field.current?.selection.peek() ?? { start: value.length, end: value.length }
    if (element.ownerDocument.activeElement === element) element.setSelectionRange(start, end)
  }

  function take(): void {
    const element = area.current
    if (element === null || composing.current) return
    const typed = element.value
    if (field.current === null && typed === '') return
    const outcome = field.current?.edit(typed, element.selectionStart) ?? begin(typed)
    if (!isRefused(outcome)) return
    tell(words.working.refusals[outcome.refused])
    show()
  }

  /** The next letter goes into the note that this one began, however soon it comes. */
  function begin(typed: string): Outcome {
    const made = addNote(own, about, typed)
    if (isRefused(made)) return made
    field.current = own.textField('notes', made, 'words')
    onBegun?.(made)
    return 'done'
  }

  useLayoutEffect(() => {
    field.current?.close()
    field.current = noteId === undefined ? null : own.textField('notes', noteId, 'words')
    return () => {
      // A letter still being composed belongs to the writer also when the field goes away.
      if (composing.current) {
        composing.current = false
        take()
      }
      field.current?.close()
      field.current = null
    }
  }, [own, noteId])
  useLayoutEffect(show, [value])

  return (
    <div class="app-field">
      <label class="app-field__label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span class="app-field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <textarea
        class="app-field__input app-field__input--area"
        id={id}
        ref={area}
        rows={5}
        autocomplete="off" // else the browser writes the words into its own session files
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={take}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
          take()
        }}
        onSelect={(event) =>
          field.current?.select(event.currentTarget.selectionStart, event.currentTarget.selectionEnd)
        }
      />
    </div>
  )
}
