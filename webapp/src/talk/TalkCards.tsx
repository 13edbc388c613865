/**
 * Questions on cards, for both, one at a time and with nothing to type. The tablet can be put down between them. Nothing is written
 * down about which were looked at.
 */

import { useState } from 'preact/hooks'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'

export function TalkCards() {
  const { talk } = words
  const [at, setAt] = useState(0)
  const [isDown, setDown] = useState(false)
  const many = talk.questions.length
  if (isDown) {
    return (
      <section class="app-talkcard app-stack" aria-label={talk.cards}>
        <p class="app-talkcard__down" role="status">
          {talk.isDown}
        </p>
        <Button onPress={() => setDown(false)}>{talk.up}</Button>
      </section>
    )
  }
  return (
    <section class="app-talkcard app-stack" aria-label={talk.cards}>
      <p class="app-talkcard__words" aria-live="polite">
        {talk.questions[at]}
      </p>
      <div class="app-row">
        <Button onPress={() => setAt((at + 1) % many)}>{talk.another}</Button>
        <Button kind="quiet" off={at === 0} onPress={() => setAt(at - 1)}>
          {talk.before}
        </Button>
        <Button kind="quiet" onPress={() => setDown(true)}>
          {talk.down}
        </Button>
      </div>
    </section>
  )
}
