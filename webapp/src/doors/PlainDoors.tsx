/** Doors with one thing to say: starting, not starting, another tab, a browser too old, storage that is gone. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { Outcome, Stage, Why } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { later } from '../kit/later.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { Frame } from './Frame.tsx'
import { dayOf, monthOf } from './names.ts'
import { openDoor } from './open-door.ts'

const CopySheet = later(async () => (await import('../files/CopySheet.tsx')).CopySheet)

export function StartingDoor() {
  return (
    <main class="app-door app-door--starting">
      <p class="app-soft">{words.doors.starting}</p>
    </main>
  )
}

export function TooOldDoor() {
  return (
    <Frame title={words.doors.tooOldTitle}>
      <p>{words.doors.tooOldLead}</p>
    </Frame>
  )
}

export function StuckDoor({ why }: { readonly why?: 'cannotJoin' | undefined }) {
  return (
    <Frame title={words.doors.stuckTitle}>
      <p>{why ? words.doors.refusals[why] : words.doors.stuckLead}</p>
      {!why && <p>{words.doors.stuckStays}</p>}
      <Button kind="main" onPress={() => kith.tryAgain()}>
        {words.doors.tryAgain}
      </Button>
    </Frame>
  )
}

export function ElsewhereDoor() {
  const refused = useSignal<Why | null>(null)
  const take = (outcome: Outcome): void => {
    refused.value = outcome.ok ? null : outcome.why
  }
  return (
    <Frame title={words.doors.elsewhereTitle}>
      <p>{words.doors.elsewhereLead}</p>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      <Button kind="main" onPress={() => void kith.takeOver().then(take)}>
        {words.doors.elsewhereHere}
      </Button>
    </Frame>
  )
}

export function RemovedDoor({ label, unsent, until }: Omit<Extract<Stage, { name: 'removed' }>, 'name'>) {
  const isCopying = useSignal(false)
  return (
    <Frame title={words.doors.removedTitle}>
      <p>{words.doors.removedLead(label)}</p>
      <p>{words.who.removedBack}</p>
      {unsent > 0 ? (
        <>
          <p>{words.doors.removedUnsent(dayOf(until))}</p>
          <p>{words.who.removedCopy}</p>
          <Button wide onPress={() => (isCopying.value = true)}>
            {words.files.copyTitle}
          </Button>
        </>
      ) : (
        <p>{words.who.removedAllSent}</p>
      )}
      <Button kind="main" onPress={() => kith.putAwayRemoved()}>
        {words.doors.done}
      </Button>
      <Button kind="quiet" onPress={() => void kith.forgetRemoved()}>
        {words.doors.removedForget}
      </Button>
      {isCopying.value && <CopySheet onClose={() => (isCopying.value = false)} />}
    </Frame>
  )
}

export function StorageGoneDoor({ since }: { readonly since?: string | undefined }) {
  const say = words.doors
  return (
    <Frame title={say.storageTitle}>
      {since === undefined ? (
        <p>{say.storageLead}</p>
      ) : (
        <>
          <p>{say.lostLead(monthOf(since))}</p>
          <p>{say.lostBack}</p>
          <ul class="app-stack app-stack--close">
            {say.lostWays.map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </>
      )}
      <Button kind="main" onPress={() => (openDoor.value = 'card')}>
        {words.doors.haveCard}
      </Button>
      <Button onPress={() => (openDoor.value = 'invitation')}>{words.doors.haveInvitation}</Button>
      <Button onPress={() => (openDoor.value = 'copy')}>{words.files.openCopy}</Button>
      <Button onPress={() => kith.tryAgain()}>{say.tryAgain}</Button>
      <Button kind="quiet" onPress={() => kith.startTogether()}>
        {words.doors.startNew}
      </Button>
      {since !== undefined && (
        <Button kind="quiet" onPress={() => kith.forgetLost()}>
          {say.lostKnown}
        </Button>
      )}
    </Frame>
  )
}
