/** "This card is lost": a fresh card first, then the lost one goes, and what is written from then on has a new key. */

import { useSignal } from '@preact/signals'
import type { CardSecret } from '../../../sync/card.ts'
import { kith } from '../device/kith.ts'
import type { KnownDevice, OpenSpace, Permission, Why } from '../device/stage.ts'
import { tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { CanAndCannot } from './ActSheet.tsx'
import { CardEntry } from './CardEntry.tsx'
import { FreshCard } from './FreshCard.tsx'

interface LostCardSheetProps {
  readonly lost: KnownDevice
  readonly space: OpenSpace
  readonly onClose: () => void
  readonly onDone: () => void
}

/** On a person's own phone or tablet, or with another card of theirs. */
export function waysToReplace(lost: KnownDevice, space: OpenSpace): Permission {
  const [holder] = lost.members
  const cardsAreFor = space.members.length === 1 ? space.members[0] : 0
  if (lost.removed !== null || holder !== cardsAreFor || lost.mayRemove === 'no') return 'no'
  if (space.mayAddCard.value === 'here') return 'here'
  const others = space.devices.value.filter(
    ({ ix, paper, removed, members }) => paper && removed === null && ix !== lost.ix && members[0] === holder,
  )
  return others.length > 0 ? 'with the card' : 'no'
}

export function LostCardSheet({ lost, space, onClose, onDone }: LostCardSheetProps) {
  const say = words.who
  const other = useSignal<CardSecret | null>(null)
  const fresh = useSignal<CardSecret | null>(null)
  const isAdded = useSignal(false)
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)
  const needsOther = waysToReplace(lost, space) === 'with the card' && other.value === null && fresh.value === null

  async function replace(secret: CardSecret): Promise<void> {
    busy.value = true
    const added = isAdded.value ? null : await kith.addCard(secret, other.value)
    if (added?.ok) isAdded.value = true
    const outcome = added === null || added.ok ? await kith.removeDevice(lost.ix, other.value) : added
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (!outcome.ok) {
      if (!isAdded.value) fresh.value = null
      return
    }
    tell(say.lostDone)
    onDone()
    onClose()
  }

  const secret = fresh.value
  return (
    <Sheet
      title={say.lostTitle}
      step={needsOther ? 'other' : secret === null ? 'fresh' : 'do'}
      onClose={onClose}
      actions={
        secret === null ? undefined : (
          <>
            <Button kind="main" busy={busy.value} onPress={() => void replace(secret)}>
              {busy.value ? say.going : say.lostDo}
            </Button>
            <Button onPress={onClose}>{say.notNow}</Button>
          </>
        )
      }
    >
      {refused.value !== null && (
        <Notice kind="care" live>
          {isAdded.value && <p>{say.lostHalf}</p>}
          <p>{words.doors.refusals[refused.value]}</p>
        </Notice>
      )}
      {secret === null ? (
        <>
          <p>{say.lostFirst}</p>
          {needsOther ? (
            <>
              <p>
                <b>{say.lostOther}</b> {say.oneAct}
              </p>
              <CardEntry
                key="other"
                onCard={(found) => {
                  other.value = found
                }}
              />
            </>
          ) : (
            <FreshCard
              mayMake={space.members.length === 1}
              onCard={(found) => {
                refused.value = null
                fresh.value = found
              }}
            />
          )}
        </>
      ) : (
        <>
          <Notice kind="both" live>
            {say.lostReady}
          </Notice>
          <CanAndCannot can={[say.canNew]} cannot={[say.cannotOld, say.cannotWritten]} />
        </>
      )}
    </Sheet>
  )
}
