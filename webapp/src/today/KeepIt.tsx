/** Keeps the words that both said yes to: they open the next time. Changed words that both say yes to again take their place. */

import { isRefused } from '../document/outcomes.ts'
import { announce, tell } from '../kit/Announce.tsx'
import { Button } from '../kit/Button.tsx'
import { addMeeting } from '../meet/actions.ts'
import { words } from '../words/en.ts'
import { type Did, KIND_OF } from './draft.ts'

interface KeepItProps {
  readonly text: string
  readonly did: Did | null
  /** What has been kept since the sheet was opened. */
  readonly kept: KeptWords | null
  readonly onKept: (kept: KeptWords) => void
}

export interface KeptWords {
  readonly id: string
  readonly text: string
}

export function KeepIt({ text, did, kept, onKept }: KeepItProps) {
  const { today } = words
  if (kept?.text === text) return <p role="status">{today.isKept}</p>
  function keep(): void {
    const kind = did === null ? '' : KIND_OF[did]
    const made = addMeeting({ kind, words: text, by: 'both', ...(kept !== null && { insteadOf: kept.id }) })
    if (isRefused(made)) {
      tell(words.working.refusals[made.refused])
      return
    }
    onKept({ id: made, text })
    announce(today.isKept)
  }
  return (
    <div class="app-stack app-stack--close">
      <div>
        <Button kind="main" onPress={keep} describedBy="keep-hint">
          {today.keep}
        </Button>
      </div>
      <p class="app-soft" id="keep-hint">
        {today.keepHint}
      </p>
    </div>
  )
}
