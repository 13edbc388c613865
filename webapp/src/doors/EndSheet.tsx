/** "End this for both of us": what it means, a copy first for whoever wants one, and thirty days to change one's mind. */

import { useSignal } from '@preact/signals'
import { kith } from '../device/kith.ts'
import type { OpenSpace } from '../device/stage.ts'
import { CopySheet } from '../files/CopySheet.tsx'
import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { seen } from '../working/hidden-names.ts'
import { ActSheet } from './ActSheet.tsx'
import { atStart, nameOf } from './names.ts'

export function EndSheet({ space, onClose }: { readonly space: OpenSpace; readonly onClose: () => void }) {
  const say = words.who
  const isCopying = useSignal(false)
  const owner = nameOf(seen(space.document.snapshot.value).names, 0)
  const may = space.mayEnd.value
  if (may === 'no') {
    return (
      <Sheet title={say.end} onClose={onClose}>
        <p>{say.onlyOwner(atStart(owner))}</p>
      </Sheet>
    )
  }
  return (
    <ActSheet
      title={say.endTitle}
      may={may}
      whose={owner}
      doIt={say.endDo}
      done=""
      act={(card) => kith.close('closed', card)}
      onClose={onClose}
    >
      {[say.endNothing, say.endThirty, say.endStays, say.endServer, say.endBackups].map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Button wide onPress={() => (isCopying.value = true)}>
        {say.endCopy}
      </Button>
      {isCopying.value && <CopySheet onClose={() => (isCopying.value = false)} />}
    </ActSheet>
  )
}
