/** A line for one more good thing: how it begins, the words, and where both hold the pen, who says so. */

import { useRef, useState } from 'preact/hooks'
import type { By, Document, StrengthKind } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { takeUp, typing } from '../kit/half-typed.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { addStrength } from './actions.ts'
import { PromptCards } from './PromptCards.tsx'

const KINDS: readonly StrengthKind[] = ['like', 'good at', 'said', 'bring']

interface AddGoodThingProps {
  readonly about: number
  readonly document: Document
  readonly pen: By
}

export function AddGoodThing({ about, document, pen }: AddGoodThingProps) {
  const { strengths, details, plan } = words
  const key = `add strength ${about}`
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [kind, setKind] = useState<StrengthKind>('like')
  const [chosen, setChosen] = useState(about)
  const [error, setError] = useState<string | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  const wasClosed = useRef(false)
  const by = pen === 'both' ? chosen : pen
  const name = callName(about, document)
  const begins = (one: StrengthKind) => (by === about ? details.strengths[one] : strengths.begins[one](name))

  function write(typed: string): void {
    setText(typed)
    setError(undefined)
    typing(key, strengths.of(name), typed)
  }

  function add(): void {
    field.current?.focus()
    const given = text.trim()
    const outcome = addStrength({ words: given, kind, about, by })
    if (isRefused(outcome)) return setError(words.working.refusals[outcome.refused])
    const what = brief(given, '')
    announce(by === about ? strengths.added(what) : strengths.asks(what, name))
    write('')
  }

  function close(): void {
    wasClosed.current = true
    setOpen(false)
  }

  if (!isOpen) {
    return (
      <div>
        <Button
          onPress={() => {
            setText(takeUp(key) || text)
            setOpen(true)
          }}
          buttonRef={(element) => {
            if (element === null || !wasClosed.current) return
            wasClosed.current = false
            element.focus()
          }}
        >
          <span aria-hidden="true">+</span> {strengths.add}
        </Button>
      </div>
    )
  }
  return (
    <form
      class="app-good__add app-stack app-stack--close"
      aria-label={strengths.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      {pen === 'both' && (
        <Choice
          label={strengths.whoSays}
          shape="tiles"
          value={String(chosen)}
          options={document.names.map((_, number) => ({
            value: String(number),
            label: callName(number, document),
            picture: <Hand by={number} document={document} />,
          }))}
          onChoose={(value) => setChosen(Number(value))}
        />
      )}
      <Choice
        label={strengths.kind}
        shape="tiles"
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: begins(one) }))}
        onChoose={setKind}
      />
      <Field
        label={strengths.addFor(name)}
        hint={strengths.hint}
        value={text}
        error={error}
        onInput={write}
        enterKey="next"
        fieldRef={(element) => {
          if (element !== null && field.current === null) element.focus()
          field.current = element
        }}
      />
      <div class="app-row">
        <Button kind="main" submits onPress={add}>
          {plan.add}
        </Button>
        <Button kind="quiet" onPress={close}>
          {plan.addDone}
        </Button>
      </div>
      <PromptCards />
    </form>
  )
}
