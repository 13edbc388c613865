/** Somebody asks to come in: the same four words on both screens, and a yes or a no. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { Request, Why } from '../device/stage.ts'
import { announce } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { ComparedWords } from './ComparedWords.tsx'

export function RequestSheet({ request, onClose }: { readonly request: Request; readonly onClose: () => void }) {
  const refused = useSignal<Why | null>(null)
  const busy = useSignal(false)

  async function answer(yes: boolean): Promise<void> {
    busy.value = true
    const outcome = yes ? await kith.approve(request.id) : await kith.decline(request.id)
    busy.value = false
    if (!outcome.ok) refused.value = outcome.why
    else {
      announce(yes ? words.doors.requestIn : words.doors.requestOut)
      onClose()
    }
  }

  return (
    <Sheet
      title={words.doors.requestTitle(request.name || words.doors.requestSomeone)}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" busy={busy.value} onPress={() => void answer(true)}>
            {words.doors.requestYes}
          </Button>
          <Button busy={busy.value} onPress={() => void answer(false)}>
            {words.doors.requestNo}
          </Button>
        </>
      }
    >
      {refused.value !== null && (
        <Notice kind="care" live>
          {words.doors.refusals[refused.value]}
        </Notice>
      )}
      <p>{words.doors.requestLead}</p>
      <ComparedWords words={request.words} />
    </Sheet>
  )
}
