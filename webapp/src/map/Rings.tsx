/** The three rings, their words, and who is in the middle. Soft lines: closeness is not a fence. */

import { edgeOf, middleRadius, RINGS } from './geometry.ts'
import type { Picture } from './picture.ts'
import { over } from './touch.ts'

export interface RingsProps {
  readonly picture: Picture
  readonly middle: string
  /** Someone is picked up: the rings wait for a tap. */
  readonly waiting: boolean
  /** The map lies between two people. */
  readonly across: boolean
}

export function Rings({ picture, middle, waiting, across }: RingsProps) {
  const { circle } = picture
  return (
    <g class={waiting ? 'app-rings app-rings--waiting' : 'app-rings'} aria-hidden="true">
      {[...RINGS].reverse().map((ring) => (
        <circle
          class={`app-rings__ring app-rings__ring--${ring}${over.value.includes(ring) ? ' app-rings__ring--over' : ''}`}
          key={ring}
          cx={circle.x}
          cy={circle.y}
          r={edgeOf(ring, circle)}
        />
      ))}
      {picture.ringWords.map((word) => (
        <text
          class="app-rings__words"
          key={`${word.ring} ${word.turned}`}
          x={word.x}
          y={word.y}
          font-size={picture.text_px * 0.95}
          transform={word.turned ? `rotate(180 ${word.x} ${word.y})` : undefined}
        >
          {word.text}
        </text>
      ))}
      <Middle name={middle} x={circle.x} y={circle.y} radius={middleRadius(circle)} across={across} />
    </g>
  )
}

interface MiddleProps {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly across: boolean
}

function Middle({ name, x, y, radius, across }: MiddleProps) {
  const characters = Array.from(name)
  const shown = characters.length > 7 ? `${characters.slice(0, 6).join('')}\u2026` : name
  const size = Math.min(radius * (across ? 0.5 : 0.62), (radius * 3) / Math.max(3, Array.from(shown).length))
  const line = across ? radius * 0.16 + size * 0.72 : size * 0.36
  return (
    <g class="app-rings__middle">
      <circle cx={x} cy={y} r={radius} />
      {(across ? [0, 180] : [0]).map((turn) => (
        <text key={turn} x={x} y={y + line} font-size={size} transform={turn ? `rotate(${turn} ${x} ${y})` : undefined}>
          {shown}
        </text>
      ))}
    </g>
  )
}
