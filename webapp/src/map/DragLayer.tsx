/**
 * Whoever is in a hand, over everything, under the finger. Drawn when a hand takes somebody or lets go; while the finger moves,
 * only moved, and not through Preact.
 */

import { effect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Document } from '../../../sync/document.ts'
import { inHand, moves } from './hands.ts'
import { PersonToken } from './PersonMark.tsx'

export function DragLayer({ document }: { readonly document: Document }) {
  const layer = useRef<HTMLDivElement>(null)
  const held = inHand.value
  useLayoutEffect(
    () =>
      effect(() => {
        for (const { person, at } of moves.all.value.values()) {
          const shown = layer.current?.querySelector<HTMLElement>(`[data-held="${CSS.escape(person)}"]`)
          if (shown) shown.style.transform = `translate(${at.x}px, ${at.y}px)`
        }
      }),
    [held],
  )
  return (
    <div class="app-drag" aria-hidden="true" ref={layer}>
      {document.people
        .filter((person) => held.split('\n').includes(person.id))
        .map((person) => (
          <div
            class={sideOf(person.id) === 'far' ? 'app-drag__person app-drag__person--far' : 'app-drag__person'}
            key={person.id}
            data-held={person.id}
          >
            <div class="app-drag__turned">
              <PersonToken {...person} size={72} />
              <span class="app-drag__name">{person.name}</span>
            </div>
          </div>
        ))}
    </div>
  )
}

function sideOf(person: string): string | undefined {
  return [...moves.all.peek().values()].find((drag) => drag.person === person)?.side
}
