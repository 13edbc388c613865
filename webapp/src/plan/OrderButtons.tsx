/** Earlier and later: the order changed by dragging, by keys, or by buttons, the focus staying with what moved. */

import { useLayoutEffect, useRef } from 'preact/hooks'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { Grip, MOVES, type Moved } from './Grip.tsx'

interface OrderButtonsProps {
  readonly kind: Moved
  readonly id: string
  readonly what: string
  /** The ids in their order, this one among them. */
  readonly among: readonly string[]
}

export function OrderButtons({ kind, id, what, among }: OrderButtonsProps) {
  const earlier = useRef<HTMLButtonElement>(null)
  const later = useRef<HTMLButtonElement>(null)
  const pressed = useRef<'earlier' | 'later' | null>(null)
  const at = among.indexOf(id)
  // The browser drops the focus of an element that is moved.
  useLayoutEffect(() => {
    if (pressed.current === 'earlier') earlier.current?.focus()
    if (pressed.current === 'later') later.current?.focus()
    pressed.current = null
  }, [at])

  function move(step: -1 | 1): void {
    const neighbour = among[at + step]
    if (neighbour === undefined) return
    pressed.current = step === -1 ? 'earlier' : 'later'
    const place = step === -1 ? { before: neighbour } : { after: neighbour }
    MOVES[kind](id, place)
    announce(words.plan.movedTo(what, at + step + 1, among.length))
  }

  return (
    <span class="app-order">
      <Grip kind={kind} id={id} what={what} among={among} />
      <Button label={words.plan.up(what)} off={at <= 0} onPress={() => move(-1)} buttonRef={earlier}>
        <Arrow turned={false} />
      </Button>
      <Button label={words.plan.down(what)} off={at === among.length - 1} onPress={() => move(1)} buttonRef={later}>
        <Arrow turned />
      </Button>
    </span>
  )
}

function Arrow({ turned }: { readonly turned: boolean }) {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d={turned ? 'M12 5v14M6 13l6 6 6-6' : 'M12 19V5M6 11l6-6 6 6'}
        fill="none"
        stroke="currentColor"
        stroke-width="2.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
