/** One's own notes on another phone of one's own, too: the square to scan there, and the yes when that one asks. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { OpenOwn } from '../device/own.ts'
import type { InvitationOffer, Request, Why } from '../device/stage.ts'
import { Offer } from '../doors/InviteSheet.tsx'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'

export interface OtherPhoneSheetProps {
  readonly own: OpenOwn
  readonly onClose: () => void
}

export function OtherPhoneSheet({ own, onClose }: OtherPhoneSheetProps) {
  const offer = useSignal<InvitationOffer | null>(null)
  const refused = useSignal<Why | null>(null)
  const busy = useSignal(false)
  const isIn = useSignal(false)
  const cannot = own.space.cannotInvite.value ?? refused.value
  const asking = own.requests.value

  async function make(): Promise<void> {
    busy.value = true
    const outcome = await kith.own.invite()
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    offer.value = outcome.ok ? outcome.value : null
    isIn.value = false
  }

  /** The link has been used. */
  function letIn(): void {
    offer.value = null
    isIn.value = true
  }

  return (
    <Sheet title={words.own.anotherTitle} onClose={onClose} step={offer.value === null ? 'before' : 'offered'}>
      {cannot !== null && (
        <Notice kind="care" title={words.own.anotherNot}>
          {words.doors.refusals[cannot]}
        </Notice>
      )}
      {/* In the place of all else: on a small screen nobody would see it above the square. */}
      {asking.map((request) => (
        <OwnRequest key={request.id} request={request} onIn={letIn} />
      ))}
      {asking.length === 0 && isIn.value && <Notice kind="both">{words.own.isIn}</Notice>}
      {asking.length === 0 && offer.value === null && <p>{words.own.anotherLead}</p>}
      {asking.length === 0 && <p>{words.own.anotherHow}</p>}
      {asking.length === 0 && offer.value === null && own.space.cannotInvite.value === null && (
        <Button kind="main" busy={busy.value} onPress={() => void make()}>
          {words.own.anotherMake}
        </Button>
      )}
      {asking.length === 0 && offer.value !== null && (
        <Offer link={offer.value.link} lead={words.own.anotherScan} stay={words.own.anotherStay} />
      )}
    </Sheet>
  )
}

/** A phone of the same person's asks: others never come as far as here. */
export function OwnRequest({ request, onIn }: { readonly request: Request; readonly onIn?: () => void }) {
  const refused = useSignal<Why | null>(null)
  const busy = useSignal(false)

  async function answer(how: 'let in' | 'decline'): Promise<void> {
    busy.value = true
    const outcome = await kith.own.answer(request.id, how)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (outcome.ok && how === 'let in') onIn?.()
    if (outcome.ok) announce(how === 'let in' ? words.own.isIn : words.own.isOut)
  }

  return (
    <Notice kind="both" live>
      <p>{refused.value === null ? words.own.asks : words.doors.refusals[refused.value]}</p>
      <div class="app-row">
        <Button kind="main" busy={busy.value} onPress={() => void answer('let in')}>
          {words.own.letIn}
        </Button>
        <Button busy={busy.value} onPress={() => void answer('decline')}>
          {words.own.notIn}
        </Button>
      </div>
    </Notice>
  )
}
