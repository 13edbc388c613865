/** How a person looks on the rings: mark, name, and the other's question over them. Only drawn; the button over it is PersonOnMap. */

import { useComputed } from '@preact/signals'
import { lifted } from '../working/attention.ts'
import { toneOf } from '../working/names.ts'
import type { Point } from './geometry.ts'
import { inHand } from './hands.ts'
import type { Box, Label } from './labels.ts'
import { PersonMark } from './PersonMark.tsx'
import type { Stood } from './standing.ts'
import { holdHandlers } from './touch.ts'

export interface FigureOnMapProps {
  readonly stood: Stood
  readonly at: Point
  readonly mark: number
  readonly text_px: number
  readonly label: Label | undefined
  readonly tag: Box | undefined
  readonly tagText: string
  readonly lit: boolean
  readonly faded: boolean
  readonly blank: boolean
}

export function FigureOnMap(props: FigureOnMapProps) {
  const { stood, at, mark, label, tag, text_px } = props
  const { person, role } = stood
  const { wonder } = person
  const chosen = useComputed(() => lifted.value?.kind === 'person' && lifted.value.id === person.id).value
  const held = useComputed(() => inHand.value.split('\n').includes(person.id)).value
  const states = [props.faded && 'faded', held && 'held', person.died && 'died', role === 'today' && 'today']
  return (
    <g
      class={`app-figure${states
        .filter(Boolean)
        .map((state) => ` app-figure--${state}`)
        .join('')}`}
    >
      <g transform={`translate(${at.x} ${at.y})`}>
        {(chosen || props.lit) && role !== 'today' && <circle class="app-figure__lift" r={mark + 5} />}
        <PersonMark
          kind={person.kind}
          name={person.name}
          face={person.face}
          radius={mark}
          died={person.died}
          blank={props.blank}
          ghost={role === 'today'}
          tone={role === 'idea' && wonder !== null ? toneOf(wonder.by) : undefined}
        />
      </g>
      <g class="app-figure__words" data-words={person.id} {...holdHandlers(person.id)}>
        {label?.lines.map((line, i) => (
          <text
            class="app-figure__name"
            key={i}
            x={label.x}
            y={label.y + i * text_px * 1.2}
            text-anchor={label.anchor}
            font-size={text_px}
          >
            {line}
          </text>
        ))}
        {tag !== undefined && wonder !== null && (
          <g class={`app-wonder app-wonder--${toneOf(wonder.by)}`} transform={`translate(${tag.left} ${tag.top})`}>
            <rect width={tag.right - tag.left} height={tag.bottom - tag.top} rx={8} />
            <text x={(tag.right - tag.left) / 2} y={text_px * 1.17} font-size={text_px * 0.95}>
              {props.tagText}
            </text>
          </g>
        )}
      </g>
    </g>
  )
}
