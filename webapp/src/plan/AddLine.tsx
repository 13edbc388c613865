/** One line to add a thing: a wish, a goal, a step, what is in the way. Enter adds, and the keyboard stays for the next. */

import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { isRefused, type Refused } from '../document/outcomes.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { takeUp, typing } from '../kit/half-typed.ts'
import { words } from '../words/en.ts'
import { brief } from './said.ts'

export interface AddLineProps {
  /** On the button that opens the line. */
  readonly open: string
  /** Read out in place of it, where there are several such buttons. */
  readonly called?: string | undefined
  readonly label: string
  /** Whose line it is, among all lines: what was left half typed in it is there again. */
  readonly name: string
  /** What is said of words left half typed in it: where they belong. Without it, what is on the button. */
  readonly about?: string | undefined
  readonly hint?: string | undefined
  /** The new thing's id, or why not. */
  readonly onAdd: (text: string) => string | Refused
  readonly said: (text: string) => string
  readonly kind?: 'main' | 'plain' | 'quiet' | undefined
  /** What is chosen beside the words. Then they may be none: `onAdd` says whether the choices are enough. */
  readonly children?: ComponentChildren
  /** Where the words are what it is about, and the choices may stay as they are: those stand under the words. */
  readonly wordsFirst?: boolean | undefined
  /** Below the line. */
  readonly after?: ComponentChildren
}

export function AddLine(props: AddLineProps) {
  const { open, called, label, name, about = open, hint, onAdd, said, kind = 'plain', wordsFirst = false } = props
  const { children, after } = props
  const hasChoices = children !== undefined
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const closed = useRef(false)
  const field = useRef<HTMLInputElement>(null)

  function add(): void {
    field.current?.focus()
    const given = text.trim()
    if (given === '' && !hasChoices) return
    const outcome = onAdd(given)
    if (isRefused(outcome)) {
      setError(words.working.refusals[outcome.refused])
      return
    }
    announce(said(brief(given, '')))
    write('')
  }

  function write(words: string): void {
    setText(words)
    typing(name, about, words)
  }

  function close(): void {
    closed.current = true
    setAdding(false)
  }

  if (!adding) {
    return (
      <div class="app-addline">
        <Button
          kind={kind}
          label={called}
          onPress={() => {
            setText(takeUp(name) || text)
            setAdding(true)
          }}
          buttonRef={(element) => {
            if (element === null || !closed.current) return
            closed.current = false
            element.focus()
          }}
        >
          <span aria-hidden="true">+</span> {open}
        </Button>
      </div>
    )
  }
  return (
    <form
      class={`app-addline app-addline--open${hasChoices ? ' app-addline--choices' : ''}`}
      aria-label={hasChoices ? (called ?? open) : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault() // or the sheet that it stands in would close too
        event.stopPropagation()
        close()
      }}
    >
      {!wordsFirst && children}
      <Field
        label={label}
        hint={hint}
        value={text}
        error={error}
        onInput={(value) => {
          setError(undefined)
          write(value)
        }}
        capitals="sentences"
        enterKey="next"
        fieldRef={(element) => {
          if (element !== null && field.current === null) element.focus()
          field.current = element
        }}
      />
      {wordsFirst && children}
      <div class="app-row">
        <Button kind={hasChoices ? 'main' : 'plain'} submits onPress={add}>
          {words.plan.add}
        </Button>
        <Button kind="quiet" onPress={close}>
          {words.plan.addDone}
        </Button>
      </div>
      {after}
    </form>
  )
}
