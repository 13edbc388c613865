/** One line of an outing, or of what belongs to it: handed over when the hand moves on. */

import { useDraft } from '../kit/draft.ts'
import { Field } from '../kit/Field.tsx'

interface LineFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  /** Whose field it is, among all fields. */
  readonly name: string
  readonly type?: 'text' | 'tel' | undefined
  readonly onWrite: (text: string) => void
}

export function LineField({ label, hint, value, name, type, onWrite }: LineFieldProps) {
  const draft = useDraft(value, onWrite, name, label)
  return (
    <Field
      label={label}
      hint={hint}
      type={type}
      value={draft.text}
      onInput={draft.write}
      onBlur={draft.settle}
      onEnter={draft.settle}
    />
  )
}
