/** Adding a key card to what is kept, or trying one: trying changes nothing. */

import { useSignal } from '@preact/signals'
import type { CardSecret } from '../../../sync/card.ts'
import { kith } from '../device/kith.ts'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { CardEntry } from './CardEntry.tsx'

export function AddCardSheet({ tries, onClose }: { readonly tries: boolean; readonly onClose: () => void }) {
  const said = useSignal<{ readonly good: boolean; readonly text: string } | null>(null)

  async function show(secret: CardSecret): Promise<void> {
    const outcome = tries ? await kith.tryCard(secret) : await kith.addCard(secret)
    const good = tries ? words.doors.tryCardGood : words.doors.addCardDone
    said.value = { good: outcome.ok, text: outcome.ok ? good : words.doors.refusals[outcome.why] }
  }

  return (
    <Sheet title={tries ? words.doors.tryCardTitle : words.doors.addCardTitle} onClose={onClose}>
      {said.value !== null && (
        <Notice kind={said.value.good ? 'both' : 'care'} live>
          {said.value.text}
        </Notice>
      )}
      {said.value?.good !== true && (
        <>
          <p>{words.doors.cardLead}</p>
          <CardEntry onCard={(secret) => void show(secret)} />
        </>
      )}
    </Sheet>
  )
}
