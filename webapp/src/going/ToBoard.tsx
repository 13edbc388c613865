/** One tap takes a line that somebody showed of their own column to the board of what is in the way, as their words. */

import type { Document, Saying } from '../../../sync/document.ts'
import { Button } from '../kit/Button.tsx'
import { brief } from '../plan/said.ts'
import { words } from '../words/en.ts'
import { done } from '../working/done.ts'
import { callName } from '../working/names.ts'
import { carryToBoard, isOnBoard, sidesOf } from './actions.ts'

interface ToBoardProps {
  /** The copy that the two see. */
  readonly copy: Saying
  readonly document: Document
}

/** Nothing where it stands there already, and nothing for what works. */
export function ToBoard({ copy, document }: ToBoardProps) {
  const { going } = words
  if (copy.kind !== 'not yet' || isOnBoard(copy, document)) return null
  const what = brief(copy.words, words.history.nothing)
  return (
    <>
      {sidesOf(copy).map((side) => {
        const where = typeof side === 'number' ? callName(side, document) : going.theService
        return (
          <Button
            key={side}
            kind="quiet"
            label={going.carryTo(what, where)}
            onPress={() => done(carryToBoard(copy, side), going.isCarried(what))}
          >
            {going.carryToShort(where)}
          </Button>
        )
      })}
    </>
  )
}
