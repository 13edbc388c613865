/** A few words set apart from the rest. `care` is for something to know, in warm yellow; nothing is ever red. */

import type { ComponentChildren } from 'preact'

export interface NoticeProps {
  readonly kind?: 'plain' | 'blue' | 'green' | 'both' | 'care' | undefined
  readonly title?: string | undefined
  readonly children: ComponentChildren
  /** Read out when it appears. */
  readonly live?: boolean | undefined
}

export function Notice({ kind = 'plain', title, children, live = false }: NoticeProps) {
  return (
    <div class={`app-notice app-notice--${kind}`} role={live ? 'status' : undefined}>
      {title !== undefined && <p class="app-notice__title">{title}</p>}
      {children}
    </div>
  )
}
