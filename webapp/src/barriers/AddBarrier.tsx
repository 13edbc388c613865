/** A line for one more thing in the way: the words, where it is, what kind, and where both hold the pen, who says so. */

import { useRef, useState } from 'preact/hooks'
import { type BarrierKind, type By, type Document, isBarrierKind } from '../../../sync/document.ts'
import { isRefused } from '../document/outcomes.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { takeUp, typing } from '../kit/half-typed.ts'
import { Pick } from '../kit/Pick.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { Hand } from '../working/Hand.tsx'
import { callName } from '../working/names.ts'
import { WhoSays } from '../working/WhoSays.tsx'
import { addBarrier } from './actions.ts'

const KEY = 'add barrier'

interface AddBarrierProps {
  readonly document: Document
  readonly pen: By
}

export function AddBarrier({ document, pen }: AddBarrierProps) {
  const { barriers, plan } = words
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [side, setSide] = useState('0')
  const [kind, setKind] = useState<BarrierKind>('')
  const [chosen, setChosen] = useState(0)
  const [error, setError] = useState<string | undefined>(undefined)
  const field = useRef<HTMLInputElement>(null)
  const wasClosed = useRef(false)

  function write(typed: string): void {
    setText(typed)
    setError(undefined)
    typing(KEY, barriers.title, typed)
  }

  function add(): void {
    field.current?.focus()
    const where = side === 'service' || side === 'elsewhere' ? side : Number(side)
    const outcome = addBarrier({ words: text, kind, side: where, by: pen === 'both' ? chosen : pen })
    if (isRefused(outcome)) return setError(words.working.refusals[outcome.refused])
    announce(barriers.added(brief(text, '')))
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
          kind="main"
          onPress={() => {
            setText(takeUp(KEY) || text)
            setOpen(true)
          }}
          buttonRef={(element) => {
            if (element === null || !wasClosed.current) return
            wasClosed.current = false
            element.focus()
          }}
        >
          <span aria-hidden="true">+</span> {barriers.add}
        </Button>
      </div>
    )
  }
  return (
    <form
      class="app-barriers__add app-stack"
      aria-label={barriers.add}
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
      <WhoSays label={barriers.whoSays} pen={pen} chosen={chosen} document={document} onChoose={setChosen} />
      <SideChoice document={document} value={side} onChoose={setSide} />
      <KindPick value={kind} onPick={setKind} />
      <Field
        label={barriers.what}
        hint={barriers.whatHint}
        value={text}
        error={error}
        onInput={write}
        capitals="sentences"
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
    </form>
  )
}

interface SideChoiceProps {
  readonly document: Document
  readonly value: string
  readonly onChoose: (side: string) => void
}

/** With one of the two, with the service, or somewhere else. */
export function SideChoice({ document, value, onChoose }: SideChoiceProps) {
  const { barriers } = words
  const members = document.names.map((_, member) => ({
    value: String(member),
    label: barriers.sideOf(callName(member, document)),
    picture: <Hand by={member} document={document} />,
  }))
  return (
    <Choice
      label={barriers.side}
      shape="tiles"
      value={value}
      options={[
        ...members,
        { value: 'service', label: barriers.ofService },
        { value: 'elsewhere', label: barriers.elsewhere },
      ]}
      onChoose={onChoose}
    />
  )
}

export function KindPick({ value, onPick }: { value: BarrierKind; onPick: (kind: BarrierKind) => void }) {
  const { kinds, kind } = words.barriers
  const options = Object.entries(kinds).flatMap(([code, label]) =>
    isBarrierKind(code) ? [{ value: code, label }] : [],
  )
  return <Pick label={kind} options={options} value={value} onPick={onPick} />
}
