/** Whoever is in a hand, over everything, under the finger. The only thing that is redrawn while a finger moves. */

import type { Document } from '../../../sync/document.ts'
import { moves } from './hands.ts'
import { PersonToken } from './PersonMark.tsx'

export function DragLayer({ document }: { readonly document: Document }) {
  const drags = [...moves.all.value.values()].filter((drag) => drag.moving)
  return (
    <div class="app-drag" aria-hidden="true">
      {drags.map((drag) => {
        const person = document.people.find((one) => one.id === drag.person)
        if (person === undefined) return null
        return (
          <div
            class="app-drag__person"
            key={drag.pointer}
            style={{ transform: `translate(${drag.at.x}px, ${drag.at.y}px)` }}
          >
            <PersonToken {...person} size={72} />
            <span class="app-drag__name">{person.name}</span>
          </div>
        )
      })}
    </div>
  )
}
