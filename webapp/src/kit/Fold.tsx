/** A part of a sheet that is folded away: one line says what it is about and what is there, a press opens it. */

import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'

export interface FoldProps {
  readonly title: string
  /** What is there, in words; nothing where nothing was said. */
  readonly said: string
  /** What it is for, while nothing was said. */
  readonly hint: string
  /** Open from the beginning: something in it waits for an answer. */
  readonly startsOpen?: boolean | undefined
  readonly children: ComponentChildren
}

export function Fold({ title, said, hint, startsOpen = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(startsOpen)
  const id = useId()
  return (
    <div class={isOpen ? 'app-fold app-fold--open' : 'app-fold'} role="group" aria-labelledby={`${id}-title`}>
      <h3 class="app-fold__head">
        <button type="button" class="app-fold__button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span class="app-fold__words">
            <span class="app-fold__title" id={`${id}-title`}>
              {title}
            </span>{' '}
            <span class={said === '' ? 'app-fold__said app-fold__said--none' : 'app-fold__said'}>{said || hint}</span>
          </span>
          <svg class="app-fold__sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d="M6 9l6 6 6-6" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
          </svg>
        </button>
      </h3>
      {isOpen && <div class="app-fold__body app-stack">{children}</div>}
    </div>
  )
}
