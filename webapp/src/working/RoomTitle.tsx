/** The title of the room beside the map. When somebody goes there it takes the focus, and stands at the top. */

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { arrivals } from './attention.ts'

/** The last arrival that a title has answered: a room that comes later answers it all the same. */
let answered = 0

export function RoomTitle({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const arrival = arrivals.value
  useEffect(() => {
    if (arrival === answered) return
    answered = arrival
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' })
  }, [arrival])
  return (
    <h2 class="app-room__title" id="room-title" tabIndex={-1} data-rest ref={heading}>
      {children}
    </h2>
  )
}
