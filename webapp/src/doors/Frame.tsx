/** The frame of a door: one calm column, urgent help in the same place on each. */

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { showUrgentHelp } from './helping.ts'
import { UpdateStrip } from './NoticeStrip.tsx'
import { Wheels } from './Wheels.tsx'

export interface FrameProps {
  readonly title: string
  readonly children: ComponentChildren
  readonly onBack?: (() => void) | undefined
  /** The picture of the two, above the title. */
  readonly picture?: boolean | undefined
  /** Something on this door takes the focus itself, so the title does not. */
  readonly ownFocus?: boolean | undefined
}

export function Frame({ title, children, onBack, picture = false, ownFocus = false }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!ownFocus) heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [title])
  return (
    <div class="app-door">
      <UpdateStrip />
      <header class="app-door__top">
        {onBack !== undefined && (
          <Button kind="quiet" onPress={onBack}>
            {words.doors.back}
          </Button>
        )}
        {picture && <Wheels />}
        <span class="app-door__gap" />
        <Button kind="plain" onPress={showUrgentHelp}>
          {words.doors.urgent}
        </Button>
      </header>
      <main class="app-door__room app-stack">
        <h1 class="app-door__title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  )
}
