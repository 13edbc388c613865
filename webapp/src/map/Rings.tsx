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
      <Middle name={middle} picture={picture} across={across} />
    </g>
  )
}

interface MiddleProps {
  readonly name: string
  readonly picture: Picture
  readonly across: boolean
}

/** How much of its breadth the name may take: a circle is narrower above and below its middle. */
const ACROSS_MIDDLE = 1.8

function Middle({ name, picture, across }: MiddleProps) {
  const { x, y } = picture.circle
  const radius = middleRadius(picture.circle)
  const characters = Array.from(name)
  const shown = characters.length > 7 ? `${characters.slice(0, 6).join('')}\u2026` : name
  const size = Math.min(
    radius * (across ? 0.5 : 0.62),
    (picture.text_px * radius * ACROSS_MIDDLE) / picture.widthOf(shown),
  )
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
