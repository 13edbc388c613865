/** Takes one thing of an outing, or of what is good to know, out of sight. */

import type { Outcome } from '../document/outcomes.ts'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'

interface TakeAwayProps {
  readonly what: string
  readonly onTake: () => Outcome
}

export function TakeAway({ what, onTake }: TakeAwayProps) {
  const { out } = words
  function take(): void {
    done(onTake(), out.isAway(what))
  }
  return (
    <div>
      <Button kind="quiet" label={out.takeAwayFor(what)} onPress={take}>
        {out.takeAway}
      </Button>
    </div>
  )
}
