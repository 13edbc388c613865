/** "I have a card": in on any phone or tablet, with nobody to approve. */

import { useSignal } from '@preact/signals'
import type { CardSecret } from '../../../sync/card.ts'
import { kith } from '../device/kith.ts'
import type { Unlock, Why } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { CardEntry } from './CardEntry.tsx'
import { Frame } from './Frame.tsx'
import { arrived } from './fragment.ts'
import { leaveDoor } from './open-door.ts'
import { UnlockFields } from './UnlockFields.tsx'

export function CardDoor() {
  const came = arrived.value
  const card = useSignal<CardSecret | null>(came?.kind === 'card' ? came.secret : null)
  const unlock = useSignal<Unlock | null>(null)
  const isNew = useSignal(false)
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)

  async function open(secret: CardSecret): Promise<void> {
    if (unlock.value === null || busy.value) return
    busy.value = true
    refused.value = null
    const outcome = await (isNew.value ? kith.takeUpWithCard : kith.openWithCard)(secret, unlock.value)
    busy.value = false
    if (outcome.ok) leaveDoor()
    else refused.value = outcome.why
  }

  const secret = card.value
  return (
    <Frame title={isNew.value ? words.who.newTitle : words.doors.cardTitle} onBack={leaveDoor}>
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {secret === null ? (
        <>
          <p>{words.doors.cardLead}</p>
          <CardEntry
            onCard={(found) => {
              card.value = found
            }}
          />
        </>
      ) : (
        <form
          class="app-stack"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            void open(secret)
          }}
        >
          <Notice kind="both" live>
            {words.doors.cardFound}
          </Notice>
          {came?.kind === 'card' && <p>{words.doors.cardInHistory}</p>}
          {isNew.value && <TakingOn />}
          <UnlockFields chosen={unlock} ownPhone={!isNew.value} shared={isNew.value} />
          <Button kind="main" submits off={unlock.value === null} busy={busy.value} onPress={() => undefined}>
            {busy.value ? words.doors.cardOpening : isNew.value ? words.who.newDo : words.doors.cardOpen}
          </Button>
          <Button onPress={() => (isNew.value = !isNew.value)}>
            {isNew.value ? words.who.newBack : words.who.newHere}
          </Button>
          <Button
            onPress={() => {
              card.value = null
              arrived.value = null
              refused.value = null
            }}
          >
            {words.doors.otherCard}
          </Button>
        </form>
      )}
    </Frame>
  )
}

/** The one who helps from now on, with the card in the hand of whoever it belongs to: what will happen, before it does. */
function TakingOn() {
  const { newCard, newIn, newOut, newKeeps, newFresh } = words.who
  return (
    <>
      {[newCard, newIn, newOut, newKeeps, newFresh].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}
