/** A line for secret words. They can be shown, pasted and filled in by a password keeper; nothing of them is ever kept by the form. */

import { useSignal } from '@preact/signals'
import type { Ref } from 'preact'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { words } from '../words/en.ts'

export interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly fieldRef?: Ref<HTMLInputElement> | undefined
}

export function SecretField(props: SecretFieldProps) {
  const shown = useSignal(false)
  return (
    <div class="app-secret">
      <Field {...props} type={shown.value ? 'text' : 'password'} spellCheck={false} capitals="none" enterKey="go" />
      <Button kind="link" pressed={shown.value} onPress={() => (shown.value = !shown.value)}>
        {shown.value ? words.doors.hide : words.doors.show}
      </Button>
    </div>
  )
}
