/** A button. `main` is the one thing a screen is for; `plain` has an edge; `quiet` has none; `link` reads as text. */

import type { ComponentChildren, Ref } from 'preact'

export interface ButtonProps {
  readonly children: ComponentChildren
  readonly onPress: () => void
  readonly kind?: 'main' | 'plain' | 'quiet' | 'link' | undefined
  /** Said instead of the text, where the text is a sign such as "+". */
  readonly label?: string | undefined
  readonly pressed?: boolean | undefined
  readonly expanded?: boolean | undefined
  readonly describedBy?: string | undefined
  /** Cannot be used just now. It can still be reached and read. */
  readonly off?: boolean | undefined
  /** Under way: a second press does nothing. */
  readonly busy?: boolean | undefined
  readonly submits?: boolean | undefined
  readonly wide?: boolean | undefined
  readonly id?: string | undefined
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined
}

export function Button(props: ButtonProps) {
  const { kind = 'plain', off = false, busy = false, wide = false } = props
  const still = off || busy
  return (
    <button
      type={props.submits ? 'submit' : 'button'}
      class={`app-button app-button--${kind}${wide ? ' app-button--wide' : ''}`}
      ref={props.buttonRef ?? null}
      id={props.id}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-describedby={props.describedBy}
      aria-disabled={still || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (still) event.preventDefault()
        else if (!props.submits) props.onPress()
      }}
    >
      {props.children}
    </button>
  )
}
