/** Takes one thing of an outing, or of what is good to know, out of sight. */

import { isRefused, type Outcome } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { words } from '../words/en.ts'

interface TakeAwayProps {
  readonly what: string
  readonly onTake: () => Outcome
}

export function TakeAway({ what, onTake }: TakeAwayProps) {
  const { out } = words
  function take(): void {
    const outcome = onTake()
    if (isRefused(outcome)) tell(words.working.refusals[outcome.refused])
    else announce(out.isAway(what))
  }
  return (
    <div>
      <Button kind="quiet" label={out.takeAwayFor(what)} onPress={take}>
        {out.takeAway}
      </Button>
    </div>
  )
}
