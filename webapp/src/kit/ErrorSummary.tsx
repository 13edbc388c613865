/** What needs another look, at the top of a form: takes the focus when it appears, each line leads to its field. */

import { useEffect, useRef } from 'preact/hooks'

export interface FieldError {
  /** The id of the field it is about. */
  readonly field: string
  readonly text: string
}

export function ErrorSummary({ title, errors }: { readonly title: string; readonly errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const shown = errors.map((error) => error.text).join('\n')
  useEffect(() => {
    if (shown !== '') box.current?.focus()
  }, [shown])
  if (errors.length === 0) return null
  return (
    <div class="app-notice app-notice--care" role="alert" tabIndex={-1} ref={box}>
      <p class="app-notice__title">{title}</p>
      <ul class="app-stack">
        {errors.map((error) => (
          <li key={error.field}>
            <a
              class="app-link"
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(error.field)?.focus()
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
