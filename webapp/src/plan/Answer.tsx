/** What another wrote is a suggestion: a question to the owner of the map, with two answers of the same size. */

import type { By, Document } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { words } from '../words/en.ts'
import { callName, toneOf } from '../working/names.ts'
import { mayTake } from './taking.ts'

interface AnswerProps {
  readonly by: By
  /** Marked as a guess: whoever said it does not know. */
  readonly guess?: boolean | undefined
  readonly what: string
  readonly document: Document
  readonly pen: By
  readonly onAnswer: (yes: boolean) => void
}

export function Answer({ by, guess = false, what, document, pen, onAnswer }: AnswerProps) {
  const { plan } = words
  const who = by === 'both' ? plan.wordsOfBoth : callName(by, document)
  return (
    <Notice kind={by === 'both' ? 'both' : toneOf(by)}>
      <p>{(guess ? plan.guesses : plan.suggests)(who)}</p>
      {mayTake(pen) ? (
        <div class="app-row">
          <Button label={plan.takeWhat(what)} onPress={() => onAnswer(true)}>
            {plan.take}
          </Button>
          <Button label={plan.declineWhat(what)} onPress={() => onAnswer(false)}>
            {plan.decline}
          </Button>
        </div>
      ) : (
        <p class="app-soft">{plan.waits(callName(0, document))}</p>
      )}
    </Notice>
  )
}
