/** One act that ends something: what it means first; the card where it takes one, for this one act; then the press that does it. */

import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { CardSecret } from '../../../sync/card.ts'
import type { Outcome, Permission, Why } from '../device/stage.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { CardEntry } from './CardEntry.tsx'

export interface ActSheetProps {
  readonly title: string
  readonly may: Exclude<Permission, 'no'>
  /** Whose card it takes. */
  readonly whose: string
  readonly doIt: string
  readonly done: string
  readonly act: (card: CardSecret | null) => Promise<Outcome>
  readonly onClose: () => void
  readonly onDone?: (() => void) | undefined
  /** It gives something back: then doing it is the plainer way. */
  readonly isGood?: boolean | undefined
  readonly children: ComponentChildren
}

export function ActSheet({ title, may, whose, doIt, done, act, onClose, onDone, isGood, children }: ActSheetProps) {
  const card = useSignal<CardSecret | null>(null)
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)
  const needsCard = may === 'with the card' && card.value === null

  async function go(): Promise<void> {
    busy.value = true
    const outcome = await act(card.value)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (!outcome.ok) {
      card.value = null
      return
    }
    if (done !== '') announce(done)
    onDone?.()
    onClose()
  }

  return (
    <Sheet
      title={title}
      step={needsCard ? 'card' : 'act'}
      onClose={onClose}
      actions={
        needsCard ? undefined : (
          <>
            <Button kind={isGood ? 'plain' : 'main'} onPress={onClose}>
              {words.who.notNow}
            </Button>
            <Button kind={isGood ? 'main' : 'plain'} busy={busy.value} onPress={() => void go()}>
              {busy.value ? words.who.going : doIt}
            </Button>
          </>
        )
      }
    >
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {card.value !== null && (
        <Notice kind="both" live>
          {words.who.cardRead}
        </Notice>
      )}
      {children}
      {needsCard && (
        <>
          <p>
            <b>{words.who.showCard(whose)}</b> {words.who.oneAct}
          </p>
          <CardEntry
            onCard={(found) => {
              refused.value = null
              card.value = found
            }}
          />
        </>
      )}
    </Sheet>
  )
}

/** What something does, and what it cannot do. */
export function CanAndCannot({ can, cannot }: { readonly can: readonly string[]; readonly cannot: readonly string[] }) {
  return (
    <>
      <Points title={words.who.can} lines={can} />
      <Points title={words.who.cannot} lines={cannot} />
    </>
  )
}

function Points({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul class="app-points">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
