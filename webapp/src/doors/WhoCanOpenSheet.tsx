/** "Who can open this": each phone, tablet and card in plain words, what can be done about each, and the ways to add one. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { KnownDevice, Member, OpenInvitation, OpenSpace, Why } from '../device/stage.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { ActSheet, CanAndCannot } from './ActSheet.tsx'
import { AddCardSheet } from './AddCardSheet.tsx'
import { AfreshSheet } from './AfreshSheet.tsx'
import { CompareSheet } from './CompareSheet.tsx'
import { EndSheet } from './EndSheet.tsx'
import { InviteSheet } from './InviteSheet.tsx'
import { KnownSheet } from './KnownSheet.tsx'
import { sinceWhen, whatItIs } from './known-words.ts'
import { atStart, dayOf, nameOf } from './names.ts'

type Over =
  | 'afresh'
  | 'invite'
  | 'add card'
  | 'try card'
  | 'compare'
  | 'end'
  | { readonly ix: number }
  | { readonly out: Member }

export function WhoCanOpenSheet({ space, onClose }: { readonly space: OpenSpace; readonly onClose: () => void }) {
  const over = useSignal<Over | null>(null)
  const names = seen(space.document.snapshot.value).names
  const all = space.devices.value
  const gone = all.filter(({ removed }) => removed !== null)
  const back = () => {
    over.value = null
  }
  const shown = over.value
  const known = isKnown(shown) ? all.find(({ ix }) => ix === shown.ix) : undefined
  const others = space.mayEnd.value === 'no' ? [] : space.people.value.filter((member) => member !== 0)
  return (
    <Sheet title={words.doors.whoTitle} onClose={onClose}>
      <p>{words.doors.whoLead}</p>
      <ul class="app-stack">
        {all
          .filter(({ removed }) => removed === null)
          .map((device) => (
            <li key={device.ix}>
              <Known device={device} names={names} onPress={() => (over.value = { ix: device.ix })} />
            </li>
          ))}
      </ul>
      {gone.length > 0 && <Gone gone={gone} names={names} />}
      <p class="app-soft">
        {words.doors.cardCopy} {words.doors.whoSharedMeans}
      </p>
      {space.invitations.value.length > 0 && <Invitations space={space} names={names} />}
      <div class="app-stack">
        <Button wide onPress={() => (over.value = 'compare')}>
          {words.who.compare}
        </Button>
        <Button wide onPress={() => (over.value = 'invite')}>
          {words.doors.inviteTitle}
        </Button>
        <Button wide onPress={() => (over.value = 'add card')}>
          {words.doors.addCardTitle}
        </Button>
        <Button wide onPress={() => (over.value = 'try card')}>
          {words.doors.tryCardTitle}
        </Button>
        {others.map((member) => (
          <Button wide key={member} onPress={() => (over.value = { out: member })}>
            {words.who.takeOut(nameOf(names, member))}
          </Button>
        ))}
        {space.members.includes(0) && space.mayEnd.value !== 'no' && (
          <Button wide kind="quiet" onPress={() => (over.value = 'afresh')}>
            {words.who.afresh}
          </Button>
        )}
        <Button wide kind="quiet" onPress={() => (over.value = 'end')}>
          {words.who.end}
        </Button>
      </div>
      {shown === 'invite' && <InviteSheet space={space} onClose={back} />}
      {shown === 'add card' && <AddCardSheet space={space} tries={false} onClose={back} />}
      {shown === 'try card' && <AddCardSheet space={space} tries onClose={back} />}
      {shown === 'compare' && <CompareSheet space={space} onClose={back} />}
      {shown === 'afresh' && <AfreshSheet space={space} onClose={back} />}
      {shown === 'end' && <EndSheet space={space} onClose={back} />}
      {known !== undefined && <KnownSheet known={known} space={space} onClose={back} />}
      {isOut(shown) && <TakeOutSheet member={shown.out} space={space} onClose={back} />}
    </Sheet>
  )
}

interface KnownProps {
  readonly device: KnownDevice
  readonly names: readonly string[]
  readonly onPress: () => void
}

function Known({ device, names, onPress }: KnownProps) {
  return (
    <button type="button" class="app-known" onClick={onPress}>
      <strong>{whatItIs(device, names)}</strong>
      <span class="app-soft">{sinceWhen(device)}</span>
      {device.stale && <span>{words.doors.notices['fresh card needed']}</span>}
    </button>
  )
}

function Gone({ gone, names }: { readonly gone: readonly KnownDevice[]; readonly names: readonly string[] }) {
  return (
    <details>
      <summary class="app-summary">{words.who.gone}</summary>
      <ul class="app-points">
        {gone.map((device) => (
          <li key={device.ix}>
            {whatItIs(device, names)}, {sinceWhen(device)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Invitations({ space, names }: { readonly space: OpenSpace; readonly names: readonly string[] }) {
  const refused = useSignal<Why | null>(null)

  async function takeBack({ id }: OpenInvitation): Promise<void> {
    const outcome = await kith.takeBack(id)
    refused.value = outcome.ok ? null : outcome.why
    if (outcome.ok) announce(words.who.takenBack)
  }

  return (
    <section class="app-stack" aria-labelledby="open-invitations">
      <h3 id="open-invitations">{words.who.invitations}</h3>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      <ul class="app-stack">
        {space.invitations.value.map((one) => (
          <li key={one.id} class="app-row">
            <span>{words.who.invitationFor(forWhom(one, space, names), dayOf(one.expires))}</span>
            {one.mayTakeBack && <Button onPress={() => void takeBack(one)}>{words.who.takeBack}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function forWhom({ members }: OpenInvitation, space: OpenSpace, names: readonly string[]): string {
  const member = members.at(-1) ?? 0
  const isKnownToAll = space.devices.value.some((device) => device.members.includes(member))
  return isKnownToAll || member < 2 ? nameOf(names, member) : words.who.somebodyNew
}

interface TakeOutProps {
  readonly member: Member
  readonly space: OpenSpace
  readonly onClose: () => void
}

function TakeOutSheet({ member, space, onClose }: TakeOutProps) {
  const say = words.who
  const names = seen(space.document.snapshot.value).names
  const name = nameOf(names, member)
  const may = space.mayEnd.value
  if (may === 'no') return null
  return (
    <ActSheet
      title={say.takeOutTitle(name)}
      may={may}
      whose={nameOf(names, 0)}
      doIt={say.takeOut(name)}
      done={say.takeOutDone(atStart(name))}
      act={(card) => kith.removePerson(member, card)}
      onClose={onClose}
    >
      <CanAndCannot
        can={[say.takeOutMeans(name), say.canNew, say.canCards, say.canCardsBut]}
        cannot={[say.takeOutKeeps(atStart(name)), say.cannotOld]}
      />
    </ActSheet>
  )
}

const isKnown = (over: Over | null): over is { readonly ix: number } =>
  over !== null && typeof over === 'object' && 'ix' in over
const isOut = (over: Over | null): over is { readonly out: Member } =>
  over !== null && typeof over === 'object' && 'out' in over
