/** "Who can open this": each phone, tablet and card in plain words, and the ways to add one. */

import { useSignal } from '@preact/signals'
import type { KnownDevice, OpenSpace } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { AddCardSheet } from './AddCardSheet.tsx'
import { InviteSheet } from './InviteSheet.tsx'
import { dayOf, nameOf } from './names.ts'

export function WhoCanOpenSheet({ space, onClose }: { readonly space: OpenSpace; readonly onClose: () => void }) {
  const over = useSignal<'invite' | 'add card' | 'try card' | null>(null)
  const names = space.document.snapshot.value.names
  const present = space.devices.value.filter((device) => device.removed === null)
  const back = () => {
    over.value = null
  }
  return (
    <Sheet title={words.doors.whoTitle} onClose={onClose}>
      <p>{words.doors.whoLead}</p>
      <ul class="app-stack">
        {present.map((device) => (
          <li key={device.ix} class="app-known">
            <strong>{whatItIs(device, names)}</strong>
            <span class="app-soft">{sinceWhen(device)}</span>
          </li>
        ))}
      </ul>
      <p class="app-soft">
        {words.doors.cardCopy} {words.doors.whoSharedMeans}
      </p>
      <div class="app-stack">
        <Button wide onPress={() => (over.value = 'invite')}>
          {words.doors.inviteTitle}
        </Button>
        <Button wide onPress={() => (over.value = 'add card')}>
          {words.doors.addCardTitle}
        </Button>
        <Button wide onPress={() => (over.value = 'try card')}>
          {words.doors.tryCardTitle}
        </Button>
      </div>
      {over.value === 'invite' && <InviteSheet space={space} onClose={back} />}
      {over.value === 'add card' && <AddCardSheet tries={false} onClose={back} />}
      {over.value === 'try card' && <AddCardSheet tries onClose={back} />}
    </Sheet>
  )
}

function whatItIs(device: KnownDevice, names: readonly string[]): string {
  const [first = 0] = device.members
  if (device.paper) return words.doors.whoCard(nameOf(names, first))
  if (device.members.length > 1) return device.thisOne ? words.doors.whoThisShared : words.doors.whoShared
  return (device.thisOne ? words.doors.whoThisOwn : words.doors.whoOwn)(nameOf(names, first))
}

function sinceWhen(device: KnownDevice): string {
  const since = device.introducedBy === null ? words.doors.whoFirst : words.doors.whoSince(dayOf(device.since))
  return device.here && !device.thisOne ? `${since} \u00b7 ${words.doors.whoHere}` : since
}
