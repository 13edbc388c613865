/** A form that adds to one's own lists. What is half typed stays in it alone: kept with the place of two, the other could come upon it. */

import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { isRefused, type Refused } from '../document/outcomes.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { words } from '../words/en.ts'

interface AddToOwnProps {
  /** The form, as it is read out. */
  readonly called: string
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly capitals?: 'words' | 'sentences' | undefined
  readonly maxLength?: number | undefined
  /** The new thing's id, or why not. */
  readonly onAdd: (text: string) => string | Refused
  readonly said: (text: string) => string
  /** What is chosen or written besides, above the field and below it. */
  readonly children?: ComponentChildren
  readonly after?: ComponentChildren
}

export function AddToOwn(props: AddToOwnProps) {
  const { called, label, hint, button, capitals, maxLength, onAdd, said, children, after } = props
  const [text, setText] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)

  function add(): void {
    const made = onAdd(text)
    field.current?.focus()
    if (isRefused(made)) return setError(words.working.refusals[made.refused])
    announce(said(text.trim()))
    setText('')
  }

  return (
    <form
      class="app-offer app-stack"
      aria-label={called}
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      {children}
      <Field
        label={label}
        hint={hint}
        value={text}
        error={error}
        onInput={(typed) => {
          setError(undefined)
          setText(typed)
        }}
        maxLength={maxLength}
        capitals={capitals}
        fieldRef={field}
      />
      {after}
      <div>
        <Button kind="main" submits onPress={add}>
          {button}
        </Button>
      </div>
    </form>
  )
}
