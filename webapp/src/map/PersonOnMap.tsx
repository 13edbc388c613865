/** One person on the rings: a button that can be tapped, dragged, moved by keys and opened. */

import { computed } from '@preact/signals'
import type { TargetedKeyboardEvent } from 'preact'
import { lifted, opened } from '../working/attention.ts'
import { toneOf } from '../working/names.ts'
import type { Point } from './geometry.ts'
import { moves } from './hands.ts'
import type { Box, Label } from './labels.ts'
import { PersonMark } from './PersonMark.tsx'
import { nudgeBy, settleNudge } from './placing.ts'
import type { Stood } from './standing.ts'
import { holdHandlers, pick } from './touch.ts'

export interface PersonOnMapProps {
  readonly stood: Stood
  readonly at: Point
  readonly mark: number
  readonly touch: number
  readonly text_px: number
  readonly label: Label | undefined
  readonly tag: Box | undefined
  readonly tagText: string
  readonly spoken: string
  readonly lit: boolean
  readonly faded: boolean
  readonly blank: boolean
}

/** Ids of those in a hand just now; changes only when a drag begins or ends. */
const inHand = computed(() =>
  [...moves.all.value.values()]
    .filter((drag) => drag.moving)
    .map((drag) => drag.person)
    .join('\n'),
)

export function PersonOnMap(props: PersonOnMapProps) {
  const { stood, at, mark, label, tag } = props
  const { person } = stood
  const held = inHand.value.split('\n').includes(person.id)
  const chosen = lifted.value?.kind === 'person' && lifted.value.id === person.id
  const states = [chosen && 'chosen', props.lit && 'lit', props.faded && 'faded', held && 'held', person.died && 'died']
  return (
    <g
      class={`app-person${states
        .filter(Boolean)
        .map((state) => ` app-person--${state}`)
        .join('')}`}
      transform={`translate(${at.x} ${at.y})`}
      role="button"
      tabIndex={0}
      aria-label={props.spoken}
      aria-pressed={chosen}
      aria-describedby="map-help"
      data-person={person.id}
      {...holdHandlers(person.id)}
      onClick={(event) => {
        event.stopPropagation()
        pick(person.id)
      }}
      onKeyDown={(event) => onKey(event, stood)}
      onBlur={settleNudge}
    >
      <circle class="app-person__touch" r={props.touch} />
      <circle class="app-person__focus" r={mark + 7} />
      {(chosen || props.lit) && <circle class="app-person__lift" r={mark + 5} />}
      <PersonMark
        kind={person.kind}
        name={person.name}
        face={person.face}
        radius={mark}
        died={person.died}
        blank={props.blank}
        tone={stood.role === 'idea' && person.wonder !== null ? toneOf(person.wonder.by) : undefined}
      />
      {label?.lines.map((line, i) => (
        <text
          class="app-person__name"
          key={i}
          x={label.x - at.x}
          y={label.y - at.y + i * props.text_px * 1.2}
          text-anchor={label.anchor}
          font-size={props.text_px}
        >
          {line}
        </text>
      ))}
      {tag !== undefined && person.wonder !== null && (
        <g
          class={`app-wonder app-wonder--${toneOf(person.wonder.by)}`}
          transform={`translate(${tag.left - at.x} ${tag.top - at.y})`}
        >
          <rect width={tag.right - tag.left} height={tag.bottom - tag.top} rx={8} />
          <text x={(tag.right - tag.left) / 2} y={props.text_px * 1.17} font-size={props.text_px * 0.95}>
            {props.tagText}
          </text>
        </g>
      )}
    </g>
  )
}

function onKey(event: TargetedKeyboardEvent<SVGGElement>, stood: Stood): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Enter') {
    settleNudge()
    opened.value = { kind: 'person', id: stood.person.id }
  } else if (event.key === ' ') pick(stood.person.id)
  else if (event.key === 'Escape') {
    moves.cancelAll()
    lifted.value = null
  } else if (!nudgeBy(stood.person, event.key)) return
  event.preventDefault()
}
