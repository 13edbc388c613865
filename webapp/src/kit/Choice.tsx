/** Choose one of a few (radios), or say yes to one thing (a tick). Platform controls, drawn larger. */

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string | undefined
  /** A small picture before the words; never the only sign. */
  readonly picture?: ComponentChildren
}

export interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onChoose: (value: Value) => void
  readonly hint?: string | undefined
  readonly labelHidden?: boolean | undefined
  /** `list`: one under the other; `tiles`: side by side while there is room. */
  readonly shape?: 'list' | 'tiles' | undefined
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const id = useId()
  const withPictures = props.options.some(({ picture }) => picture !== undefined)
  return (
    <fieldset
      class={`app-choice app-choice--${props.shape ?? 'list'}${withPictures ? ' app-choice--with-pictures' : ''}`}
      aria-describedby={props.hint && `${id}-hint`}
    >
      <legend class={props.labelHidden ? 'app-hidden' : 'app-field__label'}>{props.label}</legend>
      {props.hint !== undefined && (
        <p class="app-field__hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <div class="app-choice__options">
        {props.options.map((option) => (
          <label class="app-choice__option" key={option.value}>
            <input
              class="app-choice__input"
              type="radio"
              autocomplete="off"
              name={id}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChoose(option.value)}
            />
            {option.picture}
            <span class="app-choice__words">
              {option.label}
              {option.hint !== undefined && <span class="app-field__hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export interface TickProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hint?: string | undefined
  readonly picture?: ComponentChildren
}

export function Tick(props: TickProps) {
  return (
    <label class="app-choice__option app-choice__option--tick">
      <input
        class="app-choice__input"
        type="checkbox"
        autocomplete="off"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.picture}
      <span class="app-choice__words">
        {props.label}
        {props.hint !== undefined && <span class="app-field__hint">{props.hint}</span>}
      </span>
    </label>
  )
}
