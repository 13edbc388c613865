/** A text that both write, letter by letter: the caret stays where it was, and the other's name shows while they write. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { By, Document, EntityName } from '../../../sync/document.ts'
import { current } from '../document/current.ts'
import { isRefused } from '../document/outcomes.ts'
import type { TextField } from '../document/text-field.ts'
import { tell } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { lookingBack } from '../working/attention.ts'
import { undoLast } from '../working/undoing.ts'
import { WritingBy } from '../working/WritingBy.tsx'

export interface CoTextProps {
  readonly entity: EntityName
  readonly id: string
  /** One of its texts. */
  readonly field: string
  readonly label: string
  /** In whose hand it is written; the pen's where none is given. What one of the two says for themselves is never in both. */
  readonly by?: By | undefined
  readonly document: Document
  /** True for a sentence: Enter does not break the line. */
  readonly oneLine?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly look?: 'title' | 'step' | 'box' | undefined
}

export function CoText(props: CoTextProps) {
  return lookingBack.value === null ? <LiveText {...props} /> : <TextThen {...props} />
}

/** As it was at an earlier moment: to be read. */
function TextThen({ entity, id, field, label, document, look = 'step' }: CoTextProps) {
  const thing: object | undefined = document[entity].find((one) => one.id === id)
  const text = String((thing && Reflect.get(thing, field)) ?? '')
  return (
    <p class={`app-then__text app-then__text--${look}`}>
      <span class="app-hidden">{label}: </span>
      {text}
    </p>
  )
}

function LiveText(props: CoTextProps) {
  const { entity, id, field, by, look = 'step' } = props
  const text = useSharedText(entity, id, field, by)
  return (
    <WritingBy entity={id} field={field} document={props.document}>
      {text !== null && <Area {...props} text={text} look={look} />}
    </WritingBy>
  )
}

/** The shared text while the field is on the screen; null until it is found. */
function useSharedText(entity: EntityName, id: string, field: string, by: By | undefined): TextField | null {
  const [text, setText] = useState<TextField | null>(null)
  const shared = current.value
  useLayoutEffect(() => {
    const found = shared?.textField(entity, id, field, by) ?? null
    setText(found)
    return () => found?.close()
  }, [shared, entity, id, field, by])
  return text
}

function Area(props: CoTextProps & { readonly text: TextField; readonly look: string }) {
  const { text, oneLine = false } = props
  const area = useRef<HTMLTextAreaElement>(null)
  /** What the area holds: behind `text` while an input method is composing. */
  const held = useRef(text.value.peek())
  const composing = useRef(false)
  const value = text.value.value

  function show(): void {
    const element = area.current
    if (element === null || composing.current) return
    const now = text.value.peek()
    held.current = now
    if (element.value === now) return
    element.value = now
    const { start, end } = text.selection.peek()
    if (element.ownerDocument.activeElement === element) element.setSelectionRange(start, end)
  }

  function take(): void {
    const element = area.current
    if (element === null || composing.current) return
    const outcome = text.edit(element.value, element.selectionStart, held.current)
    if (isRefused(outcome)) tell(words.working.refusals[outcome.refused])
    show()
  }

  useLayoutEffect(show, [value, text])
  // A letter still being composed belongs to the writer also when the field goes away.
  useEffect(
    () => () => {
      composing.current = false
      take()
    },
    [text],
  )

  return (
    <div class={`app-cotext app-cotext--${props.look}`} data-text={value}>
      <textarea
        class="app-cotext__area"
        ref={area}
        rows={1}
        autocomplete="off" // else the browser writes the words into its own session files
        aria-label={props.label}
        placeholder={props.placeholder}
        enterkeyhint={oneLine ? 'done' : 'enter'}
        onInput={take}
        onBeforeInput={(event) => {
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
          event.preventDefault()
          if (event.inputType === 'historyUndo') undoLast()
        }}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
          take()
        }}
        onSelect={(event) => text.select(event.currentTarget.selectionStart, event.currentTarget.selectionEnd)}
        onKeyDown={(event) => {
          if (oneLine && event.key === 'Enter' && !event.isComposing) event.preventDefault()
        }}
      />
    </div>
  )
}
