/** The sign of someone or something on the map: each kind its own shape, a picture or initials within. */

import type { PersonKind } from '../../../sync/document.ts'
import { initials } from '../working/names.ts'
import { canDraw } from './faces.ts'

export interface MarkProps {
  readonly kind: PersonKind
  readonly name: string
  readonly face: string
  /** Pixels from the middle to the edge. */
  readonly radius: number
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

export function PersonMark(props: MarkProps) {
  const { kind, radius, died = false, ghost = false, tone, blank = false, turned = false } = props
  const states = [died && 'died', ghost && 'ghost', tone].filter(Boolean).map((state) => ` app-mark--${state}`)
  return (
    <g class={`app-mark${states.join('')}`} aria-hidden="true" transform={turned ? 'rotate(180)' : undefined}>
      <Shape kind={kind} radius={radius} />
      {!blank && kind !== 'missing' && radius >= LEAST_LETTERS && <Inside {...props} />}
    </g>
  )
}

/** The mark alone, for lists and buttons. */
export function PersonToken({ size = 40, ...mark }: Omit<MarkProps, 'radius'> & { readonly size?: number }) {
  const half = size / 2
  return (
    <svg class="app-token" width={size} height={size} viewBox={`${-half} ${-half} ${size} ${size}`} aria-hidden="true">
      <PersonMark {...mark} radius={half * 0.82} />
    </svg>
  )
}

function Inside({ name, face, radius }: MarkProps) {
  if (canDraw(face)) {
    return (
      <text class="app-mark__face" y={radius * 0.36} font-size={radius * 1.02}>
        {face}
      </text>
    )
  }
  const letters = initials(name)
  const size = radius * (Array.from(letters).length > 1 ? 0.82 : 0.96)
  return (
    <text class="app-mark__letters" y={size * 0.36} font-size={size}>
      {letters}
    </text>
  )
}

function Shape({ kind, radius: r }: { readonly kind: PersonKind; readonly radius: number }) {
  switch (kind) {
    case 'person':
      return <circle class="app-mark__shape" r={r} />
    case 'place':
      return <rect class="app-mark__shape" x={-r * 0.95} y={-r * 0.95} width={r * 1.9} height={r * 1.9} rx={r * 0.4} />
    case 'activity':
      return <path class="app-mark__shape" stroke-linejoin="round" d={hexagon(r * 1.08)} />
    case 'service':
      return <path class="app-mark__shape" stroke-linejoin="round" d={shield(r)} />
    case 'missing':
      return <circle class="app-mark__shape app-mark__shape--open" r={r} />
    case 'animal':
      return <path class="app-mark__shape" stroke-linejoin="round" d={ears(r)} />
  }
}

function hexagon(r: number): string {
  const corners = [0, 1, 2, 3, 4, 5].map((i) => {
    const turn = (i * Math.PI) / 3
    return `${round(r * Math.sin(turn))} ${round(-r * Math.cos(turn))}`
  })
  return `M${corners.join('L')}z`
}

function shield(r: number): string {
  const [side, top, waist, foot] = [r * 0.92, -r * 0.95, r * 0.42, r * 1.1].map(round)
  return `M${-(side ?? 0)} ${top}H${side}V${waist}Q${side} ${round(r * 0.85)} 0 ${foot}Q${-(side ?? 0)} ${round(r * 0.85)} ${-(side ?? 0)} ${waist}z`
}

/** A round head with two ears. */
function ears(r: number): string {
  const at = (degrees: number, distance = r) => {
    const turn = (degrees * Math.PI) / 180
    return `${round(distance * Math.sin(turn))} ${round(-distance * Math.cos(turn))}`
  }
  return `M${at(-62)}L${at(-44, r * 1.36)}L${at(-22)}A${r} ${r} 0 0 1 ${at(22)}L${at(44, r * 1.36)}L${at(62)}A${r} ${r} 0 1 1 ${at(-62)}z`
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
