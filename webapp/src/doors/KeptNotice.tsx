/** After keeping: one calm sheet that says what was done and what to hand over. */

import { signal } from '@preact/signals'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'

export const keptJustNow = signal<'with card' | 'no card' | null>(null)

export function KeptNotice() {
  const how = keptJustNow.value
  if (how === null) return null
  const close = () => {
    keptJustNow.value = null
  }
  return (
    <Sheet
      title={words.doors.keptTitle}
      onClose={close}
      actions={
        <Button kind="main" onPress={close}>
          {words.doors.done}
        </Button>
      }
    >
      <p>{words.doors.kept}</p>
      <p>{how === 'with card' ? words.doors.keptCard : words.doors.keptNoCard}</p>
      {how === 'with card' && <p class="app-soft">{words.doors.keptCardCopy}</p>}
    </Sheet>
  )
}
