/** "Take a copy with you": words to lock it, then one file. Nothing is asked of the disk: it works when that is full. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { Unlock, Why } from '../device/stage.ts'
import { isShort } from '../device/unlock/passphrase.ts'
import { NewWords } from '../doors/UnlockFields.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { saveFile } from './save-file.ts'

export function CopySheet({ onClose }: { readonly onClose: () => void }) {
  const chosen = useSignal<Unlock | null>(null)
  const busy = useSignal(false)
  const isDone = useSignal(false)
  const refused = useSignal<Why | null>(null)

  async function make(): Promise<void> {
    const unlock = chosen.value
    if (unlock === null || unlock === 'opened' || !('passphrase' in unlock) || busy.value) return
    if (isShort(unlock.passphrase)) {
      refused.value = 'passphraseTooShort'
      return
    }
    busy.value = true
    const outcome = await kith.makeCopy(unlock.passphrase)
    busy.value = false
    refused.value = outcome.ok ? null : outcome.why
    if (!outcome.ok) return
    saveFile('copy', outcome.value)
    isDone.value = true
  }

  return (
    <Sheet
      title={words.files.copyTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" off={chosen.value === null} busy={busy.value} onPress={() => void make()}>
            {busy.value ? words.files.copyMaking : words.files.copyMake}
          </Button>
          <Button onPress={onClose}>{isDone.value ? words.doors.done : words.doors.back}</Button>
        </>
      }
    >
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      {isDone.value && (
        <Notice kind="both" live>
          {words.files.copyDone}
        </Notice>
      )}
      <p>{words.files.copyLead}</p>
      <NewWords chosen={chosen} title={words.files.copyWords} hint={words.files.copyWordsHint} />
      <p class="app-soft">{words.files.copyNoWords}</p>
    </Sheet>
  )
}
