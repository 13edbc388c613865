/**
 * A page for somebody who is close: what the one whose place it is chooses, of what stands here, and nothing else. It is written down
 * as something that may be told, so it goes out only after their yes, and no more once its last day has gone. Pure.
 */

import type { Disclosure, Document, Goal, Saying } from '../../../sync/document.ts'
import { OWNER } from '../document/giving.ts'
import { isTaken } from '../plan/taking.ts'
import { words } from '../words/en.ts'

export interface Chosen {
  /** Ids. */
  readonly goals: readonly string[]
  /** With the next steps of these goals. */
  readonly steps: boolean
  /** Ids of what makes it easier, and of what helped. */
  readonly sayings: readonly string[]
  readonly meeting: boolean
  readonly own: string
}

export const NOTHING: Chosen = { goals: [], steps: false, sayings: [], meeting: false, own: '' }

/** What can be on it at all: goals that were taken and are worked on. Nobody on the map is, nor anything that got a no. */
export function goalsForPage({ goals }: Pick<Document, 'goals'>): readonly Goal[] {
  return goals.filter((goal) => !goal.archived && goal.state === 'open' && goal.title.trim() !== '' && isTaken(goal))
}

/** The same of what they said makes it easier, or helped: their own words alone. */
export function sayingsForPage({ sayings }: Pick<Document, 'sayings'>): readonly Saying[] {
  return sayings.filter(
    ({ kind, by, beside, archived, words: text }) =>
      (kind === 'easier' || kind === 'helped') && by === OWNER && beside === '' && !archived && text.trim() !== '',
  )
}

/** The words of the page, a line for each thing; '' while nothing is chosen. */
export function pageWords(chosen: Chosen, document: Document): string {
  const { page } = words.barriers
  const goals = goalsForPage(document).filter(({ id }) => chosen.goals.includes(id))
  const steps = document.steps.filter(({ goal, archived, done, what }) => {
    return chosen.steps && !archived && done === 'open' && what.trim() !== '' && goals.some(({ id }) => id === goal)
  })
  const sayings = sayingsForPage(document).filter(({ id }) => chosen.sayings.includes(id))
  return [
    ...goals.map(({ title }) => page.lineGoal(title.trim())),
    ...steps.map(({ what }) => page.lineStep(what.trim())),
    ...sayings.map(({ words: text }) => page.lineEasier(text.trim())),
    chosen.meeting && document.meeting !== '' ? page.lineMeeting(document.meeting) : '',
    chosen.own.trim(),
  ]
    .filter(Boolean)
    .join('\n')
}

/** All that stands on the paper, line by line, as plain text. */
export function asText({ to, until, words: text }: Pick<Disclosure, 'to' | 'until' | 'words'>, room: boolean): string {
  const { page } = words.barriers
  return [
    page.heading(to),
    '',
    text,
    ...(room ? ['', ...page.rooms.flatMap((title) => [title, '', '____________________', ''])] : []),
    ...(until === '' ? [] : ['', page.until(until)]),
  ].join('\n')
}
