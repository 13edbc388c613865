/** What comes of taking stock: goals that rest, are let go or done, a barrier for the board, help that is applied elsewhere. */

import type { Document, Goal, GoalState, Said, Saying, Side } from '../../../sync/document.ts'
import { addBarrier } from '../barriers/actions.ts'
import type { Outcome, Refused } from '../document/outcomes.ts'
import { setGoalState } from '../plan/actions.ts'
import { isTaken } from '../plan/taking.ts'
import { addSaying, answerOf } from '../talk/actions.ts'

/** What is said of a goal, in the order in which it is offered. */
export const DECISIONS = ['keep', 'change', 'rest', 'let go', 'done'] as const satisfies readonly Said[]

const STATES: Readonly<Partial<Record<Said, GoalState>>> = {
  keep: 'open',
  change: 'open',
  rest: 'resting',
  'let go': 'let go',
  done: 'done',
}

/** What is asked about: whatever got a no, or waits for an answer, is left in peace. */
export function goalsToDecide({ goals }: Pick<Document, 'goals'>): readonly Goal[] {
  return goals.filter((goal) => !goal.archived && isTaken(goal))
}

/** What all of them say of a goal, where it is the same and the plan does not say so yet; else null. */
export function agreedOn(goal: Goal, { answers, names }: Pick<Document, 'answers' | 'names'>): GoalState | null {
  const said = names.map((_, by) => answerOf(answers, 'goal', by, `goals/${goal.id}`)?.said)
  const [first] = said
  if (first === undefined || said.some((one) => one !== first)) return null
  const state = STATES[first] ?? null
  return state === goal.state ? null : state
}

/** The plan says what both said. */
export function doAsAgreed(goal: Goal, document: Document): Outcome {
  const state = agreedOn(goal, document)
  return state === null ? { refused: 'gone' } : setGoalState(goal.id, state)
}

/** What stopped something, or does not work yet, stands on the board of what is in the way, as the words of whoever said it. */
export function carryToBoard({ words, by }: Saying, side: Side = 'elsewhere'): string | Refused {
  return addBarrier({ words, side, by })
}

/** Where a line of somebody's own column would stand there: with them, or with the service; they say which, where it is not plain. */
export function sidesOf({ nature, by }: Pick<Saying, 'nature' | 'by'>): readonly Side[] {
  if (nature === 'structural') return ['service']
  return nature === 'skill' ? [by] : [by, 'service']
}

/** Whether it stands there already. */
export function isOnBoard({ words, by }: Saying, { barriers }: Pick<Document, 'barriers'>): boolean {
  return barriers.some((one) => !one.archived && one.words === words && one.by === by)
}

/** What helped once stands beside a goal too, as the words of whoever said it. */
export function applyTo(goal: string, { words, by, through }: Saying): string | Refused {
  return addSaying({ words, kind: 'helped', by, beside: `goals/${goal}`, through })
}
