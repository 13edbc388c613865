/** Adding a key card to what is kept, or trying one: trying changes nothing. */

import { useSignal } from '@preact/signals'
import type { CardSecret } from '../../../sync/card.ts'
import { kith } from '../device/kith.ts'
import type { OpenSpace } from '../device/stage.ts'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { CardEntry } from './CardEntry.tsx'
import { FreshCard } from './FreshCard.tsx'
import { atStart, nameOf } from './names.ts'

interface AddCardSheetProps {
  readonly space: OpenSpace
  readonly tries: boolean
  readonly onClose: () => void
}

export function AddCardSheet({ space, tries, onClose }: AddCardSheetProps) {
  const said = useSignal<{ readonly good: boolean; readonly text: string } | null>(null)
  const present = useSignal<CardSecret | null>(null)
  const may = space.mayAddCard.value
  const isDone = said.value?.good === true

  async function show(secret: CardSecret): Promise<void> {
    const outcome = tries ? await kith.tryCard(secret) : await kith.addCard(secret, present.value)
    const good = tries ? words.doors.tryCardGood : words.doors.addCardDone
    said.value = { good: outcome.ok, text: outcome.ok ? good : words.doors.refusals[outcome.why] }
    if (!outcome.ok) present.value = null
  }

  const needsPresent = !tries && may === 'with the card' && present.value === null
  return (
    <Sheet
      title={tries ? words.doors.tryCardTitle : words.doors.addCardTitle}
      step={needsPresent ? 'present' : 'fresh'}
      onClose={onClose}
    >
      {said.value !== null && (
        <Notice kind={isDone ? 'both' : 'care'} live>
          {said.value.text}
        </Notice>
      )}
      {isDone && !tries && <p class="app-soft">{words.doors.cardCopy}</p>}
      {!isDone && !tries && may === 'no' && (
        <p>{words.who.lostNobody(atStart(nameOf(seen(space.document.snapshot.value).names, 0)))}</p>
      )}
      {!isDone && needsPresent && (
        <>
          <p>
            <b>{words.who.presentCard}</b> {words.who.oneAct}
          </p>
          <CardEntry
            key="present"
            onCard={(found) => {
              said.value = null
              present.value = found
            }}
          />
        </>
      )}
      {!isDone && !needsPresent && (tries || may !== 'no') && (
        <>
          <p>
            {present.value !== null && <b>{words.who.thenFresh} </b>}
            {words.doors.cardLead}
          </p>
          {tries ? (
            <CardEntry onCard={(secret) => void show(secret)} />
          ) : (
            <FreshCard key="fresh" mayMake={space.members.length === 1} onCard={(secret) => void show(secret)} />
          )}
        </>
      )}
    </Sheet>
  )
}
