/** Going out: what is planned, no thanks, a rest, and going on. Each is one undo step and one record. */

import type { By, Document, Outing, OutingState, When } from '../../../sync/document.ts'
import { change, current } from '../document/current.ts'
import { addWords, changeThing, found } from '../document/deeds.ts'
import type { Draft } from '../document/draft.ts'
import { mayPlace } from '../document/giving.ts'
import { checkText } from '../document/lengths.ts'
import { keyAtEnd } from '../document/order.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'

/** What is said of an outing in one line each. */
export type OutingLine = 'where' | 'time' | 'getting' | 'cost' | 'meet' | 'phone'

/** Writes an outing at the end of the list, and gives its id. */
export function addOuting(what: string, goal = ''): string | Refused {
  return add(what, () => ({ goal }))
}

/** No time like the present: an outing of today. */
export function startNow(what: string): string | Refused {
  return add(what, (draft) => ({ when: { kind: 'day', day: draft.today } }))
}

export function setOutingLine(id: string, line: OutingLine, words: string): Outcome {
  const set = (draft: Draft): void => draft.set('outings', id, line, words.trim())
  return checkText(words) ?? changeThing('set outing', 'outings', id, set)
}

/** Any day, also one that has gone: then it is written down as it was. */
export function setOutingWhen(id: string, when: When): Outcome {
  return changeThing('set outing', 'outings', id, (draft) => draft.set('outings', id, 'when', when))
}

/** Gives an outing to a goal, or with '' to none. */
export function setOutingGoal(id: string, goal: string): Outcome {
  return changeThing('set outing', 'outings', id, (draft) => draft.set('outings', id, 'goal', goal))
}

/** Says that somebody or something on the map belongs to it, or no longer does. */
export function linkToOuting(id: string, person: string, on: boolean): Outcome {
  return changeThing('set outing', 'outings', id, (draft) => draft.write(`outings/${id}`, `people/${person}`, on))
}

/** Not this one, and no reason. It goes out of sight and is not asked about. */
export function sayNoThanks(id: string): Outcome {
  return setState(id, 'no thanks')
}

/** A rest, for as long as it takes. */
export function restOuting(id: string): Outcome {
  return setState(id, 'resting')
}

export function letOutingGo(id: string): Outcome {
  return setState(id, 'let go')
}

/** Whether this hand may take it up again: a no is taken back by nobody on the owner's behalf. */
export function mayTakeUp({ state }: Outing, pen: By): boolean {
  return state !== 'no thanks' || mayPlace(pen)
}

/** Planned again, whatever took it off the list: a no, a rest, a letting go, or that it was put away. */
export function takeOutingUp(id: string): Outcome {
  const outing = found('outings', id)
  const pen = current.peek()?.pen.peek() ?? 'both'
  if (outing !== undefined && !mayTakeUp(outing, pen)) return { refused: 'theirs to say' }
  const what = outing?.archived === true ? 'bring back outing' : 'set outing'
  return changeThing(what, 'outings', id, (draft) => {
    draft.set('outings', id, 'archived', false)
    setStateIn(draft, id, 'open')
  })
}

export function archiveOuting(id: string): Outcome {
  return changeThing('archive outing', 'outings', id, (draft) => draft.set('outings', id, 'archived', true))
}

/** The two have a rest from all of it. */
export function rest(): Outcome {
  return change('rest', (draft) => draft.write('meta', 'resting', draft.today))
}

/** They go on, from wherever they like. */
export function goOn(): Outcome {
  return change('rest', (draft) => draft.write('meta', 'resting', ''))
}

/** The outing of the same words that was once answered with a no; nothing where there is none. */
export function earlierNo(what: string, { outings }: Pick<Document, 'outings'>): Outing | undefined {
  const plain = plainWords(what)
  return outings.find(
    (one) => one.state === 'no thanks' && !one.archived && plain !== '' && plainWords(one.what) === plain,
  )
}

const plainWords = (words: string): string => words.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB')

/** A no that has come meanwhile, under an open sheet, stands with its day: it is taken back by `takeOutingUp` alone. */
function setState(id: string, state: OutingState): Outcome {
  if (found('outings', id)?.state === 'no thanks') return state === 'no thanks' ? 'done' : { refused: 'gone' }
  return changeThing('set outing', 'outings', id, (draft) => setStateIn(draft, id, state))
}

function setStateIn(draft: Draft, id: string, state: OutingState): void {
  draft.set('outings', id, 'state', state)
  draft.set('outings', id, 'since', state === 'open' ? '' : draft.today)
}

function add(what: string, registers: (draft: Draft) => Readonly<Record<string, unknown>>): string | Refused {
  return addWords('add outing', what, (draft) => {
    const order = keyAtEnd(draft.document.outings)
    return draft.create('outings', { ...registers(draft), by: draft.by, order }, { what: what.trim() })
  })
}
