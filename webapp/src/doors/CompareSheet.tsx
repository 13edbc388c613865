/** Four words that are the same wherever the same is known of who can open it: two people read them to each other. */

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { OpenSpace } from '../device/stage.ts'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { ComparedWords } from './ComparedWords.tsx'

export function CompareSheet({ space, onClose }: { readonly space: OpenSpace; readonly onClose: () => void }) {
  const compared = useSignal<readonly string[]>([])
  const known = space.devices.value
  useEffect(() => {
    void space.compare().then((now) => {
      compared.value = now
    })
  }, [space, known])
  return (
    <Sheet title={words.who.compare} onClose={onClose}>
      <p>{words.who.compareLead}</p>
      <ComparedWords words={compared.value} label={words.who.compareList} />
      <p>{words.who.compareSame}</p>
      <p class="app-soft">{words.who.compareOther}</p>
    </Sheet>
  )
}
