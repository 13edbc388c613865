/** The three rings, their words, and who is in the middle. Soft lines: closeness is not a fence. */

import { edgeOf, middleRadius, RINGS } from './geometry.ts'
import type { Picture } from './picture.ts'
import { over } from './touch.ts'

export interface RingsProps {
  readonly picture: Picture
  readonly middle: string
  /** Someone is picked up: the rings wait for a tap. */
  readonly waiting: boolean
}

export function Rings({ picture, middle, waiting }: RingsProps) {
  const { circle } = picture
  return (
    <g class={waiting ? 'app-rings app-rings--waiting' : 'app-rings'} aria-hidden="true">
      {[...RINGS].reverse().map((ring) => (
        <circle
          class={`app-rings__ring app-rings__ring--${ring}${over.value === ring ? ' app-rings__ring--over' : ''}`}
          key={ring}
          cx={circle.x}
          cy={circle.y}
          r={edgeOf(ring, circle)}
        />
      ))}
      {picture.ringWords.map((word) => (
        <text class="app-rings__words" key={word.text} x={word.x} y={word.y} font-size={picture.text_px * 0.95}>
          {word.text}
        </text>
      ))}
      <Middle name={middle} x={circle.x} y={circle.y} radius={middleRadius(circle)} />
    </g>
  )
}

function Middle({ name, x, y, radius }: { name: string; x: number; y: number; radius: number }) {
  const characters = Array.from(name)
  const shown = characters.length > 7 ? `${characters.slice(0, 6).join('')}\u2026` : name
  const size = Math.min(radius * 0.62, (radius * 3) / Math.max(3, Array.from(shown).length))
  return (
    <g class="app-rings__middle">
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y + size * 0.36} font-size={size}>
        {shown}
      </text>
    </g>
  )
}
