/**
 * Several of many, each a picture with its word under it: for people who point rather than read, and for those who read. The word
 * is always there; a picture is never the only sign.
 */

import type { ComponentChildren } from 'preact'

export interface Pictured<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly picture: ComponentChildren
}

interface PictureChoiceProps<Value extends string> {
  readonly label: string
  readonly hint?: string | undefined
  readonly options: readonly Pictured<Value>[]
  readonly chosen: readonly Value[]
  readonly onChoose: (chosen: readonly Value[]) => void
}

export function PictureChoice<Value extends string>(props: PictureChoiceProps<Value>) {
  const { chosen, onChoose } = props
  return (
    <fieldset class="app-choice app-choice--pictures">
      <legend class="app-field__label">{props.label}</legend>
      {props.hint !== undefined && <p class="app-field__hint">{props.hint}</p>}
      <div class="app-choice__options">
        {props.options.map(({ value, label, picture }) => (
          <label class="app-choice__option" key={value}>
            <input
              class="app-choice__input"
              type="checkbox"
              autocomplete="off"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChoose(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            <span class="app-choice__picture" aria-hidden="true">
              {picture}
            </span>
            <span class="app-choice__words">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
