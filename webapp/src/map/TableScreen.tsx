/** Table mode: the map alone, flat between the two, with what each needs at their own edge. For moving and tapping. */

import { useEffect, useRef } from 'preact/hooks'
import type { SharedDocument } from '../document/shared-document.ts'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { toneOf } from '../working/names.ts'
import { DragLayer } from './DragLayer.tsx'
import { nudge } from './placing.ts'
import { RingMap } from './RingMap.tsx'
import { standings } from './standing.ts'
import { TableHalf } from './TableHalf.tsx'
import { HALVES, type Seats } from './table.ts'
import { listenTo } from './touch.ts'
import { zoomByKey } from './Zoom.tsx'

export interface TableScreenProps {
  readonly shared: SharedDocument
  readonly seats: Seats
  readonly onLeave: () => void
  readonly onUrgentHelp: () => void
}

export function TableScreen({ shared, seats, onLeave, onUrgentHelp }: TableScreenProps) {
  const screen = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const document = seen(shared.snapshot.value)
  const standing = standings(document, nudge.value)
  useEffect(() => {
    heading.current?.focus()
    return screen.current === null ? undefined : listenTo(screen.current)
  }, [])
  return (
    <main
      class={`app-table app-table--${toneOf(seats.near)}`}
      ref={screen}
      aria-labelledby="table-title"
      onKeyDown={zoomByKey}
    >
      <h1 class="app-hidden" id="table-title" tabIndex={-1} ref={heading} data-rest>
        {words.table.title}
      </h1>
      <p class="app-hidden" id="map-help">
        {words.map.help}
      </p>
      <RingMap document={document} standing={standing} across />
      {HALVES.map((half) => (
        <TableHalf
          key={half}
          half={half}
          seats={seats}
          shared={shared}
          standing={standing}
          onLeave={onLeave}
          onUrgentHelp={onUrgentHelp}
        />
      ))}
      <DragLayer document={document} />
    </main>
  )
}
