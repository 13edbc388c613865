/** One of many, in the platform's own list: where buttons side by side would fill the screen. */

import { useId } from 'preact/hooks'

export interface PickProps<Value extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onPick: (value: Value) => void
}

export function Pick<Value extends string>({ label, options, value, onPick }: PickProps<Value>) {
  const id = useId()
  return (
    <div class="app-pick">
      <label class="app-pick__label" for={id}>
        {label}
      </label>
      <select
        class="app-field__input app-pick__list"
        id={id}
        autocomplete="off"
        value={value}
        onChange={(event) => {
          const picked = options[event.currentTarget.selectedIndex]
          if (picked !== undefined) onPick(picked.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
