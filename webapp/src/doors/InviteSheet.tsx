/** An invitation as a square and a link; hidden, with the reason, while nobody could follow it (P5, P8). */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { kith } from '../device/kith.ts'
import type { InvitationOffer, Member, OpenSpace, Why } from '../device/stage.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Field } from '../kit/Field.tsx'
import { Notice } from '../kit/Notice.tsx'
import { QrSquare } from '../kit/QrSquare.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { atStart, nameOf } from './names.ts'

export function InviteSheet({ space, onClose }: { readonly space: OpenSpace; readonly onClose: () => void }) {
  // A shared tablet may invite for the one who helps; a person's own may invite for whoever its chain allows (P9).
  const whoCould =
    space.members.length > 1 ? ([1] as const) : space.members.includes(0) ? ([0, 1] as const) : ([1] as const)
  const member = useSignal<Member>(whoCould[whoCould.length - 1] ?? 1)
  const offer = useSignal<InvitationOffer | null>(null)
  const refused = useSignal<Why | null>(null)
  const busy = useSignal(false)
  const names = space.document.snapshot.value.names
  const cannot = space.cannotInvite.value

  async function make(): Promise<void> {
    busy.value = true
    const outcome = await kith.invite(member.value)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    offer.value = outcome.ok ? outcome.value : null
  }

  return (
    <Sheet title={words.doors.inviteTitle} onClose={onClose}>
      {cannot !== null && (
        <Notice kind="care" title={words.doors.inviteCannot}>
          {words.doors.refusals[cannot]}
        </Notice>
      )}
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {cannot === null && offer.value === null && (
        <>
          {whoCould.length > 1 ? (
            <Choice
              label={words.doors.inviteFor}
              value={String(member.value)}
              onChoose={(value) => (member.value = Number(value))}
              options={whoCould.map((one) => ({ value: String(one), label: atStart(nameOf(names, one)) }))}
            />
          ) : (
            <p>{words.doors.inviteOnlyFor(nameOf(names, member.value), atStart(nameOf(names, 0)))}</p>
          )}
          <Button kind="main" busy={busy.value} onPress={() => void make()}>
            {words.doors.inviteMake}
          </Button>
        </>
      )}
      {offer.value !== null && <Offer link={offer.value.link} />}
    </Sheet>
  )
}

function Offer({ link }: { readonly link: string }) {
  const copied = useSignal(false)
  const square = useSignal<readonly (readonly boolean[])[] | null>(null)
  useEffect(() => {
    // Loaded only here: the lock screen need not wait for it.
    void import('uqr').then(({ encode }) => {
      square.value = encode(link, { ecc: 'M', border: 0 }).data
    })
  }, [link])
  async function copy(): Promise<void> {
    const isCopied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false, // not allowed here: the line below can be marked and copied by hand
    )
    copied.value = isCopied
    if (isCopied) announce(words.doors.copied)
  }
  return (
    <div class="app-stack">
      <p>{words.doors.inviteLead}</p>
      {square.value !== null && <QrSquare matrix={square.value} label={words.doors.inviteSquare} />}
      <Field label={words.doors.inviteLink} value={link} onInput={() => undefined} />
      <Button onPress={() => void copy()}>{copied.value ? words.doors.copied : words.doors.copy}</Button>
      <p class="app-soft">{words.doors.inviteStay}</p>
    </div>
  )
}
