/** How a person looks on the rings: mark, name, and the other's question over them. Only drawn; the button over it is PersonOnMap. */

import { useComputed } from '@preact/signals'
import { lifted } from '../working/attention.ts'
import { type Tone, toneOf } from '../working/names.ts'
import type { Point } from './geometry.ts'
import { inHand } from './hands.ts'
import type { Box, Label } from './labels.ts'
import { PersonMark } from './PersonMark.tsx'
import type { Stood } from './standing.ts'
import { pickedBy } from './table.ts'

export interface FigureOnMapProps {
  readonly stood: Stood
  readonly at: Point
  readonly mark: number
  readonly text_px: number
  /** The name; undefined where it found no room. */
  readonly label: Label | undefined
  /** Once more, for the person opposite. */
  readonly across: Label | undefined
  /** Drawn for the person opposite. */
  readonly turned: boolean
  readonly tag: Box | undefined
  readonly tagText: string
  readonly lit: boolean
  readonly faded: boolean
}

export function FigureOnMap(props: FigureOnMapProps) {
  const { stood, at, mark, tag, text_px } = props
  const { person, role } = stood
  const { wonder } = person
  const tone = useComputed(() => toneOfPicked(person.id)).value
  const labels = [props.label, props.across].filter((label) => label !== undefined)
  const held = useComputed(() => inHand.value.split('\n').includes(person.id)).value
  const states = [props.faded && 'faded', held && 'held', person.died && 'died', role === 'today' && 'today']
  return (
    <g
      class={`app-figure${states
        .filter(Boolean)
        .map((state) => ` app-figure--${state}`)
        .join('')}`}
    >
      {(tone !== null || props.lit) && role !== 'today' && (
        <circle class={`app-figure__lift app-figure__lift--${tone ?? 'both'}`} cx={at.x} cy={at.y} r={mark + 5} />
      )}
      <PersonMark
        turned={props.turned}
        kind={person.kind}
        name={person.name}
        face={person.face}
        radius={mark}
        at={at}
        died={person.died}
        ghost={role === 'today'}
        tone={role === 'idea' && wonder !== null ? toneOf(wonder.by) : undefined}
      />
      <g class="app-figure__words" data-hold={person.id}>
        {labels.map((label) => (
          <g key={String(label.turned)} transform={label.turned ? turnedAbout(label.box) : undefined}>
            {label.lines.map((line, i) => (
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
          </g>
        ))}
        {tag !== undefined && wonder !== null && (
          <g
            class={`app-wonder app-wonder--${toneOf(wonder.by)}`}
            transform={`${props.turned ? turnedAbout(tag) : ''} translate(${tag.left} ${tag.top})`}
          >
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

/** Whose hand has picked them up; null for nobody's. */
function toneOfPicked(id: string): Tone | null {
  const by = pickedBy(id)
  if (by !== null) return toneOf(by)
  return lifted.value?.kind === 'person' && lifted.value.id === id ? 'both' : null
}

/** Half round, where it is: to be read from the other side of the table. */
function turnedAbout({ left, right, top, bottom }: Box): string {
  return `rotate(180 ${(left + right) / 2} ${(top + bottom) / 2})`
}
