/** Which steps are shown: by who does them, and by when. */

import type { Step } from '../../../sync/document.ts'

/** Everybody's; one member's by number, with what both do; what both do; somebody else's; what is to be found. */
export type Whose = 'all' | 'both' | 'else' | 'unknown' | `member ${number}`

export type WhenChosen = 'any' | 'next' | 'day' | 'none'

/** Steps that are still to be tried. Those with a day come first, the nearest at the top; no day is ever too late. */
export function chosenSteps(steps: readonly Step[], whose: Whose, when: WhenChosen): readonly Step[] {
  const chosen = steps.filter((step) => isWhose(step, whose) && (when === 'any' || step.when.kind === when))
  if (when !== 'day') return chosen
  return [...chosen].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

function isWhose({ who }: Step, whose: Whose): boolean {
  switch (whose) {
    case 'all':
      return true
    case 'both':
    case 'unknown':
      return who.kind === whose
    case 'else':
      return who.kind === 'person' || who.kind === 'other'
    default:
      return who.kind === 'both' || (who.kind === 'member' && whose === `member ${who.member}`)
  }
}

const dayOf = ({ when }: Step): string => (when.kind === 'day' ? when.day : '')
