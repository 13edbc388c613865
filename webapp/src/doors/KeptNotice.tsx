/** After keeping: one calm sheet that says what was done, where it is now, and what to hand over. */

import { signal } from '@preact/signals'
import type { OpenSpace } from '../device/stage.ts'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { SyncWords } from '../working/SyncWords.tsx'

export const keptJustNow = signal<'with card' | 'no card' | null>(null)

export function KeptNotice({ space }: { readonly space: OpenSpace | null }) {
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
      {space !== null && (
        <SyncWords
          state={space.state.value}
          document={seen(space.document.snapshot.value)}
          members={space.members}
          inSheet
        />
      )}
      <p>{how === 'with card' ? words.doors.keptCard : words.doors.keptNoCard}</p>
      {how === 'with card' && <p class="app-soft">{words.doors.cardCopy}</p>}
    </Sheet>
  )
}
