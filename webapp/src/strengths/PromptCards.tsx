/** Questions on cards, one at a time, for when nothing comes to mind. Nothing is written down about which were looked at. */

import { useState } from 'preact/hooks'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'

export function PromptCards() {
  const { strengths } = words
  const [at, setAt] = useState<number | null>(null)
  if (at === null) {
    return (
      <div>
        <Button kind="link" onPress={() => setAt(Math.floor(Math.random() * strengths.cards.length))}>
          {strengths.stuck}
        </Button>
      </div>
    )
  }
  return (
    <section class="app-card app-stack app-stack--close" aria-label={strengths.card}>
      <p class="app-card__words" aria-live="polite">
        {strengths.cards[at]}
      </p>
      <div class="app-row">
        <Button onPress={() => setAt((at + 1) % strengths.cards.length)}>{strengths.another}</Button>
        <Button kind="quiet" onPress={() => setAt(null)}>
          {strengths.enough}
        </Button>
      </div>
    </section>
  )
}
