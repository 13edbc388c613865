/** What was put away, or is off a list: out of sight in a fold, each with a way back. */

import type { ComponentChildren } from 'preact'
import type { Outcome } from '../document/outcomes.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { lookingBack } from './attention.ts'
import { done } from './done.ts'

export interface Away {
  readonly id: string
  readonly what: string
  /** Said softly behind that. */
  readonly note?: string | undefined
  /** Brings it back; without it, that is another's to do. */
  readonly back?: (() => Outcome) | undefined
  /** Behind the button. */
  readonly after?: ComponentChildren
}

interface PutAwayProps {
  readonly title: string
  readonly away: readonly Away[]
  /** On the button; what is read out in its place; and what is said once it is back. */
  readonly button?: string | undefined
  readonly called: (what: string) => string
  readonly said: (what: string) => string
}

export function PutAway({ title, away, button = words.map.bringBack, called, said }: PutAwayProps) {
  if (away.length === 0) return null
  return (
    <details class="app-away">
      <summary class="app-away__head">{title}</summary>
      <ul>
        {away.map(({ id, what, note, back, after }) => (
          <li class="app-away__row" key={id}>
            <span>
              {what} {note !== undefined && <span class="app-soft">{note}</span>}
            </span>
            {back !== undefined && lookingBack.value === null && (
              <Button label={called(what)} onPress={() => done(back(), said(what))}>
                {button}
              </Button>
            )}
            {after}
          </li>
        ))}
      </ul>
    </details>
  )
}
