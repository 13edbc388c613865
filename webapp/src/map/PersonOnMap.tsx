/** One person on the rings: a button that can be tapped, dragged, moved by keys and opened. What it looks like is FigureOnMap. */

import { useComputed } from '@preact/signals'
import type { TargetedKeyboardEvent } from 'preact'
import { isTying, stepBack } from '../ties/tying.ts'
import { lifted, tying } from '../working/attention.ts'
import { board } from './board.ts'
import type { Point } from './geometry.ts'
import { moves } from './hands.ts'
import { nudgeBy, settleNudge } from './placing.ts'
import type { Stood } from './standing.ts'
import { pickedAt, pickedBy } from './table.ts'
import { isEcho, pick } from './touch.ts'

export interface PersonOnMapProps {
  readonly stood: Stood
  readonly at: Point
  readonly mark: number
  /** How far from the middle a finger still means this one. */
  readonly touch: number
  readonly spoken: string
}

export function PersonOnMap({ stood, at, mark, touch, spoken }: PersonOnMapProps) {
  const { person } = stood
  const chosen = useComputed(
    () =>
      tying.value === person.id ||
      (lifted.value?.kind === 'person' && lifted.value.id === person.id) ||
      pickedBy(person.id) !== null,
  ).value
  return (
    <g
      class="app-person"
      role="button"
      tabindex={0}
      aria-label={spoken}
      aria-pressed={chosen}
      aria-describedby="map-help"
      data-person={person.id}
      data-hold={person.id}
      onClick={(event) => {
        if (!isEcho(event)) pick(person.id)
      }}
      onKeyDown={(event) => onKey(event, stood)}
      onBlur={settleNudge}
    >
      <circle class="app-person__touch" cx={at.x} cy={at.y} r={touch} />
      <circle class="app-person__focus" cx={at.x} cy={at.y} r={mark + 7} />
    </g>
  )
}

function onKey(event: TargetedKeyboardEvent<SVGGElement>, stood: Stood): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (isTying.peek()) {
    if (event.key === 'Enter' || event.key === ' ') pick(stood.person.id)
    else if (event.key === 'Escape') stepBack()
    else return
  } else if (event.key === 'Enter') {
    settleNudge()
    board.peek().open(stood.person.id)
  } else if (event.key === ' ') pick(stood.person.id)
  else if (event.key === 'Escape') {
    moves.cancelAll()
    lifted.value = null
    pickedAt.value = { near: '', far: '' }
  } else if (!nudgeBy(stood.person, event.key)) return
  event.preventDefault()
}
