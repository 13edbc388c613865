/** Says that somebody was in the middle of writing when this was last open: the words, where they were, and that they are there. */

import { Button } from '../kit/Button.tsx'
import { leftHalf } from '../kit/half-typed.ts'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { namesHidden } from './hidden-names.ts'

export function HalfTypedStrip() {
  const half = leftHalf.value
  // It may be a name, and says whose sheet it is.
  if (half === null || namesHidden.value) return null
  const say = words.working
  return (
    <section class="app-strip" aria-label={say.wereWriting} role="status">
      <span>{say.wereWritingWhat(brief(half.text, ''), half.label)}</span>
      <Button
        kind="quiet"
        onPress={() => {
          leftHalf.value = null
        }}
      >
        {say.letGo}
      </Button>
    </section>
  )
}
