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
import { seen } from '../working/hidden-names.ts'
import { atStart, nameOf } from './names.ts'

type Whom = Member | 'somebody new'

export function InviteSheet({ space, onClose }: { readonly space: OpenSpace; readonly onClose: () => void }) {
  const whoCould = invitable(space)
  const whom = useSignal<Whom>(whoCould.find((one) => one !== 0 && one !== 'somebody new') ?? whoCould[0] ?? 0)
  const offer = useSignal<InvitationOffer | null>(null)
  const refused = useSignal<Why | null>(null)
  const busy = useSignal(false)
  const names = seen(space.document.snapshot.value).names
  const cannot = space.cannotInvite.value

  async function make(): Promise<void> {
    busy.value = true
    const outcome = await kith.invite(whom.value)
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
              value={String(whom.value)}
              onChoose={(value) => (whom.value = value === 'somebody new' ? value : Number(value))}
              options={whoCould.map((one) => ({ value: String(one), label: atStart(called(one, names)) }))}
            />
          ) : (
            <p>{words.doors.inviteOnlyFor(called(whom.value, names), atStart(nameOf(names, 0)))}</p>
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

/** Whom this device may let in (P9): a shared tablet the one who helps, the owner's own anybody, and any other its own. */
function invitable({ members, people }: OpenSpace): readonly Whom[] {
  if (members.length > 1) return members.filter((member) => member !== 0)
  return members.includes(0) ? [...people.value, 'somebody new'] : members
}

const called = (whom: Whom, names: readonly string[]): string =>
  whom === 'somebody new' ? words.who.somebodyNew : nameOf(names, whom)

interface OfferProps {
  readonly link: string
  readonly lead?: string
  readonly stay?: string
}

/** The link, and as a square. */
export function Offer({ link, lead = words.doors.inviteLead, stay = words.doors.inviteStay }: OfferProps) {
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
      <p>{lead}</p>
      {square.value !== null && <QrSquare matrix={square.value} label={words.doors.inviteSquare} />}
      <Field label={words.doors.inviteLink} value={link} onInput={() => undefined} />
      <Button onPress={() => void copy()}>{copied.value ? words.doors.copied : words.doors.copy}</Button>
      <p class="app-soft">{stay}</p>
    </div>
  )
}
