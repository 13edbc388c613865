/** The sign of someone or something on the map: each kind its own shape, a picture or initials within. */

import type { PersonKind } from '../../../sync/document.ts'
import { initials } from '../working/names.ts'
import { canDraw } from './faces.ts'
import { along, type Point } from './geometry.ts'

export interface MarkProps {
  readonly kind: PersonKind
  readonly name: string
  readonly face: string
  /** Pixels from the middle to the edge. */
  readonly radius: number
  /** Its middle; the drawing's own corner where none is given. */
  readonly at?: Point
  readonly died?: boolean | undefined
  /** Drawn empty and dashed: a place, not the person. */
  readonly ghost?: boolean | undefined
  /** Whose idea it is; none for a placing that stands. */
  readonly tone?: 'blue' | 'green' | 'both' | undefined
  /** Drawn for the person opposite. */
  readonly turned?: boolean | undefined
  /** The kind alone: neither picture nor initials. */
  readonly blank?: boolean | undefined
}

/** In a smaller mark nothing can be read. */
const LEAST_LETTERS = 10

const CORNER: Point = { x: 0, y: 0 }

/** Drawn where it stands, and not moved there: each `transform` among three hundred is a layer that the browser keeps account of. */
export function PersonMark(props: MarkProps) {
  const { kind, radius, at = CORNER, died = false, ghost = false, tone, blank = false, turned = false } = props
  const states = [died && 'died', ghost && 'ghost', tone].filter(Boolean).map((state) => ` app-mark--${state}`)
  return (
    <g
      class={`app-mark${states.join('')}`}
      aria-hidden="true"
      transform={turned ? `rotate(180 ${at.x} ${at.y})` : undefined}
    >
      <Shape kind={kind} radius={radius} at={at} />
      {!blank && kind !== 'missing' && radius >= LEAST_LETTERS && <Inside {...props} at={at} />}
    </g>
  )
}

/** The mark alone, for lists and buttons. */
export function PersonToken({ size = 40, ...mark }: Omit<MarkProps, 'radius' | 'at'> & { readonly size?: number }) {
  const half = size / 2
  return (
    <svg class="app-token" width={size} height={size} viewBox={`${-half} ${-half} ${size} ${size}`} aria-hidden="true">
      <PersonMark {...mark} radius={half * 0.82} />
    </svg>
  )
}

type Spot = Required<Pick<MarkProps, 'radius' | 'at'>>

function Inside({ name, face, radius, at }: Spot & Pick<MarkProps, 'name' | 'face'>) {
  if (canDraw(face)) {
    return (
      <text class="app-mark__face" x={at.x} y={at.y + radius * 0.36} font-size={radius * 1.02}>
        {face}
      </text>
    )
  }
  const letters = initials(name)
  const size = radius * (Array.from(letters).length > 1 ? 0.82 : 0.96)
  return (
    <text class="app-mark__letters" x={at.x} y={at.y + size * 0.36} font-size={size}>
      {letters}
    </text>
  )
}

function Shape({ kind, radius: r, at }: Spot & Pick<MarkProps, 'kind'>) {
  const { x, y } = at
  switch (kind) {
    case 'person':
      return <circle class="app-mark__shape" cx={x} cy={y} r={r} />
    case 'place': {
      const half = r * 0.95
      return <rect class="app-mark__shape" x={x - half} y={y - half} width={2 * half} height={2 * half} rx={r * 0.4} />
    }
    case 'activity':
      return <path class="app-mark__shape" stroke-linejoin="round" d={hexagon(r * 1.08, at)} />
    case 'service':
      return <path class="app-mark__shape" stroke-linejoin="round" d={shield(r, at)} />
    case 'missing':
      return <circle class="app-mark__shape app-mark__shape--open" cx={x} cy={y} r={r} />
    case 'animal':
      return <path class="app-mark__shape" stroke-linejoin="round" d={ears(r, at)} />
  }
}

function hexagon(r: number, at: Point): string {
  const corners = [0, 60, 120, 180, 240, 300].map((degrees) => corner(at, degrees, r))
  return `M${corners.join('L')}z`
}

function shield(r: number, { x, y }: Point): string {
  const [left, right] = [round(x - r * 0.92), round(x + r * 0.92)]
  const [top, waist, hip] = [round(y - r * 0.95), round(y + r * 0.42), round(y + r * 0.85)]
  return `M${left} ${top}H${right}V${waist}Q${right} ${hip} ${round(x)} ${round(y + r * 1.1)}Q${left} ${hip} ${left} ${waist}z`
}

/** A round head with two ears. */
function ears(r: number, at: Point): string {
  const [left, right] = [corner(at, -22, r), corner(at, 22, r)]
  return `M${corner(at, -62, r)}L${corner(at, -44, r * 1.36)}L${left}A${r} ${r} 0 0 1 ${right}L${corner(at, 44, r * 1.36)}L${corner(at, 62, r)}A${r} ${r} 0 1 1 ${corner(at, -62, r)}z`
}

/** In this direction, clockwise from the top. */
function corner(at: Point, degrees: number, distance: number): string {
  const { x, y } = along(degrees * 10, distance, at)
  return `${round(x)} ${round(y)}`
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
