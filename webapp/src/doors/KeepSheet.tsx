/** "Keep this?": the tablet's words, whose tablet it is, the key card, and then it is kept. Three short steps, each with a way back. */

import { useSignal } from '@preact/signals'
import type { CardSecret } from '../../../sync/card.ts'
import { kith } from '../device/kith.ts'
import type { Unlock, Why } from '../device/stage.ts'
import { current } from '../document/current.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { CardEntry } from './CardEntry.tsx'
import { keptJustNow } from './KeptNotice.tsx'
import { UnlockFields } from './UnlockFields.tsx'

type Step = 'words' | 'card' | 'ready'

export function KeepSheet({ onClose }: { readonly onClose: () => void }) {
  const step = useSignal<Step>('words')
  const unlock = useSignal<Unlock | null>(null)
  const tablet = useSignal<'shared' | 'mine'>('shared')
  const card = useSignal<CardSecret | null>(null)
  const busy = useSignal(false)
  const refused = useSignal<Why | null>(null)
  const shared = current.value
  const [whose = '', helps = ''] = shared === null ? [] : seen(shared.snapshot.value).names

  async function keep(): Promise<void> {
    if (unlock.value === null || busy.value) return
    busy.value = true
    const hasCard = card.value !== null
    const outcome = await kith.keep({ unlock: unlock.value, card: card.value, tablet: tablet.value })
    busy.value = false
    if (outcome.ok) {
      keptJustNow.value = hasCard ? 'with card' : 'no card'
      onClose()
    } else {
      refused.value = outcome.why
      if (outcome.why === 'wrongPassphrase' || outcome.why === 'passphraseTooShort') step.value = 'words'
    }
  }

  function goOnWith(secret: CardSecret | null): void {
    card.value = secret
    step.value = 'ready'
  }

  const back = { words: null, card: 'words', ready: 'card' } as const
  return (
    <Sheet
      title={step.value === 'card' ? words.doors.keepCard : words.doors.keepTitle}
      onClose={onClose}
      step={step.value}
      mustAnswer={busy.value}
      actions={
        <>
          {step.value === 'words' && (
            <Button kind="main" off={unlock.value === null} onPress={() => (step.value = 'card')}>
              {words.doors.next}
            </Button>
          )}
          {step.value === 'card' && <Button onPress={() => goOnWith(null)}>{words.doors.noCard}</Button>}
          {step.value === 'ready' && (
            <Button kind="main" busy={busy.value} onPress={() => void keep()}>
              {busy.value ? words.doors.keeping : words.doors.keepIt}
            </Button>
          )}
          {step.value === 'words' ? (
            <Button onPress={onClose}>{words.doors.notToday}</Button>
          ) : (
            <Button off={busy.value} onPress={() => (step.value = back[step.value] ?? 'words')}>
              {words.doors.back}
            </Button>
          )}
        </>
      }
    >
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {/* Hidden, not taken away: what was typed or made stays when somebody goes back. */}
      <div class="app-stack" hidden={step.value !== 'words'}>
        <p>{words.doors.keepLead}</p>
        <UnlockFields chosen={unlock} ownPhone={tablet.value === 'mine'} shared={tablet.value === 'shared'} />
        <Choice
          label={words.doors.keepTablet}
          value={tablet.value}
          onChoose={(value) => (tablet.value = value)}
          options={[
            { value: 'shared', label: words.doors.tabletShared(helps) },
            { value: 'mine', label: words.doors.tabletMine(whose) },
          ]}
        />
        {kith.hasPasskey.value && tablet.value === 'shared' && <p class="app-soft">{words.opens.goesWhenShared}</p>}
      </div>
      {step.value === 'card' && (
        <>
          <p>{words.doors.keepCardLead(whose || words.doors.someoneWhoseMap)}</p>
          <CardEntry onCard={goOnWith} />
        </>
      )}
      {step.value === 'ready' && (
        <Notice kind="both">{card.value === null ? words.doors.noCardMeans : words.doors.cardReady}</Notice>
      )}
    </Sheet>
  )
}
