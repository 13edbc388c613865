/** Where names are written or everything about somebody stands: not while they are hidden, and one tap shows them. */

import { Button } from '../kit/Button.tsx'
import { Sheet } from '../kit/Sheet.tsx'
import { words } from '../words/en.ts'
import { hideNames } from './hidden-names.ts'

export function NamesAreHidden() {
  return (
    <div class="app-stack app-stack--close">
      <p>{words.working.namesAreHidden}</p>
      <Button onPress={() => hideNames(false)}>{words.map.showNames}</Button>
    </div>
  )
}

export function HiddenSheet({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  return (
    <Sheet title={title} onClose={onClose}>
      <NamesAreHidden />
    </Sheet>
  )
}
