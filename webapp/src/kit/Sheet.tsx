/** A dialog over the screen: keeps the focus, closes on Escape, gives the focus back to where it came from. */

import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { words } from '../words/en.ts'
import { Announce, openSheets, told } from './Announce.tsx'
import { restInFront } from './kept-focus.ts'
import { Told } from './Told.tsx'
import { WaysOutLine } from './WaysOut.tsx'

/** Whether the next sheet is for the person opposite: the tablet lies between two, and they asked for it. */
export const facesAcross = signal(false)

export interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** Buttons that stay in reach at the bottom. */
  readonly actions?: ComponentChildren
  /** Where a press on Close would lose something: the button is left out, and Escape does nothing. */
  readonly mustAnswer?: boolean | undefined
  /** Where a sheet goes on in steps: each begins at its top, with its title in focus. */
  readonly step?: string | undefined
  /** For something to look at: as wide as the screen gives. */
  readonly wide?: boolean | undefined
}

export function Sheet({ title, onClose, children, actions, mustAnswer = false, step, wide = false }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  const level = useRef(0)
  const [isTurned] = useState(() => facesAcross.peek())

  useLayoutEffect(() => {
    const shown = dialog.current
    const cameFrom = document.activeElement
    openSheets.value += 1
    level.current = openSheets.value
    shown?.showModal()
    if (!shown?.querySelector('[autofocus]')) heading.current?.focus()
    return () => {
      openSheets.value -= 1
      facesAcross.value = false
      shown?.close()
      giveBack(cameFrom)
    }
  }, [])

  const stepBefore = useRef(step)
  useLayoutEffect(() => {
    if (stepBefore.current === step) return
    stepBefore.current = step
    body.current?.scrollTo(0, 0)
    heading.current?.focus()
  }, [step])

  // Words alone that are longer than the sheet: the keys can scroll them only where they can be reached.
  const [isLong, setLong] = useState(false)
  useLayoutEffect(() => {
    const { current: room } = body
    if (room === null) return
    setLong(room.scrollHeight > room.clientHeight && room.querySelector('button, a, input, textarea, select') === null)
  })

  // Without it the page behind would scroll under the finger.
  useEffect(() => {
    document.documentElement.classList.add('app-under-sheet')
    return () => {
      if (openSheets.value === 0) document.documentElement.classList.remove('app-under-sheet')
    }
  }, [])

  return (
    <dialog
      class={`app-sheet${isTurned ? ' app-sheet--turned' : ''}${wide ? ' app-sheet--wide' : ''}`}
      ref={dialog}
      aria-labelledby={id}
      onClickCapture={() => {
        // What opens from here faces whoever this faces.
        facesAcross.value = isTurned
      }}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        if (!mustAnswer) onClose()
      }}
    >
      <div class="app-sheet__head">
        <h2 class="app-sheet__title" id={id} ref={heading} tabIndex={-1} data-rest>
          {title}
        </h2>
        {!mustAnswer && (
          <button type="button" class="app-sheet__close" aria-label={words.kit.close} onClick={onClose}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
            </svg>
          </button>
        )}
      </div>
      <div class="app-sheet__body app-stack" ref={body} tabIndex={isLong ? 0 : undefined}>
        {told.value !== '' && openSheets.value === level.current && <Told />}
        {children}
      </div>
      {actions !== undefined && <div class="app-sheet__actions">{actions}</div>}
      <WaysOutLine />
      <Announce level={level.current || openSheets.value} />
    </dialog>
  )
}

/** What opened the sheet may be gone (someone was put away): then the nearest heading takes the focus. */
function giveBack(cameFrom: Element | null): void {
  queueMicrotask(() => {
    if (cameFrom instanceof HTMLElement || cameFrom instanceof SVGElement) cameFrom.focus({ preventScroll: true })
    if (document.activeElement === document.body || document.activeElement === null) {
      restInFront()?.focus({ preventScroll: true })
    }
  })
}
