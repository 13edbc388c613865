/** The part of a row that a finger takes to drag it earlier or later. With the keyboard: up and down. */

import { useRef } from 'preact/hooks'
import { announce } from '../kit/Announce.tsx'
import { words } from '../words/en.ts'
import { type Beside, moveGoal, moveStep, moveStepAmongAll } from './actions.ts'
import { placeAt, type Row } from './order.ts'

/** A step among those of its goal, or among all there are. */
export type Moved = 'goal' | 'step' | 'any step'

export const MOVES: Readonly<Record<Moved, typeof moveGoal>> = {
  goal: moveGoal,
  step: moveStep,
  'any step': moveStepAmongAll,
}

interface GripProps {
  readonly kind: Moved
  readonly id: string
  readonly what: string
  readonly among: readonly string[]
}

const SHOWN = ['app-order--before', 'app-order--after']

export function Grip({ kind, id, what, among }: GripProps) {
  const grip = useRef<HTMLButtonElement>(null)
  const held = useRef<number | null>(null)
  const { plan } = words

  const rowOf = (one: string): Element | null =>
    grip.current?.ownerDocument.querySelector(`[data-${kind === 'goal' ? 'goal' : 'step'}="${CSS.escape(one)}"]`) ??
    null

  function rows(): readonly Row[] {
    return among.flatMap((one) => {
      const box = rowOf(one)?.getBoundingClientRect()
      return box === undefined ? [] : [{ id: one, top: box.top, bottom: box.bottom }]
    })
  }

  function show(beside: Beside | null): void {
    for (const one of among) rowOf(one)?.classList.remove(...SHOWN)
    if (beside === null) return
    const [neighbour, mark] = 'before' in beside ? [beside.before, SHOWN[0]] : [beside.after, SHOWN[1]]
    if (mark !== undefined) rowOf(neighbour)?.classList.add(mark)
  }

  function move(beside: Beside | null): void {
    if (beside === null) return
    MOVES[kind](id, beside)
    const neighbour = 'before' in beside ? beside.before : beside.after
    const others = among.filter((one) => one !== id)
    announce(plan.movedTo(what, others.indexOf(neighbour) + ('before' in beside ? 1 : 2), among.length))
    requestAnimationFrame(() => grip.current?.focus())
  }

  function letGo(): void {
    held.current = null
    rowOf(id)?.classList.remove('app-order--held')
    show(null)
  }

  return (
    <button
      type="button"
      class="app-grip"
      aria-label={plan.grip(what)}
      ref={grip}
      onPointerDown={(event) => {
        held.current = event.pointerId
        event.currentTarget.setPointerCapture(event.pointerId)
        rowOf(id)?.classList.add('app-order--held')
      }}
      onPointerMove={(event) => {
        if (held.current === event.pointerId) show(placeAt(rows(), id, event.clientY))
      }}
      onPointerUp={(event) => {
        if (held.current !== event.pointerId) return
        const beside = placeAt(rows(), id, event.clientY)
        letGo()
        move(beside)
      }}
      onPointerCancel={letGo}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        const neighbour = among[among.indexOf(id) + step]
        if (step === 0 || neighbour === undefined) return
        event.preventDefault()
        move(step === -1 ? { before: neighbour } : { after: neighbour })
      }}
    >
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M5 8h14M5 12h14M5 16h14" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />
      </svg>
    </button>
  )
}
