/** A text that both write, with its label above it. */

import { CoText, type CoTextProps } from './CoText.tsx'

interface CoFieldProps extends Omit<CoTextProps, 'placeholder' | 'look'> {
  readonly hint?: string | undefined
}

export function CoField({ hint, ...text }: CoFieldProps) {
  return (
    <div class="app-field">
      <span class="app-field__label" aria-hidden="true">
        {text.label}
      </span>
      {hint !== undefined && <span class="app-field__hint">{hint}</span>}
      <CoText {...text} look="box" />
    </div>
  )
}
