/** "How Kith opens here": the ways in on this phone or tablet, what to change about them, and when it locks by itself. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { Opening, OpenSpace, Why } from '../device/stage.ts'
import { QUIET_MINUTES } from '../device/unlock/settings.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { AddFingerSheet, NewWordsSheet, PhoneLocksSheet } from './LockChanges.tsx'
import { StaysKept } from './StaysKept.tsx'
import { WhoCanOpenSheet } from './WhoCanOpenSheet.tsx'

type Over = 'words' | 'finger' | 'phone' | 'who'

export function HowItOpensSheet({ space, onClose }: { readonly space: OpenSpace; readonly onClose: () => void }) {
  const opening = kith.opening.value
  const over = useSignal<Over | null>(null)
  const told = useSignal<string | null>(null)
  const refused = useSignal<Why | null>(null)
  if (opening === null) return null
  const back = () => {
    over.value = null
  }
  const show = (name: Over) => {
    told.value = null
    refused.value = null
    over.value = name
  }
  const done = (text: string) => () => {
    over.value = null
    told.value = text
  }

  async function stopFinger(): Promise<void> {
    const outcome = await kith.removePasskey()
    if (outcome.ok) told.value = words.opens.removedFinger
    else refused.value = outcome.why
  }

  async function lockAfter(minutes: number): Promise<void> {
    const outcome = await kith.lockAfter(minutes)
    refused.value = outcome.ok ? null : outcome.why
  }

  return (
    <Sheet title={words.opens.title} onClose={onClose}>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {told.value !== null && (
        <Notice kind="both" live>
          {told.value}
        </Notice>
      )}
      <Ways {...opening} />
      <div class="app-stack">
        <Button wide onPress={() => show('words')}>
          {opening.way === 'words' ? words.opens.change : words.opens.toWords}
        </Button>
        {opening.mayHavePasskey && !opening.hasPasskey && (
          <Button wide onPress={() => show('finger')}>
            {words.opens.addFinger}
          </Button>
        )}
        {opening.hasPasskey && (
          <Button wide onPress={() => void stopFinger()}>
            {words.opens.removeFinger}
          </Button>
        )}
        {opening.way === 'words' && opening.isOwn && (
          <Button wide onPress={() => show('phone')}>
            {words.opens.toPhone}
          </Button>
        )}
      </div>
      <Choice
        label={words.opens.quiet}
        shape="tiles"
        value={`${opening.quiet_minutes}`}
        onChoose={(minutes) => void lockAfter(Number(minutes))}
        options={QUIET_MINUTES.map((minutes) => ({ value: `${minutes}`, label: words.opens.minutes(minutes) }))}
      />
      <StaysKept />
      <Button wide onPress={() => show('who')}>
        {words.doors.whoTitle}
      </Button>
      {over.value === 'words' && (
        <NewWordsSheet
          opening={opening}
          onDone={done(opening.way === 'words' ? words.opens.changed : words.opens.toWordsDone)}
          onClose={back}
        />
      )}
      {over.value === 'finger' && (
        <AddFingerSheet opening={opening} onDone={done(words.opens.addedFinger)} onClose={back} />
      )}
      {over.value === 'phone' && (
        <PhoneLocksSheet opening={opening} onDone={done(words.opens.toPhoneDone)} onClose={back} />
      )}
      {over.value === 'who' && <WhoCanOpenSheet space={space} onClose={back} />}
    </Sheet>
  )
}

function Ways({ way, hasPasskey, isOwn }: Opening) {
  return (
    <div class="app-stack">
      <p>{way === 'words' ? words.opens.byWords : words.opens.byPhone}</p>
      {hasPasskey && <p>{words.opens.byFingerToo}</p>}
      {!isOwn && way === 'words' && <p class="app-soft">{words.opens.shared}</p>}
    </div>
  )
}
